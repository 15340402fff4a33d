"""What must hold between the services of a revision: references, numbers, titles, conditions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from carelist.catalog.checks import check_ids, check_known, check_references, check_span
from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Problem, find_nearest
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.records import Service, Services
    from carelist.catalog.texts import Path


def check_services(
    sheet: Sheet[Services], pillars: set[str] | None, departments: set[str] | None
) -> Iterator[Problem]:
    """The rows refer to what exists, are numbered without gaps, and can be told apart."""
    for name in ("audiences", "groups", "services"):
        yield from check_ids(sheet, name)
    audiences, groups = sheet.list_ids("audiences"), sheet.list_ids("groups")
    for index, service in enumerate(sheet.record.services):
        at: Path = ("services", index)
        where = (*at, "pillar")
        if service.pillar:
            yield from check_known(sheet, where, service.pillar, Kind.UNKNOWN_PILLAR, pillars)
        where = (*at, "audience")
        if service.audience:
            kind = Kind.UNKNOWN_AUDIENCE
            yield from check_known(sheet, where, service.audience, kind, audiences)
        yield from check_known(sheet, (*at, "group"), service.group, Kind.UNKNOWN_GROUP, groups)
        where, kind = (*at, "departments"), Kind.UNKNOWN_DEPARTMENT
        yield from check_references(sheet, where, service.departments, kind, departments)
        where, kind = (*at, "supporting"), Kind.NOT_SUPPORTING
        yield from check_references(sheet, where, service.supporting, kind, {*service.departments})
        yield from check_ids(sheet, *at, "clauses")
        yield from _check_conditions(sheet, index, service)
        for place, clause in enumerate(service.clauses):
            if clause.remark:
                where = (*at, "clauses", place, "remark", "services")
                known, kind = sheet.list_ids("services"), Kind.UNKNOWN_SERVICE
                named = clause.remark.services
                yield from check_references(sheet, where, named, kind, known)
    yield from _check_titles(sheet)
    if sheet.is_whole:
        yield from _check_numbers(sheet)
        yield from _check_pillars_left_out(sheet)
        yield from _check_unused(sheet)


def _check_conditions(sheet: Sheet[Services], index: int, service: Service) -> Iterator[Problem]:
    """The condition of a clause is words of the clause."""
    for number, clause in enumerate(service.clauses):
        if clause.condition:
            at: Path = ("services", index, "clauses", number)
            words = clause.condition.source
            yield from check_span(sheet, (*at, "condition"), words, clause.text, (*at, "text"))


def _check_numbers(sheet: Sheet[Services]) -> Iterator[Problem]:
    numbers = [service.number for service in sheet.record.services]
    if sorted(numbers) == list(range(1, len(numbers) + 1)):
        yield from _check_order(sheet, numbers)
        return
    expected = 1
    for index, number in enumerate(numbers):
        if number != expected:
            values = {"value": str(number), "expected": str(expected)}
            yield Problem(sheet.at("services", index, "number"), Kind.NOT_CONSECUTIVE, values)
            if numbers[index + 1 : index + 2] != [expected + 1]:  # no mere slip in one number
                expected = number
        expected += 1


def _check_order(sheet: Sheet[Services], numbers: list[int]) -> Iterator[Problem]:
    highest = 0
    for index, number in enumerate(numbers):
        if number < highest:
            values = {"value": str(number), "before": str(highest)}
            yield Problem(sheet.at("services", index, "number"), Kind.OUT_OF_ORDER, values)
        highest = max(highest, number)


def _check_pillars_left_out(sheet: Sheet[Services]) -> Iterator[Problem]:
    """Every service has a pillar, or none; the proof asks the same of audiences."""
    services = sheet.record.services
    without = [index for index, service in enumerate(services) if not service.pillar]
    if len(without) == len(services):
        return
    for index in without:
        values = {"value": services[index].id}
        yield Problem(sheet.at("services", index), Kind.PILLAR_LEFT_OUT, values)


def _check_unused(sheet: Sheet[Services]) -> Iterator[Problem]:
    """Every audience and group is used; one whose name was misspelt in a service is."""
    rows = sheet.record
    for name, kind in (("audience", Kind.UNUSED_AUDIENCE), ("group", Kind.UNUSED_GROUP)):
        ids = [entry.id for entry in getattr(rows, f"{name}s")]
        used = {getattr(service, name) for service in rows.services} - {None}
        used |= {find_nearest(value, ids).get("near", "") for value in used - set(ids)}
        for index, value in enumerate(ids):
            if value not in used:
                yield Problem(sheet.at(f"{name}s", index, "id"), kind, {"value": value})


def _check_titles(sheet: Sheet[Services]) -> Iterator[Problem]:
    groups = {group.id: group.name.source for group in sheet.record.groups}
    sizes = Counter(service.group for service in sheet.record.services)
    taken: dict[str, Service] = {}
    for index, service in enumerate(sheet.record.services):
        group = groups.get(service.group, service.group)
        if sizes[service.group] > 1 and not service.title:
            values = {"value": service.id, "group": group}
            yield Problem(sheet.at("services", index), Kind.TITLE_NEEDED, values)
            continue
        shown = service.title.source if service.title else group
        other = taken.setdefault(shown, service)
        if other is not service:
            at = sheet.at("services", index, "title", SOURCE.tag)
            yield Problem(at, Kind.TITLE_NOT_UNIQUE, {"value": shown, "other": other.id})
