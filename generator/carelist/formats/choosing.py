"""Which of several tables is the list: told by its head, asked for where more than one looks so.

A list may stand in several tables: pages of one, or one under each of its headings.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelist.catalog.headings import count_headings, find_column
from carelist.catalog.printed_numbers import is_next, read_steps
from carelist.catalog.sections import ends_sentence, heads_part, names_list, says_rest
from carelist.formats.canonical import LEAST_HEADINGS, find_head, name_cells
from carelist.formats.document import Cell, Doubt, Doubtful, Paragraph, Table, list_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelist.catalog.printed_numbers import Steps
    from carelist.formats.document import Block, Row
    from carelist.formats.where import Where

_MOST_BETWEEN = 3
"""So many paragraphs may stand between two parts of a list: its title once more, a heading."""
_LONGEST_NAME = 20
_LARGE = 10
"""A table without headings that has fewer rows holds words of the letter, as signatures do."""


@dataclass(frozen=True)
class Candidate:
    """A table that may be the list."""

    number: int
    """Among all tables of the document, counted from 1."""
    where: Where
    head: str
    rows: int
    title: str = ""
    """What stands right above it."""


class ManyTablesError(Exception):
    """More tables than one may be the list; a person has to say which is."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = tuple(candidates)
        super().__init__(str([one.number for one in candidates]))


class NoSuchTableError(Exception):
    """The table that a person asked for is not there; there are so many."""

    def __init__(self, asked: int, count: int) -> None:
        self.asked, self.count = asked, count
        super().__init__(f"{asked} of {count}")


class OtherColumnsError(Exception):
    """Tables that a person named as one list have other columns than each other."""

    def __init__(self, first: int, other: int) -> None:
        self.first, self.other = first, other
        super().__init__(f"{first} and {other}")


@dataclass(frozen=True)
class _List:
    """Tables that are one list, by their places among the blocks."""

    at: tuple[int, ...]
    tables: tuple[Table, ...]
    is_named: bool = False
    """Whether a person named several tables as one list."""

    @property
    def looks_so(self) -> bool:
        """Whether its head names services or what they give."""
        return bool({"group", "task"} & set(_name_columns(self.tables[0])))

    @property
    def is_headed(self) -> bool:
        """Whether it has a head at all."""
        return is_headed(self.tables[0])

    def describe(self, number: int, blocks: Sequence[Block]) -> Candidate:
        """Describe it as a person chooses by."""
        first = self.tables[0]
        head = first.rows[min(find_head(first.rows), len(first.rows) - 1)]
        rows = sum(len(_list_below(table)) for table in self.tables)
        above = blocks[self.at[0] - 1] if self.at[0] else None
        title = above.text if isinstance(above, Paragraph) else ""
        return Candidate(number, first.where, name_cells(list_cells(head)), rows, title)


def choose_table(
    blocks: Sequence[Block], asked: Sequence[int] = ()
) -> tuple[list[Block], list[Doubtful]]:
    """Keep the list alone of all tables, as one; tell of the tables that were left out.

    Args:
        blocks: Of the document.
        asked: The numbers of the tables that are the list, where a person has said so.

    Raises:
        ManyTablesError: If more than one looks like the list, or none of several does.
        NoSuchTableError: If a table that was asked for is not there.
        OtherColumnsError: If those that were asked for have other columns than each other.
    """
    lists = _find_lists(blocks)
    if not lists:
        return list(blocks), []
    looks = [one.looks_so for one in lists]
    if not any(looks):
        looks = [not _is_small(one) for one in lists]
    candidates = [one.describe(number, blocks) for number, one in enumerate(lists, start=1)]
    numbers = choose_among(candidates, looks, asked)
    chosen = _join_lists(lists, numbers)
    dropped = [one for at, one in enumerate(lists) if at not in numbers and not _is_small(one)]
    doubts = [
        Doubtful(Doubt.OTHER_TABLE, one.tables[0].where, {"words": one.describe(0, blocks).head})
        for one in dropped
    ]
    gone = {*chosen.at[1:], *(at for one in dropped for at in one.at)}
    gone.update(_find_headings(blocks, chosen))
    kept: list[Block] = []
    for at, block in enumerate(blocks):
        if at == chosen.at[0]:
            kept.append(_join(blocks, chosen))
        elif at in gone:
            continue
        elif isinstance(block, Table):
            kept += _write_out(block)
        else:
            kept.append(block)
    return kept, doubts


def choose_among(
    candidates: Sequence[Candidate], looks: Sequence[bool], asked: Sequence[int]
) -> list[int]:
    """List the indexes of the tables that are the list, one unless a person named several.

    Args:
        candidates: All tables.
        looks: Whether each looks like the list.
        asked: The numbers of some, where a person has said so.

    Raises:
        ManyTablesError: If more than one looks like the list, or none of several does.
        NoSuchTableError: If a table that was asked for is not there.
    """
    for number in asked:
        if not 1 <= number <= len(candidates):
            raise NoSuchTableError(number, len(candidates))
    if asked:
        return sorted({number - 1 for number in asked})
    alike = [at for at, is_alike in enumerate(looks) if is_alike] or list(range(len(candidates)))
    if len(alike) > 1:
        raise ManyTablesError([candidates[at] for at in alike])
    return alike


