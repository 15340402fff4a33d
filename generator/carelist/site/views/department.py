"""The page of a department, and the page of all departments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from carelist.site import addresses
from carelist.site.asking import list_hotlines, list_offices
from carelist.site.marking import list_notes
from carelist.site.views.former import find_former_departments, link_former, list_names
from carelist.site.views.letter import quote_letter
from carelist.site.views.listing import list_card_columns
from carelist.site.views.notice import tell_issuers_basis
from carelist.site.views.sheet import make_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import Department, Service
    from carelist.publicity.rows import ServiceOnPaper
    from carelist.site.desk import Desk
    from carelist.site.parts import (
        DepartmentTag,
        HotlineItem,
        Link,
        OfficeItem,
        ReadingNote,
        ServiceCard,
    )
    from carelist.site.speaking import Said
    from carelist.site.views.letter import LetterView


class Shelf(NamedTuple):
    """Services that a department has in one role."""

    heading: str
    """Empty where the list does not tell roles apart."""
    cards: tuple[ServiceCard, ...]


class DepartmentView(NamedTuple):
    """A department with the services that it answers for."""

    tag: DepartmentTag
    lead: str
    """How many services it has, or where else the list speaks of it."""
    printed_table: str
    """As the table prints it; empty where no row names it."""
    printed_addressees: str
    """As the letter prints it at its head; empty where it does not."""
    name_source: str
    """What its translated name rests on; empty where it has none."""
    customary: bool
    """Whether no official English name was found."""
    shelves: tuple[Shelf, ...]
    """Its services, those that it leads before those that it supports."""
    duties: tuple[ServiceOnPaper[Said], ...]
    """The same services in the official words, as a duty sheet for paper."""
    letter: LetterView | None
    """What the letter says of it, or of every department; None where that is nothing."""
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
    services: tuple[Link, ...]


class DepartmentsView(NamedTuple):
    """All departments, those with most services first."""

    lead: str
    basis: str
    """Whence it is known which they are, where that is inferred; else empty."""
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
        _tell_duties(desk, department, services),
        department.printed.table or "",
        department.printed.addressees or "",
        department.name_source or "",
        department.name_source == "customary",
        tuple(_list_shelves(desk, department.id, services)),
        make_sheet(desk, services),
        quote_letter(desk, department),
        tuple(desk.department_tag(name) for name in partners),
        list_offices(desk, department.id),
        list_hotlines(desk, own),
        list_notes(desk, services, list_card_columns(desk)),
        desk.links.page(addresses.DEPARTMENTS),
        list_names(desk, desk.whole.departments[department.id]),
    )


def _tell_duties(desk: Desk, department: Department, services: tuple[Service, ...]) -> str:
    """Say for how many services a department answers; of one for none, where it is named."""
    words = desk.words
    if not services:
        at_head = bool(department.printed.addressees)
        return words["department_without_service" if at_head else "department_unnamed"]
    if not desk.revision.tells_roles:
        return words.fill("department_lead", count=words.count("services", len(services)))
    supports = sum(department.id in service.supporting for service in services)
    counts = {"leads": len(services) - supports, "supports": supports}
    told = {
        key: words.count("services", number) if number else "" for key, number in counts.items()
    }
    return words.fill("department_lead_roles", **told)


def _list_shelves(desk: Desk, name: str, services: tuple[Service, ...]) -> Iterator[Shelf]:
    """Part the services of a department by its role in them."""
    if services and not desk.revision.tells_roles:
        yield Shelf("", desk.cards(services))
        return
    for heading, is_supporting in (("department_leads", False), ("department_supports", True)):
        chosen = [one for one in services if (name in one.supporting) is is_supporting]
        if chosen:
            yield Shelf(desk.words[heading], desk.cards(chosen))


def make_departments(desk: Desk) -> DepartmentsView:
    """The page of all departments."""
    shelf = desk.index.by_department
    order = sorted(desk.catalog.departments, key=lambda name: -len(shelf.get(name, ())))
    issued = set(desk.catalog.departments) <= {*desk.revision.notice.issuers}
    return DepartmentsView(
        desk.words["all_departments_lead" if issued else "all_departments_lead_named"],
        tell_issuers_basis(desk) if issued else "",
        tuple(
            DepartmentEntry(
                desk.department_tag(name),
                desk.words.count("services", len(shelf.get(name, ()))),
                tuple(desk.service_link(service) for service in shelf.get(name, ())),
            )
            for name in order
        ),
        desk.links.page(addresses.NOTICE),
        tuple(link_former(desk, former) for former in find_former_departments(desk.whole)),
    )
