"""The cells of the list against the cells of the printed table, both ways."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, cast

from carelist.catalog.blaming import Difference
from carelist.catalog.bodies import is_empty
from carelist.catalog.claims import LISTS
from carelist.catalog.columnless import Columnless
from carelist.catalog.columns import list_columns
from carelist.catalog.differences import shorten
from carelist.catalog.explaining import Explainer
from carelist.catalog.kinds import Kind
from carelist.catalog.overrides import Override, name_cell
from carelist.catalog.printed_rows import check_heads, check_numbers
from carelist.catalog.problems import Problem
from carelist.catalog.repairs import QUOTING_KINDS
from carelist.catalog.revision import Origin, State
from carelist.catalog.roles import check_roles
from carelist.catalog.sameness import is_same_text
from carelist.catalog.table_lines import join_lines, skip_repeats
from carelist.catalog.texts import Place
from carelist.catalog.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelist.catalog.claims import Claims
    from carelist.catalog.grid import Grid, Spot
    from carelist.catalog.overrides import Overrides
    from carelist.catalog.records import Column, Reading
    from carelist.catalog.table_lines import Row


@dataclass
class Table:
    """The proof of one table: where things are printed, what is used, what is wrong."""

    claims: Claims
    grid: Grid
    """The repaired copy."""
    raw: dict[int, Row]
    """The lines of the table as printed, by line number."""
    overrides: Overrides
    origins: dict[tuple[int, Column], Origin] = field(default_factory=dict)
    read: dict[tuple[int, Column], str] = field(default_factory=dict)
    """The words of the cells that are right."""

    @cached_property
    def usage(self) -> Usage:
        """What of the printed table is used."""
        return Usage(self.claims, self.grid, self.raw)

    @cached_property
    def explainer(self) -> Explainer:
        """What tells how words differ."""
        return Explainer(self.claims, self.grid, self.overrides)

    @cached_property
    def columnless(self) -> Columnless:
        """What proves cells whose page has no column for them."""
        return Columnless(self.claims, self.grid, self.usage, self.explainer, self.origins)

    def find_problems(self) -> Iterator[Problem]:
        """Prove every cell of the list, then account for every printed one."""
        yield from self.usage.check_counts()
        yield from check_heads(self.claims, self.grid)
        yield from self.usage.check_rows(self.overrides)
        yield from check_numbers(self.claims, self.grid, self.usage)
        for row in self.claims.rows:
            yield from self._prove_row(row)
        for (row, column), override in self.overrides.items():
            if override.place is None and row in self.claims.rows:
                yield from self._prove_inferred(row, column, override)
        yield from self.usage.cover_strays()
        yield from self.usage.find_unused()

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of which every service has a cell."""
        return list_columns(self.claims.services.record, self.claims.readings.record.table)

    def _prove_row(self, row: int) -> Iterator[Problem]:
        """Prove the printed cells of a service; one that is printed elsewhere is told once."""
        problems: list[Problem] = []
        for column in self.columns:
            override = self.overrides.get((row, column))
            if override and override.place:
                problems += self._prove_read(row, column, override, override.place)
            elif override is None:
                problems += self._prove(row, column)
        read = {column: words for column in LISTS if (words := self.read.get((row, column)))}
        problems += check_roles(self.claims, row, read)
        moved = (problem for problem in problems if problem.kind == Kind.ROW_ELSEWHERE)
        if one := next(moved, None):
            problems = [one]
        yield from problems

    def _prove(self, row: int, column: Column) -> Iterator[Problem]:
        """Prove a cell that is printed in the lines of its row, and record where."""
        if Place(row) not in self.grid.places:
            values = {"row": str(row), "file": self.grid.source.file}
            at = self.claims.services.at("services", self.claims.rows[row], "number")
            yield Problem(at, Kind.ROW_NOT_PRINTED, values)
            return
        expected = self.claims.expect(row, column)
        place = Place(row)
        first = self.grid.find(place, column)
        if first is None:
            yield from self.columnless.prove(row, column, expected)
            return
        if first.cell.line in self.usage.uneven:
            return
        below = [spot for spot in self.grid.find_below(row, column) if not self._is_taken(spot)]
        spots = [first, *below]
        if expected is None:
            for spot in spots:
                self.usage.cover(spot)
            return
        used = self._choose(row, column, spots)
        if used is None:
            self._cover_all(spots, row, column)
            printed = _show(spots, column, expected)
            differs = Difference(row, column, expected, printed)
            yield self.explainer.explain(differs, first.cell.line)
            return
        self._cover_all(used, row, column)
        if column == "audience" and not any(spot.cell.text for spot in used):
            yield from self._miss_audience(row)
        for spot in below:  # of a merged cell each line has the words
            if any(is_same_text(spot.cell.text, one.cell.text) for one in used):
                self.usage.cover(spot)
        self.read[row, column] = _join(used, column)
        self._record(row, column, None, place, used)

    def _miss_audience(self, row: int) -> Iterator[Problem]:
        """Ask for the audience of a service whose cell is blank, and has no mark that says none."""
        if any(service.audience for service in self.claims.services.record.services):
            at = self.claims.services.at("services", self.claims.rows[row])
            yield Problem(at, Kind.AUDIENCE_LEFT_OUT, {"value": self.claims.service(row).id})

    def _is_taken(self, spot: Spot) -> bool:
        """Whether a reading takes a cell for that of some row."""
        return spot.key in self._taken

    @cached_property
    def _taken(self) -> set[tuple[int, int]]:
        places = ((o.place, o.column) for o in self.overrides.values() if o.place)
        spots = (self.grid.find(place, column) for place, column in places)
        return {spot.key for spot in spots if spot}

    def _choose(self, row: int, column: Column, spots: list[Spot]) -> list[Spot] | None:
        """Choose the cells that have the words of a service: its own, or all of its lines."""
        filled = [spot for spot in spots if spot.cell.text] or spots
        for used in (spots[:1], skip_repeats(filled, lambda spot: spot.cell.listed), filled):
            if self.claims.is_claimed(row, column, _join(used, column)):
                return used
        return None

    def _prove_read(
        self, row: int, column: Column, override: Override, place: Place
    ) -> Iterator[Problem]:
        """Prove a cell that a reading takes from some place, and record it."""
        spot = self.grid.find(place, override.column)
        expected = self.claims.expect(row, column)
        if spot is None or spot.cell.line in self.usage.uneven:
            return
        if expected is None:
            self.usage.cover(spot)
            return
        words = spot.cell.listed if column in LISTS else spot.cell.text
        printed = override.reading.printed or words
        if printed not in words:
            yield self.usage.miss_reading(override.at, printed, place)
            self.usage.cover(spot)
            return
        self.usage.cover(spot, printed)
        self.usage.users.setdefault(spot.key, []).append((row, column))
        read = override.reading.read or printed
        if not self.claims.is_claimed(row, column, read):
            differs = Difference(row, column, expected, read)
            yield self.explainer.explain(differs, spot.cell.line)
            return
        self.read[row, column] = read
        self._record(row, column, override, place, [spot])

    def _cover_all(self, spots: Sequence[Spot], row: int, column: Column) -> None:
        for spot in spots:
            self.usage.cover(spot)
            self.usage.users.setdefault(spot.key, []).append((row, column))

    def _record(
        self,
        row: int,
        column: Column,
        override: Override | None,
        place: Place,
        spots: Sequence[Spot],
    ) -> None:
        raw = join_lines(self.raw[spot.cell.line].cells[spot.at].text for spot in spots)
        reading = override.reading if override else None
        self.origins[row, column] = Origin(
            row,
            column,
            cast("State", reading.kind) if reading else "printed",
            reading,
            self._readings_inside("repaired", raw),
            self._readings_inside("note", raw),
            place,
            (reading and reading.printed) or raw,
        )

    def _readings_inside(self, kind: str, raw: str) -> tuple[Reading, ...]:
        return tuple(
            reading for reading, words in self._quotes if reading.kind == kind and words in raw
        )

    @cached_property
    def _quotes(self) -> list[tuple[Reading, str]]:
        """The readings that quote words of the copy, with these words."""
        readings = self.claims.readings.record.readings
        return [(r, r.printed) for r in readings if r.kind in QUOTING_KINDS and r.printed]

    def _prove_inferred(self, row: int, column: Column, override: Override) -> Iterator[Problem]:
        """An inferred cell is blank or absent in the line of its own row, or used by others."""
        task = self.overrides.get((row, "task"))
        spot = self.grid.find((task and task.place) or Place(row), column)
        expected = self.claims.expect(row, column) or ""
        printed = bool(expected) and spot is not None and expected in spot.cell.text
        if (
            spot
            and not is_empty(spot.cell.text)
            and (printed or spot.key not in self.usage.covered)
        ):
            at = self.claims.readings.at("readings", override.at, "kind")
            values = {"value": shorten(spot.cell.text), **name_cell(row, column)}
            yield Problem(at, Kind.READING_NOT_INFERRED, values)
            self.usage.cover(spot)
            return
        origin = Origin(row, column, "inferred", override.reading, (), (), None, "")
        self.origins[row, column] = origin


def _join(spots: Sequence[Spot], column: Column) -> str:
    """Join the words of cells: one text, or names on lines."""
    filled = [spot for spot in spots if not is_empty(spot.cell.text)]
    if column in LISTS:
        return "\n".join(spot.cell.listed for spot in filled)
    return join_lines(spot.cell.text for spot in filled)


def _show(spots: Sequence[Spot], column: Column, expected: str) -> str:
    """Show what cells print, in one line: the first alone, unless the others go on with it."""
    first = spots[0].cell.text
    goes_on = not first or (column == "task" and expected.startswith(first))
    shown = _join(spots, column) if goes_on else _join(spots[:1], column)
    return " ".join(shown.split("\n")) or first
