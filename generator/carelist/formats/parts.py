"""Tables that are one list: pages of one, or one under each of its headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.printed_numbers import is_next
from carelist.catalog.sections import ends_sentence, heads_part, names_list, says_rest
from carelist.formats.canonical import find_head
from carelist.formats.document import Cell, Paragraph, Table, list_cells
from carelist.formats.table_heads import (
    is_headed,
    list_below,
    list_head,
    list_numbers,
    name_columns,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelist.formats.document import Block
    from carelist.formats.where import Where

_MOST_BETWEEN = 3
"""So many paragraphs may stand between two parts of a list: its title once more, a heading."""
_LONGEST_NAME = 20
_UNNAMED = re.compile(r"(?:sheet|工作表|表)?[\s\d.年月日_-]*", re.IGNORECASE)
"""The name of a sheet that programs give, or a day."""


class Heading(NamedTuple):
    """What heads a part of a list, and where it stands in the file."""

    text: str
    where: Where
    at: int | None = None
    """Its place among the blocks, where it is a paragraph."""


@dataclass(frozen=True)
class TableList:
    """Tables that are one list, and their places among the blocks."""

    at: tuple[int, ...]
    """The places of the tables."""
    tables: tuple[Table, ...]
    is_named: bool = False
    """Whether a person named several tables as one list."""

    @property
    def is_headed(self) -> bool:
        """Whether it has a head at all."""
        return is_headed(self.tables[0])


def find_lists(blocks: Sequence[Block]) -> list[TableList]:
    """Find the tables of a document, those that are parts of one list together."""
    lists: list[TableList] = []
    for at, block in enumerate(blocks):
        if not isinstance(block, Table) or not block.rows:
            continue
        last = lists[-1] if lists else None
        if last and _goes_on(blocks, last, at):
            lists[-1] = TableList((*last.at, at), (*last.tables, block))
        else:
            lists.append(TableList((at,), (block,)))
    return lists


def _goes_on(blocks: Sequence[Block], before: TableList, at: int) -> bool:
    """Whether a table goes on with the list before it.

    It has as many columns and no head of its own, and stands right below, or its numbers go on, or
    a line between them says so; or the same head, with numbers that go on, such a line, or one
    heading after the other above them.
    """
    above, below = before.tables[-1], blocks[at]
    end = before.at[-1]
    if not isinstance(below, Table) or above.width != below.width or at - end - 1 > _MOST_BETWEEN:
        return False
    between = [one.text for one in blocks[end + 1 : at] if isinstance(one, Paragraph)]
    names = name_columns(before.tables[0])
    last, first = list_numbers(above, names)[-1:], list_numbers(below, names)[:1]
    follows = bool(last and first) and is_next(last[0], first[0])
    is_rest = follows or any(map(says_rest, between))
    if not is_headed(below):
        return before.is_headed and (is_rest or not between)
    if names != name_columns(below):
        return False
    return is_rest or all(_find_section(blocks, one) is not None for one in (end, at))


def put_beside(lists: Sequence[TableList]) -> TableList | None:
    """Make one table of several that have as many rows and no column in common; else None.

    A sheet that is too wide for its page is printed so.
    """
    parts = [one.tables[0] for one in lists]
    if any(len(one.tables) > 1 or not is_headed(one.tables[0]) for one in lists):
        return None
    headings = [text for table in parts for text in dict.fromkeys(list_head(table)) if text]
    bodies = [table.rows[find_head(table.rows) :] for table in parts]
    if len(set(headings)) < len(headings) or len({*map(len, bodies)}) > 1:
        return None
    blank = (None,) * sum(table.width for table in parts[1:])
    above = [(*row, *blank) for row in parts[0].rows[: find_head(parts[0].rows)]]
    beside = [tuple(chain(*rows)) for rows in zip(*bodies, strict=True)]
    wide = replace(parts[0], rows=(*above, *beside))
    return TableList(tuple(at for one in lists for at in one.at), (wide,))


def find_headings(blocks: Sequence[Block], chosen: TableList) -> list[Heading | None]:
    """Find the heading of each part of a list that stands in several tables.

    Where a person named the tables, what stands above each of them will do, or the name of its
    sheet, if all have one.
    """
    if len(chosen.tables) == 1:
        return [None]
    found = [_find_section(blocks, at) for at in chosen.at]
    if not chosen.is_named or None not in found:
        return found
    ways = (
        [_find_name(blocks, at) for at in chosen.at],
        [_find_title(table) for table in chosen.tables],
        _name_sheets(chosen.tables),
    )
    return next((names for names in ways if None not in names), found)


def _find_section(blocks: Sequence[Block], at: int) -> Heading | None:
    """Find the heading that stands right above a table."""
    above = blocks[at - 1] if at else None
    if isinstance(above, Paragraph) and heads_part(above.text.strip()):
        return Heading(above.text, above.where, at - 1)
    return None


def _find_name(blocks: Sequence[Block], at: int) -> Heading | None:
    """Find the name that stands right above a table, and heads no list by itself."""
    above = blocks[at - 1] if at else None
    if not isinstance(above, Paragraph) or len(text := above.text.strip()) > _LONGEST_NAME:
        return None
    is_name = not (names_list(text) or ends_sentence(text) or says_rest(text))
    return Heading(text, above.where, at - 1) if is_name else None


def _find_title(table: Table) -> Heading | None:
    """Find the name that stands in a row of its own right above the head of a table."""
    cells = _list_titles(table)[-1:]
    return Heading(cells[0].text, cells[0].where) if cells else None


def _list_titles(table: Table) -> list[Cell]:
    """List the cells of the rows above a head that are one cell each."""
    rows = map(list_cells, table.rows[: find_head(table.rows)])
    return [cells[0] for cells in rows if len(cells) == 1]


def _name_sheets(tables: Sequence[Table]) -> list[Heading | None]:
    """Take the names of sheets for headings, if somebody gave each of them one."""
    named = [Heading(one.where.sheet, one.where) for one in tables]
    are_given = all(one.text and not _UNNAMED.fullmatch(one.text) for one in named)
    return [*named] if are_given and len(set(named)) == len(named) else [None]


def join_tables(chosen: TableList, headings: Sequence[Heading | None]) -> Table:
    """Make one table of the parts of a list; a heading above a part is a row of one cell.

    A title above the head of a further part, which no other part has, is such a heading too.
    """
    first = chosen.tables[0]
    if len(chosen.tables) == 1:
        return first
    top = find_head(first.rows)
    told = {one.text for one in headings if one} | {cell.text for cell in _list_titles(first)}
    used = {one.text for one in headings if one and one.at is None}
    rows = [row for row in first.rows[:top] if used.isdisjoint(map(_write, list_cells(row)))]
    rows += first.rows[top : top + 1]
    for at, (table, heading) in enumerate(zip(chosen.tables, headings, strict=True)):
        titles = [
            Heading(cell.text, cell.where)
            for cell in _list_titles(table)
            if at and cell.text not in told and not says_rest(cell.text)
        ]
        told |= {one.text for one in titles}
        for one in (*titles, *filter(None, (heading,))):
            drawn = Cell(one.text, one.where, 1, first.width)
            rows.append((drawn,) * first.width)
        rows += list_below(table)
    return replace(first, rows=tuple(rows))


def _write(cell: Cell) -> str:
    return cell.text
