"""All tables in one workbook (XLSX), in which every cell is a text.

So nothing is turned into a date, a number or a formula. The same tables give the same bytes.
"""

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

    from openpyxl.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from carelist.exports.tables.shape import Table

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a part of a ZIP can be of, given to all of them."""
WIDTH, WIDE = 16, 48
"""Of columns, in characters; the wide ones hold sentences."""
HEAD = Font(bold=True)
TOP = Alignment(vertical="top", wrap_text=True)
_HOUR = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
"""When a workbook was made and saved, in its properties."""
MOST_UNITS = 32_767
"""What a cell holds, in units of UTF-16, by Microsoft's "Excel specifications and limits"."""
CUT = "…"
_ESCAPE = re.compile("(?<=_)(?=x[0-9A-Fa-f]{4}_)")
"""The inside of what readers of workbooks take for a character (ECMA-376, ST_Xstring)."""


def write_workbook(
    about: tuple[str, Iterable[Sequence[str]]], tables: Sequence[Table], day: str
) -> bytes:
    """Write a workbook: a sheet `about` (its name, its rows), then a sheet a table.

    `day`, as `2026-01-31`, is that of the list, and given as the day on which it was made.
    """
    book = Workbook(write_only=True)
    book.properties.creator = "Carelist"
    name, rows = about
    _write_sheet(book.create_sheet(name), rows, (WIDTH, WIDTH, WIDTH, WIDE, WIDE))
    for table in tables:
        widths = [WIDE if one.kind == "text" and one.locale else WIDTH for one in table.columns]
        _write_sheet(book.create_sheet(table.name), table.lines, widths)
    made = io.BytesIO()
    book.save(made)
    return _settle(made.getvalue(), day)


def _write_sheet(
    sheet: WriteOnlyWorksheet, rows: Iterable[Sequence[str]], widths: Sequence[int]
) -> None:
    """Write rows below a head that stays in sight.

    A row is written when it is handed over: the next is told by the same cells.
    """
    sheet.freeze_panes = "A2"
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width  # type: ignore[attr-defined]  # it has them
    cells: list[Cell] = []
    for number, row in enumerate(rows):
        if number <= 1:
            cells = [_make_cell(sheet, is_head=not number) for _ in row]
        for cell, text in zip(cells, row, strict=True):
            cell.value = _fit(text) if text else None
            if text:
                cell.data_type = "s"  # openpyxl takes what begins with = for a formula
            cell.quotePrefix = bool(text)
        sheet.append(cells)


def _make_cell(sheet: WriteOnlyWorksheet, *, is_head: bool) -> Cell:
    cell = WriteOnlyCell(sheet)
    cell.alignment = TOP
    if is_head:
        cell.font = HEAD
    return cell


def _fit(text: str) -> str | CellRichText:
    """Give what a cell can hold: a text that is too long is cut, and ends with `CUT`.

    What looks like an escape stands in two runs, in neither of which it is one.
    """
    if len(text) > MOST_UNITS // 2 and len(units := text.encode("utf-16-le")) > 2 * MOST_UNITS:
        text = units[: 2 * (MOST_UNITS - len(CUT))].decode("utf-16-le", "ignore") + CUT
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
