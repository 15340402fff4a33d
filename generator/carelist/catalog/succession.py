"""What must hold between one revision and the next: who replaces whom, what was called how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.checks import check_references
from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.records import Departments, Pillars, Services
    from carelist.catalog.texts import Path


def check_succession(sheet: Sheet[Services], before: set[str] | None) -> Iterator[Problem]:
    """Replaced services are others, and of the revision before; None where those are not known."""
    for index, service in enumerate(sheet.record.services):
        path: Path = ("services", index, "replaces")
        kind = Kind.UNKNOWN_PREDECESSOR
        yield from check_references(sheet, path, service.replaces, kind, before)
        for number, replaced in enumerate(service.replaces):
            if replaced == service.id and (before is None or replaced in before):
                yield Problem(sheet.at(*path, number), Kind.REPLACES_ITSELF, {"value": replaced})


def check_former_names(
    sheet: Sheet[Pillars] | Sheet[Departments], key: str, years: list[str]
) -> Iterator[Problem]:
    """A former name was used until the list of a year, other than the latest; the oldest first."""
    known = years[:-1]
    for index, entry in enumerate(getattr(sheet.record, key)):
        last = ""
        for place, former in enumerate(entry.formerly):
            if former.until not in known or former.until <= last:
                at = sheet.at(key, index, "formerly", place, "until")
                values = {"value": former.until, "known": ", ".join(known) or "—"}
                yield Problem(at, Kind.UNKNOWN_UNTIL, values)
            last = former.until
