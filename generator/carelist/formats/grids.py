"""Cells that span rows and columns, laid into a full grid."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from carelist.formats.borders import join_borders
from carelist.formats.document import Cell, Table
from carelist.formats.limits import MOST_CELLS, MOST_COLUMNS, Refusal, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carelist.formats.where import Where


class Spanned(NamedTuple):
    """A cell before it is laid: its words, and how many rows and columns it covers."""

    text: str
    rows: int = 1
    columns: int = 1
    width: float = 0.0
    """In points, 0 where it is not given."""


@dataclass(frozen=True)
class _Laid:
    """A cell with its place in the grid, from 0."""

    spanned: Spanned
    row: int
    column: int
    rows: int

    @property
    def end(self) -> int:
        """The border at which it ends."""
        return self.column + max(self.spanned.columns, 1)


def lay_cells(rows: Iterable[Sequence[Spanned]], where: Where) -> Table:
    """Lay cells row by row, each in the first free place of its row, as web pages do.

    A cell that reaches beyond the last row is cut there. Borders that miss each other by a little
    are one, where the widths of cells are given.

    Raises:
        UnreadableError: If the grid would be larger than is read.
    """
    given = list(rows)
    grid: list[list[_Laid | None]] = [[] for _ in given]
    for at, row in enumerate(given):
        column = 0
        for spanned in row:
            while column < len(grid[at]) and grid[at][column] is not None:
                column += 1
            height = min(max(spanned.rows, 1), len(given) - at)
            laid = _Laid(spanned, at, column, height)
            _guard(laid.end, len(given))
            for line in grid[at : at + height]:
                _put(line, laid)
            column = laid.end
    numbers = _number_borders(grid)
    done: dict[int, Cell] = {}
    return make_table([_finish(line, numbers, where, done) for line in grid], where)


def _finish(
    line: Sequence[_Laid | None], numbers: Sequence[int], where: Where, done: dict[int, Cell]
) -> list[Cell | None]:
    """Give the cells of a row by the numbers of their borders; each cell is made once."""
    row: list[Cell | None] = []
    for at, laid in enumerate(line):
        if numbers[at] == numbers[at + 1]:
            continue
        if laid is None:
            row.append(None)
            continue
        begins, ends = numbers[laid.column], numbers[laid.end]
        place = where.at(laid.row + 1, begins + 1)
        cell = Cell(laid.spanned.text, place, laid.rows, ends - begins)
        row.append(done.setdefault(id(laid), cell))
    return row


def _number_borders(grid: Sequence[Sequence[_Laid | None]]) -> list[int]:
    """Number the borders of a grid, as `join_borders` does if the places of all are known."""
    cells = {id(laid): laid for line in grid for laid in line if laid}
    most = max(map(len, grid), default=0)
    most = max([most, *(laid.end for laid in cells.values())])
    places = _find_places(list(cells.values()), most)
    used = [
        {border for laid in line if laid for border in (laid.column, laid.end)}
        for line in grid
        if any(laid and laid.spanned.text for laid in line)
    ]
    return join_borders(used, places) if places else list(range(most + 1))


def _find_places(cells: Sequence[_Laid], count: int) -> list[float]:
    """Find where the borders of a grid stand, by the widths of its cells; empty if any is unknown.

    Borders that would stand in another order are not as the widths say.
    """
    places = {0: 0.0}
    is_new = True
    while is_new and len(places) <= count:
        is_new = False
        for laid in cells:
            if not laid.spanned.width:
                continue
            begins, ends = places.get(laid.column), places.get(laid.end)
            if begins is not None and ends is None:
                places[laid.end], is_new = begins + laid.spanned.width, True
            elif ends is not None and begins is None:
                places[laid.column], is_new = ends - laid.spanned.width, True
    found = [places.get(at, 0.0) for at in range(count + 1)]
    is_known = len(places) == count + 1
    return found if is_known and all(one < other for one, other in pairwise(found)) else []


def _guard(width: int, height: int) -> None:
    if width > MOST_COLUMNS or width * height > MOST_CELLS:
        values = {"most": str(MOST_CELLS), "columns": str(MOST_COLUMNS)}
        raise UnreadableError(Refusal.TOO_MANY_CELLS, **values)


def _put(line: list[_Laid | None], laid: _Laid) -> None:
    line.extend([None] * (laid.end - len(line)))
    for at in range(laid.column, laid.end):
        line[at] = line[at] or laid


def make_table(grid: Iterable[Sequence[Cell | None]], where: Where) -> Table:
    """Make all rows as wide as the widest; columns, and rows at the end, without a word go.

    A blank row between others may part them, and stays. A column that in each row is blank, or
    goes on with the cell before it, is none.
    """
    rows = [list(row) for row in grid]
    while rows and not any(cell and cell.text for cell in rows[-1]):
        rows.pop()
    width = max((_measure(row) for row in rows), default=0)
    _guard(width, len(rows))
    filled = [(row + [None] * width)[:width] for row in rows]
    kept = [at for at in range(width) if any(_adds(row, at) for row in filled)]
    return Table(tuple(tuple(row[at] for at in kept) for row in filled), where)


def _adds(row: Sequence[Cell | None], at: int) -> bool:
    """Whether a place of a row holds words that the place before it does not."""
    cell = row[at]
    return bool(cell and cell.text) and (at == 0 or cell is not row[at - 1])


def _measure(row: Sequence[Cell | None]) -> int:
    """Count the places up to the last that holds a word."""
    return max((at for at, cell in enumerate(row, start=1) if cell and cell.text), default=0)
