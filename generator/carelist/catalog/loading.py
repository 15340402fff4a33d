"""From the folder of YAML files to the frozen catalog, or to all that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from carelist.catalog.belonging import check_belonging, check_tag, miss_tag
from carelist.catalog.checks import (
    check_contacts,
    check_first,
    check_hotlines,
    check_ids,
    check_notice,
    check_pillars,
)
from carelist.catalog.city import CITY_FILES, City, find_missing, read_city
from carelist.catalog.claims import Claims
from carelist.catalog.columns import check_columns, check_read_columns, list_known
from carelist.catalog.confirmed import CONFIRMED_FILE, Confirmed
from carelist.catalog.criteria import check_rules
from carelist.catalog.decoding import decode
from carelist.catalog.files import (
    DRAFT_FILE,
    find_folder_problems,
    find_revision_folders,
    find_revision_problem,
    find_strange_revisions,
    find_unexpected,
    is_draft,
    part_problems,
    read_bytes,
)
from carelist.catalog.freezing import Frozen, check_frozen
from carelist.catalog.inspection import Inspection
from carelist.catalog.kinds import Kind
from carelist.catalog.problems import CatalogError, Position, Problem
from carelist.catalog.publication import Published
from carelist.catalog.rebinding import Sheets
from carelist.catalog.records import Notice, Readings, Services
from carelist.catalog.revision import UNPROVED, Catalog, Revision
from carelist.catalog.revision_files import (
    RevisionFiles,
    find_behind,
    find_dead_ends,
    find_drafted_names,
    wait_for,
)
from carelist.catalog.rows import check_services
from carelist.catalog.speaking import read_spoken
from carelist.catalog.succession import check_former_names, check_succession
from carelist.catalog.vocabulary import Vocabulary, check_vocabulary
from carelist.catalog.ways import check_ways
from carelist.catalog.word_files import find_word_problems
from carelist.speech.locales import FOLDER, SHIPPED_LOCALES
from carelist.speech.messages import Message

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from carelist.catalog.binding import Sheet
    from carelist.catalog.records import Departments
    from carelist.catalog.rules import Questions, Situations
    from carelist.catalog.site import Site
    from carelist.speech.locales import Locales

R = TypeVar("R", bound=BaseModel)

REVISION_FILES = {"notice.yml", "services.yml", "readings.yml"}
SOURCE_FILE = "source.txt"
PUBLISHED_FILE = "published.yml"
"""The file that freezes a revision."""
SCHEMA_FOLDER = "schema"
_NOTHING_YET = {Kind.NO_REVISION, Kind.ONLY_DRAFTS}


def load_catalog(folder: Path) -> Catalog:
    """Load the catalog; a translation that is missing or stale does not stop it.

    Raises:
        CatalogError: With every problem found, where the list cannot be built.
    """
    inspection = inspect_catalog(folder)
    if inspection.catalog is None:
        raise CatalogError(inspection.problems)
    return inspection.catalog


def inspect_catalog(folder: Path, kept: Sheets | None = None) -> Inspection:
    """Read every file of the folder once, but for what was `kept`, and find every problem in it."""
    problems = list(find_folder_problems(folder))
    if any(problem.kind not in _NOTHING_YET for problem in problems):
        return Inspection(None, tuple(problems))
    reader = _Reader(folder, kept or Sheets(), problems=problems)
    catalog = reader.read()
    left, drafts = reader.problems, {}
    years = [path.name for path in find_revision_folders(folder) if not is_draft(path)]
    sheets = (reader.questions, reader.rows, dict[str, Inspection](), reader.vocabulary)
    others = reader.departments, reader.situations
    for path in filter(is_draft, find_revision_folders(folder)):
        inside, left = part_problems(left, path, reader.drafted_names.get(path.name, ()))
        ahead, behind = reader.ahead.get(path.name, ()), reader.behind.get(path.name, ())
        inside += [*reader.find_missing_tag(), *ahead, *behind]
        draft = reader.drafts.get(path.name)
        whole = catalog.with_revision(draft) if catalog and draft else None
        read = reader.make_unproved([*years, path.name])
        drafts[path.name] = Inspection(whole, (), *sheets, *others, whole, read).add(inside)
    published = catalog if catalog and catalog.revisions else None
    read = reader.make_unproved(years)
    found = Inspection(published, (), *sheets, *others, published, read).add(left)
    for year in reader.behind.keys() - drafts.keys():
        found = found.add(wait_for(reader.behind[year], left, folder / "revisions" / year))
    return replace(found, drafts=drafts)


@dataclass
class _Reader:
    """Reads one folder; what is wrong gathers in `problems`."""

    folder: Path
    sheets: Sheets
    locales: Locales = SHIPPED_LOCALES
    problems: list[Problem] = field(default_factory=list)
    questions: Sheet[Questions] | None = None
    rows: dict[str, Sheet[Services]] = field(default_factory=dict)
    city: City | None = None
    lists: dict[str, Revision] = field(default_factory=dict)
    """By year: those that can be read, without any proof."""
    drafts: dict[str, Revision] = field(default_factory=dict)
    vocabulary: Sheet[Vocabulary] | None = None
    departments: Sheet[Departments] | None = None
    situations: Sheet[Situations] | None = None
    site: Sheet[Site] | None = None
    records: list[Sheet[Published]] = field(default_factory=list)
    """Of publication."""
    behind: dict[str, list[Problem]] = field(default_factory=dict)
    """By year: what of this site's words is to be held against it, in all files."""
    ahead: dict[str, list[Problem]] = field(default_factory=dict)
    """By the year of a draft: what its publication would make wrong in the files of the city."""
    drafted_names: dict[str, set[Position]] = field(default_factory=dict)
    """By the year of a draft: where the names stand that it brings into the files of the city."""

    def make_unproved(self, years: Sequence[str]) -> Catalog | None:
        """Give the catalog of some years without any proof; None where one cannot be read."""
        lists = [self.lists[year] for year in years if year in self.lists]
        if not self.city or not lists or len(lists) < len(years):
            return None
        return self.city.make_catalog(lists, self.locales)

    def find_missing_tag(self) -> list[Problem]:
        """Find what a draft cannot be published without; lists that are published say it once."""
        if self.site is None or self.records:
            return []
        known = self.site.record.tag or "tag" in self.site.gaps
        return [] if known else [miss_tag(self.site.document.file)]

    def read(self) -> Catalog | None:
        """Give the catalog, where all of it can be built; drafts are not among its revisions."""
        self.problems += find_unexpected(
            self.folder, {*CITY_FILES, "revisions", SCHEMA_FOLDER, FOLDER}
        )
        self.problems += find_strange_revisions(self.folder)
        self.locales, problems = read_spoken(self.folder)
        self.problems += [*problems, *find_word_problems(self.folder)]
        city, problems = read_city(self.folder, self.locales, self.sheets)
        self.problems += problems
        self.city = city
        self.questions, self.vocabulary, self.site = city.questions, city.vocabulary, city.site
        self.departments, self.situations = city.departments, city.situations
        folders = find_revision_folders(self.folder)
        years = [files for folder in folders if (files := self._read_files(folder))]
        for files in years:
            self._check(files, city)
        self._check_uses(city, years)
        self.behind = find_behind(city, years)
        self.drafted_names = find_drafted_names(city, years)
        self.records = [files.published for files in years if files.published]
        if city.site:
            self.problems += check_tag(city.site, self.records)
        known: set[str] | None = set()
        for files in years:
            if files.services:
                self.problems += check_succession(files.services, known)
            known = files.service_ids
        proved = [revision for files in years if (revision := self._prove(files, city))]
        hidden = {folder.name for folder in folders if is_draft(folder)}
        built = [revision for revision in proved if revision.id not in hidden]
        self.drafts = {revision.id: revision for revision in proved if revision.id in hidden}
        return city.make_catalog(built, self.locales) if proved else None

    def _read_files(self, folder: Path) -> RevisionFiles | None:
        if problem := find_revision_problem(folder, self.folder, {*REVISION_FILES, SOURCE_FILE}):
            self.problems.append(problem)
            return None
        notice = self._bind(folder / "notice.yml", Notice)
        services = self._bind(folder / "services.yml", Services)
        readings = self._bind(folder / "readings.yml", Readings)
        name = (notice and notice.record.source) or SOURCE_FILE
        known = {*REVISION_FILES, name, PUBLISHED_FILE, CONFIRMED_FILE, DRAFT_FILE}
        self.problems += find_unexpected(folder, known)
        text = self._read_text(folder / name)
        record = folder / PUBLISHED_FILE
        published = self._bind(record, Published) if record.exists() else None
        path = folder / CONFIRMED_FILE
        confirmed = self._bind(path, Confirmed) if path.exists() else None
        return RevisionFiles(
            folder, notice, services, readings, folder / name, text, published, confirmed
        )

    def _check(self, files: RevisionFiles, city: City) -> None:
        if files.services:
            self.rows[files.folder.name] = files.services
            ids = city.pillar_ids, city.department_ids
            self.problems += check_services(files.services, *ids)
            self.problems += check_columns(files.services, files.readings)
            if city.ways:
                self.problems += check_ways(files.services, city.ways.record)
            if city.questions:
                rules = files.services, city.questions, city.department_ids
                self.problems += check_rules(*rules)
        if files.notice:
            self.problems += check_notice(files.notice, city.department_ids, files.service_ids)
        if files.readings:
            self.problems += check_ids(files.readings, "readings")
            self.problems += check_ids(files.readings, "not_stated")
            known = list_known(files.services) if files.services else None
            self.problems += check_read_columns(files.readings, known)
        if files.published:
            strays = list(check_belonging(files.published, files.folder.name, city.site))
            self.problems += strays
            if strays or not (files.notice and files.services and files.readings):
                return
            sheets = files.published, files.notice, files.services, files.readings
            self.problems += check_frozen(Frozen(*sheets, files.file.as_posix(), files.text))

    def _check_uses(self, city: City, years: list[RevisionFiles]) -> None:
        """Check what the city's files say of services and of years."""
        names = [files.folder.name for files in years]
        if city.pillars:
            self.problems += check_former_names(city.pillars, "pillars", names)
        if city.departments:
            self.problems += check_former_names(city.departments, "departments", names)
        if city.hotlines:
            self.problems += check_hotlines(city.hotlines, city.department_ids, self.locales)
            read = [files.notice.record for files in years if files.notice]
            notices = read if len(read) == len(years) else None
            self.problems += check_contacts(city.hotlines, notices)
        if city.situations:
            self.problems += check_first(city.situations)
        if sheet := city.vocabulary:
            self.problems += self.sheets.tell("words", check_vocabulary, sheet, names, self.locales)
        found, self.ahead = find_dead_ends(city, years)
        self.problems += found
        sheets = [files.services for files in years if files.services]
        services = [service for sheet in sheets for service in sheet.record.services]
        used = {service.pillar for service in services if service.pillar}
        issuers = {name for files in years if files.notice for name in files.notice.record.issuers}
        bodies = issuers.union(*(service.departments for service in services))
        self.problems += find_missing(city, used, bodies)
        is_whole = len(sheets) == len(years) and all(sheet.is_whole for sheet in sheets)
        if years and is_whole and city.pillars:
            self.problems += check_pillars(city.pillars, used)

    def _prove(self, files: RevisionFiles, city: City) -> Revision | None:
        notice, services, readings = files.notice, files.services, files.readings
        pillars, departments = city.pillars, city.departments
        if not (services and readings and pillars and departments and files.text):
            return None
        name = files.folder.name
        claims = Claims(notice, services, readings, pillars, departments, name)
        source, fidelity, problems = self.sheets.prove(claims, files.file.as_posix(), files.text)
        self.problems += problems
        if notice is None:
            return None
        records = notice.record, services.record, readings.record
        published = files.published.record if files.published else None
        self.lists[name] = Revision(name, *records, source, UNPROVED, published)
        return replace(self.lists[name], fidelity=fidelity) if fidelity else None

    def _bind(self, path: Path, model: type[R]) -> Sheet[R] | None:
        sheet, problems = self.sheets.bind(path, self.folder, model, self.locales)
        self.problems += problems
        return sheet

    def _read_text(self, path: Path) -> str:
        content, problem = read_bytes(path, self.folder)
        if problem:
            kind = Kind.MISSING_SOURCE if problem.kind == Kind.MISSING_FILE else problem.kind
            self.problems.append(replace(problem, kind=kind))
            return ""
        text, problems = decode(path.as_posix(), content)
        if not problems and not text.strip():
            values = {"keys": Message("problems", "copy_of_notice")}
            problems = [Problem(Position(path.as_posix()), Kind.EMPTY_FILE, values)]
        self.problems += problems
        return "" if any(problem.kind != Kind.RADICAL for problem in problems) else text
