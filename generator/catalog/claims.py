"""What a revision claims of its source copy, and which place in the catalog makes each claim."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.catalog.bodies import read_bodies
from generator.catalog.columns import FIXED
from generator.catalog.differences import find_first_difference
from generator.catalog.former import find_former
from generator.catalog.sameness import is_same_list, is_same_text, split_names
from generator.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable

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


LISTS = frozenset({"departments", "supporting", "types"})
"""Columns whose cells list names."""


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

    @cached_property
    def parts_roles(self) -> bool:
        """Whether supporting bodies stand in a column of their own."""
        return any("supporting" in names for names in self.readings.record.table)

    def expect(self, row: int, column: Column) -> str | None:
        """Give the words that the catalog gives a cell; None where it refers to nothing known.

        Empty for a cell that the list has not.
        """
        service = self.service(row)
        if column == "task":
            return service.task
        if column in LISTS:
            names = self._list_names(service, column)
            return None if None in names else " ".join(name[0] for name in names if name)
        if column in self._names:
            name = getattr(service, column)
            return self._names[column].get(name) if name else ""
        text = service.cells.by_column.get(column)
        return text.source if text else ""

    def is_claimed(self, row: int, column: Column, words: str) -> bool:
        """Whether a cell has the words that the catalog gives it, roles of bodies apart."""
        service = self.service(row)
        if column not in LISTS:
            return is_same_text(words, self.expect(row, column) or "")
        names = [name for name in self._list_names(service, column) if name]
        printed = split_names(words) if column == "types" else read_bodies(words).names
        return is_same_list(words, printed, names)

    def _list_names(self, service: Service, column: Column) -> list[tuple[str, ...] | None]:
        """List what a cell names, each with all its names; None for what is not known."""
        if column == "types":
            types = {one.id: (one.name.source,) for one in self.services.record.types}
            return [types.get(name) for name in service.types]
        leading = service.leading if self.parts_roles else service.departments
        ids = service.supporting if column == "supporting" else leading
        return [self._department_names.get(id_) for id_ in dict.fromkeys(ids)]

    def find_field(self, row: int, column: Column) -> Position:
        """Give the place where a service has what it says of a column, or would have it."""
        path = (column,) if column in FIXED else ("cells", column)
        return self.services.at("services", self.rows[row], *path)

    def name_supporting(self, row: int) -> tuple[tuple[str, ...], ...]:
        """Give all names of each supporting body of a service."""
        ids = self.service(row).supporting
        return tuple(self._department_names[id_] for id_ in ids if id_ in self._department_names)

    def blame(
        self, row: int, column: Column, expected: str, printed: str, seen: Container[str]
    ) -> Position:
        """Give the place in the catalog that makes a cell differ from the words printed.

        Args:
            row: The number of the service.
            column: The column.
            expected: The words that the catalog gives.
            printed: The words of the copy.
            seen: What cells of the column print anywhere: a name that is among it is no slip.
        """
        service, index = self.service(row), self.rows[row]
        if column == "task":
            return self._find_in_task(row, find_first_difference(expected, printed))
        if column in {"departments", "supporting"}:
            return self._blame_department(service, index, column, printed, seen)
        if column == "types" or column not in FIXED:
            cell = ("types",) if column == "types" else ("cells", column, SOURCE.tag)
            return self.services.at("services", index, *cell)
        names = self._names[column]
        if printed in names.values() or expected in seen or not expected:
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

    def list_section_names(self) -> set[str]:
        """List what headings among services may say: the names of pillars and audiences."""
        return {*self._names["pillar"].values(), *self._names["audience"].values()}

    @cached_property
    def _departments(self) -> dict[str, Department]:
        return {d.id: d.as_of(self.year) for d in self.departments.record.departments}

    @cached_property
    def _department_names(self) -> dict[str, tuple[str, ...]]:
        """By id, what the table may print: the name it has most often first."""
        return {
            id_: (d.printed.table or d.name.source, *d.printed.also)
            for id_, d in self._departments.items()
        }

    def knows(self, departments: Iterable[str]) -> bool:
        """Whether all of some departments are known."""
        return all(name in self._departments for name in departments)

    def find_addressed(self, line: str) -> list[str]:
        """List the departments that a line of addressees names, in its order."""
        names = {id_: d.printed.addressees for id_, d in self._departments.items()}
        places = {id_: line.rfind(name) for id_, name in names.items() if name}
        return sorted((id_ for id_, place in places.items() if place >= 0), key=places.__getitem__)

    def find_named(self, text: str, among: Collection[str] = ()) -> list[str]:
        """List the departments that a text names by any of their names, in its order.

        A name that is part of another department's longer one does not count there.

        Args:
            text: Of the letter.
            among: The departments to look for; all where none is named.
        """
        names = {
            name: id_
            for id_, d in self._departments.items()
            for name in (d.name.source, d.printed.table, d.printed.addressees, *d.printed.also)
            if name
        }
        found: dict[str, int] = {}
        for name in sorted(names, key=len, reverse=True):
            if (at := text.find(name)) >= 0:
                found.setdefault(names[name], at)
                text = text.replace(name, "\0" * len(name))
        return sorted((id_ for id_ in found if not among or id_ in among), key=found.__getitem__)

    def _blame_department(
        self, service: Service, index: int, column: Column, printed: str, seen: Container[str]
    ) -> Position:
        known = {name for names in self._department_names.values() for name in names}
        given = [names for names in self._list_names(service, column) if names]
        names = read_bodies(printed).names
        strange = [one for one in given if set(one).isdisjoint(names)]
        unknown = [name for name in names if name not in known]
        if len(strange) == len(unknown) == 1 and strange[0][0] not in seen:
            # a name of the copy that no department has
            where = list(self._department_names.values()).index(strange[0])
            former = self._find_former(self.departments.record.departments[where].formerly)
            return self.departments.at("departments", where, *former, "printed", "table")
        key = column if getattr(service, column) else "departments"
        return self.services.at("services", index, key)

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
