"""A published revision is frozen: what may still change is logged, and what may not is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.checks import check_references
from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Position, Problem
from carelist.catalog.publication import find_content_digest, freeze_services
from carelist.catalog.texts import find_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.publication import FrozenService, Published
    from carelist.catalog.records import Notice, Readings, Services


class Frozen(NamedTuple):
    """A published revision as its files say it now."""

    published: Sheet[Published]
    notice: Sheet[Notice]
    services: Sheet[Services]
    readings: Sheet[Readings]
    file: str
    """Of the verbatim copy."""
    text: str

    @property
    def is_whole(self) -> bool:
        """Whether all of it could be read."""
        sheets = (self.published, self.notice, self.services, self.readings)
        return bool(self.text) and all(sheet.is_whole for sheet in sheets)


def check_frozen(frozen: Frozen) -> Iterator[Problem]:
    """The copy, the ids and the official words are those published; all else is logged.

    Against a record that somebody edited nothing can be held.
    """
    if not frozen.is_whole:
        return
    record = frozen.published.record
    values = {"date": record.published_on}
    if not record.is_sealed:
        yield Problem(frozen.published.at("seal", key=True), Kind.FROZEN_RECORD, values)
        return
    problems = [*_check_copy(frozen, values), *_check_services(frozen, values)]
    digest = find_content_digest(
        frozen.notice.record, frozen.services.record, frozen.readings.record
    )
    if not problems and digest != record.last_content:
        at = frozen.published.at("corrections" if record.corrections else "content", key=True)
        problems.append(Problem(at, Kind.NOT_LOGGED, {**values, "digest": digest}))
    yield from problems
    yield from _check_log(frozen)


def _check_log(frozen: Frozen) -> Iterator[Problem]:
    """What a correction says to concern is on the list."""
    sheet, known = frozen.published, frozen.services.list_ids("services")
    for index, correction in enumerate(sheet.record.corrections):
        path = ("corrections", index, "concerns")
        kind = Kind.UNKNOWN_SERVICE
        yield from check_references(sheet, path, correction.concerns, kind, known)


def _check_copy(frozen: Frozen, values: dict[str, str]) -> Iterator[Problem]:
    if find_digest(frozen.text) != frozen.published.record.source:
        yield Problem(Position(frozen.file), Kind.FROZEN_COPY, values)


def _check_services(frozen: Frozen, values: dict[str, str]) -> Iterator[Problem]:
    sheet = frozen.services
    was = frozen.published.record.frozen
    now = {service.id: service for service in freeze_services(sheet.record)}
    places = {service.id: index for index, service in enumerate(sheet.record.services)}
    gone = {name: service for name, service in was.items() if name not in now}
    for name, service in now.items():
        at = sheet.at("services", places[name], "id")
        if name in was:
            yield from _check_service(frozen, was[name], service, values)
        elif old := next((n for n, s in gone.items() if _is_same(s, service)), None):
            gone.pop(old)
            yield Problem(at, Kind.FROZEN_ID, {**values, "value": name, "was": old})
        else:
            yield Problem(at, Kind.FROZEN_NEW, {**values, "value": name})
    for name in gone:
        at = sheet.at("services", key=True)
        yield Problem(at, Kind.FROZEN_GONE, {**values, "value": name})


def _check_service(
    frozen: Frozen, was: FrozenService, now: FrozenService, values: dict[str, str]
) -> Iterator[Problem]:
    names = [service.id for service in frozen.services.record.services]
    at = frozen.services.at("services", names.index(now.id), "clauses", key=True)
    lost = [name for name in was.clauses if name not in now.clauses]
    if lost:
        told = {**values, "value": lost[0], "service": now.id}
        yield Problem(at, Kind.FROZEN_CLAUSE, told)
    elif was.official != now.official:
        told = {**values, "value": now.id, "digest": now.official}
        yield Problem(at, Kind.FROZEN_WORDS, told)


def _is_same(one: FrozenService, other: FrozenService) -> bool:
    return (one.official, one.clauses) == (other.official, other.clauses)
