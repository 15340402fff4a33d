"""The pages that list services under headings: all services, by audience, and all pillars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.site import addresses
from generator.site.parts import Link
from generator.site.views.audiences import count_services, sort_audiences
from generator.site.views.former import find_former_pillars, link_former
from generator.site.views.home import PillarTile, link_inferred, make_tiles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.records import Column
    from generator.site.desk import Desk
    from generator.site.parts import PillarTag, ReadingNote, ServiceCard
    from generator.site.speaking import Said

CARD_COLUMNS: tuple[Column, ...] = ("pillar", "audience", "group", "departments")
"""The cells that a service in a list shows."""


@dataclass(frozen=True)
class Section:
    """Some services under one heading."""

    id: str
    heading: Said
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


def make_all_services(desk: Desk) -> ListingView:
    """Every service, under its pillar."""
    sections = tuple(
        Section(
            pillar.id,
            desk.say(pillar.name),
            desk.pillar_tag(pillar.id),
            desk.words.count("services", len(desk.index.by_pillar[pillar.id])),
            desk.cards(desk.index.by_pillar[pillar.id]),
        )
        for pillar in desk.catalog.pillars.values()
    )
    lead = desk.words.all_services_lead.format(
        count=len(desk.revision.services), revision=desk.revision.id
    )
    notes = desk.reading_notes(desk.revision.services, CARD_COLUMNS)
    return ListingView(desk.words.all_services, lead, sections, notes)


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
    notes = desk.reading_notes(desk.revision.services, CARD_COLUMNS)
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
