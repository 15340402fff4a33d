"""Which pillar each row belongs to.

The name of a pillar is printed once for many rows, beside any of them, or not at all. Pillars keep
their order; where one begins is read from what the city says of it and from what its rows share.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from carelist.intake.likeness import Rarity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carelist.intake.labels import Label

_EARLY = 1.0
"""What it costs that a pillar begins above the row that prints its name."""
_UNPRINTED = 3.0
"""What it costs to take a pillar whose name is not printed."""
_SHARED = {"group": 3.0, "audience": 1.5, "departments": 0.7}
"""What it costs that a pillar ends between two rows with the same words in a column."""
_WEIGHT, _MOST = 0.5, 4.0
_NEVER = -1e9
MOST_NAMES = 60


class RowWords(NamedTuple):
    """What is known of a row before its pillar."""

    audience: str
    group: str
    departments: str
    task: str

    @property
    def text(self) -> str:
        """All that may say to which pillar it belongs."""
        return f"{self.audience} {self.group} {self.task}"


@dataclass(frozen=True)
class Placed:
    """The pillar of a row, by how much it fits better than its neighbours, and its label."""

    name: str
    margin: float
    label: Label | None
    """None where the name is printed nowhere."""


class _Best(NamedTuple):
    """The best way to have come to a pillar in a row."""

    value: float
    """How well the pillars so far fit their rows, less what it costs where one ends."""
    before: int
    """The place of the pillar of the row above."""


def place_rows(
    labels: Sequence[Label], rows: Sequence[RowWords], words: Mapping[str, str]
) -> list[Placed]:
    """Choose a pillar for every row; `words` are the city's pillars in order, with their texts.

    Nothing is chosen among more than MOST_NAMES names: what is printed is no column of pillars.
    """
    names = _order_names([label.text for label in labels], list(words))
    if not (names and rows) or len(names) > MOST_NAMES:
        return []
    printed = {label.text: label for label in reversed(labels)}
    rarity = Rarity([row.text for row in rows])
    fits = [[_fit(f"{name} {words.get(name, '')}", row, rarity) for name in names] for row in rows]
    fixed = {int(label.at): names.index(label.text) for label in labels if label.at % 1 == 0}
    chosen = _choose(names, rows, fits, fixed, printed)
    prints: dict[str, list[Label]] = {}
    for label in labels:
        prints.setdefault(label.text, []).append(label)
    return [
        Placed(
            names[at],
            _find_margin(fits[row], at, row in fixed),
            _find_label(prints.get(names[at], []), row),
        )
        for row, at in enumerate(chosen)
    ]


def _find_label(same: Sequence[Label], row: int) -> Label | None:
    """Find the print of a name that is nearest to a row: beside it or above it, else below."""
    above = bisect_right(same, float(row), key=lambda label: label.at)
    return same[max(0, above - 1)] if same else None


def _order_names(printed: list[str], known: list[str]) -> list[str]:
    """Put the names in printed order, and those that are not printed where the city has them."""
    names = list(dict.fromkeys(printed))
    for at, name in enumerate(known):
        if name not in names:
            before = next((other for other in reversed(known[:at]) if other in names), None)
            names.insert(names.index(before) + 1 if before else 0, name)
    return names


def _fit(words: str, row: RowWords, rarity: Rarity) -> float:
    return min(_MOST, _WEIGHT * rarity.weigh_common(words, row.text))


def _choose(
    names: list[str],
    rows: Sequence[RowWords],
    fits: list[list[float]],
    fixed: Mapping[int, int],
    printed: Mapping[str, Label],
) -> list[int]:
    """Go down the rows once, keeping for each pillar the best way to have come to it (Viterbi)."""
    best: list[list[_Best]] = []
    parts = _part_rows(rows)
    for row in range(len(rows)):
        line: list[_Best] = []
        above: _Best | None = None
        for at, name in enumerate(names):
            label = printed.get(name)
            cost = _EARLY if label and label.at > row else 0.0
            start = cost if label else _UNPRINTED
            came = _Best(-start, at)
            if best:
                came = _Best(best[-1][at].value, at)
                if above and above.value - (start + parts[row]) > came.value:
                    came = _Best(above.value - (start + parts[row]), above.before)
                # Pillars stand in their order: a row is reached from those before its own alone.
                if above is None or best[-1][at].value > above.value:
                    above = _Best(best[-1][at].value, at)
            is_open = fixed.get(row, at) == at
            fit = fits[row][at]
            line.append(came._replace(value=came.value + fit) if is_open else _Best(_NEVER, at))
        best.append(line)
    at = max(range(len(names)), key=lambda name: best[-1][name].value)
    chosen = [at]
    for line in reversed(best[1:]):
        at = line[at].before
        chosen.append(at)
    return chosen[::-1]


def _part_rows(rows: Sequence[RowWords]) -> list[float]:
    """What it costs that a pillar ends above each row; the less, the more rows have its words."""
    times = {name: Counter(getattr(row, name) for row in rows) for name in _SHARED}
    costs = [0.0]
    for above, row in pairwise(rows):
        cost = 0.0
        for name, most in _SHARED.items():
            words = getattr(row, name)
            if words and words == getattr(above, name):
                cost += most * (1 - times[name][words] / len(rows))
        costs.append(cost)
    return costs


def _find_margin(fit: list[float], at: int, is_fixed: bool) -> float:  # noqa: FBT001  # a fact of the row, not a switch
    others = [fit[other] for other in (at - 1, at + 1) if 0 <= other < len(fit)]
    return fit[at] - max(others, default=0.0) + is_fixed
