"""Which of several tables is the list: told by its head, asked for where more than one looks so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.formats.canonical import find_head, name_cells
from carelist.formats.document import Doubt, Doubtful, Paragraph, Table, list_cells
from carelist.formats.parts import TableList, find_headings, find_lists, join_tables, put_beside
from carelist.formats.table_heads import list_below, name_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelist.formats.document import Block
    from carelist.formats.where import Where

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
    lists = find_lists(blocks)
    if not lists:
        return list(blocks), []
    looks = [_looks_so(one) for one in lists]
    if not any(looks):
        looks = [not _is_small(one) for one in lists]
    candidates = [_describe(one, number, blocks) for number, one in enumerate(lists, start=1)]
    numbers = choose_among(candidates, looks, asked)
    chosen = _join_lists(lists, numbers)
    dropped = [one for at, one in enumerate(lists) if at not in numbers and not _is_small(one)]
    doubts = [
        Doubtful(Doubt.OTHER_TABLE, one.tables[0].where, {"words": _describe(one, 0, blocks).head})
        for one in dropped
    ]
    gone = {*chosen.at[1:], *(at for one in dropped for at in one.at)}
    headings = find_headings(blocks, chosen)
    gone.update(one.at for one in headings if one and one.at is not None)
    kept: list[Block] = []
    for at, block in enumerate(blocks):
        if at == chosen.at[0]:
            kept.append(join_tables(chosen, headings))
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


def _join_lists(lists: Sequence[TableList], numbers: Sequence[int]) -> TableList:
    """Take tables that a person named for one list; each but the first may want its head.

    Tables of other columns and as many rows are one that was printed on pages beside each other.
    """
    first, *others = (lists[at] for at in numbers)
    if others and (wide := put_beside([first, *others])):
        return wide
    for at, one in zip(numbers[1:], others, strict=True):
        above, below = first.tables[0], one.tables[0]
        is_other = one.is_headed and name_columns(above) != name_columns(below)
        if is_other or above.width != below.width:
            raise OtherColumnsError(numbers[0] + 1, at + 1)
    return TableList(
        tuple(at for one in (first, *others) for at in one.at),
        tuple(table for one in (first, *others) for table in one.tables),
        is_named=bool(others),
    )


def _is_small(one: TableList) -> bool:
    """Whether a table holds words of the letter, which are kept as such."""
    return not one.is_headed and sum(len(table.rows) for table in one.tables) < _LARGE


def _looks_so(one: TableList) -> bool:
    """Whether the head of a list names services or what they give."""
    return bool({"group", "task"} & set(name_columns(one.tables[0])))


def _describe(one: TableList, number: int, blocks: Sequence[Block]) -> Candidate:
    """Describe a list as a person chooses by: its title stands in its first rows, or above it."""
    first = one.tables[0]
    at = min(find_head(first.rows), len(first.rows) - 1)
    rows = sum(len(list_below(table)) for table in one.tables)
    above = blocks[one.at[0] - 1] if one.at[0] else None
    title = above.text if isinstance(above, Paragraph) else ""
    within = dict.fromkeys(cell for row in first.rows[:at] for cell in list_cells(row))
    head = name_cells(list_cells(first.rows[at]))
    return Candidate(number, first.where, head, rows, name_cells(within) or title)


def _write_out(table: Table) -> Iterator[Block]:
    """Give the rows of a small table as paragraphs, their cells apart by a wide space."""
    for row in table.rows:
        if cells := list_cells(row):
            yield Paragraph("\u3000".join(cell.text for cell in cells), cells[0].where)
