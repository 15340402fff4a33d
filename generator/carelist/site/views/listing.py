"""The pages that list services under headings: all services, by audience, and all pillars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.site import addresses
from carelist.site.marking import list_notes
from carelist.site.parts import Link
from carelist.site.views.audiences import count_services, sort_audiences
from carelist.site.views.former import find_former_pillars, link_former
from carelist.site.views.home import PillarTile, link_inferred, make_tiles
from carelist.speech.words import fill_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import Column
    from carelist.site.desk import Desk
    from carelist.site.parts import PillarTag, ReadingNote, ServiceCard
    from carelist.site.speaking import Said

_ON_CARDS = frozenset({"pillar", "audience", "group", "departments", "supporting", "types"})
"""The columns whose cells a service in a list shows."""


BY_NUMBER = "by-number"
"""The fragment of all services of a list that has no pillars to order them by."""


@dataclass(frozen=True)
class Section:
    """Some services under one heading."""

    id: str
    heading: Said | str
    """A text of the list, or words of the interface."""
    pillar: PillarTag | None
    count: str
    cards: tuple[ServiceCard, ...]


@dataclass(frozen=True)
class Former:
    """An audience that the latest list no longer has."""

    id: str
    name: Said
    then: Link
    """To the last list that has it."""


@dataclass(frozen=True)
class ListingView:
    """Services under headings, with a table of contents."""

    title: str
    lead: str
    sections: tuple[Section, ...]
    readings: tuple[ReadingNote, ...]
    former: tuple[Former, ...] = ()
    """Audiences of earlier lists alone, so that links to them still lead somewhere."""


@dataclass(frozen=True)
class PillarsView:
    """All pillars."""

    pillars: tuple[PillarTile, ...]
    inferred_href: str
    former: tuple[Link, ...]
    """Pillars of earlier lists alone."""


def list_card_columns(desk: Desk) -> tuple[Column, ...]:
    """List the columns of the list whose cells a service in a list shows."""
    return tuple(column for column in desk.revision.columns if column in _ON_CARDS)


def make_all_services(desk: Desk) -> ListingView:
    """Every service, under its pillar; in a list without pillars, by number."""
    words, services = desk.words, desk.revision.services
    by_pillar = bool(desk.catalog.pillars)
    sections = _list_pillars(desk) if by_pillar else (_list_by_number(desk),)
    lead = words.all_services_lead if by_pillar else words.all_services_lead_by_number
    notes = list_notes(desk, services, list_card_columns(desk))
    told = fill_in(lead, {"count": len(services), "revision": desk.revision.id})
    return ListingView(words.all_services, told, tuple(sections), notes)


def _list_pillars(desk: Desk) -> Iterator[Section]:
    for pillar in desk.catalog.pillars.values():
        services = desk.index.by_pillar[pillar.id]
        yield Section(
            pillar.id,
            desk.say(pillar.name),
            desk.pillar_tag(pillar.id),
            desk.words.count("services", len(services)),
            desk.cards(services),
        )


def _list_by_number(desk: Desk) -> Section:
    services = desk.revision.services
    count = desk.words.count("services", len(services))
    return Section(BY_NUMBER, desk.words.by_number, None, count, desk.cards(services))


def make_by_audience(desk: Desk) -> ListingView:
    """Every service, under the audience it is printed for."""
    sections = tuple(
        Section(
            audience.id,
            desk.say(audience.name),
            None,
            count_services(desk, audience),
            desk.cards(desk.index.by_audience[audience.id]),
        )
        for audience in sort_audiences(desk)
    )
    notes = list_notes(desk, desk.revision.services, list_card_columns(desk))
    words = desk.words
    former = tuple(_list_former(desk))
    return ListingView(words.by_audience, words.by_audience_lead, sections, notes, former)


def _list_former(desk: Desk) -> Iterator[Former]:
    last = {
        audience.id: (audience, revision)
        for revision in desk.whole.revisions
        for audience in revision.audiences.values()
    }
    for audience, revision in last.values():
        if revision is not desk.whole.latest:
            label = desk.words.list_of.format(revision=revision.id)
            link = Link(label, desk.links.page(addresses.revision(revision.id)))
            yield Former(audience.id, desk.say(audience.name), link)


def make_pillars(desk: Desk) -> PillarsView:
    """The page of all pillars."""
    former = tuple(link_former(desk, one) for one in find_former_pillars(desk.whole))
    return PillarsView(make_tiles(desk), link_inferred(desk), former)
