"""Tables that go on over pages, made one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelist.catalog.headings import find_column
from carelist.catalog.printed_numbers import read_steps
from carelist.catalog.table_lines import join_lines
from carelist.formats.document import Cell, Doubt, Doubtful
from carelist.formats.pdf.edges import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Grid = list[list[Cell | None]]
_LONGEST_NUMBER = 7
"""Characters of what numbers a row, its marks among them."""


@dataclass
class Part:
    """The part of a table that stands on one page."""

    grid: Grid
    columns: tuple[float, ...]
    """Where the lines between its columns stand, in points."""
    open_above: frozenset[int]
    """The columns above whose first cell no line is drawn."""
    open_below: frozenset[int]


def fits(before: Part, part: Part) -> bool:
    """Whether a part has the columns of the one before it."""
    pairs = zip(before.columns, part.columns, strict=False)
    same = all(abs(one - other) <= TOLERANCE for one, other in pairs)
    return len(before.columns) == len(part.columns) and same


def begins_anew(before: Part, part: Part) -> bool:
    """Whether a part with the same head is another list: its numbers begin anew, under nothing.

    In one list they do so under the next heading, or beside the next pillar, and do so before.
    """
    count = _count_heads(before.grid, part.grid)
    names = [find_column(_text(cell)) for cell in part.grid[0]]
    if not count or "number" not in names or "pillar" in names or len(part.grid) <= count:
        return False
    at = names.index("number")
    printed = [read_steps(_text(row[at])) for row in before.grid[count:]]
    first = read_steps(_text(part.grid[count][at]))
    beside = (before.grid[-1], part.grid[count])
    is_headed = any(len({id(cell) for cell in row}) == 1 for row in beside)
    return first == (1,) and printed.count((1,)) == 1 and printed[-1] != (1,) and not is_headed


def join_parts(before: Part, part: Part, doubts: list[Doubtful]) -> Part:
    """Put a part below the one before it, whose head it may repeat.

    A page breaks within a row, or within a merged cell. Either no line is drawn there, or one is
    and the cell is blank on the next page, as Word and LibreOffice do; both are told.
    """
    rows = part.grid[_count_heads(before.grid, part.grid) :]
    if not (rows and before.grid):
        return _put_below(before.grid, rows, before, part)
    is_headed = len(rows) < len(part.grid)
    drawn_open = before.open_below if is_headed else before.open_below & part.open_above
    width = len(before.columns) - 1
    is_broken = len(drawn_open) == width or _is_rest(rows[0], before.grid)
    going_on = range(width) if is_broken else sorted(drawn_open | _find_blank(rows[0], before.grid))
    grown: dict[int, Cell] = {}
    first = list(rows[0])
    for at in going_on:
        above, below = before.grid[-1][at], first[at]
        if above is not None and below is not None:
            grown.setdefault(id(above), _grow(above, below, is_broken=is_broken))
            first[at] = grown[id(above)]
    doubts += _tell(rows[0], first, is_broken=is_broken)
    kept = before.grid[:-1] if is_broken else before.grid
    above_all = [[grown.get(id(cell), cell) for cell in row] for row in kept]
    return _put_below(above_all, [first, *_carry_on(rows, first)], before, part)


def _count_heads(above: Grid, below: Grid) -> int:
    """Count the rows with which a part repeats the head of the table."""
    count = 0
    for one, other in zip(above, below, strict=False):
        if [cell and cell.text for cell in one] != [cell and cell.text for cell in other]:
            break
        count += 1
    return count


def _is_rest(row: Sequence[Cell | None], above: Grid) -> bool:
    """Whether a row is the rest of the one above: blank where the rows above are numbered.

    Without a column of numbers: blank in at least half of the columns that are nowhere blank.
    """
    body = above[1:] or above
    always = [at for at, cells in enumerate(zip(*body, strict=True)) if _are_all_filled(cells)]
    blank = {at for at in always if not _text(row[at])}
    if not any(_text(cell) for cell in row):
        return False
    numbered = [at for at in always if _are_numbers(line[at] for line in body)]
    if numbered:
        return numbered[0] in blank
    return len(blank) * 2 >= len(always) > 1


def _are_all_filled(cells: Iterable[Cell | None]) -> bool:
    return all(cell is not None and cell.text for cell in cells)


def _are_numbers(cells: Iterable[Cell | None]) -> bool:
    texts = [_text(cell) for cell in cells]
    return all(any(map(str.isdecimal, text)) and len(text) <= _LONGEST_NUMBER for text in texts)


def _text(cell: Cell | None) -> str:
    return cell.text if cell else ""


def _find_blank(row: Sequence[Cell | None], above: Grid) -> frozenset[int]:
    """Find the columns whose first cell is blank, and goes on from a merged one or is merged."""
    pairs = enumerate(zip(above[-1], row, strict=True))
    return frozenset(
        at
        for at, (before, cell) in pairs
        if before and cell and before.text and not cell.text and max(before.rows, cell.rows) > 1
    )


def _grow(above: Cell, below: Cell, *, is_broken: bool) -> Cell:
    text = join_lines([above.text, below.text]) if below.text else above.text
    return replace(above, text=text, rows=above.rows + below.rows - is_broken)


def _carry_on(rows: Grid, first: Sequence[Cell | None]) -> Grid:
    """Put the grown cells where the cells that they go on in reach further down."""
    renewed = {id(old): new for old, new in zip(rows[0], first, strict=True) if old is not None}
    return [[renewed.get(id(cell), cell) for cell in row] for row in rows[1:]]


def _tell(
    rest: Sequence[Cell | None], joined: Sequence[Cell | None], *, is_broken: bool
) -> list[Doubtful]:
    """Tell what was joined: a whole row by its rest, merged cells by their words."""
    where = next((cell.where for cell in rest if cell), None)
    if where is None:
        return []
    if is_broken:
        words = " ".join(dict.fromkeys(cell.text for cell in rest if cell and cell.text))
        return [Doubtful(Doubt.ROW_OVER_PAGES, where, {"words": words})]
    grown = [new for old, new in zip(rest, joined, strict=True) if new is not old and new]
    texts = dict.fromkeys(cell.text for cell in grown)
    return [Doubtful(Doubt.CELL_OVER_PAGES, where, {"words": text}) for text in texts]


def _put_below(above: Grid, rows: Grid, before: Part, part: Part) -> Part:
    return Part([*above, *rows], before.columns, before.open_above, part.open_below)
