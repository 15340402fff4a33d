"""Cells whose page has no column for them: a heading above, or another cell, says their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.blaming import Difference
from carelist.catalog.differences import shorten
from carelist.catalog.kinds import Kind
from carelist.catalog.overrides import name_cell
from carelist.catalog.problems import Problem
from carelist.catalog.revision import Origin
from carelist.catalog.sameness import is_same_text, set_plainly
from carelist.catalog.texts import Place
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.claims import Claims
    from carelist.catalog.explaining import Explainer
    from carelist.catalog.grid import Grid, Section
    from carelist.catalog.records import Column
    from carelist.catalog.usage import Usage

_HEADED: frozenset[Column] = frozenset({"pillar", "audience"})
"""The columns whose words a heading among the services may have."""


@dataclass(frozen=True)
class Columnless:
    """Proves such cells of one table, and records where their words stand."""

    claims: Claims
    grid: Grid
    usage: Usage
    explainer: Explainer
    origins: dict[tuple[int, Column], Origin]
    """Of all cells that are right: what is proved here is added."""

    def prove(self, row: int, column: Column, expected: str | None) -> Iterator[Problem]:
        """Prove a cell; `expected` is None where what the list says of it cannot be read."""
        if column == "task" and not self.grid.has(column):
            yield from self._prove_promises(row)
            return
        if column in _HEADED and not self.grid.has(column) and expected:
            sections = self.grid.list_sections(Place(row))
            for section in sections:
                if is_same_text(section.name, expected) or is_same_text(section.text, expected):
                    self._record_section(row, column, section)
                    return
            if sections:
                self._record_section(row, column, sections[0])
                differs = Difference(row, column, expected, sections[0].name)
                yield self.explainer.explain(differs, sections[0].line)
                return
        if expected and not self._is_name(row, column, expected):
            at = self.claims.find_field(row, column)
            values = {"value": shorten(expected), "file": self.grid.source.file}
            line = self.grid.places[Place(row)][0].line
            where = {"line": str(line), **name_cell(row, column)}
            yield Problem(at, Kind.COLUMN_NOT_PRINTED, values | where)
        elif expected is not None:
            self._record(row, column, "")

    def _is_name(self, row: int, column: Column, expected: str) -> bool:
        """Whether a list without a column of names has that of a service in another cell."""
        is_nameless = column == "group" and not self.grid.has(column)
        return is_nameless and any(set_plainly(expected) in text for text in self._list_texts(row))

    def _list_texts(self, row: int) -> list[str]:
        return [set_plainly(text) for text in self.grid.places[Place(row)][0].texts]

    def _prove_promises(self, row: int) -> Iterator[Problem]:
        """Prove the clauses of a list without a column of tasks: each is words of some cell."""
        line, _ = self.grid.places[Place(row)]
        service, printed = self.claims.service(row), self._list_texts(row)
        for at, clause in enumerate(service.clauses):
            words = clause.text.source
            if not any(set_plainly(words) in text for text in printed):
                path = ("services", self.claims.rows[row], "clauses", at, "text", SOURCE.tag)
                values = {"row": str(row), "value": shorten(words), "line": str(line.line)}
                values |= {"file": self.grid.source.file}
                yield Problem(self.claims.services.at(*path), Kind.PROMISE_NOT_PRINTED, values)
        self._record(row, "task", service.task)

    def _record_section(self, row: int, column: Column, section: Section) -> None:
        self.usage.sections.add(section.line)
        for spot in section.spots:
            self.usage.cover(spot)
            self.usage.users.setdefault(spot.key, []).append((row, column))
        origin = Origin(row, column, "printed", None, (), (), section.place, section.text)
        self.origins[row, column] = origin

    def _record(self, row: int, column: Column, printed: str) -> None:
        origin = Origin(row, column, "printed", None, (), (), Place(row), printed)
        self.origins[row, column] = origin
