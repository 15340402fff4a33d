"""Archives of a campaign: what browsers make them of, and what lies where they once lay."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.speech.locales import Locale

READABLE = 0o644 << 16
PAGE = "index.html"
HTML = Markup("""\
<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<h1>{title}</h1>
<p>{lead}</p>
<p><a href="{address}">{address}</a></p>
</html>
""")


def list_pieces_of(names: Iterable[str], folder: str, day: str) -> str:
    """Give the list that a browser makes an archive of, as JSON.

    Args:
        names: Of the pieces, from the root of the kit; in the archive they lie by what stands
            behind `kit/`, where one leads to the kit of another locale.
        folder: Of the list, from the same root.
        day: That all files of the archive are of (ISO 8601).
    """
    root = "../" * (folder.count("/") + 1)
    listed = {"root": root, "day": day, "names": list(names)}
    return json.dumps(listed, separators=(",", ":")) + "\n"


def write_leading_archive(locale: Locale, name: str, address: str, day: str) -> bytes:
    """Give a ZIP archive that holds one page, which leads to where the archive is made now.

    The same bytes each time: the page is of the day `day` (ISO 8601), and not compressed.
    """
    words = locale.words("print")
    title = words.fill("archive_title", name=name)
    page = HTML.format(
        language=locale.language, title=title, lead=words.archive_lead, address=address
    )
    year, month, date = map(int, day.split("-"))
    entry = zipfile.ZipInfo(PAGE, (year, month, date, 0, 0, 0))
    entry.external_attr = READABLE
    entry.create_system = 3  # Unix, wherever it is made
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(entry, page.encode())
    return out.getvalue()
