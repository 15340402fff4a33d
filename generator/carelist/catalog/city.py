"""The files that all revisions of a city's list share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from pydantic import BaseModel

from carelist.catalog.binding import stand_in
from carelist.catalog.checks import check_ids
from carelist.catalog.criteria import check_asked, check_questions, check_situations
from carelist.catalog.kinds import Kind
from carelist.catalog.offices import check_offices
from carelist.catalog.problems import CatalogError, Position, Problem
from carelist.catalog.rebinding import bind_file
from carelist.catalog.records import Departments, Hotlines, Pillars
from carelist.catalog.revision import Catalog
from carelist.catalog.rules import NO_QUESTIONS, NO_SITUATIONS, Questions, Situations
from carelist.catalog.site import Site
from carelist.catalog.speaking import read_spoken
from carelist.catalog.vocabulary import Vocabulary
from carelist.catalog.ways import Ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from carelist.catalog.binding import Sheet
    from carelist.catalog.rebinding import Sheets
    from carelist.catalog.revision import Revision
    from carelist.speech.locales import Locales

R = TypeVar("R", bound=BaseModel)

CITY_FILES = {
    "site.yml",
    "pillars.yml",
    "departments.yml",
    "hotlines.yml",
    "questions.yml",
    "situations.yml",
    "vocabulary.yml",
    "ways.yml",
}


class City(NamedTuple):
    """The files that all revisions share; None where one cannot be read.

    A city can do without all but the first, and its files then hold nothing: without pillars and
    departments where its lists name none.
    """

    site: Sheet[Site] | None
    pillars: Sheet[Pillars] | None
    departments: Sheet[Departments] | None
    hotlines: Sheet[Hotlines] | None
    questions: Sheet[Questions] | None
    situations: Sheet[Situations] | None
    vocabulary: Sheet[Vocabulary] | None
    """None too where the city has none, which it can do without."""
    ways: Sheet[Ways] | None
    """None too where the city has none."""

    def make_catalog(self, revisions: Iterable[Revision], locales: Locales) -> Catalog | None:
        """Give the catalog of some lists; None where one of the files cannot be read."""
        if not (self.site and self.pillars and self.departments and self.hotlines):
            return None
        if not (self.questions and self.situations):
            return None
        return Catalog(
            self.site.record,
            {pillar.id: pillar for pillar in self.pillars.record.pillars},
            {department.id: department for department in self.departments.record.departments},
            self.hotlines.record.hotlines,
            self.hotlines.record.contacts,
            self.hotlines.record.urgent,
            self.vocabulary.record if self.vocabulary else Vocabulary(),
            self.questions.record,
            self.situations.record.situations,
            tuple(revisions),
            locales,
        )

    @property
    def pillar_ids(self) -> set[str] | None:
        """The ids of the pillars; None where not all are known, or the file is not there."""
        return _list_ids(self.pillars, "pillars")

    @property
    def department_ids(self) -> set[str] | None:
        """The ids of the departments; None where not all are known, or the file is not there."""
        return _list_ids(self.departments, "departments")


def _list_ids(sheet: Sheet[Pillars] | Sheet[Departments] | None, name: str) -> set[str] | None:
    return sheet.list_ids(name) if sheet and sheet.is_there else None


def find_missing(
    city: City, pillars: Iterable[str], departments: Iterable[str]
) -> Iterator[Problem]:
    """Yield a problem for a file that is not there although lists name what would be in it.

    Args:
        city: The files that are there.
        pillars: Those that services name.
        departments: Those that services and letters name.
    """
    for sheet, used in ((city.pillars, pillars), (city.departments, departments)):
        if sheet and not sheet.is_there and any(used):
            yield Problem(Position(sheet.document.file), Kind.MISSING_FILE)


def read_city(folder: Path, locales: Locales, sheets: Sheets) -> tuple[City, list[Problem]]:
    """Read the city's files, with all that is wrong in each of them.

    Returns:
        The files, None for one that cannot be bound, and the problems in the order of the files.
    """
    problems: list[Problem] = []

    def read(name: str, model: type[R], absent: R | None = None) -> Sheet[R] | None:
        path = folder / name
        if absent is not None and not path.exists():
            return stand_in(path.as_posix(), absent)
        sheet, found = sheets.bind(path, folder, model, locales)
        problems.extend(found)
        return sheet

    city = City(
        read("site.yml", Site),
        read("pillars.yml", Pillars, Pillars(pillars=())),
        read("departments.yml", Departments, Departments(departments=())),
        read("hotlines.yml", Hotlines, Hotlines()),
        read("questions.yml", Questions, NO_QUESTIONS),
        read("situations.yml", Situations, NO_SITUATIONS),
        read("vocabulary.yml", Vocabulary) if (folder / "vocabulary.yml").exists() else None,
        read("ways.yml", Ways) if (folder / "ways.yml").exists() else None,
    )
    if city.pillars:
        problems += check_ids(city.pillars, "pillars")
    if city.departments:
        problems += check_ids(city.departments, "departments")
        problems += check_offices(city.departments)
    if city.ways:
        problems += check_ids(city.ways, "ways", key="how")
    if city.questions:
        problems += check_questions(city.questions)
        if city.site and "people" not in city.site.gaps:
            problems += check_asked(city.questions, city.site.record.people)
        if city.situations:
            problems += check_situations(city.situations, city.questions)
    return city, problems


def load_names(folder: Path) -> tuple[Pillars, Departments]:
    """Load the pillars and the departments, for a city that need not have any list yet.

    A file that is not there yet holds none.

    Raises:
        CatalogError: With every problem of these two files.
    """
    locales, _ = read_spoken(folder)
    problems: list[Problem] = []

    def load(name: str, model: type[R], empty: R) -> R:
        if not (folder / name).exists():
            return empty
        sheet, found = bind_file(folder / name, folder, model, locales)
        problems.extend(problem for problem in found if not problem.is_translation)
        return sheet.record if sheet else empty

    pillars = load("pillars.yml", Pillars, Pillars(pillars=()))
    departments = load("departments.yml", Departments, Departments(departments=()))
    if problems:
        raise CatalogError(problems)
    return pillars, departments
