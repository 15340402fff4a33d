"""What differs between two states of one service."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from carelist.catalog.records import Clause, Service
from carelist.revisions.changes.cells import (
    CellChanged,
    OthersChanged,
    PrintedNumberChanged,
    RolesChanged,
    TypesChanged,
)
from carelist.revisions.changes.clauses import (
    ClauseAdded,
    ClauseReworded,
    ClauseWithdrawn,
    CriterionChanged,
    HowChanged,
)
from carelist.revisions.changes.parts import PartChanged
from carelist.revisions.changes.rows import (
    AudienceChanged,
    DepartmentAdded,
    DepartmentRemoved,
    Moved,
    Renamed,
    Renumbered,
)
from carelist.revisions.criteria import find_shift, read_rule
from carelist.revisions.finding_parts import compare_entries, find_part_changes, reorder
from carelist.revisions.kinds import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.rules import Fact
    from carelist.catalog.texts import Text
    from carelist.revisions.changes.base import Change
    from carelist.revisions.content import Content, Path

_TOLD_LAST = frozenset({"text", "remark", "criterion", "examples"})
"""Fields of a clause that readers are told of behind what it is called."""


class RowComparison:
    """Compares a service that goes on, as it was and as it is."""

    def __init__(
        self, before: Content, after: Content, name: str, facts: tuple[Fact, ...] = ()
    ) -> None:
        self.before = before
        self.after = after
        self.old = before.services[name]
        self.new = after.services[name]
        self.facts = facts
        self.path: Path = ("rows", "services", name)

    def find_changes(self) -> Iterator[Change]:
        """Yield every difference; no field of the record is left out."""
        named = {
            "number": self._find_number,
            "pillar": self._find_pillar,
            "audience": self._find_audience,
            "group": self._find_group,
            "departments": self._find_departments,
            "printed_number": self._find_printed_number,
            "types": self._find_types,
            "supporting": self._find_roles,
            "others": self._find_others,
            "cells": self._find_cells,
            "clauses": self._find_clauses,
        }
        for field in sorted(Service.model_fields, key="clauses".__eq__):
            if field in named:
                yield from named[field]()
            else:
                path = (*self.path, field)
                yield from find_part_changes(
                    path, getattr(self.old, field), getattr(self.new, field)
                )

    def _find_number(self) -> Iterator[Change]:
        if self.old.number != self.new.number:
            yield Renumbered(self.new.id, self.old.number, self.new.number)

    def _find_pillar(self) -> Iterator[Change]:
        if self.old.pillar != self.new.pillar:
            yield Moved(self.new.id, self.old.pillar, self.new.pillar)

    def _find_audience(self) -> Iterator[Change]:
        old = self.before.audiences.get(self.old.audience or "")
        new = self.after.audiences.get(self.new.audience or "")
        was, now = (side and (side.id, side.name.source) for side in (old, new))
        if was != now:
            yield AudienceChanged(self.new.id, old, new)

    def _find_group(self) -> Iterator[Change]:
        old, new = self.before.groups[self.old.group], self.after.groups[self.new.group]
        if (old.id, old.name.source) != (new.id, new.name.source):
            yield Renamed(self.new.id, old, new)

    def _find_departments(self) -> Iterator[Change]:
        old, new = self.old.departments, self.new.departments
        keyed = compare_entries(old, new)
        for name in keyed.removed:
            yield DepartmentRemoved(self.new.id, str(name))
        for place, name in keyed.added:
            is_supporting = name in self.new.supporting
            yield DepartmentAdded(self.new.id, str(name), place, is_supporting)
        if keyed.is_reordered:
            yield reorder((*self.path, "departments"), old, new, ChangeKind.REORDERED)

    def _find_printed_number(self) -> Iterator[Change]:
        before, after = self.old.printed_number, self.new.printed_number
        if before != after:
            yield PrintedNumberChanged(self.new.id, before, after)

    def _find_types(self) -> Iterator[Change]:
        old = tuple(self.before.types[name] for name in self.old.types)
        new = tuple(self.after.types[name] for name in self.new.types)
        was, now = ([(one.id, one.name.source) for one in side] for side in (old, new))
        if was != now:
            yield TypesChanged(self.new.id, old, new)

    def _find_roles(self) -> Iterator[Change]:
        old, new = self.old.supporting, self.new.supporting
        stay = tuple(name for name in self.new.departments if name in self.old.departments)
        if old != new:
            yield RolesChanged(self.new.id, old, new, stay)

    def _find_others(self) -> Iterator[Change]:
        if self.old.others != self.new.others:
            yield OthersChanged(self.new.id, self.new.others)

    def _find_cells(self) -> Iterator[Change]:
        old, new = self.old.cells.by_column, self.new.cells.by_column
        columns = {column.id: column for column in self.before.rows.columns}
        columns |= {column.id: column for column in self.after.rows.columns}
        for name, column in columns.items():
            before, after = old.get(name), new.get(name)
            if before and after and before.source == after.source:
                yield from find_part_changes((*self.path, "cells", name), before, after)
            elif before != after:
                yield CellChanged(self.new.id, column, before, after)

    def _find_clauses(self) -> Iterator[Change]:
        old, new = self.old.clauses, self.new.clauses
        keyed = compare_entries(old, new)
        for clause in cast("tuple[Clause, ...]", keyed.removed):
            yield ClauseWithdrawn(self.new.id, clause)
        for place, clause in cast("tuple[tuple[int, Clause], ...]", keyed.added):
            yield ClauseAdded(self.new.id, clause, place)
        for was, now in cast("tuple[tuple[Clause, Clause], ...]", keyed.kept):
            yield from self._compare_clause(was, now)
        if keyed.is_reordered:
            yield reorder((*self.path, "clauses"), old, new, ChangeKind.REORDERED)

    def _compare_clause(self, old: Clause, new: Clause) -> Iterator[Change]:
        path = (*self.path, "clauses", new.id)
        is_reworded = old.text.source != new.text.source
        for field in sorted(Clause.model_fields, key=_TOLD_LAST.__contains__):
            was, now = getattr(old, field), getattr(new, field)
            if field == "text" and is_reworded:
                yield ClauseReworded(self.new.id, new.id, old.text, new.text)
            elif field == "how" and was != now:
                yield HowChanged(self.new.id, new.id, was, now)
            elif field == "criterion":
                yield from self._compare_rule(old, new)
            elif field == "condition" and is_reworded:
                yield from _tell_condition((*path, field), was, now)
            else:
                yield from find_part_changes((*path, field), was, now)

    def _compare_rule(self, old: Clause, new: Clause) -> Iterator[Change]:
        before = read_rule(self.before, self.old, old)
        after = read_rule(self.after, self.new, new)
        gained, lost = find_shift(before, after, self.facts)
        if gained or lost:
            yield CriterionChanged(self.new.id, new.id, old.criterion, new.criterion, gained, lost)
        else:
            path = (*self.path, "clauses", new.id, "criterion")
            yield from find_part_changes(path, old.criterion, new.criterion)


def _tell_condition(path: Path, old: Text | None, new: Text | None) -> Iterator[Change]:
    """The condition is words of the text: where that is reworded, it is told with it."""
    if old != new:
        yield PartChanged(path, old, new, ChangeKind.BOOKKEEPING)
