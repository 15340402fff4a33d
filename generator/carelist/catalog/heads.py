"""The head of a printed table, which may have several lines."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING

from carelist.catalog.headings import count_headings
from carelist.catalog.sections import names_list
from carelist.catalog.table_lines import Row, is_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.catalog.table_lines import Cell

_BODY = re.compile(r"\d|[。；;！？]")
"""What no heading has."""
_LEAST = 2
"""So many headings make a head, and so many parts a second line of it."""
_NEXT = 2
"""A second line stands in the next one, or behind a rule."""
_MOST = 3
"""So many lines a head may have."""


def part_captions(pages: Iterable[list[Row]]) -> tuple[list[Row], list[list[Row]]]:
    """Part the rows above a head that only name their table, or say in what unit it counts.

    Programs make them the head, since they stand in the first row.

    Args:
        pages: The rows of each page, the first of which a rule or its headings made its head.

    Returns:
        These rows, and the other pages.
    """
    captions: list[Row] = []
    left: list[list[Row]] = []
    given = list(pages)
    for page, below in zip_longest(given, given[1:]):
        is_headed = below and count_headings(below[0].filled) >= _LEAST
        is_next = below and below[0].line - page[-1].line <= _NEXT
        count = _count_captions(page) if is_headed and is_next else 0
        captions += page[len(page) - count :]
        left += [page[: len(page) - count]] if count < len(page) else []
    return captions, left


def _count_captions(page: list[Row]) -> int:
    """Count the last rows of a page that only name the table below: all, or titles of a list."""
    if all(map(_is_caption, page)):
        return len(page)
    titles = takewhile(lambda row: _is_caption(row) and names_list(row.texts[0]), reversed(page))
    return sum(1 for _ in titles)


def _is_caption(row: Row) -> bool:
    """Whether a row holds one text, first or in all of its cells, that heads no column."""
    return set(row.filled) == {row.texts[0]} and not count_headings(row.filled)


def join_heads(pages: Iterable[list[Row]]) -> list[list[Row]]:
    """Make one head of its lines, whether they began a page of their own or not.

    Args:
        pages: The rows of each page, its head first.
    """
    joined: list[list[Row]] = []
    lines = 0
    for page in pages:
        above = joined[-1] if joined else []
        is_next = len(above) == 1 and page[0].line - above[0].line <= _NEXT + lines - 1
        if is_next and lines < _MOST and _goes_on(above[0], page[0]):
            joined[-1] = [_join_rows(above[0], page[0]), *page[1:]]
            lines += 1
        else:
            joined.append(list(page))
            lines = 1
        while len(joined[-1]) > 1 and lines < _MOST and _goes_on(*joined[-1][:2]):
            joined[-1][:2] = [_join_rows(*joined[-1][:2])]
            lines += 1
    return joined


def _join_rows(head: Row, second: Row) -> Row:
    """Give the head that two lines of it make."""
    pairs = zip(head.cells, second.cells, strict=True)
    return Row(head.line, tuple(_join(upper, lower) for upper, lower in pairs))


def _goes_on(head: Row, second: Row) -> bool:
    """Whether a row is the second line of a head.

    It repeats what stands above it, as merged cells do, or all of it heads something, or it only
    parts what reaches over several columns above it; the same words once more are a head of their
    own.
    """
    if len(second.cells) != len(head.cells) or second.texts == head.texts or not second.filled:
        return False
    if any(is_number(text) for text in second.texts):
        return False
    repeats = any(
        upper == lower != "" for upper, lower in zip(head.texts, second.texts, strict=True)
    )
    is_headed = count_headings(second.filled) == len(second.filled)
    return repeats or is_headed or _parts(head, second)


def _parts(head: Row, second: Row) -> bool:
    """Whether a row has words only below a heading that reaches over columns without one.

    None of them is a number or a sentence.
    """
    above, below = head.texts, second.texts
    if count_headings(head.filled) < _LEAST or any(map(_BODY.search, second.filled)):
        return False
    reached = {at for at, text in enumerate(above) if at and not text}
    reached |= {at - 1 for at in reached}
    filled = {at for at, text in enumerate(below) if text}
    return len(filled) >= _LEAST and filled <= reached


def _join(upper: Cell, lower: Cell) -> Cell:
    """Give the heading of a column: the lower line, behind the upper where it means little alone.

    Of 责任单位 above 牵头单位 it is the lower; of 补贴标准 above 市级 both are needed.
    """
    if not lower.text or upper.text in {"", lower.text}:
        return lower if lower.text else upper
    return lower if count_headings((lower.text,)) else replace(lower, text=upper.text + lower.text)
