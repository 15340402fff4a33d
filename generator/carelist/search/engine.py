"""The lunr index of a list, and what it answers: services in order, weak matches after strong ones.

Mirrored by theme/scripts/search/engine.mjs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from lunr.builder import Builder

from carelist.search.constants import (
    ALWAYS,
    BOOSTS,
    DIGITS,
    FALL,
    K1,
    LEAST_SCORE,
    STRONG_SCORE,
    STRONG_SHARE,
    B,
)
from carelist.search.documents import list_fields, list_texts
from carelist.search.lexicon import Lexicon, list_words
from carelist.search.queries import read_parts, read_query

if TYPE_CHECKING:
    from lunr.index import Index
    from lunr.match_data import MatchData

    from carelist.search.documents import Library
    from carelist.search.queries import Query, Unit


class Result(TypedDict):
    """What lunr gives for a document."""

    ref: str
    score: float
    match_data: MatchData


class Hit(NamedTuple):
    """A service that answers a query."""

    id: str
    score: float
    share: float
    """How much of the query it answers, 0 to 1."""
    terms: frozenset[str]
    """The terms of the query that it has."""
    is_strong: bool = True
    """False for a match that is shown as a weaker one."""

    @property
    def is_full(self) -> bool:
        """Whether it answers the whole query."""
        return math.isclose(self.share, 1)


@dataclass(frozen=True)
class Engine:
    """Searches one library."""

    library: Library

    @cached_property
    def index(self) -> Index:
        """The index of lunr; every field is given as terms."""
        builder = Builder()
        builder.k1(K1)
        builder.b(B)
        for name, boost in BOOSTS.items():
            builder.field(name, boost)
        phrases = self.library.tables.phrases
        for document in self.library.documents:
            builder.add({"id": document.id, **dict(list_fields(document, phrases))})
        return builder.build()

    @cached_property
    def lexicon(self) -> Lexicon:
        """What the index knows."""
        texts = (text for document in self.library.documents for text in list_texts(document))
        terms = frozenset(self.index.inverted_index)
        return Lexicon(terms, list_words(texts), self.library.locale)

    @cached_property
    def _order(self) -> dict[str, int]:
        """The place of each service in the list, which decides among equals."""
        return {document.id: place for place, document in enumerate(self.library.documents)}

    def search(self, text: str) -> list[Hit]:
        """Give the services that answer a query, the best first."""
        best: dict[str, Hit] = {}
        for query in read_query(text, self.lexicon, self.library.tables):
            for hit in self._answer(query):
                if hit.id not in best or hit.score > best[hit.id].score:
                    best[hit.id] = hit
        hits = _grade(sorted(best.values(), key=lambda hit: self._order[hit.id]))
        return sorted(hits, key=lambda hit: (not hit.is_strong, -hit.score, self._order[hit.id]))

    def suggest(self, text: str) -> list[Hit]:
        """Give the services that have something of what was asked for, the nearest first."""
        query = read_parts(text, self.lexicon, self.library.tables)
        return sorted(self._answer(query), key=lambda hit: (-hit.score, self._order[hit.id]))

    def _answer(self, query: Query) -> list[Hit]:
        worth: dict[str, float] = {}
        for unit in query:
            for way in unit.ways:
                for term in way.terms:
                    worth[term] = max(worth.get(term, 0), way.worth)
        if not worth:
            return []
        asked = self.index.create_query()
        for term, boost in worth.items():
            asked.clause(term=term, boost=boost, use_pipeline=False)
        rate = (lambda _: 1.0) if any(map(_is_number, query)) else self._rate
        weights = [unit.weight * rate(unit) for unit in query]
        return [self._judge(query, weights, result) for result in self.index.query(asked)]

    def _rate(self, unit: Unit) -> float:
        """How much a unit tells, 0 to 1, by the rarest of its terms."""
        if not unit.ways:
            return 1.0
        terms = unit.ways[0].terms
        count = len(self.library.documents)
        rarest = min(len(self.list_having(term)) or count for term in terms)
        return math.sqrt(math.log((count + 1) / (rarest + 0.5)) / math.log(count + 1))

    def list_having(self, term: str) -> set[str]:
        """List the services that have a term."""
        posting = self.index.inverted_index.get(term, {})
        return {reference for field in BOOSTS for reference in posting.get(field, ())}

    def _judge(self, query: Query, weights: list[float], result: Result) -> Hit:
        terms = frozenset(result["match_data"].metadata)
        whole = sum(weights)
        shares = (_find_share(unit, terms) for unit in query)
        answered = sum(weight * share for weight, share in zip(weights, shares, strict=True))
        share = answered / whole if whole else 1.0
        return Hit(result["ref"], round(result["score"] * share**FALL, DIGITS), share, terms)


def _grade(hits: list[Hit]) -> list[Hit]:
    """Tell strong matches from weak ones, and leave out what is noise beside the best."""
    ranked = sorted((hit.score for hit in hits), reverse=True)
    best = ranked[0] if ranked else 0
    least = min(ranked[ALWAYS - 1] if len(ranked) >= ALWAYS else 0, best * LEAST_SCORE)
    return [
        hit._replace(is_strong=hit.share > STRONG_SHARE and hit.score >= best * STRONG_SCORE)
        for hit in hits
        if hit.share > STRONG_SHARE or hit.score >= least
    ]


def _is_number(unit: Unit) -> bool:
    return bool(unit.ways) and unit.ways[0].terms[0][0].isdecimal()


def _find_share(unit: Unit, terms: frozenset[str]) -> float:
    """How much of a unit the best way answers that a service has."""
    return max(
        (sum(term in terms for term in way.terms) / len(way.terms) for way in unit.ways),
        default=0,
    )
