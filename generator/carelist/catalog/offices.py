"""How departments can be reached: each office once, and what was checked long ago is told."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from carelist.catalog.kinds import Kind
from carelist.catalog.leads import Reference
from carelist.catalog.problems import Problem
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.contacts import Office
    from carelist.catalog.records import Department, Departments
    from carelist.catalog.texts import Path, Text

YEAR = dt.timedelta(days=366)
"""For so long what was checked is taken to hold."""


def check_offices(sheet: Sheet[Departments]) -> Iterator[Problem]:
    """Each office says how it can be reached, and no department has one twice in a district."""
    for index, department in enumerate(sheet.record.departments):
        seen: set[tuple[str, ...]] = set()
        for place, office in enumerate(department.offices):
            path: Path = ("departments", index, "offices", place)
            if office.is_empty:
                yield Problem(sheet.at(*path), Kind.OFFICE_EMPTY, {"department": department.id})
            name = _read(office.district), _read(office.name), *sorted(office.services)
            if name in seen:
                values = {"value": _call(office, department), "department": department.id}
                yield Problem(sheet.at(*path, "name", SOURCE.tag), Kind.OFFICE_TWICE, values)
            seen.add(name)


def list_office_references(sheet: Sheet[Departments]) -> Iterator[Reference]:
    """Yield every place in which an office says for which services it is."""
    for index, department in enumerate(sheet.record.departments):
        for place, office in enumerate(department.offices):
            for number, target in enumerate(office.services):
                path: Path = ("departments", index, "offices", place, "services", number)
                yield Reference(sheet.at(*path), target)


def _read(text: Text | None) -> str:
    return text.source if text else ""


def _call(office: Office, department: Department) -> str:
    """Name an office in a message."""
    return (office.name or office.district or department.name).source


def find_old_offices(sheet: Sheet[Departments], today: dt.date) -> Iterator[Problem]:
    """Find the offices that were last checked more than a year before a day.

    It holds nothing back: pages say when each was checked.
    """
    for index, department in enumerate(sheet.record.departments):
        for place, office in enumerate(department.offices):
            if today - dt.date.fromisoformat(office.checked) > YEAR:
                at = sheet.at("departments", index, "offices", place, "checked")
                values = {"value": _call(office, department), "checked": office.checked}
                yield Problem(at, Kind.OFFICE_OLD, values)
