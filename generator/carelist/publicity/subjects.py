"""What publicity is made for: the list, and each pillar, department and service on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelist.catalog.summing_up import sum_up_pillar
from carelist.catalog.urgent import find_urgent
from carelist.publicity.icons import BRAND, LIST_ICONS
from carelist.publicity.naming import name_pillar, name_service
from carelist.publicity.points import (
    Point,
    list_further,
    list_headings,
    list_promises,
    list_services,
)
from carelist.publicity.rows import is_read, list_endings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelist.catalog.records import Department, Pillar, Service
    from carelist.catalog.revision import Catalog
    from carelist.catalog.rules import Situation
    from carelist.publicity.voice import SubjectKind, Voice

DEPARTMENT_ICON = "office-building-outline"
MOST_OFFICES = 3
"""A poster has room for the numbers of so many; more stand on the page that its code leads to."""


@dataclass(frozen=True)
class Subject:
    """One thing that posters, pictures and codes are made for, told in one locale."""

    kind: SubjectKind
    id: str
    kicker: str
    title: str
    official: str
    """Its Chinese name where the locale is another, as it is needed at a counter."""
    summary: str
    audience: str
    colour: str
    icon: str
    offered: str
    """What stands above the points."""
    shared: str
    """How one gets every one of them, beside it; empty where that differs."""
    points: tuple[Point, ...]
    ask: tuple[str, ...]
    """Names of the departments to ask, each with its Chinese one."""
    bodies: tuple[str, ...]
    """The same in the locale alone."""
    urgent: tuple[str, ...]
    """The numbers to call where it cannot wait; none where it is about nothing of that kind."""
    number: int | None
    """Of a service, in its list."""
    address: str
    """The short lasting web address that its code leads to."""
    stamp: str
    """Revision and date."""
    source: str

    @property
    def shown_address(self) -> str:
        """The address as people read it, without what every browser adds."""
        return self.address.rpartition("://")[2].rstrip("/")


def list_subjects(catalog: Catalog, voice: Voice) -> Iterator[Subject]:
    """Yield every subject of the latest revision in the voice of one locale."""
    subjects = _Subjects(catalog, voice)
    yield subjects.tell_list()
    for pillar in catalog.pillars.values():
        yield subjects.tell_pillar(pillar)
    for department in catalog.departments.values():
        if find_services(catalog, "department", department.id):
            yield subjects.tell_department(department)
    for situation in catalog.situations:
        if voice.find_fitting(situation):
            yield subjects.tell_situation(situation)
    for service in catalog.latest.services:
        yield subjects.tell_service(service)


def tell_subject(catalog: Catalog, voice: Voice, kind: SubjectKind, name: str) -> Subject:
    """Give one subject by its kind and id."""
    subjects = _Subjects(catalog, voice)
    match kind:
        case "list":
            return subjects.tell_list()
        case "pillar":
            return subjects.tell_pillar(catalog.pillars[name])
        case "department":
            return subjects.tell_department(catalog.departments[name])
        case "situation":
            return subjects.tell_situation(next(s for s in catalog.situations if s.id == name))
        case "service":
            return subjects.tell_service(find_services(catalog, kind, name)[0])


def tell_questionnaire(whole: Subject, voice: Voice) -> Subject:
    """Give what the questionnaire on paper is for: the whole list, by the page that asks it."""
    return replace(whole, title=voice.words.paper_title, address=voice.check_address)


def find_services(catalog: Catalog, kind: SubjectKind, name: str) -> list[Service]:
    """The services that a subject is made of, in the order of the list."""
    services = catalog.latest.services
    match kind:
        case "list":
            return list(services)
        case "pillar":
            return [service for service in services if service.pillar == name]
        case "department":
            return [service for service in services if name in service.departments]
        case "service":
            return [catalog.latest.by_id[name]]
        case "situation":
            return []


@dataclass(frozen=True)
class _Subjects:
    """Makes the subjects of a list; how they are spoken of is their voice's."""

    catalog: Catalog
    voice: Voice

    def tell_list(self) -> Subject:
        words, services = self.voice.words, self.catalog.latest.services
        city = self.voice.write(self.catalog.site.city)
        return self._make(
            "list",
            "all",
            words.list_kicker.format(city=city),
            words.list_title,
            summary=words.list_summary.format(count=words.count("services", len(services))),
            points=tuple(list_headings(self.catalog, self.voice)),
        )

    def tell_pillar(self, pillar: Pillar) -> Subject:
        services = find_services(self.catalog, "pillar", pillar.id)
        points, audience = list_services(self.catalog, self.voice, services)
        return self._make(
            "pillar",
            pillar.id,
            self.voice.words.count("services", len(services)),
            name_pillar(self.catalog, pillar, self.voice),
            official=pillar.name.source,
            summary=self.voice.write(sum_up_pillar(self.catalog, pillar)),
            audience=audience,
            colour=pillar.colour,
            icon=pillar.icon,
            points=points,
        )

    def tell_department(self, department: Department) -> Subject:
        words, services = self.voice.words, find_services(self.catalog, "department", department.id)
        points, audience = list_services(self.catalog, self.voice, services)
        return self._make(
            "department",
            department.id,
            words.department,
            self.voice.write(department.name),
            official=department.name.source,
            summary=words.department_summary.format(count=words.count("services", len(services))),
            audience=audience,
            icon=DEPARTMENT_ICON,
            points=points,
        )

    def tell_situation(self, situation: Situation) -> Subject:
        words, services = self.voice.words, self.voice.find_fitting(situation)
        points, audience = list_services(self.catalog, self.voice, services)
        return self._make(
            "situation",
            situation.id,
            words.situation_kicker,
            self.voice.write(situation.title),
            summary=self.voice.write(situation.lead),
            audience=audience,
            icon=situation.icon,
            offered=words.situation_offered,
            points=points,
            services=services,
        )

    def tell_service(self, service: Service) -> Subject:
        revision, write = self.catalog.latest, self.voice.write
        pillar, title = self.catalog.pillar_of(service), revision.title_of(service)
        people, item = revision.people_of(service), self.voice.words.item
        types = [write(revision.types[name].name) for name in service.types]
        above = [name_pillar(self.catalog, pillar, self.voice)] if pillar else types
        kicker = [*above, item.format(number=service.number)]
        colour = pillar.colour if pillar else BRAND
        promises, shared = list_promises(self.catalog, self.voice, service)
        return self._make(
            "service",
            service.id,
            " · ".join(kicker),
            name_service(self.catalog, service, self.voice),
            official=title.source,
            summary=write(service.summary),
            audience=write(people) if people else "",
            colour=colour,
            icon=pillar.icon if pillar else "",
            points=(*promises, *list_further(self.catalog, self.voice, service)),
            shared=shared,
            ask=tuple(list_endings(service, self.voice.words)),
            number=service.number,
        )

    def _make(  # noqa: PLR0913  # what subjects have in common, each named
        self,
        kind: SubjectKind,
        name: str,
        kicker: str,
        title: str,
        *,
        summary: str,
        points: tuple[Point, ...],
        official: str = "",
        audience: str = "",
        colour: str = BRAND,
        icon: str = "",
        ask: tuple[tuple[str, str], ...] = (),
        number: int | None = None,
        offered: str = "",
        shared: str = "",
        services: Sequence[Service] = (),
    ) -> Subject:
        voice, revision = self.voice, self.catalog.latest
        departments = self.catalog.departments
        source = voice.source(self.catalog)
        opening = name if kind == "service" else next((one.id for one in services), "")
        if is_read(revision, services or find_services(self.catalog, kind, name)):
            words = voice.words
            is_damaged = revision.soundness == "damaged"
            source += words.sentence_gap + (
                words.read_note if is_damaged else words.read_note_mended
            )
        return Subject(
            kind,
            name,
            kicker,
            title,
            official if not voice.locale.is_source and official != title else "",
            summary,
            audience,
            colour,
            icon or LIST_ICONS[self.catalog.site.people.kind],
            offered or voice.words.offered,
            shared,
            points,
            tuple(self._name_body(departments[name]) + ending for name, ending in ask),
            tuple(voice.write(departments[name].name) + ending for name, ending in ask),
            tuple(hotline.number for hotline in find_urgent(self.catalog).get(opening, ())),
            number,
            voice.find_address(kind, name),
            voice.stamp(self.catalog),
            source,
        )

    def _name_body(self, department: Department) -> str:
        """A department's name, with its Chinese one and its telephones."""
        words, beside = self.voice.words, self.voice.write_beside(department.name)
        told = [one for one in department.offices if one.telephone and not one.services]
        if not told:
            return beside
        numbers = words.list_comma.join(
            f"{self.voice.write(one.district) if one.district else ''} {one.telephone}".strip()
            for one in told
        )
        few = len(told) <= MOST_OFFICES
        return words.ask_offices.format(name=beside, offices=numbers if few else words.offices_web)
