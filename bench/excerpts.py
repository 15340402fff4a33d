"""Which clause answers a query, and its words around the match: what excerpt.mjs is to do.

The program itself shows no excerpts; this is what those of the page are held against.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from carelist.search.analysis import find_terms
from carelist.search.constants import AROUND, LONGEST, TITLE_WORTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

CHINESE = re.compile("[\u4e00-\u9fff]")
CUT = "…"
find_known_terms = lru_cache(maxsize=20_000)(find_terms)
"""As `find_terms`; every query asks it of the same texts. Nobody changes what it gives."""


def choose_clause(
    clauses: Iterable[tuple[str, str]],
    leading: Sequence[AbstractSet[str]],
    terms: AbstractSet[str],
    phrases: frozenset[str],
) -> int:
    """Give the place of the clause with the most of some terms, the first of equals; -1 for none.

    Args:
        clauses: Title and text of each.
        leading: The terms of the vocabulary that lead to each.
        terms: Those of the query that the service has.
        phrases: English phrases that are one thing, as stems.
    """
    counts = []
    for (title, text), led in zip(clauses, leading, strict=True):
        titled, told = ({t.term for t in find_known_terms(one, phrases)} for one in (title, text))
        counts.append(TITLE_WORTH * len(terms & titled) + len(terms & (told | led)))
    best = max(counts)
    return counts.index(best) if best else -1


def mark_terms(text: str, terms: AbstractSet[str], phrases: frozenset[str]) -> str:
    """Give a text with matches in square brackets, cut around the first where it is long."""
    spans = list(_join_spans(text, terms, phrases))
    first, last = _find_frame(text, spans[0][0] if spans else 0)
    marked, place = CUT if first else "", first
    for start, end in spans:
        if start >= first and end <= last:
            marked += f"{text[place:start]}[{text[start:end]}]"
            place = end
    return marked + text[place:last] + (CUT if last < len(text) else "")


def _join_spans(
    text: str, terms: AbstractSet[str], phrases: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Yield where terms stand, those that touch together, in the order in which they are found."""
    found: tuple[int, int] | None = None
    for term, start, end in find_known_terms(text, phrases):
        if term not in terms:
            continue
        if found and start <= found[1]:
            found = found[0], max(found[1], end)
            continue
        if found:
            yield found
        found = start, end
    if found:
        yield found


def _find_frame(text: str, place: int) -> tuple[int, int]:
    """Give where a text is cut around a place, English between words."""
    script = "han" if CHINESE.search(text) else "latin"
    longest = LONGEST[script]
    if len(text) <= longest:
        return 0, len(text)
    first = max(0, min(place - AROUND[script], len(text) - longest))
    last = first + longest
    if script == "latin":
        while 0 < first < place and text[first - 1] != " ":
            first += 1
        while place < last < len(text) and text[last] != " ":
            last -= 1
    return first, last
