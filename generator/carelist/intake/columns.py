"""Which column stands in each cell of each page of a printed table.

A heading that is known decides. What stands in the cells decides only where no heading is printed,
and where the head names neither services nor what they give. Any other column is kept under its
own heading.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum, auto
from itertools import combinations
from typing import TYPE_CHECKING

from carelist.catalog.columns import FIXED, NUMBER
from carelist.catalog.headings import find_column, find_ending, find_means, list_meanings
from carelist.catalog.proposed_ids import propose_id
from carelist.intake.names import ORDER
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carelist.catalog.records import PrintedColumn
    from carelist.catalog.source import Page, Source
    from carelist.intake.names import Known

Columns = tuple["PrintedColumn", ...]

_SAME_PLACE = 0.4
"""What it is worth that the last page of the same width has the column in this place."""
_STRAY = 0.3
"""A last column worth less than this holds only cells that moved."""
_IN_ORDER = 0.1
_LIKE = 0.5
"""A column without a known heading is taken for another where its cells read so alike at least."""
_PLAIN = 0.75
"""Above this, a column without a heading needs no telling: its cells can be nothing else."""
_COLUMNS = FIXED | {NUMBER}
MOST_COLUMNS = 60
"""So many cells of a line are read."""
_NEEDED: tuple[PrintedColumn, ...] = ("task", "group", "number")
"""What a list cannot do without: looked for among columns whose headings are not known."""


class HeadingDoubt(StrEnum):
    """Why a column is not certain."""

    UNKNOWN = auto()
    """The heading is not known; the column is kept under it."""
    TWICE = auto()
    """Another column is headed as much the same; this one is kept under its own heading."""
    AMBIGUOUS = auto()
    """The heading may head one column or another; it was taken for the likeliest."""
    BY_ENDING = auto()
    """The heading is not known; its last words are those of the column's."""
    BY_CONTENT = auto()
    """The heading is not known; the cells read like those of the column."""
    NAMELESS = auto()
    """No heading is printed, and the cells read like those of no column; it is kept as one."""
    UNHEADED = auto()
    """No heading is printed; the cells read like those of the column."""


@dataclass(frozen=True)
class DoubtfulColumn:
    """A column that is not certain, and the cell of the head that it stands in."""

    page: int
    """Counted from 0."""
    at: int
    """Its place in the line, from 0."""
    line: int
    """The line of the copy in which its heading stands, or should."""
    heading: str
    column: PrintedColumn
    doubt: HeadingDoubt


@dataclass(frozen=True)
class FurtherColumn:
    """A column beyond those that every list may have."""

    id: str
    heading: str
    """As printed."""
    means: str


@dataclass
class Layout:
    """The columns of all pages."""

    pages: list[Columns] = field(default_factory=list)
    further: dict[str, FurtherColumn] = field(default_factory=dict)
    """By id, in printed order."""
    doubts: list[DoubtfulColumn] = field(default_factory=list)

    @property
    def columns(self) -> tuple[Columns, ...]:
        """The columns of each page."""
        return tuple(self.pages)

    def has(self, column: PrintedColumn) -> bool:
        """Whether any page has a column."""
        return any(column in names for names in self.pages)


def recognise_columns(source: Source, known: Known) -> Layout:
    """Name the columns page by page."""
    layout = Layout()
    for page in source.pages:
        layout.pages.append(_Page(page, known, layout).name())
    return layout


