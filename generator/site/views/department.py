"""The page of a department, and the page of all departments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.site import addresses
from generator.site.views.former import find_former_departments, link_former, list_names
from generator.site.views.listing import CARD_COLUMNS
from generator.site.views.sheet import make_sheet

if TYPE_CHECKING:
    from generator.catalog.records import Department
    from generator.publicity.rows import ServiceOnPaper
    from generator.site.desk import Desk
    from generator.site.parts import (
        DepartmentTag,
        HotlineItem,
        Link,
        OfficeItem,
        ReadingNote,
        ServiceCard,
    )
    from generator.site.speaking import Said


@dataclass(frozen=True)
class DepartmentView:
    """A department with the services that it answers for."""

    tag: DepartmentTag
    printed_table: str
    """As the table prints it; empty where no row names it."""
    printed_addressees: str
    name_source: str
    """What its translated name rests on; empty where it has none."""
    customary: bool
    """Whether no official English name was found."""
    count: str
    cards: tuple[ServiceCard, ...]
    duties: tuple[ServiceOnPaper[Said], ...]
    """The same services in the official words, as a duty sheet for paper."""
    partners: tuple[DepartmentTag, ...]
    """Departments that share a service with it."""
    offices: tuple[OfficeItem, ...]
    hotlines: tuple[HotlineItem, ...]
    readings: tuple[ReadingNote, ...]
    all_href: str
    formerly: tuple[str, ...]
    """What it was called before."""


@dataclass(frozen=True)
class DepartmentEntry:
    """A department in the list of all."""

    tag: DepartmentTag
    count: str
    titles: tuple[Said, ...]


@dataclass(frozen=True)
class DepartmentsView:
    """All departments, those with most services first."""

    departments: tuple[DepartmentEntry, ...]
    notice_href: str
    former: tuple[Link, ...]
    """Departments of earlier lists alone."""


def make_department(desk: Desk, department: Department) -> DepartmentView:
    """The page of one department."""
    services = desk.index.by_department.get(department.id, ())
    partners = dict.fromkeys(
        name for service in services for name in service.departments if name != department.id
    )
    own = desk.index.hotlines_by_department.get(department.id, ())
    return DepartmentView(
        desk.department_tag(department.id),
        department.printed.table or "",
        department.printed.addressees or "",
        department.name_source or "",
        department.name_source == "customary",
        desk.words.count("services", len(services)),
        desk.cards(services),
        make_sheet(desk, services),
        tuple(desk.department_tag(name) for name in partners),
        desk.offices(department.id),
        desk.hotlines(own),
        desk.reading_notes(services, CARD_COLUMNS),
        desk.links.page(addresses.DEPARTMENTS),
        list_names(desk, desk.whole.departments[department.id]),
    )


def make_departments(desk: Desk) -> DepartmentsView:
    """The page of all departments."""
    shelf = desk.index.by_department
    order = sorted(desk.catalog.departments, key=lambda name: -len(shelf.get(name, ())))
    return DepartmentsView(
        tuple(
            DepartmentEntry(
                desk.department_tag(name),
                desk.words.count("services", len(shelf.get(name, ()))),
                tuple(desk.title_of(service) for service in shelf.get(name, ())),
            )
            for name in order
        ),
        desk.links.page(addresses.NOTICE),
        tuple(link_former(desk, former) for former in find_former_departments(desk.whole)),
    )
