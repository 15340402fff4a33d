"""How the words of a cell differ from those that are printed, told at the place to mend."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from carelist.catalog.blaming import blame
from carelist.catalog.bodies import read_bodies
from carelist.catalog.claims import LISTS
from carelist.catalog.differences import find_first_difference, quote_around, shorten
from carelist.catalog.kinds import Kind
from carelist.catalog.overrides import name_cell
from carelist.catalog.problems import Problem
from carelist.catalog.sameness import split_names
from carelist.catalog.texts import Place

if TYPE_CHECKING:
    from carelist.catalog.blaming import Difference
    from carelist.catalog.claims import Claims
    from carelist.catalog.grid import Grid
    from carelist.catalog.overrides import Overrides
    from carelist.catalog.records import Column


@dataclass(frozen=True)
class Explainer:
    """Tells differences of one table; what is asked of the whole table is found once."""

    claims: Claims
    grid: Grid
    overrides: Overrides

    def explain(self, difference: Difference, line: int) -> Problem:
        """Tell how the words of a cell differ from those that are printed in a line of the copy."""
        row, column, expected, printed = difference
        values = {"file": self.grid.source.file, "line": str(line), **name_cell(row, column)}
        if not printed:
            at = self.claims.services.at("services", self.claims.rows[row])
            return Problem(at, Kind.CELL_BLANK, {**values, "value": shorten(expected)})
        if not expected:
            at = self.claims.find_field(row, column)
            return Problem(at, Kind.CELL_LEFT_OUT, {**values, "printed": shorten(printed, 40)})
        seen = self._seen.setdefault(column, self._list_seen(column))
        at = blame(self.claims, difference, seen)
        if column != "task":
            return Problem(at, Kind.CELL_DIFFERS, values | {"value": expected, "printed": printed})
        if moved := self._find_elsewhere(row, expected):
            return moved
        offset = find_first_difference(expected, printed)
        values["value"] = quote_around(expected, offset)
        values["printed"] = quote_around(printed, offset)
        return Problem(at, Kind.TASK_DIFFERS, values)

    @cached_property
    def _seen(self) -> dict[Column, set[str]]:
        """By column, the words that its cells print anywhere; filled as they are asked for."""
        return {}

    def _list_seen(self, column: Column) -> set[str]:
        words = self.grid.list_words(column)
        if column == "types":
            return {name for text in words for name in split_names(text)}
        if column in LISTS:
            return {name for text in words for name in read_bodies(text).names}
        return words

    @cached_property
    def _printed_tasks(self) -> dict[str, tuple[int, int]]:
        """By the words of each printed task: the row it belongs to, and its line."""
        tasks = {}
        for row in self.claims.rows:
            override = self.overrides.get((row, "task"))
            place = (override and override.place) or Place(row)
            if spot := self.grid.find(place, override.column if override else "task"):
                tasks[spot.cell.text] = row, spot.cell.line
        return tasks

    def _find_elsewhere(self, row: int, task: str) -> Problem | None:
        """Find the other row as which the task of a service is printed."""
        other, line = self._printed_tasks.get(task, (row, 0))
        if other == row:
            return None
        values = {"row": str(row), "value": self.claims.service(row).id, "other": str(other)}
        values |= {"line": str(line), "file": self.grid.source.file}
        at = self.claims.services.at("services", self.claims.rows[row], "number")
        return Problem(at, Kind.ROW_ELSEWHERE, values)
