"""Everyday queries with the services that answer them, and how well a search finds those."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

FIRST = 3


class Question(NamedTuple):
    """What somebody types, and the services that are right."""

    query: str
    right: frozenset[str]


@dataclass(frozen=True)
class QuestionSet:
    """One half of the queries in one language: a file named `half.locale.yml`."""

    half: str
    locale: str
    questions: tuple[Question, ...]


class Score(NamedTuple):
    """How well a search answers a set."""

    first: float
    """The share of queries whose first service is right."""
    among_three: float
    reciprocal_rank: float
    """The mean of one over the rank of the first right service."""
    nothing: float
    """The share of queries without a result."""


def read_questions(folder: Path) -> list[QuestionSet]:
    """Read every set of a folder."""
    sets = []
    for path in sorted(folder.glob("*.*.yml")):
        half, locale, _ = path.name.rsplit(".", 2)
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
        questions = (Question(str(one["query"]), frozenset(one["right"])) for one in entries)
        sets.append(QuestionSet(half, locale, tuple(questions)))
    return sets


def score(questions: Iterable[Question], search: Callable[[str], list[str]]) -> Score:
    """Ask every question, and count what a search gives: ids of services, the best first."""
    ranks, empty = [], 0
    for query, right in questions:
        found = search(query)
        empty += not found
        ranks.append(next((rank for rank, one in enumerate(found, start=1) if one in right), 0))
    count = len(ranks)
    return Score(
        sum(rank == 1 for rank in ranks) / count,
        sum(0 < rank <= FIRST for rank in ranks) / count,
        sum(1 / rank for rank in ranks if rank) / count,
        empty / count,
    )