class _Page:
    """Names the columns of one page."""

    def __init__(self, page: Page, known: Known, layout: Layout) -> None:
        self._page, self._known, self._layout = page, known, layout
        self._width = _measure_width(page)
        self._heads = [*page.head.texts, *[""] * self._width][: self._width]
        same = (names for names in reversed(layout.pages) if len(names) == self._width)
        self._like: Columns = next(same, ())
        self._names: dict[int, PrintedColumn] = {}

    def name(self) -> Columns:
        """Name each column."""
        if not any(self._heads) and not set(self._like) <= set(ORDER):
            return self._like  # only a head can tell such columns from each other
        self._take_headings()
        self._take_endings()
        left = [at for at in range(self._width) if at not in self._names]
        self._find_needed([at for at in left if self._heads[at] and not self._means(at)])
        for at in left:
            if self._heads[at] and at not in self._names:
                self._names[at] = self._keep(at)
        self._choose([at for at in left if not self._heads[at]])
        return self._list_names()

    def _take_headings(self) -> None:
        """Take the columns whose headings are known, those that may head several last."""
        told = {at: list_meanings(heading) for at, heading in enumerate(self._heads) if heading}
        for at in sorted(told, key=lambda at: len(told[at])):
            free = [name for name in told[at] if self._is_free(name)]
            columns = [name for name in free if name in _COLUMNS]
            if columns and columns[0] == free[0]:
                self._names[at] = columns[0]
                if len(free) > 1:
                    self._doubt(at, columns[0], HeadingDoubt.AMBIGUOUS)

    def _take_endings(self) -> None:
        """Take the columns whose headings end as known ones do: 优抚项目 as 项目."""
        for at, heading in enumerate(self._heads):
            if heading and at not in self._names and not self._means(at):
                name = find_ending(heading)
                if name and self._is_free(name):
                    self._names[at] = name
                    self._doubt(at, name, HeadingDoubt.BY_ENDING)

    def _is_free(self, name: PrintedColumn) -> bool:
        """Whether no column has a name yet; further columns may mean the same several times."""
        return name not in _COLUMNS or name not in self._names.values()

    def _means(self, at: int) -> str:
        """Give what a further column means by its heading, or by what that begins with."""
        heading = self._heads[at]
        begun = (find_means(heading[:end]) for end in range(len(heading), 1, -1))
        return next((means for means in begun if means), "")

    def _find_needed(self, places: Sequence[int]) -> None:
        """Find what a list cannot do without among the columns whose headings are not known.

        The first column with words in each row is the names of services, if nothing else says so.
        """
        for name in _NEEDED:
            free = [at for at in places if at not in self._names]
            best = max(free, key=lambda at: self._fit(at, name), default=None)
            is_free = name not in self._names.values()
            if is_free and best is not None and self._fit(best, name) >= _LIKE:
                self._names[best] = name
                self._doubt(best, name, HeadingDoubt.BY_CONTENT)
        whole = (at for at in places if len(self._list_texts(at)) == len(self._page.rows))
        best = next((at for at in whole if at not in self._names), None)
        if best is not None and {"group", "task"}.isdisjoint(self._names.values()):
            self._names[best] = "group"
            self._doubt(best, "group", HeadingDoubt.BY_CONTENT)

    def _keep(self, at: int) -> PrintedColumn:
        """Keep a column under its own heading; the same heading on another page is the same."""
        heading, means = self._heads[at], self._means(at)
        further = self._layout.further
        for one in further.values():
            if (
                one.heading == (heading or SOURCE.words("intake").nameless)
                and one.id not in self._names.values()
            ):
                return one.id
        id_ = propose_id(heading, further) if means in {"", "other"} else means
        id_ = id_ if id_ not in further else f"{id_}-{len(further) + 1}"
        named = heading or SOURCE.words("intake").nameless
        further[id_] = FurtherColumn(id_, named, means or "other")
        if not heading:
            self._doubt(at, id_, HeadingDoubt.NAMELESS)
        elif not find_means(heading):
            is_twice = bool(find_column(heading))
            self._doubt(at, id_, HeadingDoubt.TWICE if is_twice else HeadingDoubt.UNKNOWN)
        return id_

    def _doubt(self, at: int, column: PrintedColumn, doubt: HeadingDoubt) -> None:
        layout, head = self._layout, self._page.head
        one = DoubtfulColumn(len(layout.pages), at, head.line, self._heads[at], column, doubt)
        layout.doubts.append(one)

    def _choose(self, places: Sequence[int]) -> None:
        """Name columns without headings by what stands in them, so that all fit best together.

        Begins with the pairs of place and name that fit best, and exchanges names in pairs as long
        as that helps.
        """
        free = [name for name in ORDER if name not in self._names.values()]
        worth = {(at, name): self._weigh(at, name) for at in places for name in free}
        chosen: dict[int, PrintedColumn] = {}
        for at, name in sorted(worth, key=lambda pair: (-worth[pair], pair[0])):
            if at not in chosen and name not in chosen.values():
                chosen[at] = name
        is_better = True
        while is_better:
            is_better = False
            for option in _list_exchanges(chosen, free):
                if self._rate(option, worth) > self._rate(chosen, worth) + 1e-9:
                    chosen, is_better = option, True
        self._take(chosen, worth)

    def _rate(
        self, chosen: dict[int, PrintedColumn], worth: dict[tuple[int, PrintedColumn], float]
    ) -> float:
        names = {**self._names, **chosen}
        line = [name for _, name in sorted(names.items()) if name in ORDER]
        value = sum(worth[pair] for pair in chosen.items())
        follows = sum(map(_follows, line, line[1:]))
        return value + _IN_ORDER * follows

    def _take(
        self, chosen: dict[int, PrintedColumn], worth: dict[tuple[int, PrintedColumn], float]
    ) -> None:
        for at, name in chosen.items():
            self._names[at] = name
        last = max(self._names, default=-1)
        while last > 0 and last in chosen and worth[last, chosen[last]] < _STRAY:
            del self._names[last]
            last = max(self._names)
        is_first = not self._layout.pages
        for at in sorted(chosen):
            if at in self._names and is_first and self._fit(at, chosen[at]) < _PLAIN:
                self._doubt(at, chosen[at], HeadingDoubt.UNHEADED)

    def _list_names(self) -> Columns:
        """Give the names in their places; a column that has none is kept without a heading."""
        half = len(self._page.rows) / 2
        filled = (at for at in range(self._width) if len(self._list_texts(at)) > half)
        last = max((*self._names, *filled), default=-1)
        for at in range(last + 1):
            if at not in self._names:
                self._names[at] = self._keep(at)
        return tuple(self._names[at] for at in range(last + 1))

    def _list_texts(self, at: int) -> list[str]:
        rows = self._page.rows
        return [row.texts[at] for row in rows if at < len(row.texts) and row.texts[at]]

    def _fit(self, at: int, name: PrintedColumn) -> float:
        texts = self._list_texts(at)
        fit = sum(self._known.fit(text, name) for text in texts) / len(texts) if texts else 0.0
        return fit * (len(texts) / len(self._page.rows)) ** 0.5 if texts else fit

    def _weigh(self, at: int, name: PrintedColumn) -> float:
        return self._fit(at, name) + _SAME_PLACE * (self._like[at : at + 1] == (name,))


def _list_exchanges(
    chosen: dict[int, PrintedColumn], names: Iterable[PrintedColumn]
) -> list[dict[int, PrintedColumn]]:
    """List the ways to give two places each other's name, or one place a name that is free."""
    free = [name for name in names if name not in chosen.values()]
    pairs = combinations(chosen, 2)
    swapped = [{**chosen, one: chosen[other], other: chosen[one]} for one, other in pairs]
    return [*swapped, *({**chosen, at: name} for at in chosen for name in free)]


def _measure_width(page: Page) -> int:
    """Count the cells up to the last that is not blank in every line, as many as are read."""
    rows = [page.head, *page.rows]
    widths = (at + 1 for row in rows for at, text in enumerate(row.texts) if text)
    return min(MOST_COLUMNS, max(widths, default=0))


def _follows(name: PrintedColumn, after: PrintedColumn) -> bool:
    return ORDER.index(after) > ORDER.index(name)
