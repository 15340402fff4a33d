"""The index of lunr, made as its builder makes it, but for what nobody asks of it.

The builder wraps each term in an object with notes of where it stands, of which none is kept, and
finds the place of each weight by halves. The index is the same, which a test holds.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

from lunr.idf import idf
from lunr.index import Index
from lunr.pipeline import Pipeline
from lunr.token_set import TokenSet
from lunr.vector import Vector

from carelist.search.constants import BOOSTS, K1, B

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NOTHING: dict[str, list[object]] = {}
"""What lunr notes of where a term stands: nothing."""
PRECISION = 3
"""Decimals of a weight, as lunr has them."""
Fields = tuple[str, "Mapping[str, Iterable[str]]"]
"""The id of a document, and the terms of each of its fields."""


def make_index(documents: Iterable[Fields]) -> Index:
    """Make the index of some documents."""
    postings: dict[str, dict[str, Any]] = {}
    counted: dict[tuple[str, str], Counter[str]] = {}
    for reference, fields in documents:
        for name in BOOSTS:
            counts = Counter(fields[name])
            counted[name, reference] = counts
            for term in counts:
                posting = postings.get(term)
                if posting is None:
                    posting = {field: {} for field in BOOSTS} | {"_index": len(postings)}
                    postings[term] = posting
                posting[name][reference] = NOTHING
    return Index(
        inverted_index=postings,
        field_vectors=_weigh(postings, counted),
        token_set=TokenSet.from_list(sorted(postings)),
        fields=list(BOOSTS),
        pipeline=Pipeline(),
    )


def _weigh(
    postings: dict[str, dict[str, Any]], counted: dict[tuple[str, str], Counter[str]]
) -> dict[str, Vector]:
    """Give the weight of each term in each field of each document, by BM25."""
    lengths = {place: counts.total() for place, counts in counted.items()}
    count = len({reference for _, reference in counted})
    means = {
        name: sum(length for place, length in lengths.items() if place[0] == name) / max(count, 1)
        for name in BOOSTS
    }
    rarity = {term: idf(posting, count) for term, posting in postings.items()}
    vectors: dict[str, Vector] = {}
    for place, counts in counted.items():
        name, reference = place
        boost = BOOSTS[name]
        bias = K1 * (1 - B + B * (lengths[place] / means[name])) if means[name] else 0
        weights = sorted(
            (
                postings[term]["_index"],
                round(rarity[term] * ((K1 + 1) * times) / (bias + times) * boost, PRECISION),
            )
            for term, times in counts.items()
        )
        vectors[f"{name}/{reference}"] = Vector([*chain.from_iterable(weights)])
    return vectors
