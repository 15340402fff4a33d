"""What must hold between records: ids, references, numbers, titles, spans, texts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.catalog.differences import shorten
from generator.catalog.messages import Kind
from generator.catalog.problems import Problem, find_nearest
from generator.catalog.texts import CHINESE_MARK, HAN, find_digest, find_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from generator.catalog.binding import Sheet
    from generator.catalog.records import Hotlines, Notice, Pillars, Service, Services
    from generator.catalog.texts import Path, Record, Text

    AnySheet = Sheet[Any]

STRUCTURAL_KINDS = frozenset(
    {
        Kind.DUPLICATE_ID,
        Kind.NOT_CONSECUTIVE,
        Kind.UNKNOWN_PILLAR,
        Kind.UNKNOWN_DEPARTMENT,
        Kind.UNKNOWN_AUDIENCE,
        Kind.UNKNOWN_GROUP,
    }
)
"""Problems that leave no table to hold against the source copy."""


def check_texts(sheet: AnySheet) -> Iterator[Problem]:
    """Each text is of its language, on one line, and its English is of the present Chinese."""
    for path, text in find_texts(sheet.record):
        yield from _check_chinese(sheet, path, text)
        if text.en and (mark := CHINESE_MARK.search(text.en)):
            at = sheet.at(*path, "en")
            yield Problem(at, Kind.NOT_ENGLISH, {"value": mark[0]})
        if text.english_state != "fresh":
            missing = text.english_state == "missing"
            kind = Kind.MISSING_ENGLISH if missing else Kind.STALE_ENGLISH
            values = {"value": shorten(text.zh), "digest": find_digest(text.zh)}
            yield Problem(sheet.at(*path, "zh" if missing else "digest"), kind, values)


def _check_chinese(sheet: AnySheet, path: Path, text: Text) -> Iterator[Problem]:
    at = sheet.at(*path, "zh")
    if not text.zh.strip():
        yield Problem(at, Kind.EMPTY_TEXT, {"key": "zh"})
    elif not HAN.search(text.zh):
        yield Problem(at, Kind.NOT_CHINESE, {"value": shorten(text.zh)})
    for name in ("zh", "en"):
        if "\n" in (getattr(text, name) or ""):
            yield Problem(sheet.at(*path, name), Kind.LINE_BREAK)


def check_ids(sheet: AnySheet, name: str, *path: str | int) -> Iterator[Problem]:
    """Every id of a list stands once in it."""
    items: tuple[Record, ...] = sheet.record
    for step in (*path, name):
        items = items[step] if isinstance(step, int) else getattr(items, step)
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        value = getattr(item, "id", None) or getattr(item, "number", "")
        key = "id" if hasattr(item, "id") else "number"
        at = sheet.at(*path, name, index, key)
        if value in first:
            values = {"value": value, "first": str(first[value])}
            yield Problem(at, Kind.DUPLICATE_ID, values)
        first.setdefault(value, at.line)


def check_services(
    sheet: Sheet[Services], pillars: set[str] | None, departments: set[str] | None
) -> Iterator[Problem]:
    """The rows refer to what exists, are numbered without gaps, and can be told apart."""
    rows = sheet.record
    known: dict[str, tuple[Kind, set[str] | None]] = {
        "pillar": (Kind.UNKNOWN_PILLAR, pillars),
        "audience": (Kind.UNKNOWN_AUDIENCE, {a.id for a in rows.audiences} | sheet.broken_ids),
        "group": (Kind.UNKNOWN_GROUP, {g.id for g in rows.groups} | sheet.broken_ids),
    }
    for index, service in enumerate(rows.services):
        path: Path = ("services", index)
        for key, (kind, ids) in known.items():
            yield from _check_known(sheet, (*path, key), getattr(service, key), kind, ids)
        yield from check_references(
            sheet, (*path, "departments"), service.departments, Kind.UNKNOWN_DEPARTMENT, departments
        )
        yield from check_ids(sheet, "clauses", *path)
        for number, clause in enumerate(service.clauses):
            if clause.condition:
                where = (*path, "clauses", number, "condition", "zh")
                yield from _check_span(sheet, where, clause.condition.zh, clause.text.zh)
    yield from _check_unused(sheet)
    yield from _check_titles(sheet)
    if sheet.complete:
        yield from _check_numbers(sheet)


def check_references(
    sheet: AnySheet, path: Path, values: tuple[str, ...], kind: Kind, known: set[str] | None
) -> Iterator[Problem]:
    """Every id of a list of ids is known and stands once; None where the known are not known."""
    seen: set[str] = set()
    for index, value in enumerate(values):
        yield from _check_known(sheet, (*path, index), value, kind, known)
        if value in seen:
            key = str(path[-1])
            yield Problem(sheet.at(*path, index), Kind.REPEATED_ENTRY, {"value": value, "key": key})
        seen.add(value)


def _check_known(
    sheet: AnySheet, path: Path, value: str, kind: Kind, known: set[str] | None
) -> Iterator[Problem]:
    if known is not None and value not in known:
        yield Problem(sheet.at(*path), kind, {"value": value, **find_nearest(value, known)})


def _check_span(sheet: AnySheet, path: Path, part: str, whole: str) -> Iterator[Problem]:
    if part not in whole:
        values = {"value": shorten(part), "whole": shorten(whole, 40)}
        yield Problem(sheet.at(*path), Kind.NOT_A_SPAN, values)


def _check_numbers(sheet: Sheet[Services]) -> Iterator[Problem]:
    before = 0
    for index, service in enumerate(sheet.record.services):
        if service.number != before + 1:
            values = {"value": str(service.number), "before": str(before)}
            values["expected"] = str(before + 1)
            yield Problem(sheet.at("services", index, "number"), Kind.NOT_CONSECUTIVE, values)
        before = service.number


def _check_unused(sheet: Sheet[Services]) -> Iterator[Problem]:
    if not sheet.complete:
        return
    rows = sheet.record
    audiences = {service.audience for service in rows.services}
    groups = {service.group for service in rows.services}
    for index, audience in enumerate(rows.audiences):
        if audience.id not in audiences:
            at = sheet.at("audiences", index, "id")
            yield Problem(at, Kind.UNUSED_AUDIENCE, {"value": audience.id})
    for index, group in enumerate(rows.groups):
        if group.id not in groups:
            yield Problem(sheet.at("groups", index, "id"), Kind.UNUSED_GROUP, {"value": group.id})


def _check_titles(sheet: Sheet[Services]) -> Iterator[Problem]:
    groups = {group.id: group.name.zh for group in sheet.record.groups}
    sizes = Counter(service.group for service in sheet.record.services)
    taken: dict[str, Service] = {}
    for index, service in enumerate(sheet.record.services):
        group = groups.get(service.group, service.group)
        if sizes[service.group] > 1 and not service.title:
            values = {"value": service.id, "group": group}
            yield Problem(sheet.at("services", index), Kind.TITLE_NEEDED, values)
            continue
        shown = service.title.zh if service.title else group
        other = taken.setdefault(shown, service)
        if other is not service:
            at = sheet.at("services", index, "title", "zh")
            yield Problem(at, Kind.TITLE_NOT_UNIQUE, {"value": shown, "other": other.id})


def check_notice(
    sheet: Sheet[Notice], departments: set[str] | None, services: set[str] | None
) -> Iterator[Problem]:
    """The notice refers to what exists, and quotes itself to the letter."""
    notice = sheet.record
    measures: Mapping[str, str] = {measure.id: measure.text.zh for measure in notice.measures}
    kind = Kind.UNKNOWN_DEPARTMENT
    yield from check_references(sheet, ("issuers",), notice.issuers, kind, departments)
    yield from check_ids(sheet, "measures")
    yield from check_ids(sheet, "asks")
    for index, measure in enumerate(notice.measures):
        path = ("measures", index, "heading", "zh")
        yield from _check_span(sheet, path, measure.heading.zh, measure.text.zh)
    for index, ask in enumerate(notice.asks):
        where: Path = ("asks", index)
        if ask.measure not in measures:
            ids = set(measures) | sheet.broken_ids
            at = (*where, "measure")
            yield from _check_known(sheet, at, ask.measure, Kind.UNKNOWN_MEASURE, ids)
        else:
            quote = (*where, "quote", "zh")
            yield from _check_span(sheet, quote, ask.quote.zh, measures[ask.measure])
        names = (*where, "services")
        yield from check_references(sheet, names, ask.services, Kind.UNKNOWN_SERVICE, services)


def check_hotlines(
    sheet: Sheet[Hotlines], departments: set[str] | None, services: set[str] | None
) -> Iterator[Problem]:
    """The numbers belong to departments and services that exist."""
    yield from check_ids(sheet, "hotlines")
    for index, hotline in enumerate(sheet.record.hotlines):
        path: Path = ("hotlines", index, "departments")
        kind = Kind.UNKNOWN_DEPARTMENT
        yield from check_references(sheet, path, hotline.departments, kind, departments)
        path = ("hotlines", index, "services")
        kind = Kind.UNKNOWN_SERVICE
        yield from check_references(sheet, path, hotline.services, kind, services)


def check_pillars(
    sheet: Sheet[Pillars], revision: str, services: tuple[Service, ...]
) -> Iterator[Problem]:
    """Every pillar holds a service of the latest revision."""
    used = {service.pillar for service in services}
    for index, pillar in enumerate(sheet.record.pillars):
        if pillar.id not in used:
            values = {"value": pillar.id, "revision": revision}
            yield Problem(sheet.at("pillars", index, "id"), Kind.UNUSED_PILLAR, values)
