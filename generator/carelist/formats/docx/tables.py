"""The tables of a Word document: cells that span, however they are written."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from carelist.formats.borders import WIDEST_SLIP, join_borders
from carelist.formats.document import Cell
from carelist.formats.docx.words import WRAPPERS
from carelist.formats.grids import make_table
from carelist.formats.limits import MOST_COLUMNS, Refusal, UnreadableError
from carelist.formats.markup import child, children, name_of, number_of, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from xml.etree.ElementTree import Element

    from carelist.formats.document import Table
    from carelist.formats.where import Where


_TWENTIETHS = 20.0
"""Of a point: the unit of widths (17.18.107)."""


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


def number_borders(table: Element, rows: Iterable[Row]) -> list[int]:
    """Number the borders of the grid of a table, as `join_borders` does.

    Empty where the grid is not declared as wide as its rows are.
    """
    used = [_list_borders(row) for row in rows if any(map(_has_words, row.cells))]
    columns = list(children(child(table, "tblGrid"), "gridCol"))
    if len(columns) < max((border for row in used for border in row), default=0):
        return []
    places = [0.0]
    for column in columns[:MOST_COLUMNS]:
        places.append(places[-1] + number_of(column, "w", otherwise=0))
    is_known = all(one < other for one, other in pairwise(places))
    return join_borders(used, places, WIDEST_SLIP * _TWENTIETHS) if is_known else []


def _list_borders(row: Row) -> set[int]:
    """List the borders of the grid at which the cells of a row begin and end."""
    ends = accumulate(
        (_measure(cell) for cell in row.cells if find_change(cell) != "removed"),
        initial=_count_before(row),
    )
    return set(ends)


def _has_words(cell: Element) -> bool:
    return any(text.strip() for text in cell.itertext())


def _count_before(row: Row) -> int:
    """Count the columns of the grid that are left out before the first cell of a row."""
    return number_of(child(row.element, "trPr", "gridBefore"), otherwise=0)


def _measure(cell: Element) -> int:
    """Count the columns of the grid that a cell covers."""
    return number_of(child(cell, "tcPr", "gridSpan"), otherwise=1) or 1


def _unwrap(parent: Element, wanted: str) -> Iterator[Element]:
    """Yield children of a name, also where something stands around them; never those of another."""
    for one in parent:
        if (name := name_of(one)) == wanted:
            yield one
        elif name in WRAPPERS:
            yield from _unwrap(one, wanted)


class Layout:
    """Lays the cells of a table, row by row."""

    def __init__(self, where: Where, borders: Sequence[int] = ()) -> None:
        """Begin a table that stands `where`; `borders` are those that `number_borders` gives."""
        self._where, self._borders = where, borders
        self._rows: list[dict[int, Laid]] = []
        self._reached = 0
        """The border of the grid that the cells of the row have reached."""

    def begin_row(self, row: Row) -> None:
        """Begin a row; cells of the grid may be left out before its first."""
        self._reached = _count_before(row)
        self._rows.append({})

    @property
    def _column(self) -> int:
        """The column in which the next cell begins, from 0."""
        return self._number(self._reached)

    def _number(self, border: int) -> int:
        return self._borders[border] if border < len(self._borders) else border

    @property
    def where(self) -> Where:
        """Where the next cell stands."""
        return self._where.at(len(self._rows), self._column + 1)

    def add(self, cell: Element, text: str) -> str:
        """Lay a cell with its words; give the words that another cell covers, mostly none."""
        begins, reached = self._column, self._reached + _measure(cell)
        if reached > MOST_COLUMNS:
            raise UnreadableError(Refusal.TOO_MANY_CELLS, columns=str(MOST_COLUMNS))
        ends = self._number(reached)
        covering = self._find_covering(child(cell, "tcPr"))
        laid = covering or Laid(text, len(self._rows), begins + 1, ends - begins)
        if covering:
            covering.columns = max(covering.columns, ends - covering.column + 1)
            covering.rows = max(covering.rows, len(self._rows) - covering.row + 1)
        for at in range(begins, ends):
            self._rows[-1][at] = laid
        self._reached = reached
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
