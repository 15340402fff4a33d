"""The pages of a portal that go across places: home, one service in many places, the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.portal import addresses
from carelist.portal.published import Target
from carelist.portal.views import Entry, link_across, make_entry
from carelist.site.addresses import CATALOG_JSON
from carelist.site.parts import Link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carelist.portal.desk import Desk
    from carelist.portal.records import Place
    from carelist.site.speaking import Said


@dataclass(frozen=True)
class PlaceItem:
    """A place in the list of all, with the places in it that stand directly below."""

    name: Said
    source: str
    """Its name in the language of the source."""
    code: str
    sound: str
    """Its name in pinyin, syllable by syllable."""
    href: str
    below: tuple[PlaceItem, ...]


@dataclass(frozen=True)
class HomeView:
    """Where do you live."""

    area: Said
    purpose: Said
    lead: str
    items: tuple[PlaceItem, ...]
    across: tuple[Link, ...]
    """Services that most places carry out."""
    services_href: str


MOST_SHOWN = 6
"""Services across places that the home page shows."""


def make_home(desk: Desk, sounds: Mapping[str, str]) -> HomeView:
    """Show every place, by division.

    Args:
        desk: Of the page.
        sounds: The pinyin of each name.
    """
    portal, lists = desk.portal, desk.atlas.lists
    services = sum(len(one.services) for one in lists.values())
    followers = desk.atlas.lineage.followers
    first = sorted(followers, key=lambda target: -len(followers[target]))[:MOST_SHOWN]
    places = desk.words.count("places", len(portal.places))
    return HomeView(
        desk.say(portal.record.area),
        desk.say(portal.record.purpose),
        desk.words.fill(
            "home_lead", places=places, services=desk.words.count("services", services)
        ),
        _list_items(desk, [one for one in portal.places if not portal.list_above(one)], sounds),
        tuple(link_across(desk, target) for target in first),
        desk.page(addresses.SERVICES),
    )


def _list_items(
    desk: Desk, places: list[Place], sounds: Mapping[str, str]
) -> tuple[PlaceItem, ...]:
    portal = desk.portal
    return tuple(
        PlaceItem(
            desk.say(place.name),
            place.name.source,
            place.code,
            sounds[place.name.source],
            desk.page(addresses.place(place.id)),
            _list_items(
                desk,
                [one for one in portal.list_below(place) if portal.list_above(one)[0] == place],
                sounds,
            ),
        )
        for place in places
    )


@dataclass(frozen=True)
class FollowerItem:
    """A place that carries out a service of a list above."""

    place: Link
    entries: tuple[Entry, ...]
    through: tuple[Link, ...]
    """Places that carry it out by way of this one."""


@dataclass(frozen=True)
class AcrossView:
    """One service across places."""

    title: Said
    summary: Said | None
    facts: str
    site: Link
    """Its page on the site of its place."""
    departments: tuple[Said, ...]
    lead: str
    followers: tuple[FollowerItem, ...]
    rest: str
    """How many places below declare nothing of it."""


def make_across(desk: Desk, target: Target) -> AcrossView:
    """Show who is declared to carry out a service, and how."""
    place, service = desk.portal.by_id[target.place], desk.atlas.find(target)
    name = place.name.write(desk.locale)
    by_place: dict[str, list[Target]] = {}
    for follower in desk.atlas.lineage.followers[target]:
        by_place.setdefault(follower.place, []).append(follower)
    reached = len({one.place for one in desk.atlas.lineage.list_all(target)})
    rest = len(desk.portal.list_below(place)) - reached
    return AcrossView(
        desk.quote(service.title),
        desk.quote(service.summary) if service.summary else None,
        desk.words.fill("across_facts", place=name, number=service.number),
        Link(
            desk.words.fill("open_site", place=name),
            desk.link_service(place, service.id),
        ),
        tuple(desk.quote(body) for body in service.departments),
        desk.words.count("across_lead", reached, place=name),
        tuple(_make_follower(desk, name, found) for name, found in by_place.items()),
        desk.words.count("across_rest", rest) if rest else "",
    )


def _make_follower(desk: Desk, place_id: str, found: list[Target]) -> FollowerItem:
    place = desk.portal.by_id[place_id]
    services = (desk.atlas.find(one) for one in found)
    entries = tuple(make_entry(desk, place, service, "") for service in services)
    further = dict.fromkeys(
        below.place for one in found for below in desk.atlas.lineage.list_all(one)
    )
    through = tuple(desk.link_place(desk.portal.by_id[name]) for name in further)
    return FollowerItem(desk.link_place(place), entries, through)


@dataclass(frozen=True)
class AcrossItem:
    """A service in the list of those that go across places."""

    link: Link
    count: str


@dataclass(frozen=True)
class AcrossListView:
    """All services that places below carry out, by the list that they are on."""

    groups: tuple[tuple[Said, tuple[AcrossItem, ...]], ...]


def make_across_list(desk: Desk) -> AcrossListView:
    """List them in the order of their lists."""
    followers = desk.atlas.lineage.followers
    groups = []
    for place in desk.portal.places:
        targets = [Target(place.id, one.id) for one in desk.atlas.lists[place.id].services]
        items = tuple(
            AcrossItem(_link_title(desk, target), _count_places(desk, target))
            for target in targets
            if target in followers
        )
        if items:
            groups.append((desk.say(place.name), items))
    return AcrossListView(tuple(groups))


def _link_title(desk: Desk, target: Target) -> Link:
    title = desk.quote(desk.atlas.find(target).title)
    return Link(title, desk.page(addresses.service(*target)))


def _count_places(desk: Desk, target: Target) -> str:
    reached = {one.place for one in desk.atlas.lineage.list_all(target)}
    return desk.words.count("places", len(reached))


@dataclass(frozen=True)
class DataView:
    """The data of all places."""

    json: Link
    schema: Link
    catalogs: tuple[Link, ...]
    """The published list of each place."""


def make_data(desk: Desk) -> DataView:
    """Lead to the data of the portal, and to that of each place."""
    return DataView(
        _link_file(desk, addresses.PORTAL_JSON),
        _link_file(desk, addresses.PORTAL_SCHEMA),
        tuple(
            Link(desk.say(place.name), desk.link_file(place, CATALOG_JSON))
            for place in desk.portal.places
        ),
    )


def _link_file(desk: Desk, path: str) -> Link:
    return Link(path.rpartition("/")[2], desk.file(path))


@dataclass(frozen=True)
class NotFoundPart:
    """What is said in one locale where an address leads nowhere."""

    language: str
    title: str
    lead: str
    home: Link


def make_not_found(desk: Desk) -> tuple[NotFoundPart, ...]:
    """Say it in every locale: one page answers for every address."""
    url = desk.portal.url
    return tuple(
        NotFoundPart(
            locale.language,
            locale.words("portal").not_found_title,
            locale.words("portal").not_found_lead,
            Link(locale.words("portal").menu_places, url + locale.prefix),
        )
        for locale in desk.portal.locales
    )
