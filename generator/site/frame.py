"""What stands around every page: head, header, way back, footer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publicity.pieces import find_folder
from generator.site import addresses
from generator.site.addresses import HTML_LANGUAGES, LOCALES
from generator.site.following import link_feeds
from generator.site.parts import Link

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from generator.catalog.records import Service
    from generator.publicity.voice import Kind
    from generator.site.addresses import Locale
    from generator.site.desk import Desk
    from generator.site.parts import ContactItem
    from generator.site.speaking import Said

LIST = find_folder("list", "")


@dataclass(frozen=True)
class Place:
    """Where the site is published, and where its repository is."""

    site_url: str
    """With a slash at the end."""
    repository: str
    """Address of the repository; empty where there is none."""

    def url(self, path: str, locale: Locale) -> str:
        """Give the full address of a page."""
        return self.site_url + addresses.localize(path, locale)


@dataclass(frozen=True)
class Subject:
    """What a frame has to know of its page."""

    path: str
    """Without the locale."""
    title: str
    """Empty for the home page."""
    description: str
    trail: tuple[Link, ...] = ()
    structured_data: str = ""
    stands_for: str | None = None
    """The path that search engines are to show in its place; None for its own."""


@dataclass(frozen=True)
class Alternate:
    """The same page in a locale."""

    language: str
    href: str


@dataclass(frozen=True)
class Frame:
    """Everything around the content of one page."""

    locale: Locale
    language: str
    title: str
    description: str
    canonical: str
    alternates: tuple[Alternate, ...]
    feeds: tuple[Link, ...]
    """The feeds that fit it; the first is what a reader of feeds takes."""
    site_name: str
    city: Said
    home_href: str
    styles_href: str
    logo_href: str
    script_href: str
    search_href: str
    has_top_search: bool
    """Whether the header has a search field; home and search have a larger one of their own."""
    navigation: tuple[Link, ...]
    footer: tuple[Link, ...]
    trail: tuple[Link, ...]
    """From the home page to the page above this one."""
    other_locale: Link
    other_language: str
    report_href: str
    revision: str
    notice_number: str
    printed_on: str
    structured_data: str
    """JSON-LD, ready to stand in a script element; empty where there is none."""
    unlisted: bool
    """Whether search engines are asked to leave it out."""
    picture: str
    """Full address of the picture that other sites show beside a link to it."""
    contacts: tuple[ContactItem, ...]
    """Whom families can ask near home."""
    kit_href: str
    """The folder of its own code and pictures; empty where it has none."""
    oembed_href: str
    """Full address of the description by which others embed it; empty where there is none."""


def make_frame(desk: Desk, place: Place, subject: Subject) -> Frame:
    """The frame of a page, which stands at the same path in every locale."""
    path = subject.path
    words, links, site = desk.words, desk.links, desk.catalog.site
    other: Locale = "en" if desk.locale == "zh" else "zh"
    alternates = [Alternate(HTML_LANGUAGES[locale], place.url(path, locale)) for locale in LOCALES]
    alternates.append(Alternate("x-default", place.site_url + path))
    navigation = (
        (words.nav_services, addresses.SERVICES),
        (words.nav_audiences, addresses.AUDIENCES),
        (words.nav_departments, addresses.DEPARTMENTS),
        (words.nav_notice, addresses.NOTICE),
    )
    footer = (
        (words.check, addresses.CHECK),
        *([(words.situations, addresses.SITUATIONS)] if desk.catalog.situations else []),
        (words.nav_readings, addresses.READINGS),
        (words.revisions, addresses.REVISIONS),
        (words.nav_join, addresses.JOIN),
        (words.kit, addresses.KIT),
        (words.nav_print, addresses.PRINT),
        (words.nav_data, addresses.DATA),
        (words.nav_accessibility, addresses.ACCESSIBILITY),
        (words.nav_about, addresses.ABOUT),
    )
    site_name = desk.write(site.name)
    stands_for = path if subject.stands_for is None else subject.stands_for
    canonical = place.url(stands_for, desk.locale)
    notice = desk.revision.notice
    folder = find_kit_folder(desk, path)
    return Frame(
        locale=desk.locale,
        language=HTML_LANGUAGES[desk.locale],
        title=f"{subject.title} · {site_name}"
        if subject.title
        else f"{site_name} · {desk.write(site.city)}",
        description=subject.description,
        canonical=canonical,
        alternates=tuple(alternates),
        feeds=link_feeds(desk, path),
        site_name=site_name,
        city=desk.say(site.city),
        home_href=links.page(addresses.HOME),
        styles_href=links.file(addresses.STYLES),
        logo_href=links.file(addresses.LOGO),
        script_href=_name_module(links.file(addresses.SCRIPT)),
        search_href=links.page(addresses.SEARCH),
        has_top_search=path not in {addresses.HOME, addresses.SEARCH},
        navigation=tuple(Link(label, links.page(to), path == to) for label, to in navigation),
        footer=tuple(Link(label, links.page(to), path == to) for label, to in footer),
        trail=subject.trail,
        other_locale=Link(words.other_language, links.page(path, other)),
        other_language=HTML_LANGUAGES[other],
        report_href=f"{links.page(addresses.REPORT)}#page={addresses.localize(path, desk.locale)}",
        revision=desk.revision.id,
        notice_number=desk.write(notice.number),
        printed_on=desk.write_date(notice.printed_on),
        structured_data=subject.structured_data,
        unlisted=path in addresses.UNLISTED,
        picture=place.url(addresses.kit_file(f"{folder or LIST}/share.png"), desk.locale),
        contacts=desk.contacts(),
        kit_href=links.page(addresses.kit_file(f"{folder}/")) if folder else "",
        oembed_href=place.url(addresses.oembed(path), desk.locale)
        if _can_embed(desk, path)
        else "",
    )


def find_kit_folder(desk: Desk, path: str) -> str:
    """Give the folder in the kit of what a page is about; empty where it is about no one thing."""
    if path == addresses.HOME:
        return LIST
    kinds: tuple[tuple[Kind, str, Container[str]], ...] = (
        ("service", addresses.SERVICES, desk.index.by_id),
        ("pillar", addresses.PILLARS, _list_used(desk.index.by_pillar)),
        ("department", addresses.DEPARTMENTS, _list_used(desk.index.by_department)),
        ("situation", addresses.SITUATIONS, {item.id for item in desk.catalog.situations}),
    )
    for kind, folder, known in kinds:
        name = path.removeprefix(folder).rstrip("/")
        if path.startswith(folder) and name in known:
            return find_folder(kind, name)
    return ""


def _list_used(services: Mapping[str, tuple[Service, ...]]) -> set[str]:
    """List the pillars or departments that have services: of others the kit has nothing."""
    return {name for name, found in services.items() if found}


def _can_embed(desk: Desk, path: str) -> bool:
    return path.removeprefix(addresses.SERVICES).rstrip("/") in desk.index.by_id


def _name_module(href: str) -> str:
    """Give the address of a module as `import()` wants it: `scripts/site.mjs` is a bare name."""
    return href if "://" in href or href.startswith((".", "/")) else f"./{href}"
