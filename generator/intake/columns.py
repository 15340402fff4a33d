"""Which column stands in each cell of each page of a printed table."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from generator.catalog.headings import find_column
from generator.intake.names import ORDER

if TYPE_CHECKING:
    from generator.catalog.records import PrintedColumn
    from generator.catalog.source import Page, Source
    from generator.intake.names import Known

Columns = tuple["PrintedColumn", ...]

_HEADED = 2.0
"""What a heading is worth, beside a page full of cells that fit."""
_SAME_PLACE = 0.4
"""What it is worth that the last page of the same width has the column in this place."""
_STRAY = 0.3
"""A last column worth less than this holds only cells that moved."""
_IN_ORDER = 0.1
MOST_COLUMNS = 60
"""So many cells of a line are read."""


def recognise_columns(source: Source, known: Known) -> tuple[Columns, ...]:
    """Name the columns page by page, by their headings and by what stands in them."""
    found: list[Columns] = []
    for page in source.pages:
        found.append(_recognise(page, known, found))
    return tuple(found)


def _recognise(page: Page, known: Known, before: list[Columns]) -> Columns:
    """Choose the columns of one page so that all its cells together fit best.

    Every way is tried: of six names there are 64 sets, so that each cell is looked at so often.
    """
    width = _measure_width(page)
    like = next((names for names in reversed(before) if len(names) == width), ())
    worth = [{name: _weigh(page, known, at, name, like) for name in ORDER} for at in range(width)]

    @cache
    def choose(at: int, left: frozenset[PrintedColumn]) -> tuple[float, Columns]:
        if at == width:
            return 0.0, ()
        best: tuple[float, Columns] = (-1.0, ())
        for name in (name for name in ORDER if name in left):
            value, names = choose(at + 1, left - {name})
            value += worth[at][name] + _IN_ORDER * (not names or _follows(name, names[0]))
            if value > best[0]:
                best = value, (name, *names)
        return best if best[1] or left else (0.0, (ORDER[-1],) * (width - at))

    names = choose(0, frozenset(ORDER))[1]
    while len(names) > 1 and worth[len(names) - 1][names[-1]] < _STRAY:
        names = names[:-1]
    return names


def _measure_width(page: Page) -> int:
    """Count the cells up to the last that is not blank in every line, as many as are read."""
    rows = [page.head, *page.rows]
    widths = (at + 1 for row in rows for at, text in enumerate(row.texts) if text)
    return min(MOST_COLUMNS, max(widths, default=0))


def _weigh(page: Page, known: Known, at: int, name: PrintedColumn, like: Columns) -> float:
    texts = [row.texts[at] for row in page.rows if at < len(row.texts) and row.texts[at]]
    fit = sum(known.fit(text, name) for text in texts) / len(texts) if texts else 0.0
    fit *= (len(texts) / len(page.rows)) ** 0.5 if texts else 1.0
    head = page.head.texts[at] if at < len(page.head.texts) else ""
    is_headed = find_column(head) == name
    return fit + _HEADED * is_headed + _SAME_PLACE * (like[at : at + 1] == (name,))


def _follows(name: PrintedColumn, after: PrintedColumn) -> bool:
    return ORDER.index(after) > ORDER.index(name)
