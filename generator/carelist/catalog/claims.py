"""What a revision claims of its source copy, and which place in the catalog makes each claim."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from carelist.catalog.bodies import read_bodies
from carelist.catalog.columns import FIXED
from carelist.catalog.sameness import is_same_list, is_same_text, split_names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from carelist.catalog.binding import Sheet
    from carelist.catalog.problems import Position
    from carelist.catalog.records import (
        Column,
        Department,
        Departments,
        Notice,
        Pillars,
        Readings,
        Service,
        Services,
    )


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
            names = self.list_forms(row, column)
            return None if None in names else " ".join(name[0] for name in names if name)
        if column in self.names:
            name = getattr(service, column)
            return self.names[column].get(name) if name else ""
        text = service.cells.by_column.get(column)
        return text.source if text else ""

    def is_claimed(self, row: int, column: Column, words: str) -> bool:
        """Whether a cell has the words that the catalog gives it, roles of bodies apart."""
        if column not in LISTS:
            return is_same_text(words, self.expect(row, column) or "")
        names = [name for name in self.list_forms(row, column) if name]
        printed = split_names(words) if column == "types" else read_bodies(words).names
        if column == "supporting":  # a body that leads, too, is no supporting one
            leading = {
                form for forms in self.list_forms(row, "departments") for form in forms or ()
            }
            printed = tuple(name for name in printed if name not in leading)
        return is_same_list(words, printed, names)

    def list_forms(self, row: int, column: Column) -> list[tuple[str, ...] | None]:
        """List what a cell names, each with all its names; None for what is not known."""
        service = self.service(row)
        if column == "types":
            types = {one.id: (one.name.source,) for one in self.services.record.types}
            return [types.get(name) for name in service.types]
        leading = service.leading if self.parts_roles else service.departments
        ids = service.supporting if column == "supporting" else leading
        return [self.department_names.get(id_) for id_ in dict.fromkeys(ids)]

    def find_field(self, row: int, column: Column, *below: str) -> Position:
        """Give the place where a service has what it says of a column, or would have it."""
        path = (column,) if column in FIXED else ("cells", column)
        return self.services.at("services", self.rows[row], *path, *below)

    def name_supporting(self, row: int) -> tuple[tuple[str, ...], ...]:
        """Give all names of each supporting body of a service."""
        ids = self.service(row).supporting
        return tuple(self.department_names[id_] for id_ in ids if id_ in self.department_names)

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """The names of pillars, audiences and groups, by column and id."""
        rows = self.services.record
        return {
            "pillar": {p.id: p.as_of(self.year).name.source for p in self.pillars.record.pillars},
            "audience": {audience.id: audience.name.source for audience in rows.audiences},
            "group": {group.id: group.name.source for group in rows.groups},
        }

    def list_section_names(self) -> set[str]:
        """List what headings among services may say: the names of pillars and audiences."""
        return {*self.names["pillar"].values(), *self.names["audience"].values()}

    @cached_property
    def bodies(self) -> dict[str, Department]:
        """The departments by id, under the names that the year has for them."""
        return {d.id: d.as_of(self.year) for d in self.departments.record.departments}

    @cached_property
    def department_names(self) -> dict[str, tuple[str, ...]]:
        """By id, what the table may print: the name it has most often first."""
        return {
            id_: (d.printed.table or d.name.source, *d.printed.also)
            for id_, d in self.bodies.items()
        }

    def knows(self, departments: Iterable[str]) -> bool:
        """Whether all of some departments are known."""
        return all(name in self.bodies for name in departments)

    def find_addressed(self, line: str) -> list[str]:
        """List the departments that a line of addressees names, in its order."""
        names = {id_: d.printed.addressees for id_, d in self.bodies.items()}
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
            for id_, d in self.bodies.items()
            for name in (d.name.source, d.printed.table, d.printed.addressees, *d.printed.also)
            if name
        }
        found: dict[str, int] = {}
        for name in sorted(names, key=len, reverse=True):
            if (at := text.find(name)) >= 0:
                found.setdefault(names[name], at)
                text = text.replace(name, "\0" * len(name))
        return sorted((id_ for id_ in found if not among or id_ in among), key=found.__getitem__)
