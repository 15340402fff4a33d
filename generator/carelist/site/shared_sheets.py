"""Style sheets that pages of a sort share: the rules that any of them can use."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from carelist.site import addresses
from carelist.site.making import INDEX
from carelist.site.pages import list_pages
from carelist.site.styles import scan_pages

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.site.site import Site
    from carelist.site.styles import StyleSheet


def write_shared_sheets(site: Site, sheet: StyleSheet, folder: Path) -> None:
    """Write the sheets that pages of a built site load, by what stands in those pages."""
    found: defaultdict[str, list[Path]] = defaultdict(list)
    for page in list_pages(site):
        if name := page.kind.standing.sheet:
            found[name].append(folder / page.address / INDEX)
    for name, files in found.items():
        tokens = scan_pages(file.read_text("utf-8") for file in files)
        file = folder / addresses.shared_styles(name)
        file.write_text(sheet.select(tokens), encoding="utf-8", newline="\n")
