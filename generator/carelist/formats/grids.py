"""Cells that span rows and columns, laid into a full grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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


def lay_cells(rows: Iterable[Sequence[Spanned]], where: Where) -> Table:
    """Lay cells row by row, each in the first free place of its row, as web pages do.

    A cell that reaches beyond the last row is cut there.

    Raises:
        UnreadableError: If the grid would be larger than is read.
    """
    given = list(rows)
    grid: list[list[Cell | None]] = [[] for _ in given]
    for at, row in enumerate(given):
        column = 0
        for spanned in row:
            while column < len(grid[at]) and grid[at][column] is not None:
                column += 1
            height = min(max(spanned.rows, 1), len(given) - at)
            width = max(spanned.columns, 1)
            _guard(column + width, len(given))
            cell = Cell(spanned.text, where.at(at + 1, column + 1), height, width)
            for line in grid[at : at + height]:
                _put(line, cell, column, width)
            column += width
    return make_table(grid, where)


def _guard(width: int, height: int) -> None:
    if width > MOST_COLUMNS or width * height > MOST_CELLS:
        values = {"most": str(MOST_CELLS), "columns": str(MOST_COLUMNS)}
        raise UnreadableError(Refusal.TOO_MANY_CELLS, **values)


def _put(line: list[Cell | None], cell: Cell, column: int, width: int) -> None:
    line.extend([None] * (column + width - len(line)))
    for at in range(column, column + width):
        line[at] = line[at] or cell


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
