"""Makes Word documents of the XML that programs write."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_REST = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def make_docx(  # noqa: PLR0913  # a part of the package each
    body: str,
    *,
    numbering: str = "",
    styles: str = "",
    notes: str = "",
    comments: str = "",
    namespace: str = W,
) -> bytes:
    """Make a document of the XML of its body, and of its other parts as far as they are given."""
    parts = {"word/document.xml": f"<w:document {{}}><w:body>{body}</w:body></w:document>"}
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {{}}>{numbering}</w:numbering>"
    if styles:
        parts["word/styles.xml"] = f"<w:styles {{}}>{styles}</w:styles>"
    if notes:
        parts["word/footnotes.xml"] = f"<w:footnotes {{}}>{notes}</w:footnotes>"
    if comments:
        parts["word/comments.xml"] = f"<w:comments {{}}>{comments}</w:comments>"
    heads = f'xmlns:w="{namespace}" {_REST}'
    return pack({name: xml.format(heads) for name, xml in parts.items()})


def pack(parts: dict[str, str]) -> bytes:
    """Pack parts into an archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(name, xml)
    return stream.getvalue()


def write_run(text: str) -> str:
    """Write words as a run."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


def write_paragraph(*runs: str, properties: str = "") -> str:
    """Write a paragraph of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def write_cell(text: str, properties: str = "", *, paragraph: str = "") -> str:
    """Write a cell of one paragraph, with properties of its own and of the paragraph's."""
    inner = write_paragraph(write_run(text), properties=paragraph)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def write_table(rows: Iterable[Iterable[str]]) -> str:
    """Write a table of rows of cells."""
    drawn = (f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl>{''.join(drawn)}</w:tbl>"
