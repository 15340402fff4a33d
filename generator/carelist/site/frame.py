"""What stands around every page: head, header, way back, footer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from carelist.publicity.pieces import find_folder
from carelist.site import addresses, kinds
from carelist.site.asking import list_contacts
from carelist.site.following import link_feeds
from carelist.site.parts import Entry, Link
from carelist.site.subjects import Campaign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.site.desk import Desk
    from carelist.site.page import Page, PageKind
    from carelist.site.parts import ContactItem
    from carelist.site.place import Place
    from carelist.site.site import Site
    from carelist.site.speaking import Said
    from carelist.speech.locales import Locale

LIST = find_folder("list", "")


class Alternate(NamedTuple):
    """The same page in a locale."""

    language: str
    href: str


class Other(NamedTuple):
    """The way to the same page in another locale."""

    name: str
    """Of the language, in itself."""
    language: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Around:
    """What the layout of every page asks for, of a site and of a portal."""

    locale: Locale
    language: str
    source: Locale
    """That of the official texts, which stand on every page as they are."""
    title: str
    description: str
    canonical: str
    """What search engines are to show: of a page of an old list, that of today."""
    address: str
    """Its own."""
    shared: str
    """By which it is passed on and printed: its own, or a short one that leads to it."""
    alternates: tuple[Alternate, ...]
    feeds: tuple[Link, ...] = ()
    """The feeds that fit it; the first is what a reader of feeds takes."""
    site_name: str
    city: Said
    """Or what the places of a portal are in together."""
    home_href: str
    styles_href: str
    logo_href: str
    script_href: str
    search_href: str
    has_top_search: bool
    """Whether the header has a search field; home and search have a larger one of their own."""
    navigation: tuple[Link, ...]
    trail: tuple[Link, ...]
    """From the home page to the page above this one."""
    others: tuple[Other, ...]
    """The same page in each of the other locales."""
    report_href: str
    structured_data: str = ""
    """JSON-LD, ready to stand in a script element; empty where there is none."""
    unlisted: bool = False
    """Whether search engines are asked to leave it out."""
    picture: str = ""
    """Full address of the picture that other sites show beside a link to it; empty for none."""
    oembed_href: str = ""
    """Full address of the description by which others embed it; empty where there is none."""
    has_twin: bool = False
    """Whether a twin in Markdown stands beside it."""


@dataclass(frozen=True, kw_only=True)
class Frame(Around):
    """Everything around the content of one page of a site."""

    search_label: str
    """Of the field that asks what is looked for, with the list's own examples."""
    footer: tuple[Link, ...]
    revision: str
    document: str
    """The number of the notice; empty where it has none."""
    translations: str
    """What the site is written in besides the language of the source; empty where nothing."""
    ours: str
    """What cards of services show that somebody wrote for this site, beginning a sentence."""
    copy: str
    """What the copy is called that the list was made from."""
    printed_on: str
    """A day, as the locale writes it; empty where the notice shows none."""
    contacts: tuple[ContactItem, ...]
    """Whom families can ask near home."""
    kit_href: str
    """The folder of its own code and pictures; empty where it has none."""


def _label_search(desk: Desk) -> str:
    examples = desk.catalog.vocabulary.examples.list(desk.locale)
    if not examples:
        return desk.words.search_label_alone
    return desk.words.search_label.format(examples=desk.words.list_comma.join(examples))


