"""Texts whose tables are drawn with bars: which is the list, and what is no table at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.headings import clean_heading, count_headings, find_column
from carelist.catalog.printed_numbers import is_next, read_steps
from carelist.catalog.sections import heads_part, says_rest
from carelist.catalog.source import read_source
from carelist.formats.canonical import LEAST_HEADINGS
from carelist.formats.choosing import Candidate, choose_among
from carelist.formats.document import Doubt, Doubtful
from carelist.formats.where import Where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelist.catalog.printed_numbers import Steps
    from carelist.catalog.source import Page, Source

_LEAST_APART = 3
"""So many lines that are headings, one after the other, were the head of a table."""


def have_cells_come_apart(text: str) -> bool:
    """Whether each cell of a table stands on a line of its own.

    Browsers copy a table so whose cells hold paragraphs: nothing tells which cells are a row.
    """
    run = 0
    for line in filter(None, map(str.strip, text.split("\n"))):
        run = run + 1 if count_headings([line]) else 0
        if run >= _LEAST_APART:
            return True
    return False


def choose_in_text(text: str, asked: Sequence[int]) -> tuple[str, list[Doubtful]]:
    """Blank the lines of all tables but the list; tell of the tables that were left out.

    Raises:
        ManyTablesError: If more than one looks like the list, or none of several does.
        NoSuchTableError: If the table that was asked for is not there.
    """
    source = read_source("", text)
    tables = _part_tables(source)
    candidates = [_describe(number, pages, source) for number, pages in enumerate(tables, start=1)]
    looks = [_looks_like_list(pages) for pages in tables]
    chosen = choose_among(candidates, looks, asked)
    if len(tables) <= 1:
        return text, []
    lines = text.split("\n")
    doubts = []
    for at, pages in enumerate(tables):
        if at in chosen:
            continue
        first = pages[0].head.line
        rows = [row.line for page in pages for row in page.rows]
        for line in range(first, max([first, *rows]) + 1):
            lines[line - 1] = ""
        doubts.append(
            Doubtful(Doubt.OTHER_TABLE, Where(line=first), {"words": candidates[at].head})
        )
    return "\n".join(lines), doubts


def _part_tables(source: Source) -> list[list[Page]]:
    """Part pages where a table begins: its head is another one, or its numbers begin anew."""
    tables: list[list[Page]] = []
    for page in source.pages:
        if tables and not _begins(page, tables[-1], source):
            tables[-1].append(page)
        else:
            tables.append([page])
    return tables


def _begins(page: Page, before: Sequence[Page], source: Source) -> bool:
    """Whether a page is the first of another table."""
    if count_headings(page.head.filled) < LEAST_HEADINGS:
        return False
    known = {clean_heading(text) for one in before for text in one.head.filled}
    if known.isdisjoint(map(clean_heading, page.head.filled)):
        return True
    lines = [row.line for row in before[-1].rows] or [before[-1].head.line]
    between = [one.text for one in source.paragraphs if lines[-1] < one.line < page.head.line]
    last, first = _list_numbers(before[-1])[-1:], _list_numbers(page)[:1]
    is_anew = bool(last and first and first[0][-1] == 1 and not is_next(last[0], first[0]))
    is_told = any(map(says_rest, between)) or all(map(heads_part, between))
    return is_anew and bool(between) and not is_told


def _list_numbers(page: Page) -> list[Steps]:
    names = [find_column(text) for text in page.head.texts]
    at = names.index("number") if "number" in names else len(names)
    numbers = (read_steps(row.texts[at]) for row in page.rows if at < len(row.texts))
    return [number for number in numbers if number is not None]


def _describe(number: int, pages: Sequence[Page], source: Source) -> Candidate:
    head = pages[0].head
    rows = sum(len(page.rows) for page in pages)
    title = next((one.text for one in reversed(source.paragraphs) if one.line < head.line), "")
    return Candidate(number, Where(line=head.line), " ".join(head.filled), rows, title)


def _looks_like_list(pages: Sequence[Page]) -> bool:
    return bool({"group", "task"} & {find_column(text) for text in pages[0].head.filled})
