"""The sheets of a workbook, each as paragraphs and tables."""

from __future__ import annotations

import io
import warnings
import zipfile
from contextlib import redirect_stdout
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from carelist.catalog.headings import count_headings
from carelist.formats.canonical import find_head
from carelist.formats.document import Cell, Doubt, Doubtful, Paragraph, Table
from carelist.formats.grids import make_table
from carelist.formats.limits import MOST_CELLS, MOST_COLUMNS, Refusal, UnreadableError
from carelist.formats.links import tell_link
from carelist.formats.table_heads import is_headed
from carelist.formats.where import Where
from carelist.formats.xlsx.drawings import list_drawn
from carelist.formats.xlsx.showing import show

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from carelist.formats.document import Block, Row
    from carelist.formats.packages import Package

_BROKEN = (
    zipfile.BadZipFile,
    InvalidFileException,
    ArithmeticError,
    AttributeError,
    LookupError,
    ValueError,
    TypeError,
    OSError,
)
"""What openpyxl raises where a file is not as it should be."""
_LEAST_COLUMNS = 2
_STRICT = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
"""The names of the strict edition of the standard, and those that programs write."""


def read_xlsx(
    stream: io.BytesIO, package: Package, main: str
) -> tuple[list[Block], list[Doubtful]]:
    """Read every sheet that has words: those above its table as paragraphs, then the table.

    A hidden sheet is left out where one that is seen has a table with a head. Words that a merged
    cell covers are not given by openpyxl, unless it is asked to read only.

    Args:
        stream: The whole file.
        package: The parts of it.
        main: The part that lists the sheets.

    Raises:
        UnreadableError: If the workbook is broken, or larger than is read.
    """
    if any(strict in package.read(main) for strict in _STRICT):
        stream = _loosen(package)
    values, formulas = _load(stream, values=True), _load(stream, values=False)
    try:
        blocks, doubts = _read_sheets(values, formulas)
    except _BROKEN as error:  # a cell may name a style that is not there
        raise UnreadableError(Refusal.BROKEN) from error
    return blocks, [*doubts, *list_drawn(package, main)]


def _read_sheets(values: Workbook, formulas: Workbook) -> tuple[list[Block], list[Doubtful]]:
    """Read every sheet, those last that are hidden: with results, and with formulas."""
    blocks: list[Block] = []
    doubts: list[Doubtful] = []
    for sheet in sorted(values.worksheets, key=_is_hidden):
        tables = [block for block in blocks if isinstance(block, Table)]
        reader = _Sheet(sheet, formulas[sheet.title], len(tables))
        read = list(reader.read())
        if _is_hidden(sheet) and any(map(is_headed, tables)):
            if read:
                where = Where(sheet=sheet.title)
                doubts.append(Doubtful(Doubt.HIDDEN_SHEET, where, {"words": sheet.title}))
            continue
        blocks += read
        doubts += reader.doubts
    return blocks, doubts


def _loosen(package: Package) -> io.BytesIO:
    """Give a workbook of the strict edition with the names that openpyxl knows."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as loose:
        for name in package.names:
            content = package.read(name)
            for strict, known in _STRICT.items():
                content = content.replace(strict, known)
            loose.writestr(name, content)
    return stream


def _is_hidden(sheet: Worksheet) -> bool:
    return sheet.sheet_state != "visible"


def _load(stream: io.BytesIO, *, values: bool) -> Workbook:
    stream.seek(0)
    try:
        with warnings.catch_warnings(), redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")  # of extensions that openpyxl leaves out when it writes
            return openpyxl.load_workbook(stream, data_only=values, rich_text=values)
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
        for start, after in zip(starts, [*starts[1:], len(grid)], strict=bool(starts)):
            end = after
            while after < len(grid) and end > start + 1 and _count(grid[end - 1]) < _LEAST_COLUMNS:
                end -= 1
            yield from _list_paragraphs(grid[last:start])
            for part in _part_beside([tuple(row) for row in grid[start:end]]):
                if (table := make_table(part, self.where)).rows:
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
        where = self._name(cell.row or 0, cell.column or 0, cell.coordinate)
        if cell.comment is not None:
            words = " ".join(cell.comment.text.split())
            self.doubts.append(Doubtful(Doubt.COMMENT, where, {"words": words}))
        if cell.value is None and not self._is_unworked(cell):
            return None
        shown = show(cell)
        if shown.doubt:
            self.doubts.append(Doubtful(shown.doubt, where, dict(shown.values)))
        target = cell.hyperlink.target if cell.hyperlink else None
        if words := tell_link(shown.text, target or ""):
            self.doubts.append(Doubtful(Doubt.LINK, where, {"words": words}))
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


def _part_beside(rows: Sequence[Row]) -> list[list[Row]]:
    """Part tables that stand beside each other, a blank column between them, each with a head.

    A single column between blank ones belongs to what stands on its left.
    """
    width = max(map(len, rows), default=0)
    filled = [(*row, *[None] * (width - len(row))) for row in rows]
    words = [any(cell and cell.text for cell in column) for column in zip(*filled, strict=True)]
    starts = [
        at
        for at in range(1, width - 1)
        if words[at] and words[at + 1] and not words[at - 1] and any(words[: at - 1])
    ]
    bounds = pairwise([0, *starts, width])
    parts = [[tuple(row[left:right]) for row in filled] for left, right in bounds]
    heads = [_list_words(row) for part in parts for row in part[find_head(part) :][:1]]
    are_headed = all(count_headings(head) >= _LEAST_COLUMNS for head in heads)
    return parts if len(heads) == len(parts) > 1 and are_headed else [list(rows)]


def _list_words(row: Sequence[Cell | None]) -> set[str]:
    return {cell.text for cell in row if cell and cell.text}


def _list_paragraphs(rows: list[list[Cell | None]]) -> Iterator[Paragraph]:
    for row in rows:
        for cell in dict.fromkeys(cell for cell in row if cell and cell.text):
            yield Paragraph(cell.text, cell.where)


def _count(row: list[Cell | None]) -> int:
    """Count the cells that have words, a merged one once."""
    return len({cell.where for cell in row if cell and cell.text})
