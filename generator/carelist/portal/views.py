"""What the pages of a portal show, ready, in one locale."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.portal import addresses
from carelist.portal.published import Target
from carelist.site.parts import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carelist.portal.desk import Desk
    from carelist.portal.published import PublishedPillar, PublishedService
    from carelist.portal.records import Place
    from carelist.site.speaking import Said


@dataclass(frozen=True)
class Entry:
    """A service in a list."""

    number: str
    title: Said
    summary: Said | None
    colour: str
    href: str
    """Its page on the site of its place."""
    above: tuple[Link, ...] = ()
    """What it carries out of lists above, each across its places."""
    across: Link | None = None
    """The page that shows it across the places below, where one of those carries it out."""


@dataclass(frozen=True)
class Group:
    """Services under one heading of a list; a list without headings has one group."""

    name: Said | None
    icon: str
    colour: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Section:
    """A part of what a place offers."""

    id: str
    heading: str
    lead: str
    groups: tuple[Group, ...]
    href: str = ""
    """The site of the place whose list it is, where that is another place."""


@dataclass(frozen=True)
class PlaceView:
    """What a place offers."""

    name: Said
    source: str
    """Its name in the language of the source."""
    list_name: Said | None
    facts: str
    site_href: str
    sections: tuple[Section, ...]
    below: tuple[Link, ...]
    note: str
    """What its list does not declare; empty where nothing is to be said."""


def make_place(desk: Desk, place: Place) -> PlaceView:
    """Show the list of a place, what of it carries out lists above, and what else those have."""
    own = desk.atlas.lists[place.id]
    above = desk.portal.list_above(place)
    declared = [service for service in own.services if _list_above(desk, service)]
    added = [service for service in own.services if service not in declared]
    sections = []
    words, name = desk.words, place.name.write(desk.locale)
    if declared:
        lead = words.count("carried_lead", len(declared), place=name)
        sections.append(
            Section("carried", words.carried_heading, lead, _group(desk, place, declared))
        )
    if added:
        heading = words.added_heading if declared else words.own_heading
        key = "added_lead" if declared else "own_lead"
        lead = words.count(key, len(added), place=name)
        sections.append(Section("own", heading, lead, _group(desk, place, added)))
    sections += [one for higher in above if (one := _make_higher(desk, place, higher))]
    services = words.count("services", len(own.services))
    facts = words.fill("list_facts", services=services, revision=own.revision, code=place.code)
    return PlaceView(
        desk.say(place.name),
        place.name.source,
        desk.quote(own.name) if own.name else None,
        facts,
        desk.link_site(place),
        tuple(sections),
        tuple(desk.link_place(one) for one in desk.portal.list_below(place)),
        "" if declared or not above else words.fill("none_declared", place=name),
    )


def _make_higher(desk: Desk, place: Place, higher: Place) -> Section | None:
    """Show what a list above has and no service of the place is declared to carry out."""
    services = [
        service
        for service in desk.atlas.lists[higher.id].services
        if not desk.atlas.lineage.reaches(place, Target(higher.id, service.id))
    ]
    if not services:
        return None
    names = {"place": place.name.write(desk.locale), "above": higher.name.write(desk.locale)}
    heading = desk.words.fill("higher_heading", **names)
    lead = desk.words.count("higher_lead", len(services), **names)
    groups = _group(desk, higher, services)
    return Section(f"of-{higher.id}", heading, lead, groups, desk.link_site(higher))


def _list_above(desk: Desk, service: PublishedService) -> list[Target]:
    """List what a service carries out, as far as it is on lists of places above."""
    return [one for one in dict.fromkeys(service.under) if one in desk.atlas.lineage.followers]


def _group(desk: Desk, place: Place, services: Iterable[PublishedService]) -> tuple[Group, ...]:
    """Group services by the headings of their list, in its order."""
    by_pillar: defaultdict[str, list[PublishedService]] = defaultdict(list)
    for service in services:
        by_pillar[service.pillar].append(service)
    pillars = {pillar.id: pillar for pillar in desk.atlas.lists[place.id].pillars}
    order = [name for name in (*pillars, "") if name in by_pillar]
    return tuple(_make_group(desk, place, pillars.get(name), by_pillar[name]) for name in order)


def _make_group(
    desk: Desk, place: Place, pillar: PublishedPillar | None, services: Sequence[PublishedService]
) -> Group:
    colour = pillar.colour if pillar else ""
    return Group(
        desk.quote(pillar.name) if pillar else None,
        pillar.icon if pillar else "",
        colour,
        tuple(make_entry(desk, place, service, colour) for service in services),
    )


def make_entry(desk: Desk, place: Place, service: PublishedService, colour: str) -> Entry:
    """Show a service of a place, with what it carries out and who carries it out."""
    own = Target(place.id, service.id)
    has_followers = own in desk.atlas.lineage.followers
    return Entry(
        service.number,
        desk.quote(service.title),
        desk.quote(service.summary) if service.summary else None,
        colour,
        desk.link_service(place, service.id),
        tuple(link_across(desk, target) for target in _list_above(desk, service)),
        link_across(desk, own) if has_followers else None,
    )


def link_across(desk: Desk, target: Target) -> Link:
    """Give the link to the page of a service across places, by whose it is and what it is."""
    place = desk.portal.by_id[target.place].name.write(desk.locale)
    title = str(desk.quote(desk.atlas.find(target).title))
    label = desk.words.fill("of_place", place=place, service=title)
    return Link(label, desk.page(addresses.service(*target)))
