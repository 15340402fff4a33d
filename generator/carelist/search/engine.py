"""The lunr index of a list, and what it answers: services in order, weak matches after strong ones.

Mirrored by theme/scripts/search/engine.mjs.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from carelist.search.constants import (
    ALWAYS,
    BOOSTS,
    CHARACTER,
    DIGITS,
    FALL,
    LEAST_SCORE,
    LEAST_TOLD,
    MOSTLY,
    SENTENCE,
    STRONG_SCORE,
    STRONG_SHARE,
)
from carelist.search.documents import list_fields, list_texts
from carelist.search.indexing import make_index
from carelist.search.lexicon import Lexicon, list_words
from carelist.search.queries import list_characters, read_parts, read_query

if TYPE_CHECKING:
    from lunr.index import Index
    from lunr.match_data import MatchData

    from carelist.search.documents import Library
    from carelist.search.queries import Query, Unit


LONG = 400
"""A list with more services is searched in parts: as one page it would weigh too much."""


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
        phrases = self.library.tables.phrases
        return make_index(
            (document.id, dict(list_fields(document, phrases)))
            for document in self.library.documents
        )

    @cached_property
    def lexicon(self) -> Lexicon:
        """What the index knows."""
        texts = (text for document in self.library.documents for text in list_texts(document))
        terms = frozenset(self.index.inverted_index)
        return Lexicon(terms, list_words(texts), self.library.locale, self._list_terms())

    def _list_terms(self) -> tuple[frozenset[str], ...]:
        """List the terms of each service; of a long list none, which a browser has not at hand."""
        if self._is_long:
            return ()
        had: list[set[str]] = [set() for _ in self.library.documents]
        for term, found in self.weights.items():
            for place in found:
                had[place].add(term)
        return tuple(map(frozenset, had))

    @cached_property
    def weights(self) -> dict[str, dict[int, float]]:
        """What each term weighs in each service, by its place in the list, over all fields."""
        terms = {posting["_index"]: term for term, posting in self.index.inverted_index.items()}
        weights: defaultdict[str, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
        for reference, vector in self.index.field_vectors.items():
            place = self._order[str(reference).partition("/")[2]]
            numbers, values = vector.elements[::2], vector.elements[1::2]
            for number, weight in zip(numbers, values, strict=True):
                weights[terms[number]][place] += weight
        return {term: dict(found) for term, found in weights.items()}

    @property
    def _is_long(self) -> bool:
        return len(self.library.documents) > LONG

    @cached_property
    def _order(self) -> dict[str, int]:
        """The place of each service in the list, which decides among equals."""
        return {document.id: place for place, document in enumerate(self.library.documents)}

    def prepare(self) -> None:
        """Make what most queries need, so that whoever keeps the engine keeps it too."""
        tables = self.library.tables
        if self.wide:
            self.wide.prepare()
        _ = self.lexicon, self._order, tables.phrases, tables.syllables, tables.cut, tables.also
        self.__dict__.pop("weights", None)  # made for the lexicon, and wanted by few queries

    @cached_property
    def wide(self) -> Engine | None:
        """What is asked where nothing answers most of a query; None where no words are in reserve.

        A long list has none: what a query fetches of it is another thing (postings.py).
        """
        if not self.library.reserve or self._is_long:
            return None
        return Engine(self.library.widen())

    def ask(self, text: str) -> tuple[Engine, list[Hit]]:
        """Give what answers a query, and the services that do, the best first.

        It is this engine itself, or where nothing answers most, the one that has more words.
        """
        hits = self._search(text)
        return self.wide.ask(text) if self.wide and self._misses(text, hits) else (self, hits)

    def search(self, text: str) -> list[Hit]:
        """Give the services that answer a query, the best first."""
        return self.ask(text)[1]

    def _misses(self, text: str, hits: list[Hit]) -> bool:
        """Whether nothing answers most of a query that is more than a few letters."""
        share = MOSTLY if len(text.split(" ")) >= SENTENCE else 0
        is_met = any(hit.is_strong for hit in hits) and hits[0].share >= share
        return len(text.encode(errors="surrogatepass")) >= LEAST_TOLD and not is_met

    def _search(self, text: str) -> list[Hit]:
        best: dict[str, Hit] = {}
        for query in read_query(text, self.lexicon, self.library.tables):
            for hit in self._answer(query):
                if hit.id not in best or hit.score > best[hit.id].score:
                    best[hit.id] = hit
        hits = _grade(sorted(best.values(), key=lambda hit: self._order[hit.id]))
        if hits and not any(hit.is_strong for hit in hits) and not self._is_long:
            hits = self._weigh_characters(text, hits)
        return sorted(hits, key=lambda hit: (not hit.is_strong, -hit.score, self._order[hit.id]))

    def _weigh_characters(self, text: str, hits: list[Hit]) -> list[Hit]:
        """Count the single characters of a query too, where no service answers most of it.

        In a service a character counts by what the pairs weigh that have it. A service that has
        nothing more of the query is given only among the first.
        """
        known = {hit.id: hit for hit in hits}
        found = [
            known.get(one.id, Hit(one.id, 0, 0, frozenset(), is_strong=False))
            for one in self.library.documents
        ]
        for character in list_characters(text, self.library.tables):
            sums = Counter[int]()
            for term in self.lexicon.pairs_with.get(character, ()):
                sums.update(self.weights[term])
            told = CHARACTER * self._tell(len(sums))
            found = [
                hit._replace(score=round(hit.score + told * math.sqrt(sums[place]), DIGITS))
                for place, hit in enumerate(found)
            ]
        found.sort(key=lambda hit: -hit.score)
        return [
            hit for place, hit in enumerate(found) if hit.terms or (hit.score and place < ALWAYS)
        ]

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
        count = len(self.library.documents)
        terms = unit.ways[0].terms
        return math.sqrt(self._tell(min(len(self.list_having(term)) or count for term in terms)))

    def _tell(self, having: int) -> float:
        """How much something tells that so many services have, 0 to 1."""
        count = len(self.library.documents)
        return math.log((count + 1) / (having + 0.5)) / math.log(count + 1)

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
