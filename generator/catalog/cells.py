"""The cells of the list against the cells of the printed table, both ways."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, cast

from generator.catalog.claims import is_same_cell
from generator.catalog.differences import find_first_difference, quote_around, shorten
from generator.catalog.kinds import Kind
from generator.catalog.overrides import Override, name_cell
from generator.catalog.problems import Position, Problem
from generator.catalog.records import list_columns
from generator.catalog.repairs import QUOTING_KINDS
from generator.catalog.revision import Origin, State
from generator.catalog.table_lines import is_number
from generator.catalog.texts import Place
from generator.speech.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.claims import Claims
    from generator.catalog.overrides import Overrides
    from generator.catalog.records import Column, Reading
    from generator.catalog.source import Source
    from generator.catalog.table_lines import Cell, Row
    from generator.speech.messages import Values


class Spot(NamedTuple):
    """A printed cell, with its index `at` in its line."""

    cell: Cell
    at: int

    @property
    def key(self) -> tuple[int, int]:
        """The line in the copy and the index in it, which name the cell."""
        return self.cell.line, self.at


@dataclass
class Table:
    """The proof of one table: where things are printed, what is used, what is wrong."""

    claims: Claims
    source: Source
    """The repaired copy."""
    raw: dict[int, Row]
    """The lines of the table as printed, by line number."""
    places: dict[Place, tuple[Row, int]]
    overrides: Overrides
    origins: dict[tuple[int, Column], Origin] = field(default_factory=dict)
    users: dict[tuple[int, int], list[tuple[int, Column]]] = field(default_factory=dict)
    covered: dict[tuple[int, int], list[tuple[int, int]]] = field(default_factory=dict)

    def find_problems(self) -> Iterator[Problem]:
        """Prove every cell of the list, then account for every printed one."""
        yield from self._check_counts()
        yield from self._check_rows()
        for row in self.claims.rows:
            yield from self._prove_row(row)
        for (row, column), override in self.overrides.items():
            if override.place is None and row in self.claims.rows:
                yield from self._prove_inferred(row, column, override)
        yield from self._cover_strays()
        yield from self._find_unused()

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of which every service has a cell."""
        return list_columns(self.claims.services.record, self.claims.readings.record.table)

    @cached_property
    def uneven(self) -> set[int]:
        """Lines of the table in which no cell can be told from another."""
        return {problem.position.line for problem in self._check_counts()}

    def _check_counts(self) -> Iterator[Problem]:
        for names, page in zip(self.claims.readings.record.table, self.source.pages, strict=True):
            for row in page.rows:
                spare = row.texts[len(names) :]
                if len(row.cells) < len(names) or any(spare) or len(spare) > 1:
                    values = {"found": str(len(row.cells)), "expected": str(len(names))}
                    yield Problem(Position(self.source.file, row.line), Kind.TABLE_CELLS, values)

    def _check_rows(self) -> Iterator[Problem]:
        """Every number that is printed has its service; where some are broken, no telling."""
        services = self.claims.services
        listed = {service.number for service in services.record.services}
        missing = [place for place in self.places if place == (place.number, 0)]
        missing = [place for place in missing if place.number and place.number not in listed]
        if services.is_whole and max(listed, default=0) == len(listed):
            for place in missing:
                values = {"row": str(place), "file": self.source.file}
                values["line"] = str(self.places[place][0].line)
                at = services.at("services", key=True)
                yield Problem(at, Kind.ROW_NOT_LISTED, values)
        for number in {place.number for place in missing} | listed - self.claims.rows.keys():
            self._excuse(number)

    def _excuse(self, row: int) -> None:
        """Take the printed cells of a row for used, whatever stands in them."""
        for column in self.columns:
            override = self.overrides.get((row, column))
            place = override.place if override else Place(row)
            if place and (spot := self._find(place, override.column if override else column)):
                self._cover(spot, spot.cell.text)

    def _prove_row(self, row: int) -> Iterator[Problem]:
        """Prove the printed cells of a service; one that is printed elsewhere is told once."""
        problems: list[Problem] = []
        for column in self.columns:
            override = self.overrides.get((row, column))
            if override is None or override.place:
                problems += self._prove(row, column, override)
        moved = (problem for problem in problems if problem.kind == Kind.ROW_ELSEWHERE)
        if one := next(moved, None):
            problems = [one]
        yield from problems

    def _prove(self, row: int, column: Column, override: Override | None) -> Iterator[Problem]:
        """Prove one printed cell, and record where it comes from."""
        place = (override and override.place) or Place(row)
        printed_in = override.column if override else column
        if place not in self.places:
            at = self.claims.services.at("services", self.claims.rows[row], "number")
            yield Problem(at, Kind.ROW_NOT_PRINTED, {"row": str(row), "file": self.source.file})
            return
        spot = self._find(place, printed_in)
        expected = self.claims.expect(row, column)
        if spot is None or spot.cell.line in self.uneven:
            return
        if expected is None:
            self._cover(spot, spot.cell.text)
            return
        if not spot.cell.text:
            values = {"value": shorten(expected), "file": self.source.file}
            at = self.claims.services.at("services", self.claims.rows[row])
            where = {"line": str(spot.cell.line), **name_cell(row, column)}
            yield Problem(at, Kind.CELL_BLANK, {**values, **where})
            return
        words = spot.cell.listed if column == "departments" else spot.cell.text
        printed = (override and override.reading.printed) or words
        if override and printed not in words:
            at = self.claims.readings.at("readings", override.at, "printed")
            yield Problem(at, Kind.READING_NOT_FOUND, _name_place(printed, place))
            self._cover(spot, spot.cell.text)
            return
        self._cover(spot, printed)
        self.users.setdefault(spot.key, []).append((row, column))
        read = (override and override.reading.read) or printed
        if not is_same_cell(column, read, expected):
            yield self._explain_difference(row, column, expected, read, spot.cell)
            return
        self._record(row, column, override, place, spot)

    def _find(self, place: Place, column: str) -> Spot | None:
        """Find the repaired cell of a column at a place."""
        if place not in self.places:
            return None
        row, page = self.places[place]
        names = self.claims.readings.record.table[page]
        index = names.index(column) if column in names else len(row.cells)
        return Spot(row.cells[index], index) if index < len(row.cells) else None

    def _record(
        self, row: int, column: Column, override: Override | None, place: Place, spot: Spot
    ) -> None:
        raw = self.raw[spot.cell.line].cells[spot.at].text
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
        spot = self._find((task and task.place) or Place(row), column)
        expected = self.claims.expect(row, column) or ""
        printed = bool(expected) and spot is not None and expected in spot.cell.text
        if spot and spot.cell.text and (printed or spot.key not in self.covered):
            at = self.claims.readings.at("readings", override.at, "kind")
            values = {"value": shorten(spot.cell.text), **name_cell(row, column)}
            yield Problem(at, Kind.READING_NOT_INFERRED, values)
            self._cover(spot, spot.cell.text)
            return
        origin = Origin(row, column, "inferred", override.reading, (), (), None, "")
        self.origins[row, column] = origin

    def _explain_difference(
        self, row: int, column: Column, expected: str, printed: str, cell: Cell
    ) -> Problem:
        values = {"file": self.source.file, "line": str(cell.line), **name_cell(row, column)}
        at = self.claims.blame(row, column, expected, printed)
        if column == "task":
            if moved := self._find_elsewhere(row, expected):
                return moved
            offset = find_first_difference(expected, printed)
            values["value"] = quote_around(expected, offset)
            values["printed"] = quote_around(printed, offset)
            return Problem(at, Kind.TASK_DIFFERS, values)
        return Problem(at, Kind.CELL_DIFFERS, values | {"value": expected, "printed": printed})

    @cached_property
    def _printed_tasks(self) -> dict[str, tuple[int, int]]:
        """By the words of each printed task: the row it belongs to, and its line."""
        tasks = {}
        for row in self.claims.rows:
            override = self.overrides.get((row, "task"))
            place = (override and override.place) or Place(row)
            if spot := self._find(place, override.column if override else "task"):
                tasks[spot.cell.text] = row, spot.cell.line
        return tasks

    def _find_elsewhere(self, row: int, task: str) -> Problem | None:
        """Find the other row as which the task of a service is printed."""
        other, line = self._printed_tasks.get(task, (row, 0))
        if other == row:
            return None
        values = {"row": str(row), "value": self.claims.service(row).id, "other": str(other)}
        values |= {"line": str(line), "file": self.source.file}
        at = self.claims.services.at("services", self.claims.rows[row], "number")
        return Problem(at, Kind.ROW_ELSEWHERE, values)

    def _cover(self, spot: Spot, part: str) -> None:
        """Mark words of a printed cell as used."""
        text = spot.cell.text
        start, length = (text.find(part), len(part)) if part in text else (0, len(text))
        self.covered.setdefault(spot.key, []).append((start, start + length))

    def _cover_strays(self) -> Iterator[Problem]:
        for index, reading in enumerate(self.claims.readings.record.readings):
            if reading.kind != "stray" or not reading.printed:
                continue
            for place in reading.beside:
                for column in reading.columns:
                    spot = self._find(place, column)
                    if spot and reading.printed in spot.cell.text:
                        self._cover(spot, reading.printed)
                        continue
                    if spot:
                        self._cover(spot, spot.cell.text)
                    at = self.claims.readings.at("readings", index, "printed")
                    values = _name_place(reading.printed, place)
                    yield Problem(at, Kind.READING_NOT_FOUND, values)

    def _find_unused(self) -> Iterator[Problem]:
        """Yield a problem for every printed cell, or part of one, that nothing uses."""
        for row, page in self.places.values():
            names = self.claims.readings.record.table[page]
            for index, cell in enumerate(row.cells[: len(names)]):
                if row.line in self.uneven or (names[index] == "number" and is_number(cell.text)):
                    continue
                left = list(cell.text)
                for start, end in self.covered.get((cell.line, index), ()):
                    left[start:end] = " " * (end - start)
                if rest := "".join(left).strip():
                    raw = self.raw[row.line].cells[index]
                    at = Position(self.source.file, raw.line, raw.column)
                    yield Problem(at, Kind.CELL_UNUSED, {"value": shorten(rest)})


def _name_place(printed: str, place: Place) -> Values:
    return {
        "value": printed,
        "where": Message("problems", "where_beside", {"place": str(place)}),
    }
