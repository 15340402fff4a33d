"""What was read otherwise than it is printed, for all exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelist.catalog.records import Column, Reading, Service
    from carelist.catalog.revision import Revision


def find_other_readings(revision: Revision) -> tuple[Reading, ...]:
    """Give the readings that concern no cell of a service, as those of the letter."""
    told = {one.id for service in revision.services for one, _ in find_readings(revision, service)}
    return tuple(one for one in revision.readings if one.id not in told)


def find_readings(
    revision: Revision, service: Service
) -> tuple[tuple[Reading, tuple[Column, ...]], ...]:
    """Give the readings of a service, each once, with the columns that it concerns."""
    found: dict[str, tuple[Reading, list[Column]]] = {}
    for column in revision.columns:
        for reading in revision.fidelity.origins[service.number, column].readings:
            found.setdefault(reading.id, (reading, []))[1].append(column)
    return tuple((reading, tuple(columns)) for reading, columns in found.values())
