"""What a cell of the list in force says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelist.catalog.records import Column, Service
    from carelist.catalog.revision import Catalog
    from carelist.catalog.texts import Text


def read_cell(catalog: Catalog, service: Service, column: Column) -> tuple[Text, ...]:
    """Give what a cell says: one text, one for each body, type or clause; nothing where empty."""
    pillar, latest, bodies = catalog.pillar_of(service), catalog.latest, catalog.departments
    fixed: dict[str, list[Text | None]] = {
        "pillar": [pillar.name if pillar else None],
        "audience": [latest.people_of(service)],
        "group": [latest.groups[service.group].name],
        "task": [clause.text for clause in service.clauses],
        "departments": [bodies[name].name for name in latest.list_bodies(service)],
        "supporting": [bodies[name].name for name in service.supporting],
        "types": [latest.types[name].name for name in service.types],
    }
    found = fixed.get(column, [service.cells.by_column.get(column)])
    return tuple(text for text in found if text)