def _join_lists(lists: Sequence[_List], numbers: Sequence[int]) -> _List:
    """Take tables that a person named for one list; each but the first may want its head."""
    first, *others = (lists[at] for at in numbers)
    for at, one in zip(numbers[1:], others, strict=True):
        above, below = first.tables[0], one.tables[0]
        is_other = one.is_headed and _name_columns(above) != _name_columns(below)
        if is_other or above.width != below.width:
            raise OtherColumnsError(numbers[0] + 1, at + 1)
    return _List(
        tuple(at for one in (first, *others) for at in one.at),
        tuple(table for one in (first, *others) for table in one.tables),
        is_named=bool(others),
    )


def _is_small(one: _List) -> bool:
    """Whether a table holds words of the letter, which are kept as such."""
    return not one.is_headed and sum(len(table.rows) for table in one.tables) < _LARGE


def _find_lists(blocks: Sequence[Block]) -> list[_List]:
    lists: list[_List] = []
    for at, block in enumerate(blocks):
        if not isinstance(block, Table) or not block.rows:
            continue
        last = lists[-1] if lists else None
        if last and _goes_on(blocks, last.at[-1], at):
            lists[-1] = _List((*last.at, at), (*last.tables, block))
        else:
            lists.append(_List((at,), (block,)))
    return lists


def _goes_on(blocks: Sequence[Block], before: int, at: int) -> bool:
    """Whether a table goes on with the one before it.

    It has as many columns and no head of its own; or the same head, with numbers that go on, a
    line between them that says so, or one heading after the other above them.
    """
    above, below = blocks[before], blocks[at]
    if not (isinstance(above, Table) and isinstance(below, Table)):
        return False
    if above.width != below.width or at - before - 1 > _MOST_BETWEEN:
        return False
    if not is_headed(below):
        return is_headed(above) and at - before == 1
    if _name_columns(above) != _name_columns(below):
        return False
    between = [one.text for one in blocks[before + 1 : at] if isinstance(one, Paragraph)]
    last, first = _list_numbers(above)[-1:], _list_numbers(below)[:1]
    if any(map(says_rest, between)) or (last and first and is_next(last[0], first[0])):
        return True
    return all(_find_section(blocks, one) is not None for one in (before, at))


def _find_section(blocks: Sequence[Block], at: int) -> int | None:
    """Find the heading that stands right above a table."""
    above = blocks[at - 1] if at else None
    if isinstance(above, Paragraph) and heads_part(above.text.strip()):
        return at - 1
    return None


def _find_headings(blocks: Sequence[Block], chosen: _List) -> list[int]:
    """Find the headings above each table of a list that stands in several."""
    if len(chosen.at) == 1:
        return []
    found = [_find_section(blocks, at) for at in chosen.at]
    if chosen.is_named and None in found:
        found = [_find_name(blocks, at) for at in chosen.at]
        found = found if None not in found else []
    return [at for at in found if at is not None]


def _find_name(blocks: Sequence[Block], at: int) -> int | None:
    """Find the name that stands right above a table, and heads no list by itself."""
    above = blocks[at - 1] if at else None
    if not isinstance(above, Paragraph) or len(text := above.text.strip()) > _LONGEST_NAME:
        return None
    is_name = not (names_list(text) or ends_sentence(text) or says_rest(text))
    return at - 1 if is_name else None


def _join(blocks: Sequence[Block], chosen: _List) -> Table:
    """Make one table of the parts of a list; a heading above a part is a row of one cell."""
    first = chosen.tables[0]
    if len(chosen.tables) == 1:
        return first
    rows: list[Row] = list(first.rows[: find_head(first.rows) + 1])
    headings = _find_headings(blocks, chosen)
    for at, table in zip(chosen.at, chosen.tables, strict=True):
        heading = blocks[at - 1] if at - 1 in headings else None
        if isinstance(heading, Paragraph):
            rows.append((Cell(heading.text, heading.where, 1, first.width),) * first.width)
        rows += _list_below(table)
    return replace(first, rows=tuple(rows))


def _write_out(table: Table) -> Iterator[Block]:
    """Give the rows of a small table as paragraphs, their cells apart by a wide space."""
    for row in table.rows:
        if cells := list_cells(row):
            yield Paragraph("\u3000".join(cell.text for cell in cells), cells[0].where)


def is_headed(table: Table) -> bool:
    """Whether a table has a head that names columns as lists do."""
    return bool(table.rows) and count_headings(_list_head(table)) >= LEAST_HEADINGS


def _list_head(table: Table) -> list[str]:
    at = find_head(table.rows)
    return [cell.text if cell else "" for cell in table.rows[at]] if at < len(table.rows) else []


def _name_columns(table: Table) -> list[str]:
    return [find_column(text) for text in _list_head(table)]


def _list_below(table: Table) -> tuple[Row, ...]:
    """Give the rows below the head, all of them where there is none."""
    return table.rows[find_head(table.rows) + 1 :] if is_headed(table) else table.rows


def _list_numbers(table: Table) -> list[Steps]:
    """List the numbers of the rows, in the column that is headed so."""
    names = _name_columns(table)
    at = names.index("number") if "number" in names else None
    if at is None:
        return []
    cells = [row[at] for row in _list_below(table)]
    numbers = [read_steps(cell.text) for cell in cells if cell]
    return [number for number in numbers if number is not None]
