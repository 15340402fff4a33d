"""What must hold between one revision and the next: who replaces whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.catalog.checks import check_references
from generator.catalog.messages import Kind
from generator.catalog.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.binding import Sheet
    from generator.catalog.records import Services
    from generator.catalog.texts import Path


def check_succession(sheet: Sheet[Services], before: set[str] | None) -> Iterator[Problem]:
    """Replaced services are others, and of the revision before; None where those are not known."""
    for index, service in enumerate(sheet.record.services):
        path: Path = ("services", index, "replaces")
        kind = Kind.UNKNOWN_PREDECESSOR
        yield from check_references(sheet, path, service.replaces, kind, before)
        for number, replaced in enumerate(service.replaces):
            if replaced == service.id and (before is None or replaced in before):
                yield Problem(sheet.at(*path, number), Kind.REPLACES_ITSELF, {"value": replaced})
