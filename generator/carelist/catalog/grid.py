"""The printed table as the proof looks at it: which cells a service has, and under what heading."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.places import list_lines
from carelist.catalog.sections import (
    SECTION,
    find_level,
    have_levels,
    name_section,
    read_heading,
    tell_row,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from carelist.catalog.places import Columns
    from carelist.catalog.sections import RowKind
    from carelist.catalog.source import Source
    from carelist.catalog.table_lines import Cell, Row
    from carelist.catalog.texts import Place


class Spot(NamedTuple):
    """A printed cell, with its index `at` in its line."""

    cell: Cell
    at: int

    @property
    def key(self) -> tuple[int, int]:
        """The line in the copy and the index in it, which name the cell."""
        return self.cell.line, self.at


class Section(NamedTuple):
    """A heading among the services: a row of the table, or a paragraph between its parts."""

    text: str
    line: int
    place: Place | None
    """None for a paragraph."""
    spots: tuple[Spot, ...] = ()

    @property
    def name(self) -> str:
        """What it names, without its ordinal."""
        return name_section(self.spots[-1].cell.text if self.spots else self.text)


@dataclass(frozen=True)
class Grid:
    """The repaired table, its columns page by page, and the place of each line."""

    source: Source
    columns: Columns
    places: dict[Place, tuple[Row, int]]
    names: Collection[str]
    """Those that headings among services are known to have."""

    def find(self, place: Place, column: str) -> Spot | None:
        """Find the cell of a column at a place."""
        if place not in self.places:
            return None
        row, page = self.places[place]
        names = self.columns[page]
        index = names.index(column) if column in names else len(row.cells)
        return Spot(row.cells[index], index) if index < len(row.cells) else None

    def find_below(self, row: int, column: str) -> list[Spot]:
        """Find the cells of a column in the lines below that of a service, blank ones left out."""
        lines = (place for place in list_lines(self.places, row)[1:] if self._is_service(place))
        spots = (self.find(place, column) for place in lines)
        return [spot for spot in spots if spot and spot.cell.text]

    def has(self, column: str) -> bool:
        """Whether any page has a column."""
        return any(column in names for names in self.columns)

    def list_words(self, column: str) -> set[str]:
        """List the words of all cells of a column, with those of headings where there is none."""
        if not self.has(column):
            return {section.name for section in self.sections}
        spots = (self.find(place, column) for place in self.places)
        return {spot.cell.text for spot in spots if spot}

    def _is_service(self, place: Place) -> bool:
        row, _ = self.places[place]
        return self._tell(row, has_sections=not self.has("pillar")) == "service"

    def _tell(self, row: Row, *, has_sections: bool) -> RowKind:
        return tell_row(row, self.names, has_sections=has_sections, has_levels=self._has_levels)

    @cached_property
    def _has_levels(self) -> bool:
        return have_levels(row for row, _ in self.places.values())

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The headings among the services, in printed order."""
        found = [*self._find_rows(), *self._find_paragraphs()]
        return tuple(sorted(found, key=lambda section: section.line))

    def _find_rows(self) -> Iterator[Section]:
        for place, (row, _) in self.places.items():
            if self._tell(row, has_sections=True) == "section":
                spots = tuple(Spot(cell, at) for at, cell in enumerate(row.cells) if cell.text)
                yield Section(read_heading(row), row.line, place, spots)

    def _find_paragraphs(self) -> Iterator[Section]:
        """Yield paragraphs behind the first head of the table, and one above it that is known."""
        first = min((page.head.line for page in self.source.pages), default=0)
        for paragraph in self.source.paragraphs:
            is_known = name_section(paragraph.text) in self.names
            if is_known or (paragraph.line > first and SECTION.fullmatch(paragraph.text)):
                yield Section(paragraph.text, paragraph.line, None)

    def list_sections(self, place: Place) -> tuple[Section, ...]:
        """List the headings that a line stands under, the nearest first."""
        row, _ = self.places[place]
        at = bisect_left(self.sections, row.line, key=lambda section: section.line)
        return self._chains[at]

    @cached_property
    def _chains(self) -> list[tuple[Section, ...]]:
        """By how many headings stand above a line: those it stands under, the nearest first."""
        chains: list[tuple[Section, ...]] = [()]
        for section in self.sections:
            level = find_level(section.text)
            above = (one for one in chains[-1] if find_level(one.text) < level)
            chains.append((section, *above))
        return chains
