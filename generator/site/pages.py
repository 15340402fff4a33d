"""Every page of the site: its address, its template, and how its view is made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.exports.schema_org import describe_service
from generator.revisions.history import Chronicle
from generator.site import addresses
from generator.site.addresses import LOCALES, Links
from generator.site.archive import list_archive
from generator.site.desk import Desk
from generator.site.frame import Frame, Place, Subject, make_frame
from generator.site.handouts import list_campaigns, list_embedded
from generator.site.page import Page
from generator.site.parts import Link
from generator.site.prose import fill_prose
from generator.site.views.check import make_check
from generator.site.views.department import make_department, make_departments
from generator.site.views.home import make_home
from generator.site.views.join import make_join
from generator.site.views.kit import make_kit
from generator.site.views.listing import (
    make_all_services,
    make_by_audience,
    make_pillars,
)
from generator.site.views.notice import make_notice
from generator.site.views.pillar import make_pillar
from generator.site.views.readings import make_readings
from generator.site.views.report import make_report_page
from generator.site.views.rules import make_rules
from generator.site.views.search import make_search
from generator.site.views.service import make_service
from generator.site.views.sheet import make_print
from generator.site.views.situation import make_situation, make_situations
from generator.site.words import load_words
from generator.site.years import Year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.catalog.records import Department, Service
    from generator.catalog.revision import Catalog
    from generator.catalog.rules import Situation
    from generator.catalog.texts import Text
    from generator.site.addresses import Locale
    from generator.site.index import Index
    from generator.site.words import Words


@dataclass(frozen=True)
class NotFoundPart:
    """The page for unknown addresses in one locale."""

    frame: Frame
    words: Words
    services_href: str
    audiences_href: str


@dataclass(frozen=True)
class Site:
    """A catalog and where it is published: all that pages are made of."""

    catalog: Catalog
    place: Place
    years: dict[str, Year]
    """By revision: what its pages are made of."""
    chronicle: Chronicle

    @classmethod
    def of(cls, catalog: Catalog, place: Place) -> Site:
        """Sort the catalog once, for all pages."""
        years = {r.id: Year.of(catalog, r) for r in catalog.revisions}
        return cls(catalog, place, years, Chronicle(catalog))

    @property
    def index(self) -> Index:
        """The services of the latest revision by what readers look for."""
        return self.years[self.catalog.latest.id].index

    def desk(
        self, path: str, locale: Locale, base: str | None = None, year: str | None = None
    ) -> Desk:
        """The desk at which the view of one page is made; of the latest year, or another."""
        links = Links(addresses.localize(path, locale), locale, base)
        made = self.years[year or self.catalog.latest.id]
        words = load_words(locale)
        place, chronicle = self.place, self.chronicle
        return Desk(made.catalog, made.index, locale, links, words, self.catalog, chronicle, place)

    def render(self, page: Page) -> tuple[Frame, object]:
        """Make the frame and the view of a page."""
        desk = self.desk(page.path, page.locale, year=page.year)
        data = page.structure(desk, self.place) if page.structure else ""
        name, description = page.name(desk), page.describe(desk)
        trail = _make_trail(desk, page)
        subject = Subject(page.path, name, description, trail, data, page.stands_for)
        return make_frame(desk, self.place, subject), page.make_view(desk)

    def frame_prose(self, path: str, locale: Locale, title: str, description: str) -> Frame:
        """Make the frame of a page that is written by hand."""
        desk = self.desk(path, locale)
        trail = (Link(desk.words.nav_home, desk.links.page(addresses.HOME)),)
        return make_frame(desk, self.place, Subject(path, title, description, trail))

    def fill_prose(self, text: str, path: str, locale: Locale) -> str:
        """Fill in what a page that is written by hand says of the list."""
        return fill_prose(text, self.desk(path, locale))

    def make_not_found(self, site_url: str | None) -> tuple[Frame, tuple[NotFoundPart, ...], str]:
        """Make the frame, parts and base of the page for unknown addresses, in every language.

        It is answered at any depth, so its links begin at the root of the server.
        """
        base = addresses.find_base_path(site_url)
        parts = tuple(self._make_not_found_part(locale, base) for locale in LOCALES)
        return parts[0].frame, parts, base

    def _make_not_found_part(self, locale: Locale, base: str) -> NotFoundPart:
        desk = self.desk(addresses.HOME, locale, base)
        words = desk.words
        subject = Subject(addresses.HOME, words.not_found, words.not_found_lead)
        return NotFoundPart(
            make_frame(desk, self.place, subject),
            words,
            desk.links.page(addresses.SERVICES),
            desk.links.page(addresses.AUDIENCES),
        )

    def words(self, locale: Locale) -> Words:
        """The words of the interface in a locale."""
        return load_words(locale)


def _make_trail(desk: Desk, page: Page) -> tuple[Link, ...]:
    if page.path == addresses.HOME:
        return ()
    trail = [Link(desk.words.nav_home, desk.links.page(addresses.HOME))]
    if page.parent == addresses.HOME:
        return tuple(trail)
    names = {
        addresses.DEPARTMENTS: desk.words.nav_departments,
        addresses.PILLARS: desk.words.nav_pillars,
        addresses.SITUATIONS: desk.words.situations,
        addresses.KIT: desk.words.kit,
        addresses.CHECK: desk.words.check,
        addresses.REVISIONS: desk.words.revisions,
        addresses.SERVICES: desk.words.nav_services,
    }
    if page.parent in names:
        trail.append(Link(names[page.parent], desk.links.page(page.parent)))
    elif page.parent.startswith(addresses.REVISIONS):
        year = desk.words.list_of.format(revision=desk.revision.id)
        trail.append(Link(desk.words.revisions, desk.links.page(addresses.REVISIONS)))
        trail.append(Link(year, desk.links.page(page.parent)))
    else:
        pillar = page.parent.removeprefix(addresses.PILLARS).rstrip("/")
        name = desk.say(desk.catalog.pillars[pillar].name)
        trail.append(Link(name, desk.links.page(page.parent)))
    return tuple(trail)


def list_pages(catalog: Catalog) -> Iterator[Page]:
    """Yield every generated page in every locale."""
    now = Year.of(catalog, catalog.latest).catalog
    for locale in LOCALES:
        yield from _list_single_pages(catalog, locale)
        yield from _list_pages_of_records(now, locale)
        yield from list_archive(catalog, locale)
        yield from list_campaigns(now, locale)


def list_all_pages(catalog: Catalog) -> Iterator[Page]:
    """Yield every generated page, those for frames on other sites among them."""
    yield from list_pages(catalog)
    for locale in LOCALES:
        yield from list_embedded(catalog, locale)


def _list_single_pages(catalog: Catalog, locale: Locale) -> Iterator[Page]:
    yield Page(
        addresses.HOME,
        locale,
        "home.html",
        make_home,
        lambda _: "",
        lambda desk: desk.write(desk.catalog.site.purpose),
    )
    kinds: tuple[tuple[str, str, Callable[[Desk], object], str], ...] = (
        (addresses.SERVICES, "listing.html", make_all_services, "all_services"),
        (addresses.AUDIENCES, "listing.html", make_by_audience, "by_audience"),
        (addresses.PILLARS, "pillars.html", make_pillars, "all_pillars"),
        (addresses.DEPARTMENTS, "departments.html", make_departments, "all_departments"),
        (addresses.NOTICE, "notice.html", make_notice, "notice"),
        (addresses.READINGS, "readings.html", make_readings, "readings"),
        (addresses.JOIN, "join.html", make_join, "join"),
        (addresses.REPORT, "report.html", make_report_page, "report_page"),
        (addresses.SEARCH, "search.html", make_search, "search"),
        (addresses.CHECK, "check.html", make_check, "check"),
        (addresses.SITUATIONS, "situations.html", make_situations, "situations"),
        (addresses.PRINT, "print.html", make_print, "print"),
        (addresses.KIT, "kit.html", make_kit, "kit"),
    )
    for path, template, make, key in kinds:
        if path == addresses.SITUATIONS and not catalog.situations:
            continue
        yield Page(path, locale, template, make, _word(key), _word(f"{key}_description"))
    name, description = _word("rules"), _word("rules_description")
    path, parent = addresses.CHECK_RULES, addresses.CHECK
    yield Page(path, locale, "rules.html", make_rules, name, description, parent)


def _word(key: str) -> Callable[[Desk], str]:
    def find(desk: Desk) -> str:
        notice = desk.revision.notice
        return desk.words[key].format(
            count=len(desk.revision.services),
            city=desk.write(desk.catalog.site.city),
            document=desk.write(notice.number),
            revision=desk.revision.id,
        )

    return find


def _list_pages_of_records(catalog: Catalog, locale: Locale) -> Iterator[Page]:
    for pillar in catalog.pillars.values():
        yield Page(
            addresses.pillar(pillar.id),
            locale,
            "pillar.html",
            partial(make_pillar, pillar=pillar),
            partial(_write, text=pillar.name),
            partial(_write, text=pillar.summary),
            addresses.PILLARS,
        )
    for department in catalog.departments.values():
        yield Page(
            addresses.department(department.id),
            locale,
            "department.html",
            partial(make_department, department=department),
            partial(_write, text=department.name),
            partial(_describe_department, department=department),
            addresses.DEPARTMENTS,
        )
    for situation in catalog.situations:
        yield Page(
            addresses.situation(situation.id),
            locale,
            "situation.html",
            partial(make_situation, situation=situation),
            partial(_write, text=situation.title),
            partial(_describe_situation, situation=situation),
            addresses.SITUATIONS,
        )
    for service in catalog.latest.services:
        yield Page(
            addresses.service(service.id),
            locale,
            "service.html",
            partial(make_service, service=service),
            partial(_write, text=catalog.latest.title_of(service)),
            partial(_write, text=service.summary),
            addresses.pillar(service.pillar),
            partial(_describe_service, service=service),
        )


def _write(desk: Desk, text: Text) -> str:
    return desk.write(text)


def _describe_department(desk: Desk, department: Department) -> str:
    name, city = desk.write(department.name), desk.write(desk.catalog.site.city)
    if department.id in desk.index.by_department:
        return desk.words.department_description.format(name=name, city=city)
    return desk.words.department_without_service_description.format(name=name, city=city)


def _describe_situation(desk: Desk, situation: Situation) -> str:
    title, lead = desk.write(situation.title), desk.write(situation.lead)
    return desk.words.situation_description.format(
        title=title, lead=lead, city=desk.write(desk.catalog.site.city), revision=desk.revision.id
    )


def _describe_service(desk: Desk, place: Place, service: Service) -> str:
    url = place.url(addresses.service(service.id), desk.locale)
    return describe_service(desk.catalog, service, desk.locale, url)
