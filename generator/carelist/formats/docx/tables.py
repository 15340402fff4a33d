"""The tables of a Word document: cells that span, however they are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from carelist.formats.document import Cell
from carelist.formats.docx.words import WRAPPERS
from carelist.formats.grids import make_table
from carelist.formats.limits import MOST_COLUMNS, Refusal, UnreadableError
from carelist.formats.markup import child, name_of, number_of, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from carelist.formats.document import Table
    from carelist.formats.where import Where


class Row(NamedTuple):
    """A row, the cells of it, and whether changes are tracked that make or remove it."""

    element: Element
    cells: tuple[Element, ...]
    change: str
    """`added` or `removed`; empty where nothing is tracked."""


@dataclass
class Laid:
    """A cell while its table is laid out: how far it reaches is known at the end only."""

    text: str
    row: int
    column: int
    columns: int
    rows: int = 1


def list_rows(table: Element) -> Iterator[Row]:
    """Yield the rows of a table, those in content controls too."""
    for element in _unwrap(table, "tr"):
        properties = child(element, "trPr")
        change = "removed" if child(properties, "del") is not None else ""
        if not change and child(properties, "ins") is not None:
            change = "added"
        yield Row(element, tuple(_unwrap(element, "tc")), change)


def find_change(cell: Element) -> str:
    """Tell whether changes are tracked that make, remove or merge a cell; empty where none are."""
    properties = child(cell, "tcPr")
    if child(properties, "cellDel") is not None:
        return "removed"
    marks = (child(properties, name) for name in ("cellIns", "cellMerge"))
    return "added" if any(mark is not None for mark in marks) else ""


def list_framed(table: Element) -> list[Element]:
    """List the cells of a table that only frames others; none of one that holds a list itself."""
    rows = [row.cells for row in list_rows(table)]
    is_frame = all(len(cells) <= 1 for cells in rows) and any(
        any(_unwrap(cell, "tbl")) for cells in rows for cell in cells
    )
    return [cell for cells in rows for cell in cells] if is_frame else []


def _unwrap(parent: Element, wanted: str) -> Iterator[Element]:
    """Yield children of a name, also where something stands around them; never those of another."""
    for one in parent:
        if (name := name_of(one)) == wanted:
            yield one
        elif name in WRAPPERS:
            yield from _unwrap(one, wanted)


class Layout:
    """Lays the cells of a table, row by row."""

    def __init__(self, where: Where) -> None:
        """Begin a table that stands `where`."""
        self._where = where
        self._rows: list[dict[int, Laid]] = []

    def begin_row(self, row: Row) -> None:
        """Begin a row; cells of the grid may be left out before its first."""
        before = number_of(child(row.element, "trPr", "gridBefore"), otherwise=0)
        self._column = before
        self._rows.append({})

    @property
    def where(self) -> Where:
        """Where the next cell stands."""
        return self._where.at(len(self._rows), self._column + 1)

    def add(self, cell: Element, text: str) -> str:
        """Lay a cell with its words; give the words that another cell covers, mostly none."""
        properties = child(cell, "tcPr")
        width = number_of(child(properties, "gridSpan"), otherwise=1) or 1
        if self._column + width > MOST_COLUMNS:
            raise UnreadableError(Refusal.TOO_MANY_CELLS, columns=str(MOST_COLUMNS))
        covering = self._find_covering(properties)
        laid = covering or Laid(text, len(self._rows), self._column + 1, width)
        if covering:
            covering.columns = max(covering.columns, self._column + width - covering.column + 1)
            covering.rows = max(covering.rows, len(self._rows) - covering.row + 1)
        for at in range(self._column, self._column + width):
            self._rows[-1][at] = laid
        self._column += width
        return text if covering and text != covering.text else ""

    def _find_covering(self, properties: Element | None) -> Laid | None:
        """Find the cell that goes on in this one: the one above, or the one on its left.

        A cell without a value of `vMerge` goes on (17.4.84); WPS and LibreOffice write `continue`.
        """
        down, across = child(properties, "vMerge"), child(properties, "hMerge")
        if across is not None and value_of(across) != "restart" and self._column:
            return self._rows[-1].get(self._column - 1)
        if down is not None and value_of(down) != "restart" and len(self._rows) > 1:
            return self._rows[-2].get(self._column)
        return None

    def finish(self) -> Table:
        """Give the table."""
        done: dict[int, Cell] = {}
        grid: list[list[Cell | None]] = []
        for row in self._rows:
            line: list[Cell | None] = [None] * (max(row, default=-1) + 1)
            for at, laid in row.items():
                where = self._where.at(laid.row, laid.column)
                cell = done.setdefault(id(laid), Cell(laid.text, where, laid.rows, laid.columns))
                line[at] = cell
            grid.append(line)
        return make_table(grid, self._where)
