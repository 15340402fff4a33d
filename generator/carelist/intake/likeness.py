"""How like two Chinese texts are, by their pairs of neighbouring characters."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FEW = 200
"""Of so many texts each is compared with another."""
_RARE, _MOST_SHARING = 12, 500
_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+|[A-Za-z]+|[0-9]+")


def list_pairs(text: str) -> tuple[str, ...]:
    """List the pairs of neighbouring characters; no pair reaches over a mark or a space.

    >>> list_pairs("接种 疫苗，免费")
    ('接种', '疫苗', '免费')
    """
    return _list_pieces(text, 2)


@lru_cache(maxsize=8192)
def _list_pieces(text: str, size: int) -> tuple[str, ...]:
    runs = _RUN.findall(text)
    return tuple(run[at : at + size] for run in runs for at in range(max(1, len(run) - size + 1)))


@lru_cache(maxsize=8192)
def _collect_pieces(text: str, size: int) -> frozenset[str]:
    return frozenset(_list_pieces(text, size))


def measure_likeness(one: str, other: str) -> float:
    """Measure the share of pairs that two texts have in common (Dice): from 0 to 1, for equal.

    >>> measure_likeness("儿童接种", "儿童疫苗接种")
    0.5
    """
    if one == other:
        return 1.0
    pairs, others = _count_pairs(one), _count_pairs(other)
    total = len(list_pairs(one)) + len(list_pairs(other))
    common = sum(min(pairs[pair], others[pair]) for pair in pairs.keys() & others.keys())
    return 2 * common / total if total else 0.0


@lru_cache(maxsize=16384)
def _count_pairs(text: str) -> Counter[str]:
    return Counter(list_pairs(text))


class Candidates:
    """The texts among which the likest to another are looked for, by the rarest of its pairs.

    Among few texts all are candidates; of many, those that share most of its rarest pairs.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._all = range(len(texts))
        self._places: dict[str, list[int]] = {}
        if len(texts) > FEW:
            for place, text in enumerate(texts):
                for pair in _count_pairs(text):
                    self._places.setdefault(pair, []).append(place)

    def find(self, text: str) -> Sequence[int]:
        """List the places of the candidates for a text, in their order."""
        if len(self._all) <= FEW:
            return self._all
        known = [self._places[pair] for pair in _count_pairs(text) if pair in self._places]
        known.sort(key=len)
        shared = Counter(place for places in known[:_RARE] for place in places[:_MOST_SHARING])
        return sorted(place for place, _ in shared.most_common(FEW))


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