def make_frame(site: Site, desk: Desk, page: Page) -> Frame:
    """The frame of a page, which stands at the same path in every locale."""
    path, standing = page.path, page.kind.standing
    links, place = desk.links, site.place
    locales = site.catalog.locales
    alternates = [Alternate(locale.language, place.url(path, locale)) for locale in locales]
    alternates.append(Alternate("x-default", place.site_url + path))
    site_name = desk.write(desk.catalog.site.name)
    city = desk.catalog.site.city
    title = page.kind.name(desk, page.subject)
    notice = desk.revision.notice
    folder = find_kit_folder(desk, page)
    picture = addresses.kit_file(f"{folder or LIST}/share.png")
    return Frame(
        locale=desk.locale,
        language=desk.locale.language,
        source=locales.source,
        title=f"{title} · {site_name}" if title else f"{site_name} · {desk.write(city)}",
        description=page.kind.describe(desk, page.subject),
        canonical=place.url(page.stands_for(site), desk.locale),
        address=place.url(path, desk.locale),
        shared=place.url(page.shared_as, desk.locale),
        alternates=tuple(alternates),
        feeds=link_feeds(desk, page.topic),
        site_name=site_name,
        city=desk.say(city),
        home_href=links.page(addresses.HOME),
        styles_href=links.file(addresses.STYLES),
        logo_href=links.file(addresses.LOGO),
        script_href=_name_module(_find_script(desk, page, place)),
        search_href=links.page(addresses.SEARCH),
        search_label=_label_search(desk),
        has_top_search=not standing.has_own_search,
        navigation=tuple(_list_menu(site, desk, path, "head")),
        footer=tuple(_list_menu(site, desk, path, "foot")),
        trail=_make_trail(desk, page),
        others=tuple(
            Other(locale.name, locale.language, links.page(path, locale))
            for locale in locales.others(desk.locale)
        ),
        report_href=f"{links.page(addresses.REPORT)}#{_name_page(desk, page)}",
        revision=desk.revision.id,
        document=desk.document,
        translations=desk.translations,
        ours=desk.index.ours.name_on_cards(desk.words, desk.locale),
        copy=desk.copy,
        printed_on=desk.write_date(notice.printed_on),
        structured_data=page.kind.structure(desk, page.subject),
        unlisted=not standing.is_listed,
        picture=place.url(picture, desk.locale) if place.has_pieces else "",
        contacts=list_contacts(desk),
        kit_href=links.page(addresses.kit_file(f"{folder}/")) if folder else "",
        oembed_href=place.url(addresses.oembed(path), desk.locale) if standing.is_embedded else "",
        has_twin=page.has_twin(site),
    )


def _name_page(desk: Desk, page: Page) -> str:
    """Say to the page for mistakes which page is meant, and whether what it is about is private."""
    about = page.subject if isinstance(page.subject, Campaign) else page.topic
    is_private = about is not None and (about.kind, about.id) in desk.index.private
    return f"page={page.address}{'&private' if is_private else ''}"


def find_kit_folder(desk: Desk, page: Page) -> str:
    """Give the folder in the kit of what a page is about; empty where it has none.

    Of a department or a situation without a service the kit has nothing.
    """
    topic = page.topic
    if topic is None or not (page.kind.standing.has_kit and desk.place.has_pieces):
        return ""
    if topic.kind == "department" and topic.id not in desk.index.by_department:
        return ""
    if topic.kind == "situation" and not desk.index.outlooks.has_services(topic.id):
        return ""
    return find_folder(topic.kind, topic.id)


def _list_menu(site: Site, desk: Desk, path: str, menu: Literal["head", "foot"]) -> Iterator[Link]:
    """Yield the links that stand around every page; that to the page itself is the current one."""
    key = f"{desk.revision.id} {desk.locale.tag} {menu}"
    entries = site.menus.take(key, lambda: tuple(_list_entries(site, desk, menu)))
    for label, place in entries:
        yield Link(label, desk.links.page(place), current=place == path)


def _list_entries(site: Site, desk: Desk, menu: Literal["head", "foot"]) -> Iterator[Entry]:
    """Yield what a menu leads to: what it is called there, and its path."""
    for kind in kinds.KINDS:
        if kind.standing.menu == menu and kind.is_offered(site):
            for subject in kind.list_subjects(site):
                yield Entry((kind.label or kind.name)(desk, subject), kind.path(subject))


def _make_trail(desk: Desk, page: Page) -> tuple[Link, ...]:
    """Lead from the home page to the page above this one."""
    trail: list[Link] = []
    kind, subject = page.kind, page.subject
    while above := kind.parent(desk, subject) if kind.parent else kind.standing.parent:
        subject = kind.find_parent(desk, subject)
        kind = kinds.find_kind(above)
        trail.insert(0, _link(desk, kind, subject))
    return (trail[0], trail[-1]) if page.kind.standing.is_below_home else tuple(trail)


def _link(desk: Desk, kind: PageKind[Any], subject: object) -> Link:
    label = kind.label or kind.name
    return Link(label(desk, subject), desk.links.page(kind.path(subject)))


def _find_script(desk: Desk, page: Page, place: Place) -> str:
    """Give the address of the script of all pages; that for no network is shown at any depth."""
    if page.path == addresses.OFFLINE:
        return f"{addresses.find_base_path(place.site_url)}{addresses.SCRIPT}"
    return desk.links.file(addresses.SCRIPT)


def _name_module(href: str) -> str:
    """Give the address of a module as `import()` wants it: `scripts/site.mjs` is a bare name."""
    return href if "://" in href or href.startswith((".", "/")) else f"./{href}"
