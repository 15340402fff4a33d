"""Spreadsheets of Excel and WPS, by openpyxl: each sheet as paragraphs and one table."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple
from zipfile import BadZipFile

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from carelist.catalog.headings import count_headings
from carelist.formats.choosing import is_headed
from carelist.formats.document import Cell, Doubt, Doubtful, Paragraph, Table
from carelist.formats.grids import make_table
from carelist.formats.limits import MOST_CELLS, MOST_COLUMNS, Refusal, UnreadableError
from carelist.formats.where import Where

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from carelist.formats.document import Block

MAIN = "xl/workbook.xml"
_PLAIN = frozenset({"General", "@"})
_FIXED = re.compile(r"(#,##)?0(?:\.(0+))?(?:_\s*)?")
"""A number with so many digits behind the point, its thousands parted or not."""
_PERCENT = re.compile(r"0(?:\.(0+))?%")
_LETTERS = re.compile(r'"([^"]*)"')
_BROKEN = (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, IndexError, OSError)
_LEAST_COLUMNS = 2


class Shown(NamedTuple):
    """What a cell shows, and what is in doubt of it."""

    text: str
    doubt: Doubt | None = None
    values: tuple[tuple[str, str], ...] = ()


def read_xlsx(stream: io.BytesIO) -> tuple[list[Block], list[Doubtful]]:
    """Read every sheet that has words: those above its table as paragraphs, then the table.

    A hidden sheet is left out where one that is seen has a table with a head. Words that a merged
    cell covers are not given by openpyxl, unless it is asked to read only.

    Raises:
        UnreadableError: If the workbook is broken, or larger than is read.
    """
    values, formulas = _load(stream, values=True), _load(stream, values=False)
    blocks: list[Block] = []
    doubts: list[Doubtful] = []
    for sheet in sorted(values.worksheets, key=_is_hidden):
        tables = [block for block in blocks if isinstance(block, Table)]
        reader = _Sheet(sheet, formulas[sheet.title], len(tables))
        read = list(reader.read())
        if _is_hidden(sheet) and any(map(is_headed, tables)):
            if read:
                doubts.append(Doubtful(Doubt.HIDDEN_SHEET, reader.where, {"words": sheet.title}))
            continue
        blocks += read
        doubts += reader.doubts
    return blocks, doubts


def _is_hidden(sheet: Worksheet) -> bool:
    return sheet.sheet_state != "visible"


def _load(stream: io.BytesIO, *, values: bool) -> Workbook:
    stream.seek(0)
    try:
        with warnings.catch_warnings():  # of extensions that openpyxl leaves out when it writes
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(stream, data_only=values)
    except _BROKEN as error:
        raise UnreadableError(Refusal.BROKEN) from error


class _Sheet:
    """Reads one sheet."""

    def __init__(self, sheet: Worksheet, formulas: Worksheet, tables: int) -> None:
        self._sheet, self._formulas = sheet, formulas
        self.where = Where(sheet=sheet.title, table=tables + 1)
        self.doubts: list[Doubtful] = []

    def read(self) -> Iterator[Block]:
        """Yield the paragraphs of the sheet, and its table."""
        sheet = self._sheet
        if sheet.max_column > MOST_COLUMNS or sheet.max_row * sheet.max_column > MOST_CELLS:
            raise UnreadableError(
                Refusal.TOO_MANY_CELLS, most=str(MOST_CELLS), columns=str(MOST_COLUMNS)
            )
        grid = self._lay()
        starts = _find_tables(grid)
        last = 0
        for start, after in zip(starts, [*starts[1:], len(grid)], strict=True):
            end = after
            while after < len(grid) and end > start + 1 and _count(grid[end - 1]) < _LEAST_COLUMNS:
                end -= 1
            yield from _list_paragraphs(grid[last:start])
            if (table := make_table(grid[start:end], self.where)).rows:
                yield table
                self.where = replace(self.where, table=self.where.table + 1)
            last = end
        yield from _list_paragraphs(grid[last:])
        if starts:
            self._tell_hidden()

    def _lay(self) -> list[list[Cell | None]]:
        """Give the whole sheet, each merged cell in each place that it covers."""
        grid = [
            [self._read_cell(cell) for cell in row]
            for row in self._sheet.iter_rows(max_row=self._sheet.max_row)
        ]
        for merged in self._sheet.merged_cells.ranges:
            left, top, right, bottom = merged.bounds
            first = grid[top - 1][left - 1] if top <= len(grid) else None
            if first is None:
                continue
            where = self._name(top, left, merged.coord)
            cell = Cell(first.text, where, bottom - top + 1, right - left + 1)
            for row in grid[top - 1 : bottom]:
                row[left - 1 : right] = [cell] * len(row[left - 1 : right])
        return grid

    def _read_cell(self, cell: SheetCell | MergedCell) -> Cell | None:
        if cell.value is None and not self._is_unworked(cell):
            return None
        where = self._name(cell.row or 0, cell.column or 0, cell.coordinate)
        shown = _show(cell)
        if shown.doubt:
            self.doubts.append(Doubtful(shown.doubt, where, dict(shown.values)))
        return Cell(shown.text, where)

    def _is_unworked(self, cell: SheetCell | MergedCell) -> bool:
        """Whether a cell is a formula whose result is not in the file."""
        return bool(self._formulas[cell.coordinate].data_type == "f")

    def _name(self, row: int, column: int, reference: str) -> Where:
        return replace(self.where, row=row, column=column, range=reference)

    def _tell_hidden(self) -> None:
        """Tell of the rows and columns that are not to be seen, or that the whole sheet is not."""
        sheet = self._sheet
        rows = [str(at) for at, one in sheet.row_dimensions.items() if one.hidden]
        columns = [
            name if one.min == one.max else f"{name}-{get_column_letter(one.max or one.min or 1)}"
            for name, one in sheet.column_dimensions.items()
            if one.hidden
        ]
        hidden = [sheet.title] if _is_hidden(sheet) else []
        hidden += [", ".join([*rows, *columns])] if rows or columns else []
        where = Where(sheet=sheet.title)
        self.doubts += [Doubtful(Doubt.HIDDEN_LINES, where, {"words": words}) for words in hidden]


def _find_tables(grid: list[list[Cell | None]]) -> list[int]:
    """Find the rows in which tables begin: the first of several cells, and each further head.

    A head once more right below a row, as programs repeat it on a page, begins none.
    """
    first = next((at for at, row in enumerate(grid) if _count(row) >= _LEAST_COLUMNS), len(grid))
    heads = (
        at
        for at in range(first + 1, len(grid))
        if _count(grid[at - 1]) < _LEAST_COLUMNS <= count_headings(_list_words(grid[at]))
    )
    return [first, *heads] if first < len(grid) else []


def _list_words(row: list[Cell | None]) -> set[str]:
    return {cell.text for cell in row if cell and cell.text}


def _list_paragraphs(rows: list[list[Cell | None]]) -> Iterator[Paragraph]:
    for row in rows:
        for cell in dict.fromkeys(cell for cell in row if cell and cell.text):
            yield Paragraph(cell.text, cell.where)


def _count(row: list[Cell | None]) -> int:
    """Count the cells that have words, a merged one once."""
    return len({cell.where for cell in row if cell and cell.text})


def _show(cell: SheetCell | MergedCell) -> Shown:
    """Give what the cell shows; in doubt where its number has a form of its own."""
    value, form = cell.value, cell.number_format or "General"
    match value:
        case None:
            return Shown("", Doubt.NO_VALUE, (("words", cell.coordinate),))
        case bool():
            return Shown("TRUE" if value else "FALSE")
        case str():
            return Shown(value.replace("\r\n", "\n").replace("\r", "\n").strip())
        case int() | float():
            return _show_number(value, form)
        case dt.datetime() | dt.date():
            return _show_day(value, form)
    return Shown(str(value), Doubt.SHOWN_OTHERWISE, (("value", str(value)), ("form", form)))


def _show_number(value: float, form: str) -> Shown:
    """Write a number as the forms show it that sheets have most, else as it is in the file."""
    if percent := _PERCENT.fullmatch(form):
        return Shown(f"{value * 100:.{len(percent[1] or '')}f}%")
    if fixed := _FIXED.fullmatch(form):
        parted, digits = fixed[1] and ",", len(fixed[2] or "")
        exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
        return Shown(f"{exact:{parted or ''}f}")
    text = str(int(value)) if float(value).is_integer() else repr(round(value, 10))
    if form in _PLAIN:
        return Shown(text)
    return Shown(text, Doubt.SHOWN_OTHERWISE, (("value", text), ("form", form)))


def _show_day(value: dt.datetime | dt.date, form: str) -> Shown:
    """Write a day as Chinese or in digits; told, since a form can be any."""
    day = value.date() if isinstance(value, dt.datetime) else value
    is_chinese = "年" in "".join(_LETTERS.findall(form)) or "年" in form
    text = f"{day.year}年{day.month}月{day.day}日" if is_chinese else day.isoformat()
    return Shown(text, Doubt.SHOWN_OTHERWISE, (("value", text), ("form", form)))
