"""Which rows each name covers that is printed once for several of them.

Copies of tables lose merged cells: a name is then printed beside one of its rows, seldom the
first, and whole runs of names slide by a line. Names keep their order, so that the best cover
can be found by going down the rows once (dynamic programming).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.intake.likeness import Rarity
    from generator.intake.lines import Printed

_BELOW = 1.0
"""What it costs that a name covers rows above the line that prints it."""
_ALONE = 0.5
"""The same, of a name on a line of its own: it has no row that it must begin with."""
_SLID = 2.0
"""What it costs to take a name from the row that prints it; once for a run of rows."""
_STEP = 0.25
"""What each further row costs of which that holds."""
_OWN = 0.5
"""What it says for a name that it is the nearest."""
_SKIPPED = 3.0
"""What it costs to make no use of a name."""
_WEIGHT, _MOST = 0.4, 4.0


@dataclass(frozen=True)
class Label:
    """A printed name, and the index of the row beside which it stands (n - 0.5: above row n)."""

    printed: Printed
    at: float

    @property
    def text(self) -> str:
        """The name without the spaces of line breaks."""
        return self.printed.text


class Cover(NamedTuple):
    """The label that covers a row, and by how much it fits better than its neighbours."""

    label: Label
    margin: float
    is_near: bool
    """Whether it stands in the row, or is the nearest above it."""


class _State(NamedTuple):
    value: float
    label: int
    offset: int
    """How many labels it lies from the nearest; 0 also where both have the same words."""
    before: _State | None


def cover_rows(labels: Sequence[Label], texts: Sequence[str], rarity: Rarity) -> list[Cover]:
    """Choose a label for every row, so that all together fit best; there is at least one label."""
    fits = [[_fit(label, text, rarity) for label in labels] for text in texts]
    nearest = [_find_nearest(labels, row) for row in range(len(texts))]
    states = {(-1, 0): _State(0.0, -1, 0, None)}
    for row, fit in enumerate(fits):
        states = _step(labels, row, nearest[row], fit, states)
    last = (len(labels) - 1) * 1.0
    best = max(states.values(), key=lambda s: s.value - _SKIPPED * (last - s.label))
    chosen: list[int] = []
    state: _State | None = best
    while state and state.before:
        chosen.append(state.label)
        state = state.before
    covers = []
    for row, at in enumerate(reversed(chosen)):
        near = labels[nearest[row]]
        is_near = near.text == labels[at].text
        margin = _find_margin(labels, at, nearest[row], fits[row])
        covers.append(Cover(near if is_near else labels[at], margin, is_near=is_near))
    return covers


def _fit(label: Label, text: str, rarity: Rarity) -> float:
    return min(_MOST, _WEIGHT * rarity.weigh_common(label.text, text))


def _find_nearest(labels: Sequence[Label], row: int) -> int:
    """Find the last label at or above a row; the first where there is none."""
    return max((at for at, label in enumerate(labels) if label.at <= row), default=0)


def _step(
    labels: Sequence[Label],
    row: int,
    nearest: int,
    fit: list[float],
    before: dict[tuple[int, int], _State],
) -> dict[tuple[int, int], _State]:
    """Extend every cover of the rows above by one row."""
    states: dict[tuple[int, int], _State] = {}
    for at in range(len(labels)):
        offset = 0 if labels[at].text == labels[nearest].text else at - nearest
        start = _find_start(labels[at], row, takes=labels[nearest].at == row)
        options = [
            _State(
                old.value
                + fit[at]
                - (0.0 if not offset else _STEP if offset == old.offset else start + _STEP)
                - _SKIPPED * max(0, at - old.label - 1),
                at,
                offset,
                old,
            )
            for old in before.values()
            if old.label <= at
        ]
        if options:
            states[at, offset] = max(options, key=lambda option: option.value)
    return states


def _find_start(label: Label, row: int, *, takes: bool) -> float:
    """What it costs to begin a run of rows with a label that is not the nearest."""
    if takes or label.at < row:
        return _SLID
    return _ALONE if label.at % 1 else _BELOW


def _find_margin(labels: Sequence[Label], at: int, nearest: int, fit: list[float]) -> float:
    """By how much a label fits a row better than the one above and the one below it."""
    own = _OWN if labels[nearest].text == labels[at].text else 0.0
    others = [
        fit[other]
        for other in (at - 1, at + 1)
        if 0 <= other < len(labels) and labels[other].text != labels[at].text
    ]
    return fit[at] + own - max(others, default=0.0)
