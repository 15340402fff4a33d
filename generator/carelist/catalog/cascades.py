"""One mistake, one problem: what follows from another problem is not told a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.kinds import TRANSLATION_KINDS, UNKNOWN_KINDS, Kind
from carelist.catalog.problems import Problem, list_more_lines, sort_problems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.catalog.problems import Position

_ORDER = list(Kind)
_STAGES = [
    _ORDER.index(kind) for kind in (Kind.EXPECTED_TEXT, Kind.DUPLICATE_ID, Kind.READING_LACKS)
]
_HIDES_NOTHING = TRANSLATION_KINDS | {Kind.UNCONFIRMED, Kind.PROPOSED_IDS}
_LEFT_OVER = frozenset({Kind.UNUSED_AUDIENCE, Kind.UNUSED_GROUP})
"""What a service leaves over that names the wrong one."""


def drop_consequences(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Keep the problems that need mending, in the order of files, lines and columns."""
    kept = _keep_earliest(sort_problems(problems))
    roots = {_line(p) for p in kept if p.cause is None and not p.is_translation}
    kept = [p for p in kept if p.is_translation or p.cause is None or p.cause[:2] not in roots]
    wrong = {_line(p) for p in kept if not p.is_translation}
    kept = [p for p in kept if not (p.is_translation and p.cause and p.cause[:2] in wrong)]
    differing = {p.position.file for p in kept if p.kind == Kind.CELL_DIFFERS}
    unfinished = {_folder(p) for p in kept if p.kind != Kind.NOT_LOGGED and not p.is_translation}
    kept = [p for p in kept if p.kind != Kind.NOT_LOGGED or _folder(p) not in unfinished]
    kept = [p for p in kept if p.kind not in _LEFT_OVER or p.position.file not in differing]
    return tuple(_join_unknown(kept))


def _line(problem: Problem) -> tuple[str, int]:
    return problem.position[:2]


def _folder(problem: Problem) -> str:
    """The folder of a problem: what is logged of a revision is told once the rest is mended."""
    return problem.position.file.rpartition("/")[0]


def _keep_earliest(problems: list[Problem]) -> list[Problem]:
    """Keep at each position the problems of the earliest stage: the unreadable is not judged.

    A translation or a confirmation that is missing makes nothing unreadable, and hides nothing.
    """
    earliest: dict[Position, int] = {}
    for problem in problems:
        if problem.kind not in _HIDES_NOTHING:
            stage = _find_stage(problem)
            earliest[problem.position] = min(stage, earliest.get(problem.position, stage))
    return [p for p in problems if _find_stage(p) <= earliest.get(p.position, len(_STAGES))]


def _find_stage(problem: Problem) -> int:
    place = _ORDER.index(problem.kind)
    return sum(place >= start for start in _STAGES)


def _join_unknown(problems: list[Problem]) -> list[Problem]:
    """Tell one unknown name once in a file, with the lines that repeat it."""
    places: dict[tuple[str, Kind, str], list[Position]] = {}
    for problem in problems:
        if problem.kind in UNKNOWN_KINDS:
            places.setdefault(_name(problem), []).append(problem.position)
    joined = []
    for problem in problems:
        if problem.kind not in UNKNOWN_KINDS:
            joined.append(problem)
        elif (same := places[_name(problem)])[0] == problem.position:
            values = {**problem.values, **list_more_lines(same)}
            joined.append(Problem(problem.position, problem.kind, values))
    return joined


def _name(problem: Problem) -> tuple[str, Kind, str]:
    return problem.position.file, problem.kind, str(problem.values["value"])
