"""Guesses of the same kind gathered: one reading, and one line of the report, for many cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.intake.guesses import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from carelist.catalog.records import Column
    from carelist.catalog.texts import Place
    from carelist.intake.guesses import Found, RecoveredRow


_NAMES = frozenset({"pillar", "audience", "group"})
"""The columns whose cells name what several rows share."""
_ALIKE: tuple[Column, ...] = ("task", "departments")
"""The columns whose cells often slide together."""


@dataclass(frozen=True)
class Guess:
    """Cells of one or several rows that were read from the same words, or in the same way."""

    columns: tuple[Column, ...]
    rows: tuple[int, ...]
    found: tuple[Found, ...]
    """One for each row."""

    @property
    def first(self) -> Found:
        """The cell of the first row; the others have their words and their ground from it."""
        return self.found[0]

    @property
    def sure(self) -> int:
        """How sure the least sure of them is."""
        return min(found.sure for found in self.found)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where they are printed: one place for all rows, or one for each."""
        places = [found.printed[0].place for found in self.found if found.printed]
        return tuple(places[:1] if len(set(places)) == 1 else places)

    @property
    def is_provable(self) -> bool:
        """Whether one reading can tell it: not a task over several lines, nor words left open."""
        if self.first.state == "printed" or not self.first.text:
            return False
        return all(len(found.printed) <= 1 for found in self.found)


def gather_guesses(rows: Sequence[RecoveredRow]) -> list[Guess]:
    """Gather the guesses, column by column; a task and its departments where both slid alike."""
    columns = list(rows[0].cells) if rows else []
    guesses: list[Guess] = []
    for column in columns:
        if column not in _ALIKE:
            guesses += _gather((column,), [(r.number, r.cells[column]) for r in rows])
    both = [row for row in rows if _slid_alike(row)]
    alike = {row.number for row in both}
    guesses += _gather(_ALIKE, [(r.number, r.cells["task"]) for r in both])
    for column in (column for column in _ALIKE if column in columns):
        others = [(r.number, r.cells[column]) for r in rows if r.number not in alike]
        guesses += _gather((column,), others)
    return guesses


def _slid_alike(row: RecoveredRow) -> bool:
    task, bodies = row.cells.get("task", BLANK), row.cells.get("departments", BLANK)
    if not (task.is_moved and bodies.is_moved and len(task.printed) == len(bodies.printed) == 1):
        return False
    (one,), (other,) = task.printed, bodies.printed
    in_place = one.column == "task" and other.column == "departments"
    return in_place and one.place == other.place and task.why == bodies.why


def _gather(columns: tuple[Column, ...], cells: Iterable[tuple[int, Found]]) -> Iterator[Guess]:
    gathered: dict[object, list[tuple[int, Found]]] = {}
    for number, found in cells:
        if found.is_moved:
            gathered.setdefault(_name_kind(columns, found), []).append((number, found))
    for pairs in gathered.values():
        numbers, founds = zip(*pairs, strict=True)
        yield Guess(columns, numbers, founds)


def _name_kind(columns: tuple[Column, ...], found: Found) -> object:
    """Name what guesses must share to be told as one: names, the cell; tasks, only the ground."""
    printed = found.printed[0] if found.printed else None
    where = (printed.column, len(found.printed)) if printed else None
    if columns[0] not in _NAMES:
        quoted = (printed.words, found.text) if printed and printed.words != found.text else None
        return found.state, found.why, where, quoted
    return found.state, found.why, where, found.text, printed and printed.place


def name_rows(rows: Sequence[int]) -> str:
    """Write numbers of rows as readings.yml does: "2, 4-5".

    >>> name_rows([2, 4, 5])
    '2, 4-5'
    """
    return _join_runs([(row, 0) for row in rows])


def name_places(places: Sequence[Place]) -> str:
    """Write lines of the table as readings.yml does: "24-32, 32+2"."""
    return _join_runs([(place.number, place.after) for place in places])


def _join_runs(places: Sequence[tuple[int, int]]) -> str:
    runs: list[list[tuple[int, int]]] = []
    for number, after in places:
        if runs and not after and runs[-1][-1] == (number - 1, 0):
            runs[-1].append((number, after))
        else:
            runs.append([(number, after)])
    return ", ".join(_name_run(run) for run in runs)


def _name_run(run: list[tuple[int, int]]) -> str:
    (first, after), (last, _) = run[0], run[-1]
    if last != first:
        return f"{first}-{last}"
    return f"{first}+{after}" if after else str(first)
