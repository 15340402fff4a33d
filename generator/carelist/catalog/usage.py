"""What of the printed table the list makes use of, and what it leaves over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from carelist.catalog.bodies import is_empty
from carelist.catalog.differences import shorten
from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Position, Problem
from carelist.catalog.table_lines import is_number
from carelist.catalog.texts import Place
from carelist.speech.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.claims import Claims
    from carelist.catalog.grid import Grid, Spot
    from carelist.catalog.overrides import Overrides
    from carelist.catalog.records import Column
    from carelist.catalog.table_lines import Cell, Row

MOST_LEFT = 120
"""So many characters of what is left over are told, so that it can be declared as told."""


@dataclass
class Usage:
    """The printed cells, and the words of them that are used."""

    claims: Claims
    grid: Grid
    raw: dict[int, Row]
    """The lines of the table as printed, by line number."""
    users: dict[tuple[int, int], list[tuple[int, Column]]] = field(default_factory=dict)
    """By printed cell: the cells of the list that are read from it."""
    covered: dict[tuple[int, int], list[tuple[int, int]]] = field(default_factory=dict)
    """By printed cell: the stretches of its words that are used."""
    sections: set[int] = field(default_factory=set)
    """The lines of headings among the services that some service stands under."""

    @cached_property
    def uneven(self) -> set[int]:
        """Lines of the table in which no cell can be told from another."""
        return {problem.position.line for problem in self.check_counts()}

    def check_counts(self) -> Iterator[Problem]:
        """Every line has as many cells as its page has columns."""
        source = self.grid.source
        for names, page in zip(self.grid.columns, source.pages, strict=True):
            for row in page.rows:
                spare = row.texts[len(names) :]
                if len(row.cells) < len(names) or any(spare) or len(spare) > 1:
                    values = {"found": str(len(row.cells)), "expected": str(len(names))}
                    yield Problem(Position(source.file, row.line), Kind.TABLE_CELLS, values)

    def check_rows(self, overrides: Overrides) -> Iterator[Problem]:
        """Every number that is printed has its service; where some are broken, no telling."""
        services, source = self.claims.services, self.grid.source
        listed = {service.number for service in services.record.services}
        missing = [
            place
            for place in self.grid.places
            if place.number and not place.after and place.number not in listed
        ]
        missing = [place for place in missing if not self._is_stray(place)]
        if services.is_whole and max(listed, default=0) == len(listed):
            for place in (one for one in missing if not self._is_bare(one)):
                values = {"row": str(place), "file": source.file}
                values["line"] = str(self.grid.places[place][0].line)
                at = services.at("services", key=True)
                yield Problem(at, Kind.ROW_NOT_LISTED, values)
        for number in {place.number for place in missing} | listed - self.claims.rows.keys():
            self._excuse(number, overrides)

    def _is_bare(self, place: Place) -> bool:
        """Whether a line has a number and nothing else, as forms have that are not filled up."""
        return all(map(is_number, self.grid.places[place][0].filled))

    def _is_stray(self, place: Place) -> bool:
        """Whether a reading declares words of a line as stray, so that it is no service."""
        readings = self.claims.readings.record.readings
        return any(reading.kind == "stray" and place in reading.beside for reading in readings)

    def _excuse(self, row: int, overrides: Overrides) -> None:
        """Take the printed cells of a row for used, whatever stands in them."""
        page = self.grid.places.get(Place(row))
        for column in self.grid.columns[page[1]] if page else ():
            override = overrides.get((row, column))
            place = override.place if override else Place(row)
            if place and (spot := self.grid.find(place, override.column if override else column)):
                self.cover(spot)

    def cover(self, spot: Spot, part: str | None = None) -> None:
        """Mark words of a printed cell as used; all of them where no part is named.

        A part that stands there several times is marked where it is not used yet.
        """
        text, covered = spot.cell.text, self.covered.setdefault(spot.key, [])
        if not part or part not in text:
            covered.append((0, len(text)))
            return
        places = [match.span() for match in re.finditer(re.escape(part), text)]
        free = (place for place in places if not any(_overlap(place, one) for one in covered))
        covered.append(next(free, places[0]))

    def cover_strays(self) -> Iterator[Problem]:
        """Take what readings declare as stray for used; tell what is not printed there."""
        for index, reading in enumerate(self.claims.readings.record.readings):
            if reading.kind != "stray" or not reading.printed:
                continue
            for place in reading.beside:
                for column in reading.columns:
                    spot = self.grid.find(place, column)
                    if spot and reading.printed in spot.cell.text:
                        self.cover(spot, reading.printed)
                        continue
                    if spot:
                        self.cover(spot)
                    yield self.miss_reading(index, reading.printed, place)

    def miss_reading(self, index: int, printed: str, place: Place) -> Problem:
        """Tell that the words of a reading are not printed at their place."""
        at = self.claims.readings.at("readings", index, "printed")
        where = Message("problems", "where_beside", {"place": str(place)})
        return Problem(at, Kind.READING_NOT_FOUND, {"value": printed, "where": where})

    def find_unused(self) -> Iterator[Problem]:
        """Yield a problem for every printed cell, or part of one, that nothing uses."""
        for place, (row, page) in self.grid.places.items():
            names = self.grid.columns[page]
            if row.line in self.uneven:
                continue
            for index, cell in enumerate(row.cells[: len(names)]):
                if names[index] == "number" and is_number(cell.text):
                    continue
                raw = self.raw[row.line].cells[index]
                at = Position(self.grid.source.file, raw.line, raw.column)
                for rest in self._list_left(cell, index):
                    value = shorten(rest, MOST_LEFT)
                    values = {"value": value, "place": str(place), "key": names[index]}
                    yield Problem(at, Kind.CELL_UNUSED, values)

    def _list_left(self, cell: Cell, index: int) -> list[str]:
        """List the stretches of a cell's words that nothing uses."""
        left = list(cell.text)
        for start, end in self.covered.get((cell.line, index), ()):
            left[start:end] = "\0" * (end - start)
        stretches = (words.strip() for words in "".join(left).split("\0"))
        return [words for words in stretches if not is_empty(words)]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
