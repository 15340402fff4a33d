"""Any file that a clerk has: told by what is in it, never by its name, and read."""

from __future__ import annotations

import hashlib
import io
import re
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.radicals import find_radicals, fold_radicals
from carelist.formats import docx, xlsx
from carelist.formats.canonical import write_copy
from carelist.formats.choosing import choose_table
from carelist.formats.cleaning import clean_text
from carelist.formats.delimited import drop_declaration, find_delimiter, read_delimited
from carelist.formats.document import Copy, Doubt, Doubtful, Format
from carelist.formats.encodings import decode_text
from carelist.formats.fragments import make_page
from carelist.formats.html import read_html
from carelist.formats.limits import MOST_BYTES, Refusal, UnreadableError
from carelist.formats.markdown import read_marks
from carelist.formats.packages import Package
from carelist.formats.pdf import read_pdf
from carelist.formats.plain import choose_in_text, have_cells_come_apart
from carelist.formats.where import Where

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from carelist.formats.document import Block

_PDF_HEAD = 1024
"""The mark of a PDF may stand behind other bytes, so many at most (ISO 32000-1, annex H)."""
_REFUSED: tuple[tuple[bytes, Refusal], ...] = (
    (b"{\\rtf", Refusal.RICH_TEXT),
    (b"\x89PNG\r\n\x1a\n", Refusal.PICTURE),
    (b"\xff\xd8\xff", Refusal.PICTURE),
    (b"GIF8", Refusal.PICTURE),
    (b"BM", Refusal.PICTURE),
    (b"II*\x00", Refusal.PICTURE),
    (b"MM\x00*", Refusal.PICTURE),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Before the files of Office 97 to 2003, and of newer ones that are locked by a password."""
_PACKED = b"PK\x03\x04"
_PAGE = re.compile(
    r"\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    r"<(?:!doctype html|html|head|body|meta|table|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_OFFICE_XML = re.compile(
    r"\s*<\?xml\b.{0,400}?<\?mso-application\b|\s*<\?xml\b.{0,900}?<(?:Workbook|w:wordDocument|pkg:package)\b",
    re.DOTALL,
)
"""What Office of 2003 wrote as XML, and Word in one file."""
_ARCHIVE = re.compile(r"\s*(?:MIME-Version:|From:.*\n(?:.*\n){0,8}?MIME-Version:)", re.IGNORECASE)
_BARRED_ROWS = re.compile(r"^\s*[|｜].*[|｜]", re.MULTILINE)


class Extract(NamedTuple):
    """What was read from the bytes of a file."""

    form: Format
    text: str
    """The words, in the form of a copy."""
    doubts: list[Doubtful]
    places: Mapping[int, tuple[Where | None, ...]]
    """Where the cells of the table stand in the file, by the line of the text."""


def read_file(path: Path, tables: Sequence[int] = ()) -> Copy:
    """Read a file: the copy of its words, and what is in doubt.

    Args:
        path: Of the file.
        tables: Which tables are the list, counted from 1, where a person has said so.

    Raises:
        UnreadableError: If it is of no format that is read, or is broken, locked or too large.
        ManyTablesError: If more than one of its tables may be the list, and none was chosen.
        NoSuchTableError: If it has no such table.
        OtherColumnsError: If several tables are named that have other columns.
        OSError: If the file cannot be opened.
    """
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableError(Refusal.TOO_LARGE, most=str(MOST_BYTES))
    content = path.read_bytes()
    form, text, doubts, places = read_content(content, tables)
    folded = fold_radicals(text)
    if radicals := find_radicals(text):
        printed, read = "".join(radicals), "".join(radicals.values())
        values = {"printed": printed, "read": read}
        doubts = [*doubts, Doubtful(Doubt.RADICAL, Where(), values)]
    folded, unseen = clean_text(folded, places)
    digest = hashlib.sha256(content).hexdigest()
    return Copy(path.name, digest, form, folded, (*doubts, *unseen), places)


def read_content(content: bytes, tables: Sequence[int] = ()) -> Extract:
    """Read the bytes of a file.

    Raises:
        UnreadableError: As `read_file` does; the other errors too.
    """
    stream = io.BytesIO(content)
    if b"%PDF-" in content[:_PDF_HEAD]:
        return _copy(Format.PDF, read_pdf(stream), tables)
    if content.startswith(_PACKED):
        return _read_package(stream, tables)
    if content.startswith(_OLE):
        raise UnreadableError(_name_old(content))
    for start, refusal in _REFUSED:
        if content.startswith(start):
            raise UnreadableError(refusal)
    return _read_text(decode_text(content), tables)


def _read_text(text: str, tables: Sequence[int]) -> Extract:
    """Read a page, or a text whose cells are divided by something."""
    for form, refusal in ((_ARCHIVE, Refusal.WEB_ARCHIVE), (_OFFICE_XML, Refusal.OFFICE_XML)):
        if form.match(text):
            raise UnreadableError(refusal)
    if _PAGE.match(text):
        # The page may name its encoding, and browsers believe it; a mark or UTF-8 speaks first.
        return _copy(Format.HTML, read_html(text), tables)
    if not _BARRED_ROWS.search(text) and (page := make_page(text)):
        return _copy(Format.HTML, read_html(page), tables)
    if not _BARRED_ROWS.search(text) and (mark := find_delimiter(text)):
        return _copy(Format.CSV, read_delimited(drop_declaration(text), mark), tables)
    return _read_plain(text, tables)


def _copy(form: Format, read: tuple[list[Block], list[Doubtful]], tables: Sequence[int]) -> Extract:
    blocks, others = choose_table(read[0], tables)
    return Extract(form, (written := write_copy(blocks)).text, [*read[1], *others], written.places)


def _read_plain(text: str, tables: Sequence[int]) -> Extract:
    """Read a text whose table, if it has one, is drawn with bars: the text itself is the copy.

    Only marks of Markdown in its rows are left out.
    """
    if have_cells_come_apart(text):
        raise UnreadableError(Refusal.CELLS_APART)
    kept, others = choose_in_text(text, tables)
    read, doubts = read_marks(kept)
    return Extract(Format.TEXT, read, [*doubts, *others], {})


def _read_package(stream: io.BytesIO, tables: Sequence[int]) -> Extract:
    with Package(stream) as package:
        main = package.find_main()
        if main.startswith("word/"):
            return _copy(Format.DOCX, docx.read_docx(package, main), tables)
        if main.endswith(".bin"):
            raise UnreadableError(Refusal.BINARY_EXCEL)
        if main.startswith("xl/"):
            return _copy(Format.XLSX, xlsx.read_xlsx(stream, package, main), tables)
        if "OFD.xml" in package.names:
            raise UnreadableError(Refusal.OFD)
        if package.read("mimetype").startswith(b"application/vnd.oasis.opendocument"):
            raise UnreadableError(Refusal.OPEN_DOCUMENT)
    raise UnreadableError(Refusal.UNKNOWN)


def _name_old(content: bytes) -> Refusal:
    """Name what an old file of Office is, by the names of its streams (in UTF-16)."""
    for stream, refusal in (
        ("EncryptedPackage", Refusal.LOCKED),
        ("WordDocument", Refusal.OLD_WORD),
        ("Workbook", Refusal.OLD_EXCEL),
        ("Book", Refusal.OLD_EXCEL),
    ):
        if stream.encode("utf-16-le") in content:
            return refusal
    return Refusal.OLD_OFFICE
