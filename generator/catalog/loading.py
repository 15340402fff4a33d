"""From the folder of YAML files to the frozen catalog, or to all that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pydantic import BaseModel

from generator.catalog.binding import Sheet, bind
from generator.catalog.cascades import drop_consequences
from generator.catalog.checks import (
    check_hotlines,
    check_ids,
    check_notice,
    check_pillars,
    check_texts,
)
from generator.catalog.claims import Claims
from generator.catalog.criteria import check_questions, check_rules, check_situations
from generator.catalog.decoding import decode
from generator.catalog.fidelity import prove
from generator.catalog.files import (
    find_folder_problems,
    find_revision_folders,
    find_revision_problem,
    find_strange_revisions,
    find_unexpected,
    read_bytes,
)
from generator.catalog.freezing import Frozen, check_frozen
from generator.catalog.located_yaml import parse_yaml
from generator.catalog.messages import Kind
from generator.catalog.problems import CatalogError, Position, Problem
from generator.catalog.publication import Published
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
from generator.catalog.rows import check_services
from generator.catalog.rules import Questions, Situations
from generator.catalog.succession import check_succession

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

R = TypeVar("R", bound=BaseModel)

CITY_FILES = {
    "site.yml",
    "pillars.yml",
    "departments.yml",
    "hotlines.yml",
    "questions.yml",
    "situations.yml",
}
REVISION_FILES = {"notice.yml", "services.yml", "readings.yml"}
SOURCE_FILE = "source.txt"
PUBLISHED_FILE = "published.yml"
"""The file that freezes a revision."""
SCHEMA_FOLDER = "schema"


@dataclass(frozen=True)
class Inspection:
    """What one reading of the folder found: the catalog if it can be built, and all problems."""

    catalog: Catalog | None
    problems: tuple[Problem, ...]
    """In the order of files, lines and columns."""
    questions: Sheet[Questions] | None = None
    """Where the questions stand; None where they cannot be read."""
    rows: dict[str, Sheet[Services]] = field(default_factory=dict)
    """Where the rows of each revision of the catalog stand."""

    def add(self, problems: Iterable[Problem]) -> Inspection:
        """Give what was found with more problems; those of translation do not stop the catalog."""
        found = (*self.problems, *problems)
        stops = any(not problem.is_translation for problem in found)
        catalog = None if stops else self.catalog
        return replace(self, catalog=catalog, problems=drop_consequences(found))


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
    problems = list(find_folder_problems(folder))
    if any(problem.kind != Kind.NO_REVISION for problem in problems):
        return Inspection(None, tuple(problems))
    reader = _Reader(folder, problems)
    catalog = reader.read()
    return Inspection(catalog, (), reader.questions, reader.rows).add(reader.problems)


class _City(NamedTuple):
    """The files that all revisions share; None where one cannot be read."""

    site: Sheet[Site] | None
    pillars: Sheet[Pillars] | None
    departments: Sheet[Departments] | None
    hotlines: Sheet[Hotlines] | None
    questions: Sheet[Questions] | None
    situations: Sheet[Situations] | None

    @property
    def pillar_ids(self) -> set[str] | None:
        return self.pillars.list_ids("pillars") if self.pillars else None

    @property
    def department_ids(self) -> set[str] | None:
        return self.departments.list_ids("departments") if self.departments else None


class _Draft(NamedTuple):
    """The files of one revision, before they are proved."""

    folder: Path
    notice: Sheet[Notice] | None
    services: Sheet[Services] | None
    readings: Sheet[Readings] | None
    file: Path
    text: str
    """Of the source copy; empty where it cannot be read."""
    published: Sheet[Published] | None

    @property
    def service_ids(self) -> set[str] | None:
        return self.services.list_ids("services") if self.services else None


@dataclass
class _Reader:
    """Reads one folder; what is wrong gathers in `problems`."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    questions: Sheet[Questions] | None = None
    rows: dict[str, Sheet[Services]] = field(default_factory=dict)

    def read(self) -> Catalog | None:
        """Give the catalog, where all of it can be built."""
        self.problems += find_unexpected(self.folder, {*CITY_FILES, "revisions", SCHEMA_FOLDER})
        self.problems += find_strange_revisions(self.folder)
        city = self._read_city()
        folders = find_revision_folders(self.folder)
        drafts = [draft for folder in folders if (draft := self._read_draft(folder))]
        for draft in drafts:
            self._check(draft, city)
        self._check_uses(city, drafts)
        known: set[str] | None = set()
        for draft in drafts:
            if draft.services:
                self.problems += check_succession(draft.services, known)
            known = draft.service_ids
        built = [revision for draft in drafts if (revision := self._prove(draft, city))]
        site, pillars, departments, hotlines, questions, situations = city
        if not (site and pillars and departments and hotlines and questions and situations):
            return None
        if not built:
            return None
        return Catalog(
            site.record,
            {pillar.id: pillar for pillar in pillars.record.pillars},
            {department.id: department for department in departments.record.departments},
            hotlines.record.hotlines,
            questions.record,
            situations.record.situations,
            tuple(built),
        )

    def _read_city(self) -> _City:
        city = _City(
            self._bind(self.folder / "site.yml", Site),
            self._bind(self.folder / "pillars.yml", Pillars),
            self._bind(self.folder / "departments.yml", Departments),
            self._bind(self.folder / "hotlines.yml", Hotlines),
            self._bind(self.folder / "questions.yml", Questions),
            self._bind(self.folder / "situations.yml", Situations),
        )
        self.questions = city.questions
        if city.pillars:
            self.problems += check_ids(city.pillars, "pillars")
        if city.departments:
            self.problems += check_ids(city.departments, "departments")
        if city.questions:
            self.problems += check_questions(city.questions)
            if city.situations:
                self.problems += check_situations(city.situations, city.questions)
        return city

    def _read_draft(self, folder: Path) -> _Draft | None:
        known = {*REVISION_FILES, SOURCE_FILE}
        if problem := find_revision_problem(folder, self.folder, known):
            self.problems.append(problem)
            return None
        notice = self._bind(folder / "notice.yml", Notice)
        services = self._bind(folder / "services.yml", Services)
        readings = self._bind(folder / "readings.yml", Readings)
        name = (notice and notice.record.source) or SOURCE_FILE
        self.problems += find_unexpected(folder, {*REVISION_FILES, name, PUBLISHED_FILE})
        text = self._read_text(folder / name)
        record = folder / PUBLISHED_FILE
        published = self._bind(record, Published) if record.exists() else None
        return _Draft(folder, notice, services, readings, folder / name, text, published)

    def _check(self, draft: _Draft, city: _City) -> None:
        if draft.services:
            ids = city.pillar_ids, city.department_ids
            self.problems += check_services(draft.services, *ids)
            if city.questions:
                rules = draft.services, city.questions, city.department_ids
                self.problems += check_rules(*rules)
        if draft.notice:
            ids = city.department_ids, draft.service_ids
            self.problems += check_notice(draft.notice, *ids)
        if draft.readings:
            self.problems += check_ids(draft.readings, "readings")
            self.problems += check_ids(draft.readings, "not_stated")
        if draft.published and draft.notice and draft.services and draft.readings:
            sheets = draft.published, draft.notice, draft.services, draft.readings
            self.problems += check_frozen(Frozen(*sheets, draft.file.as_posix(), draft.text))

    def _check_uses(self, city: _City, drafts: list[_Draft]) -> None:
        """Check what the city's files say of services."""
        if city.hotlines:
            ids = _join_ids(draft.service_ids for draft in drafts)
            self.problems += check_hotlines(city.hotlines, city.department_ids, ids)
        sheets = [draft.services for draft in drafts if draft.services]
        if drafts and len(sheets) == len(drafts) and city.pillars:
            used = {service.pillar for sheet in sheets for service in sheet.record.services}
            if all(sheet.is_whole for sheet in sheets):
                self.problems += check_pillars(city.pillars, used)

    def _prove(self, draft: _Draft, city: _City) -> Revision | None:
        notice, services, readings = draft.notice, draft.services, draft.readings
        pillars, departments = city.pillars, city.departments
        if not (services and readings and pillars and departments and draft.text):
            return None
        claims = Claims(notice, services, readings, pillars, departments)
        source, fidelity, problems = prove(claims, draft.file.as_posix(), draft.text)
        self.problems += problems
        if fidelity is None or notice is None:
            return None
        name = draft.folder.name
        self.rows[name] = services
        records = notice.record, services.record, readings.record
        published = draft.published.record if draft.published else None
        return Revision(name, *records, source, fidelity, published)

    def _bind(self, path: Path, model: type[R]) -> Sheet[R] | None:
        content, problem = read_bytes(path, self.folder)
        if problem:
            self.problems.append(problem)
            return None
        sheet, problems = bind(model, parse_yaml(path.as_posix(), content))
        self.problems += problems
        if sheet:
            self.problems += check_texts(sheet)
        return sheet

    def _read_text(self, path: Path) -> str:
        content, problem = read_bytes(path, self.folder)
        if problem:
            self.problems.append(problem)
            return ""
        text, problems = decode(path.as_posix(), content)
        if not problems and not text.strip():
            values = {"keys": "the verbatim copy of the notice", "keys_zh": "通知原文"}
            problems = [Problem(Position(path.as_posix()), Kind.EMPTY_FILE, values)]
        self.problems += problems
        return "" if problems else text


def _join_ids(lists: Iterable[set[str] | None]) -> set[str] | None:
    """Join the ids of all revisions; None where those of one are not known."""
    joined: set[str] = set()
    for ids in lists:
        if ids is None:
            return None
        joined |= ids
    return joined or None
