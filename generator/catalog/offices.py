"""Offices in the districts: each stands once, and what was checked long ago is told."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.catalog.kinds import Kind
from generator.catalog.problems import Problem
from generator.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.binding import Sheet
    from generator.catalog.records import Departments

YEAR = dt.timedelta(days=366)
"""For so long what was checked is taken to hold."""


def check_offices(sheet: Sheet[Departments]) -> Iterator[Problem]:
    """No department has one office twice in a district."""
    for index, department in enumerate(sheet.record.departments):
        seen: set[tuple[str, str]] = set()
        for place, office in enumerate(department.offices):
            name = office.district.source, office.name.source
            if name in seen:
                values = {"value": office.name.source, "department": department.id}
                at = sheet.at("departments", index, "offices", place, "name", SOURCE.tag)
                yield Problem(at, Kind.OFFICE_TWICE, values)
            seen.add(name)


def find_old_offices(sheet: Sheet[Departments], today: dt.date) -> Iterator[Problem]:
    """Find the offices that were last checked more than a year before a day.

    It holds nothing back: pages say when each was checked.
    """
    for index, department in enumerate(sheet.record.departments):
        for place, office in enumerate(department.offices):
            if today - dt.date.fromisoformat(office.checked) > YEAR:
                at = sheet.at("departments", index, "offices", place, "checked")
                values = {"value": office.name.source, "checked": office.checked}
                yield Problem(at, Kind.OFFICE_OLD, values)
