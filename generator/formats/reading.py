"""Any file that a clerk has: told by what is in it, never by its name, and read."""

from __future__ import annotations

import hashlib
import io
import re
from typing import TYPE_CHECKING, NamedTuple

from generator.catalog.radicals import find_radicals, fold_radicals
from generator.formats import docx, xlsx
from generator.formats.canonical import write_copy
from generator.formats.delimited import find_delimiter, read_delimited
from generator.formats.document import Copy, Doubt, Doubtful, Format
from generator.formats.encodings import decode_text
from generator.formats.html import read_html
from generator.formats.limits import MOST_BYTES, Refusal, UnreadableError
from generator.formats.packages import Package
from generator.formats.pdf import read_pdf
from generator.formats.where import Where

if TYPE_CHECKING:
    from pathlib import Path

    from generator.formats.document import Block

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
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|meta|table|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_ARCHIVE = re.compile(r"\s*(?:MIME-Version:|From:.*\n(?:.*\n){0,8}?MIME-Version:)", re.IGNORECASE)
_BARRED_ROWS = re.compile(r"^\s*[|｜].*[|｜]", re.MULTILINE)


class Extract(NamedTuple):
    """What was read from the bytes of a file."""

    form: Format
    text: str
    """The words, in the form of a copy."""
    doubts: list[Doubtful]


def read_file(path: Path) -> Copy:
    """Read a file: the copy of its words, and what is in doubt.

    Raises:
        UnreadableError: If it is of no format that is read, or is broken, locked or too large.
        OSError: If the file cannot be opened.
    """
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableError(Refusal.TOO_LARGE, most=str(MOST_BYTES))
    content = path.read_bytes()
    form, text, doubts = read_content(content)
    folded = fold_radicals(text)
    if radicals := find_radicals(text):
        printed, read = "".join(radicals), "".join(radicals.values())
        values = {"printed": printed, "read": read}
        doubts = [*doubts, Doubtful(Doubt.RADICAL, Where(), values)]
    digest = hashlib.sha256(content).hexdigest()
    return Copy(path.name, digest, form, folded, tuple(doubts))


def read_content(content: bytes) -> Extract:
    """Read the bytes of a file.

    Raises:
        UnreadableError: As `read_file` does.
    """
    stream = io.BytesIO(content)
    if b"%PDF-" in content[:_PDF_HEAD]:
        return _copy(Format.PDF, read_pdf(stream))
    if content.startswith(_PACKED):
        return _read_package(stream)
    if content.startswith(_OLE):
        raise UnreadableError(_name_old(content))
    for start, refusal in _REFUSED:
        if content.startswith(start):
            raise UnreadableError(refusal)
    text = decode_text(content)
    if _ARCHIVE.match(text):
        raise UnreadableError(Refusal.WEB_ARCHIVE)
    if _PAGE.match(text):
        # The page may name its encoding, and browsers believe it; a mark or UTF-8 speaks first.
        return _copy(Format.HTML, read_html(text))
    if not _BARRED_ROWS.search(text) and (mark := find_delimiter(text)):
        return _copy(Format.CSV, read_delimited(text, mark))
    return Extract(Format.TEXT, text, [])


def _copy(form: Format, read: tuple[list[Block], list[Doubtful]]) -> Extract:
    blocks, doubts = read
    return Extract(form, write_copy(blocks), doubts)


def _read_package(stream: io.BytesIO) -> Extract:
    with Package(stream) as package:
        if docx.MAIN in package.names:
            return _copy(Format.DOCX, docx.read_docx(package))
        if xlsx.MAIN in package.names:
            return _copy(Format.XLSX, xlsx.read_xlsx(stream))
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
