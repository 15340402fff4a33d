"""Last year's list as a draft takes it over: its records, and its files as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from carelist.catalog.city import load_names
from carelist.catalog.files import find_revision_folders, is_draft
from carelist.catalog.loading import load_catalog
from carelist.catalog.located_yaml import parse_yaml
from carelist.intake.names import Known

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.catalog.revision import Revision

Plain = dict[str, Any]
"""What a YAML file holds: keys with texts, lists and further keys; every field is kept."""


@dataclass(frozen=True)
class Before:
    """One revision, and what its files hold."""

    revision: Revision
    folder: Path
    services: Plain
    notice: Plain
    readings: Plain

    def entry(self, name: str, id_: str) -> Plain:
        """Give the entry of a list of services.yml by its id; empty where there is none."""
        return self._entries.get((name, id_), {})

    @cached_property
    def _entries(self) -> dict[tuple[str, str], Plain]:
        names = ("audiences", "types", "columns", "groups", "services")
        return {
            (name, entry["id"]): entry for name in names for entry in self.services.get(name, [])
        }


def read_known(folder: Path, year: str) -> tuple[Known, Before | None]:
    """Read what is known before a year's list is: the city, and the last list published before.

    Raises:
        CatalogError: Where a published list, or a file of the city, cannot be used.
    """
    named, printed = load_names(folder)
    pillars = tuple(pillar.as_of(year) for pillar in named.pillars)
    departments = tuple(department.as_of(year) for department in printed.departments)
    earlier = [path for path in find_revision_folders(folder) if path.name < year]
    if all(is_draft(path) for path in earlier):
        return Known(pillars, departments), None
    catalog = load_catalog(folder)
    last = [revision for revision in catalog.revisions if revision.id < year]
    path = folder / "revisions" / last[-1].id
    before = Before(
        last[-1],
        path,
        _read(path / "services.yml"),
        _read(path / "notice.yml"),
        _read(path / "readings.yml"),
    )
    return Known(pillars, departments, last[-1]), before


def _read(path: Path) -> Plain:
    root = parse_yaml(path.as_posix(), path.read_bytes()).root
    plain = root.to_plain() if root else {}
    return plain if isinstance(plain, dict) else {}
