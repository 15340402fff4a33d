"""From the folder of YAML files to the frozen catalog, or to all that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from generator.catalog import checks
from generator.catalog.binding import Sheet, bind
from generator.catalog.fidelity import Claims, prove
from generator.catalog.files import find_revision_folders, find_unexpected, read_bytes
from generator.catalog.located_yaml import decode, parse_yaml
from generator.catalog.messages import Kind
from generator.catalog.problems import CatalogError, Position, Problem, sort_problems
from generator.catalog.records import (
    Departments,
    Hotlines,
    Notice,
    Pillars,
    Readings,
    Services,
    Site,
)
from generator.catalog.revision import Catalog, Revision

if TYPE_CHECKING:
    from pathlib import Path

R = TypeVar("R", bound=BaseModel)

CITY_FILES = {"site.yml", "pillars.yml", "departments.yml", "hotlines.yml"}
REVISION_FILES = {"notice.yml", "services.yml", "readings.yml"}
SCHEMA_FOLDER = "schema"


@dataclass(frozen=True)
class Inspection:
    """What one reading of the folder found: the catalog if it can be built, and all problems."""

    catalog: Catalog | None
    problems: tuple[Problem, ...]
    """In the order of files, lines and columns."""


def load_catalog(folder: Path) -> Catalog:
    """Load the catalog; English that is missing or stale does not stop it.

    Raises:
        CatalogError: With every problem found, where the list cannot be built.
    """
    inspection = inspect_catalog(folder)
    if inspection.catalog is None:
        raise CatalogError(inspection.problems)
    return inspection.catalog


def inspect_catalog(folder: Path) -> Inspection:
    """Read every file of the folder once and find every problem in it."""
    reader = _Reader(folder)
    catalog = reader.read()
    stops = any(not problem.is_translation for problem in reader.problems)
    return Inspection(None if stops else catalog, tuple(sort_problems(reader.problems)))


@dataclass(frozen=True)
class _Names:
    """What all revisions may refer to; ids of broken entries count as known."""

    pillars: Sheet[Pillars] | None
    departments: Sheet[Departments] | None

    @property
    def pillar_ids(self) -> set[str] | None:
        if self.pillars is None:
            return None
        return {pillar.id for pillar in self.pillars.record.pillars} | self.pillars.broken_ids

    @property
    def department_ids(self) -> set[str] | None:
        if self.departments is None:
            return None
        ids = {department.id for department in self.departments.record.departments}
        return ids | self.departments.broken_ids


@dataclass
class _Reader:
    """Reads one folder; what is wrong gathers in `problems`."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)

    def read(self) -> Catalog | None:
        """Give the catalog, as far as it can be built."""
        site = self._bind(self.folder / "site.yml", Site)
        pillars = self._bind(self.folder / "pillars.yml", Pillars)
        departments = self._bind(self.folder / "departments.yml", Departments)
        hotlines = self._bind(self.folder / "hotlines.yml", Hotlines)
        folders = find_revision_folders(self.folder)
        if not folders:
            at = Position((self.folder / "revisions").as_posix())
            self.problems.append(Problem(at, Kind.NO_REVISION))
        expected = {*CITY_FILES, "revisions", SCHEMA_FOLDER}
        self.problems += find_unexpected(self.folder, expected)
        self.problems += find_unexpected(self.folder / "revisions", {f.name for f in folders})
        self._check_ids(pillars, "pillars")
        self._check_ids(departments, "departments")
        names = _Names(pillars, departments)
        services: set[str] = set()
        revisions = [self._read_revision(path, names, services) for path in folders]
        if hotlines:
            ids = names.department_ids
            self.problems += checks.check_hotlines(hotlines, ids, services or None)
        built = [revision for revision in revisions if revision]
        if not (site and pillars and departments and hotlines and built):
            return None
        if pillars.complete and len(built) == len(folders):
            self.problems += checks.check_pillars(pillars, built[-1].id, built[-1].services)
        return Catalog(
            site.record,
            {pillar.id: pillar for pillar in pillars.record.pillars},
            {department.id: department for department in departments.record.departments},
            hotlines.record.hotlines,
            tuple(built),
        )

    def _read_revision(
        self, folder: Path, names: _Names, service_ids: set[str]
    ) -> Revision | None:
        notice = self._bind(folder / "notice.yml", Notice)
        services = self._bind(folder / "services.yml", Services)
        readings = self._bind(folder / "readings.yml", Readings)
        copy = notice.record.source if notice else "source.txt"
        self.problems += find_unexpected(folder, {*REVISION_FILES, copy})
        before = len(self.problems)
        if services:
            service_ids |= {service.id for service in services.record.services}
            service_ids |= services.broken_ids
            self.problems += checks.check_services(
                services, names.pillar_ids, names.department_ids
            )
        if notice:
            known = service_ids if services else None
            self.problems += checks.check_notice(notice, names.department_ids, known)
        for name in ("audiences", "groups", "services"):
            self._check_ids(services, name)
        self._check_ids(readings, "readings")
        self._check_ids(readings, "not_stated")
        text = self._read_text(folder / copy)
        sound = not any(p.kind in checks.STRUCTURAL_KINDS for p in self.problems[before:])
        if not (notice and services and readings and names.pillars and names.departments):
            return None
        sheets = (notice, services, readings, names.pillars, names.departments)
        if text is None or not sound or not all(sheet.complete for sheet in sheets):
            return None
        claims = Claims(
            notice,
            services,
            readings,
            {pillar.id: pillar for pillar in names.pillars.record.pillars},
            {department.id: department for department in names.departments.record.departments},
        )
        source, fidelity, problems = prove(claims, (folder / copy).as_posix(), text)
        self.problems += problems
        if fidelity is None:
            return None
        rows, how_read = services.record, readings.record
        return Revision(folder.name, notice.record, rows, how_read, source, fidelity)

    def _bind(self, path: Path, model: type[R]) -> Sheet[R] | None:
        content, problem = read_bytes(path, self.folder)
        if problem:
            self.problems.append(problem)
            return None
        sheet, problems = bind(model, parse_yaml(path.as_posix(), content))
        self.problems += problems
        if sheet:
            self.problems += checks.check_texts(sheet)
        return sheet

    def _check_ids(self, sheet: Sheet[R] | None, name: str) -> None:
        if sheet:
            self.problems += checks.check_ids(sheet, name)

    def _read_text(self, path: Path) -> str | None:
        content, problem = read_bytes(path, self.folder)
        if problem:
            self.problems.append(problem)
            return None
        text, problems = decode(path.as_posix(), content)
        if not problems and not text.strip():
            values = {"keys": "the verbatim copy of the notice"}
            problems = [Problem(Position(path.as_posix()), Kind.EMPTY_FILE, values)]
        self.problems += problems
        return None if problems else text
