"""The workbook of some rows as openpyxl writes it, to hold ours against."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a part of a ZIP can be of, given to all of them."""
WIDTH, WIDE = 16, 48
"""Of columns, in characters; the wide ones hold sentences."""
HEAD = Font(bold=True)
TOP = Alignment(vertical="top", wrap_text=True)
_HOUR = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
"""When a workbook was made and saved, in its properties."""
_ESCAPE = re.compile("(?<=_)(?=x[0-9A-Fa-f]{4}_)")
"""The inside of what readers of workbooks take for a character (ECMA-376, ST_Xstring)."""


def write_by_openpyxl(name: str, rows: Iterable[Sequence[str]], day: str) -> bytes:
    """Write a workbook of one sheet, as of a day."""
    book = Workbook(write_only=True)
    book.properties.creator = "Carelist"
    _write_sheet(book.create_sheet(name), rows, (WIDTH, WIDTH, WIDTH, WIDE, WIDE))
    made = io.BytesIO()
    book.save(made)
    return _settle(made.getvalue(), day)


def _write_sheet(
    sheet: WriteOnlyWorksheet, rows: Iterable[Sequence[str]], widths: Sequence[int]
) -> None:
    """Write rows below a head that stays in sight."""
    sheet.freeze_panes = "A2"
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width  # type: ignore[attr-defined]  # it has them
    for number, row in enumerate(rows):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, None)
            if text:
                cell.value = _fit(text)
                cell.data_type = "s"  # openpyxl takes what begins with = for a formula
                cell.quotePrefix = True
            cell.alignment = TOP
            if not number:
                cell.font = HEAD
            cells.append(cell)
        sheet.append(cells)


def _fit(text: str) -> str | CellRichText:
    """Give what looks like an escape in two runs, in neither of which it is one."""
    runs = _ESCAPE.split(text)
    return CellRichText(runs) if runs[1:] else text


def _settle(book: bytes, day: str) -> bytes:
    """Date a workbook, and all its parts, otherwise than by the clock."""
    settled = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as made,
        zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for part in made.infolist():
            content = made.read(part)
            if part.filename == "docProps/core.xml":
                content = _HOUR.sub(f"{day}T00:00:00Z".encode(), content)
            kept.writestr(zipfile.ZipInfo(part.filename, FIRST_DAY), content, zipfile.ZIP_DEFLATED)
    return settled.getvalue()
