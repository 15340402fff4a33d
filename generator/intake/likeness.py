"""How like two Chinese texts are, by their pairs of neighbouring characters."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+|[A-Za-z]+|[0-9]+")


def list_pairs(text: str) -> tuple[str, ...]:
    """List the pairs of neighbouring characters; no pair reaches over a mark or a space."""
    return _list_pieces(text, 2)


@lru_cache(maxsize=8192)
def _list_pieces(text: str, size: int) -> tuple[str, ...]:
    runs = _RUN.findall(text)
    return tuple(run[at : at + size] for run in runs for at in range(max(1, len(run) - size + 1)))


@lru_cache(maxsize=8192)
def _collect_pieces(text: str, size: int) -> frozenset[str]:
    return frozenset(_list_pieces(text, size))


def measure_likeness(one: str, other: str) -> float:
    """Measure the share of pairs that two texts have in common (Dice): from 0 to 1, for equal."""
    if one == other:
        return 1.0
    pairs, others = Counter(list_pairs(one)), Counter(list_pairs(other))
    total = pairs.total() + others.total()
    return 2 * (pairs & others).total() / total if total else 0.0


_LONELY = 0.5
"""Two characters may meet by chance; three seldom do."""


class Rarity:
    """How much it says that two texts share a pair: the more, the fewer texts have it."""

    def __init__(self, texts: Iterable[str]) -> None:
        sets = [set(list_pairs(text)) for text in texts]
        self._count = len(sets)
        self._times = Counter(pair for pairs in sets for pair in pairs)

    def weigh_common(self, one: str, other: str) -> float:
        """Add up the weight of all pairs that two texts share; a lonely pair counts half."""
        common = _collect_pieces(one, 2) & _collect_pieces(other, 2)
        whole = _collect_pieces(one, 3) & _collect_pieces(other, 3)
        joined = {pair for triple in whole for pair in (triple[:2], triple[1:])}
        return sum(
            self._weigh(pair) * (1 if pair in joined else _LONELY) for pair in sorted(common)
        )

    def _weigh(self, pair: str) -> float:
        """Weigh a pair by the logarithm of the texts for each one that has it (Jones 1972)."""
        return math.log(max(1.0, self._count / max(1, self._times[pair])))
