"""An intake held against a list that people have read: how many cells it got right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.intake.guesses import DOUBTFUL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelist.catalog.records import Column, Service
    from carelist.catalog.revision import Catalog, Revision
    from carelist.intake.guesses import Found, RecoveredRow


@dataclass(frozen=True)
class Wrong:
    """A cell that is not what the list has."""

    row: int
    column: Column
    expected: str
    found: Found | None

    @property
    def is_doubted(self) -> bool:
        """Whether the intake said that it was not sure."""
        return self.found is None or self.found.sure < DOUBTFUL


@dataclass(frozen=True)
class Score:
    """How many cells are right."""

    total: int
    right: int
    as_printed: int
    """Besides: right but for characters that the list repairs, which an intake never does."""
    wrong: tuple[Wrong, ...]
    extra: int
    """Rows that the list does not have."""


def compare_rows(rows: Sequence[RecoveredRow], catalog: Catalog, revision: Revision) -> Score:
    """Compare the rows with the services of the same numbers, cell by cell."""
    found = {row.number: row for row in rows}
    total = right = as_printed = 0
    wrong: list[Wrong] = []
    for service in revision.services:
        row = found.get(service.number)
        for column, text in _list_cells(catalog, revision, service).items():
            total += 1
            origin = revision.fidelity.origins[service.number, column]
            cell = row.cells[column] if row else None
            if cell and cell.text == text:
                right += 1
            elif cell and origin.repairs and cell.text == origin.printed:
                as_printed += 1
            else:
                wrong.append(Wrong(service.number, column, text, cell))
    numbers = {service.number for service in revision.services}
    return Score(total, right, as_printed, tuple(wrong), len(found.keys() - numbers))


def _list_cells(catalog: Catalog, revision: Revision, service: Service) -> dict[Column, str]:
    bodies = [catalog.departments[id_].as_of(revision.id) for id_ in service.departments]
    pillar, people = catalog.pillar_of(service), revision.people_of(service)
    return {
        "pillar": pillar.as_of(revision.id).name.source if pillar else "",
        "audience": people.source if people else "",
        "group": revision.groups[service.group].name.source,
        "task": service.task,
        "departments": " ".join(body.printed.table or body.name.source for body in bodies),
    }
