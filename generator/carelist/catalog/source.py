"""The verbatim copy of the notice: its paragraphs and its table, with the place of each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from carelist.catalog.headings import clean_heading, count_headings, find_column
from carelist.catalog.heads import join_heads, part_captions
from carelist.catalog.looks import strip_looks
from carelist.catalog.table_lines import (
    Row,
    has_columns,
    is_number,
    is_rule,
    join_broken_rows,
    split_line,
)

if TYPE_CHECKING:
    from collections.abc import Collection

_LEAST_HEADINGS = 2
"""So many headings make a row a head where no rule is drawn below it."""


@dataclass(frozen=True)
class Page:
    """One page of the printed table: its head, which may be blank, and the lines below."""

    head: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the body."""

    text: str
    line: int


@dataclass(frozen=True)
class Source:
    """The copy, read for its shape alone; nothing is repaired here."""

    file: str
    paragraphs: tuple[Paragraph, ...]
    pages: tuple[Page, ...]

    @property
    def shape(self) -> list[tuple[int, int]]:
        """The line of each row of the table, and how many cells it has."""
        return [
            (row.line, len(row.cells)) for page in self.pages for row in (page.head, *page.rows)
        ]


@lru_cache(maxsize=1 << 3)
def read_source(file: str, text: str) -> Source:
    """Take the copy apart into paragraphs and the pages of its table, once for the same words.

    A table is written with bars (Markdown) or with tabs between its cells. A row whose line is
    broken before its last bar goes on in the next line. A page begins with its head, or where the
    table goes on in another width behind other lines; a note among rows parts no page. A row that
    has too few cells, and words in one of them alone, is such a note; so is a row above a head that
    only names the table. A column without a word is none.
    """
    lines = join_broken_rows(text.split("\n"))
    reader = _Reader(has_columns=any(has_columns(line) for _, line in lines))
    for at, (number, line) in enumerate(lines):
        is_ruled = at + 1 < len(lines) and is_rule(lines[at + 1][1])
        reader.read(number, line, is_ruled=is_ruled)
    captions, pages = part_captions(reader.pages)
    named = [Paragraph(row.filled[0], row.line) for row in captions]
    paragraphs = sorted([*reader.paragraphs, *named], key=lambda paragraph: paragraph.line)
    made = _make_pages(pages)
    used = {heading for page in made for heading in _list_used(page)}
    kept = (_drop_blank_columns(page, used) for page in made)
    return Source(file, tuple(paragraphs), tuple(kept))


@dataclass
class _Reader:
    """Goes down the lines once."""

    has_columns: bool
    """Whether any row has more cells than one; a row of one cell is a note then."""
    paragraphs: list[Paragraph] = field(default_factory=list)
    pages: list[list[Row]] = field(default_factory=list)
    is_inside: bool = False
    """Whether the line above is a row."""

    @property
    def width(self) -> int:
        """How many cells the first row of the page has; 0 where there is no page."""
        return len(self.pages[-1][0].cells) if self.pages else 0

    def read(self, number: int, line: str, *, is_ruled: bool) -> None:
        """Take one line; `is_ruled` where a rule is drawn below it."""
        if is_rule(line):
            return
        row = split_line(number, line, in_table=self.is_inside, width=self.width, is_ruled=is_ruled)
        if row and not self._is_note(row, is_ruled=is_ruled):
            self._take(row, is_ruled=is_ruled)
            return
        self.is_inside = False
        if words := " ".join(row.filled) if row else strip_looks(line.strip()):
            self.paragraphs.append(Paragraph(words, number))

    def _is_note(self, row: Row, *, is_ruled: bool) -> bool:
        """Whether a row is none of the table: too narrow for it, and with words in one cell."""
        words = row.filled
        if len(row.cells) == 1 and self.has_columns:
            return True
        if is_ruled or len(row.cells) >= self.width:
            return False
        return self.is_inside if not words else len(words) == 1 and not is_number(words[0])

    def _take(self, row: Row, *, is_ruled: bool) -> None:
        """Add a row to the page, or begin a page with it."""
        headings = count_headings(row.filled)
        if self.is_inside:
            begins = is_ruled and (headings > 0 or not row.filled)
        else:
            begins = is_ruled or len(row.cells) != self.width
        if begins or headings >= _LEAST_HEADINGS:
            self.pages.append([row])
        else:
            self.pages[-1].append(row)
        self.is_inside = True


def _make_pages(pages: list[list[Row]]) -> list[Page]:
    """Part the head of each page from its rows.

    Programs make the first line of a page its head; one with a number is a row all the same, and
    so is one of a later page whose words head nothing. A head may have a second line.
    """
    made: list[Page] = []
    for head, *below in join_heads(pages):
        known = {text for page in made for text in page.head.filled}
        is_head = not made or not head.filled or not known.isdisjoint(head.filled)
        if any(is_number(text) for text in head.texts) or not (
            is_head or count_headings(head.filled)
        ):
            made.append(Page(Row(head.line, ()), (head, *below)))
        else:
            made.append(Page(head, tuple(below)))
    return made


def _is_kept(heading: str, used: Collection[str]) -> bool:
    """Whether a column without a word on its page is one all the same."""
    return bool(find_column(heading)) or clean_heading(heading) in used


def _list_used(page: Page) -> list[str]:
    """List the headings below which any row of a page has words."""
    texts = [row.texts for row in page.rows]
    pairs = enumerate(map(clean_heading, page.head.texts))
    return [one for at, one in pairs if any(at < len(row) and row[at] for row in texts)]


def _drop_blank_columns(page: Page, used: Collection[str]) -> Page:
    """Leave out the columns in which no row of any page has a word, unless a list must have them.

    A list may print 备注 and nothing below it. Where rows are of different lengths, no telling
    which cells stand below each other.
    """
    rows = [row for row in (page.head, *page.rows) if row.cells]
    if len({len(row.cells) for row in rows}) != 1:
        return page
    heads = page.head.texts or ("",) * len(rows[0].cells)
    kept = [
        at
        for at, texts in enumerate(zip(*(row.texts for row in page.rows), heads, strict=True))
        if any(texts[:-1]) or (heads[at] and _is_kept(heads[at], used))
    ]
    head, *below = (
        replace(row, cells=tuple(row.cells[at] for at in kept if row.cells))
        for row in (page.head, *page.rows)
    )
    return Page(head, tuple(below))
