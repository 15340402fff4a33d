"""What a revision claims of its source copy, and which place in the catalog makes each claim."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.catalog.differences import find_first_difference
from generator.catalog.former import find_former
from generator.speech.locales import SOURCE

if TYPE_CHECKING:
    from generator.catalog.binding import Sheet
    from generator.catalog.former import FormerName
    from generator.catalog.problems import Position
    from generator.catalog.records import (
        Column,
        Department,
        Departments,
        Notice,
        Pillars,
        Readings,
        Service,
        Services,
    )
    from generator.catalog.texts import Path


_HAN = r"[\u3007\u3400-\u9fff（）《》“”、，。；：]"
_GAP = re.compile(rf"(?<={_HAN}) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?={_HAN})")
"""A space between Chinese and an alphabet or digits."""
_BETWEEN_NAMES = re.compile(r"[\s、，,；;]+")
"""Some lists divide the departments of a cell by spaces, others by commas."""


def list_names(printed: str) -> list[str]:
    """List the departments that a cell names, in its order.

    >>> list_names("市民政局 市教育局、市卫健委")
    ['市民政局', '市教育局', '市卫健委']
    """
    return [name for name in _BETWEEN_NAMES.split(printed) if name]


def is_same_cell(column: Column, read: str, expected: str) -> bool:
    """Whether a cell has the words expected.

    Departments may be divided in more than one way; a space between Chinese and an alphabet or
    digits is how a page was set.
    """
    if column == "departments":
        return list_names(read) == list_names(expected)
    return read == expected or _close_gaps(read) == _close_gaps(expected)


def _close_gaps(text: str) -> str:
    return _GAP.sub("", text)


@dataclass(frozen=True)
class Claims:
    """All that one revision claims of its source copy."""

    notice: Sheet[Notice] | None
    services: Sheet[Services]
    readings: Sheet[Readings]
    pillars: Sheet[Pillars]
    departments: Sheet[Departments]
    year: str
    """Of the list, which may have other names than the latest."""

    @cached_property
    def rows(self) -> dict[int, int]:
        """The index of the service of each number; a number that stands twice has none."""
        numbers = [service.number for service in self.services.record.services]
        times = Counter(numbers)
        return {number: index for index, number in enumerate(numbers) if times[number] == 1}

    def service(self, row: int) -> Service:
        """The service of a number."""
        return self.services.record.services[self.rows[row]]

    def expect(self, row: int, column: Column) -> str | None:
        """Give the words that the catalog gives a cell; None where it refers to nothing known."""
        service = self.service(row)
        if column == "task":
            return service.task
        if column == "departments":
            names = [
                self._department_names.get(name) for name in dict.fromkeys(service.departments)
            ]
            return None if None in names else " ".join(name or "" for name in names)
        if column in self._names:
            return self._names[column].get(getattr(service, column) or "")
        text = service.cells.by_column.get(column)
        return text.source if text else ""

    def blame(self, row: int, column: Column, expected: str, printed: str) -> Position:
        """Give the place in the catalog that makes a cell differ from the words printed."""
        service, index = self.service(row), self.rows[row]
        if column == "task":
            return self._find_in_task(row, find_first_difference(expected, printed))
        if column == "departments":
            return self._blame_department(service, index, printed)
        names = self._names[column]
        if printed in names.values():
            return self.services.at("services", index, column)
        where = list(names).index(getattr(service, column))  # no other name fits: it is misspelt
        if column == "pillar":
            former = self._find_former(self.pillars.record.pillars[where].formerly)
            return self.pillars.document.inside(0, "pillars", where, *former, "name", SOURCE.tag)
        return self.services.document.inside(0, f"{column}s", where, "name", SOURCE.tag)

    def _find_former(self, names: tuple[FormerName, ...]) -> Path:
        """Give the place of the name that the year uses, inside its entry."""
        former = find_former(names, self.year)
        return ("formerly", names.index(former)) if former else ()

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        rows = self.services.record
        return {
            "pillar": {p.id: p.as_of(self.year).name.source for p in self.pillars.record.pillars},
            "audience": {audience.id: audience.name.source for audience in rows.audiences},
            "group": {group.id: group.name.source for group in rows.groups},
        }

    @cached_property
    def _departments(self) -> dict[str, Department]:
        return {d.id: d.as_of(self.year) for d in self.departments.record.departments}

    @cached_property
    def _department_names(self) -> dict[str, str]:
        return {id_: d.printed.table or d.name.source for id_, d in self._departments.items()}

    def name_issuers(self, issuers: tuple[str, ...]) -> str | None:
        """Join the issuers as the line of addressees prints them; None where one is not known."""
        if not all(issuer in self._departments for issuer in issuers):
            return None
        return "、".join(self._name_in_letter(issuer) for issuer in issuers)

    def _name_in_letter(self, department: str) -> str:
        printed, name = self._departments[department].printed, self._departments[department].name
        return printed.addressees or printed.table or name.source

    def find_issuers(self, line: str) -> list[str]:
        """List the departments that a line of addressees names, in its order."""
        places = {id_: line.rfind(self._name_in_letter(id_)) for id_ in self._departments}
        return sorted((id_ for id_, place in places.items() if place >= 0), key=places.__getitem__)

    def _blame_department(self, service: Service, index: int, printed: str) -> Position:
        known = set(self._department_names.values())
        given = [self._department_names[name] for name in service.departments]
        names = list_names(printed)
        strange = [name for name in given if name not in names]
        unknown = [name for name in names if name not in known]
        if len(strange) == len(unknown) == 1:  # a name of the copy that no department has
            where = list(self._department_names.values()).index(strange[0])
            former = self._find_former(self.departments.record.departments[where].formerly)
            return self.departments.at("departments", where, *former, "printed", "table")
        return self.services.at("services", index, "departments")

    def _find_in_task(self, row: int, offset: int) -> Position:
        path: Path = ("services", self.rows[row])
        clauses = self.service(row).clauses
        for number, clause in enumerate(clauses):
            length = len(clause.text.source)
            if offset < length or number == len(clauses) - 1:
                text = (*path, "clauses", number, "text", SOURCE.tag)
                return self.services.document.inside(min(offset, length), *text)
            offset -= length
        return self.services.at(*path)
