"""The cells of the list against the cells of the printed table, both ways."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast, get_args

from generator.catalog.differences import find_first_difference, quote_around, shorten
from generator.catalog.messages import Kind
from generator.catalog.overrides import Override, name_cell
from generator.catalog.problems import Position, Problem
from generator.catalog.records import Column
from generator.catalog.revision import Origin, State
from generator.catalog.texts import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.catalog.binding import Sheet
    from generator.catalog.records import Department, Pillar, Reading, Readings, Service, Services
    from generator.catalog.source import Cell, Row, Source

COLUMNS: tuple[Column, ...] = get_args(Column)


@dataclass
class Table:
    """The proof of one table: where things are printed, what is used, what is wrong."""

    services: Sheet[Services]
    readings: Sheet[Readings]
    pillars: Mapping[str, Pillar]
    departments: Mapping[str, Department]
    source: Source
    """The repaired copy."""
    raw: dict[int, Row]
    """The lines of the table as printed, by line number."""
    places: dict[Place, tuple[Row, int]]
    overrides: dict[tuple[int, Column], Override]
    origins: dict[tuple[int, Column], Origin] = field(default_factory=dict)
    users: dict[tuple[int, int], list[tuple[int, Column]]] = field(default_factory=dict)
    covered: dict[tuple[int, int], list[tuple[int, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows = self.services.record
        self._audiences = {audience.id: audience.name.zh for audience in rows.audiences}
        self._groups = {group.id: group.name.zh for group in rows.groups}

    def find_problems(self) -> Iterator[Problem]:
        """Prove every cell of the list, then account for every printed one."""
        yield from self._check_counts()
        for index, service in enumerate(self.services.record.services):
            for column in COLUMNS:
                yield from self._prove(index, service, column)
        yield from self._cover_strays()
        yield from self._find_unused()

    def _check_counts(self) -> Iterator[Problem]:
        for names, page in zip(self.readings.record.table, self.source.pages, strict=True):
            for row in page.rows:
                spare = row.texts[len(names) :]
                if len(row.cells) < len(names) or any(spare) or len(spare) > 1:
                    values = {"found": str(len(row.cells)), "expected": str(len(names))}
                    yield Problem(Position(self.source.file, row.line), Kind.TABLE_CELLS, values)

    def _prove(self, index: int, service: Service, column: Column) -> Iterator[Problem]:
        """Prove one cell, and record where it comes from."""
        row = service.number
        override = self.overrides.get((row, column))
        if override and override.place is None:
            yield from self._prove_inferred(row, column, override)
            return
        place = override.place if override and override.place else Place(row)
        printed_in = override.column if override else column
        yield from self._check_place(index, row, place, printed_in, override)
        if place not in self.places:
            return
        found = self._cell(place, printed_in)
        expected = self._expect(service, column)
        if found is None or not found[0].text:
            values = {"value": shorten(expected), "file": self.source.file}
            at = self.services.at("services", index)
            yield Problem(at, Kind.CELL_BLANK, values | name_cell(row, column))
            return
        cell, cell_index = found
        printed = (override and override.reading.printed) or cell.text
        if override and printed not in cell.text:
            at = self.readings.at("readings", override.index, "printed")
            yield Problem(at, Kind.READING_NOT_FOUND, _name_place(printed, place))
            return
        self._cover(cell, cell_index, printed)
        self.users.setdefault((cell.line, cell_index), []).append((row, column))
        read = (override and override.reading.read) or printed
        if read.split() != expected.split() if column == "departments" else read != expected:
            yield self._explain_difference(index, column, expected, read, cell)
            return
        raw = self.raw[cell.line].cells[cell_index].text
        self.origins[row, column] = Origin(
            row,
            column,
            cast("State", override.reading.kind) if override else "printed",
            override.reading if override else None,
            self._readings_inside("repaired", raw),
            self._readings_inside("note", raw),
            place,
            (override and override.reading.printed) or raw,
        )

    def _check_place(
        self, index: int, row: int, place: Place, column: str, override: Override | None
    ) -> Iterator[Problem]:
        file = {"file": self.source.file}
        if override is None:
            if place not in self.places:
                at = self.services.at("services", index, "number")
                yield Problem(at, Kind.ROW_NOT_PRINTED, {"row": str(row), **file})
            return
        at = self.readings.at("readings", override.index, "beside")
        if place not in self.places:
            yield Problem(at, Kind.READING_UNKNOWN_PLACE, {"value": str(place), **file})
        elif self._cell(place, column) is None:
            values = {"value": str(place), **name_cell(row, column)}
            yield Problem(at, Kind.READING_NO_COLUMN, values)

    def _cell(self, place: Place, column: str) -> tuple[Cell, int] | None:
        """The repaired cell of a column at a place, with its index in the line."""
        row, page = self.places[place]
        names = self.readings.record.table[page]
        index = names.index(column) if column in names else len(row.cells)
        return (row.cells[index], index) if index < len(row.cells) else None

    def _expect(self, service: Service, column: Column) -> str:
        """The words that the catalog gives a cell."""
        match column:
            case "pillar":
                return self.pillars[service.pillar].name.zh
            case "audience":
                return self._audiences[service.audience]
            case "group":
                return self._groups[service.group]
            case "task":
                return service.task
            case "departments":
                names = (self.departments[name] for name in service.departments)
                return " ".join(d.printed.table or d.name.zh for d in names)

    def _prove_inferred(self, row: int, column: Column, override: Override) -> Iterator[Problem]:
        """An inferred cell is blank or absent in the line of its own row."""
        task = self.overrides.get((row, "task"))
        place = (task and task.place) or Place(row)
        found = self._cell(place, column) if place in self.places else None
        if found and found[0].text and (found[0].line, found[1]) not in self.covered:
            at = self.readings.at("readings", override.index, "kind")
            values = {"value": found[0].text, **name_cell(row, column)}
            yield Problem(at, Kind.READING_NOT_INFERRED, values)
            return
        origin = Origin(row, column, "inferred", override.reading, (), (), None, "")
        self.origins[row, column] = origin

    def _cover(self, cell: Cell, index: int, part: str) -> None:
        """Mark words of a printed cell as used."""
        start = cell.text.find(part)
        self.covered.setdefault((cell.line, index), []).append((start, start + len(part)))

    def _readings_inside(self, kind: str, raw: str) -> tuple[Reading, ...]:
        return tuple(
            reading
            for reading in self.readings.record.readings
            if reading.kind == kind and reading.printed and reading.printed in raw
        )

    def _explain_difference(
        self, index: int, column: Column, expected: str, printed: str, cell: Cell
    ) -> Problem:
        """Point at the place in the catalog that differs from the copy."""
        service = self.services.record.services[index]
        values = {"file": self.source.file, "line": str(cell.line)}
        values |= name_cell(service.number, column)
        if column == "task":
            offset = find_first_difference(expected, printed)
            values["value"] = quote_around(expected, offset)
            values["printed"] = quote_around(printed, offset)
            return Problem(self._position_in_task(index, offset), Kind.TASK_DIFFERS, values)
        values |= {"value": expected, "printed": printed}
        at = self.services.at("services", index, column)
        if column in {"audience", "group"}:
            names = self._audiences if column == "audience" else self._groups
            if printed not in names.values():  # no other name fits: this name is misspelt
                where = list(names).index(getattr(service, column))
                at = self.services.at(f"{column}s", where, "name", "zh")
        return Problem(at, Kind.CELL_DIFFERS, values)

    def _position_in_task(self, index: int, offset: int) -> Position:
        clauses = self.services.record.services[index].clauses
        last = len(clauses) - 1
        for number, clause in enumerate(clauses):
            length = len(clause.text.zh)
            if offset < length or number == last:
                path = ("services", index, "clauses", number, "text", "zh")
                return self.services.document.inside(min(offset, length), *path)
            offset -= length
        return self.services.at("services", index)

    def _cover_strays(self) -> Iterator[Problem]:
        for index, reading in enumerate(self.readings.record.readings):
            if reading.kind != "stray" or not reading.printed:
                continue
            for place in reading.beside:
                for column in reading.columns:
                    found = self._cell(place, column) if place in self.places else None
                    if found and reading.printed in found[0].text:
                        self._cover(*found, reading.printed)
                        continue
                    at = self.readings.at("readings", index, "printed")
                    values = _name_place(reading.printed, place)
                    yield Problem(at, Kind.READING_NOT_FOUND, values)

    def _find_unused(self) -> Iterator[Problem]:
        for row, page in self.places.values():
            names = self.readings.record.table[page]
            for index, cell in enumerate(row.cells[: len(names)]):
                if names[index] == "number":
                    continue
                left = list(cell.text)
                for start, end in self.covered.get((cell.line, index), ()):
                    left[start:end] = " " * (end - start)
                if rest := "".join(left).strip():
                    raw = self.raw[row.line].cells[index]
                    at = Position(self.source.file, raw.line, raw.column)
                    yield Problem(at, Kind.CELL_UNUSED, {"value": shorten(rest)})


def _name_place(printed: str, place: Place) -> dict[str, str]:
    return {"value": printed, "where": f"beside {place}", "where_zh": f"{place} 那一行"}
