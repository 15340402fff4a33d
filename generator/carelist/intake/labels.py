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

    from carelist.intake.likeness import Rarity
    from carelist.intake.lines import Printed

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
_EQUAL, _MOST_EQUAL = 1e-9, 8
REACH = 20
"""A name is looked for at most so many names above or below the line that prints it."""


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
    """The best cover of the rows so far that ends with one label."""

    value: float
    """How well its labels fit their rows, less what it costs that they lie as they do."""
    label: int
    offset: int
    """How many labels it lies from the nearest; 0 also where both have the same words."""
    before: _State | None
    """That of the row above."""


def cover_rows(labels: Sequence[Label], texts: Sequence[str], rarity: Rarity) -> list[Cover]:
    """Choose a label for every row, so that all together fit best; there is at least one label.

    Goes down the rows once and keeps the best cover for each label (Viterbi). For each row only the
    labels are weighed that stand at most REACH labels from the nearest, so that the time is in
    proportion to the rows.
    """
    nearest = _find_nearest(labels, len(texts))
    names = [label.text for label in labels]
    fits = _Fits(names, texts, rarity)
    states = [_State(0.0, -1, 0, None)]
    for row, near in enumerate(nearest):
        states = _step(_Row(labels, names, row, near), fits, states)
    last = (len(labels) - 1) * 1.0
    best = max(states, key=lambda s: s.value - _SKIPPED * (last - s.label))
    chosen: list[int] = []
    state: _State | None = best
    while state and state.before:
        chosen.append(state.label)
        state = state.before
    covers = []
    for row, at in enumerate(reversed(chosen)):
        near = nearest[row]
        is_near = names[near] == names[at]
        margin = _find_margin(names, at, near, fits, row)
        covers.append(Cover(labels[near if is_near else at], margin, is_near=is_near))
    return covers


class _Fits:
    """How well each label fits each row; weighed where it is asked for, equal names once."""

    def __init__(self, names: Sequence[str], texts: Sequence[str], rarity: Rarity) -> None:
        self._names, self._texts, self._rarity = names, texts, rarity
        self._row, self._found = -1, dict[str, float]()

    def of(self, at: int, row: int) -> float:
        """Weigh a label beside a row."""
        if row != self._row:
            self._row, self._found = row, {}
        name = self._names[at]
        if name not in self._found:
            weight = self._rarity.weigh_common(name, self._texts[row])
            self._found[name] = min(_MOST, _WEIGHT * weight)
        return self._found[name]


def _find_nearest(labels: Sequence[Label], rows: int) -> list[int]:
    """Find for each row the last label at or above it; the first where there is none."""
    nearest: list[int] = []
    at = 0
    for row in range(rows):
        while at + 1 < len(labels) and labels[at + 1].at <= row:
            at += 1
        nearest.append(at)
    return nearest


class _Row(NamedTuple):
    """A row, and the labels that are weighed beside it."""

    labels: Sequence[Label]
    names: Sequence[str]
    row: int
    nearest: int

    @property
    def window(self) -> range:
        """The labels within reach."""
        first = max(0, self.nearest - REACH)
        return range(first, min(len(self.labels), self.nearest + REACH + 1))

    def offset(self, at: int) -> int:
        """How many labels one lies from the nearest; 0 also where both have the same words."""
        return 0 if self.names[at] == self.names[self.nearest] else at - self.nearest


def _step(row: _Row, fits: _Fits, before: list[_State]) -> list[_State]:
    """Extend every cover of the rows above by one row; both are in the order of their labels.

    A label is reached from itself, from the best of those above it, or from the one that lay as
    far from its row: no other can be better.
    """
    slid = {old.offset: old for old in before if old.offset}
    states: list[_State] = []
    takes = row.labels[row.nearest].at == row.row
    above: list[_State] = []
    place = 0
    for at in row.window:
        while place < len(before) and before[place].label < at:
            above = _keep_best(above, before[place])
            place += 1
        offset = row.offset(at)
        olds = {old.label: old for old in above}
        if place < len(before) and before[place].label == at:
            olds[at] = before[place]
        if (run := slid.get(offset)) and run.label <= at:
            olds[run.label] = run
        start = _find_start(row.labels[at], row.row, takes=takes)
        options = [
            _State(
                old.value
                + fits.of(at, row.row)
                - (0.0 if not offset else _STEP if offset == old.offset else start + _STEP)
                - _SKIPPED * max(0, at - label - 1),
                at,
                offset,
                old,
            )
            for label, old in sorted(olds.items())
        ]
        if options:
            states.append(max(options, key=lambda option: option.value))
    return states


def _keep_best(best: list[_State], old: _State) -> list[_State]:
    """Keep the covers of which any label further down would still have most; equal ones too."""
    gain = old.value + _SKIPPED * old.label
    gained = best[0].value + _SKIPPED * best[0].label if best else gain
    if gain > gained + _EQUAL:
        return [old]
    return [*best, old] if gain >= gained - _EQUAL and len(best) < _MOST_EQUAL else best


def _find_start(label: Label, row: int, *, takes: bool) -> float:
    """What it costs to begin a run of rows with a label that is not the nearest."""
    if takes or label.at < row:
        return _SLID
    return _ALONE if label.at % 1 else _BELOW


def _find_margin(names: Sequence[str], at: int, nearest: int, fits: _Fits, row: int) -> float:
    """By how much a label fits a row better than the one above and the one below it."""
    own = _OWN if names[nearest] == names[at] else 0.0
    others = [
        fits.of(other, row)
        for other in (at - 1, at + 1)
        if 0 <= other < len(names) and names[other] != names[at]
    ]
    return fits.of(at, row) + own - max(others, default=0.0)
