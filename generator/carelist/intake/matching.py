"""The rows of a new list matched with the services of last year's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.intake.likeness import Candidates, measure_likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carelist.catalog.records import Service
    from carelist.catalog.revision import Revision
    from carelist.intake.guesses import RecoveredRow

_TASK, _GROUP, _AUDIENCE, _BODIES = 0.6, 0.2, 0.1, 0.1
_ALIKE = 0.5
"""Less alike than this, a row is a new service."""
_RIVAL = 0.1
"""A second service that is so nearly as like makes the match doubtful."""
_RENAMED = 0.6


class Match(NamedTuple):
    """The service of last year that a row continues."""

    service: Service | None
    sure: int
    """How alike they are, as a percentage; of the nearest, where there is none."""
    nearest: str = ""
    """The id of the nearest service that is not the match."""


def match_services(rows: Sequence[RecoveredRow], last: Revision | None) -> list[Match]:
    """Match every row with at most one service, the most alike first."""
    if last is None:
        return [Match(None, 100)] * len(rows)
    among = Candidates([service.task for service in last.services])
    likeness = [
        {to: _compare(row, last.services[to], last) for to in among.find(row.text("task"))}
        for row in rows
    ]
    pairs = sorted(
        (
            (-value, abs(at - to), at, to)
            for at, line in enumerate(likeness)
            for to, value in line.items()
        )
    )
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for value, _, at, to in pairs:
        if -value >= _ALIKE and at not in chosen and to not in taken:
            chosen[at] = to
            taken.add(to)
    return [_rate(last, line, chosen.get(at)) for at, line in enumerate(likeness)]


def _compare(row: RecoveredRow, service: Service, last: Revision) -> float:
    bodies, others = set(row.known_bodies), set(service.departments)
    people = last.people_of(service)
    return (
        _TASK * measure_likeness(row.text("task"), service.task)
        + _GROUP * measure_likeness(row.text("group"), last.groups[service.group].name.source)
        + _AUDIENCE * measure_likeness(row.text("audience"), people.source if people else "")
        + _BODIES * len(bodies & others) / max(1, len(bodies | others))
    )


def _rate(last: Revision, likeness: Mapping[int, float], chosen: int | None) -> Match:
    others = [at for at in likeness if at != chosen]
    rival = max(others, key=lambda at: likeness[at], default=None)
    nearest = last.services[rival].id if rival is not None else ""
    if chosen is None:
        return Match(None, round(100 - 100 * max(likeness.values(), default=0)), nearest)
    sure = round(100 * likeness[chosen])
    if rival is not None and likeness[chosen] - likeness[rival] < _RIVAL:
        return Match(last.services[chosen], sure // 2, nearest)
    return Match(last.services[chosen], sure)


def match_names(names: Iterable[str], before: dict[str, str]) -> dict[str, str]:
    """Give the ids of names: those of last year by `before`, also where a name was reworded."""
    wanted = list(dict.fromkeys(name for name in names if name))
    ids = {name: before[name] for name in wanted if name in before}
    gone = [name for name in before if name not in ids]
    among = Candidates(gone)
    taken: set[str] = set()
    for name in wanted:
        if name in ids:
            continue
        left = [gone[place] for place in among.find(name) if gone[place] not in taken]
        near = max(left, key=lambda other: measure_likeness(name, other), default="")
        if near and measure_likeness(name, near) >= _RENAMED:
            ids[name] = before[near]
            taken.add(near)
    return ids
