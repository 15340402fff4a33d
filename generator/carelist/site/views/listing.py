"""The pages that list services under headings: all services, by audience, and all pillars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from carelist.site import addresses
from carelist.site.marking import list_notes
from carelist.site.parts import Link
from carelist.site.views.audiences import count_services, sort_audiences
from carelist.site.views.former import find_former_pillars, link_former
from carelist.site.views.home import PillarTile, link_inferred, make_tiles
from carelist.site.views.long_lists import CARDS, count_parts, cut, cut_shelf, lead_on
from carelist.speech.words import fill_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from carelist.catalog.records import Column, Service
    from carelist.catalog.revision import Revision
    from carelist.site.desk import Desk
    from carelist.site.parts import PillarTag, ReadingNote, ServiceCard
    from carelist.site.speaking import Said
    from carelist.site.views.long_lists import Parts

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


class Entry(NamedTuple):
    """A section in the table of contents."""

    heading: Said | str
    pillar: PillarTag | None
    href: str


class _Shelf(NamedTuple):
    """A heading with its services, of which no card is made yet."""

    id: str
    heading: Said | str
    pillar: PillarTag | None
    services: Sequence[Service]
    said: str
    """How many there are."""


class Former(NamedTuple):
    """An audience that the latest list no longer has."""

    id: str
    name: Said
    then: Link
    """To the last list that has it."""


class _Told(NamedTuple):
    """What stands around the services."""

    title: str
    lead: str
    former: tuple[Former, ...] = ()


class ListingView(NamedTuple):
    """Services under headings, with a table of contents."""

    title: str
    lead: str
    contents: tuple[Entry, ...]
    """Of all its parts."""
    sections: tuple[Section, ...]
    readings: tuple[ReadingNote, ...]
    former: tuple[Former, ...] = ()
    """Audiences of earlier lists alone, so that links to them still lead somewhere."""
    parts: Parts | None = None
    """None where one page holds all."""


class PillarsView(NamedTuple):
    """All pillars."""

    pillars: tuple[PillarTile, ...]
    inferred_href: str
    former: tuple[Link, ...]
    """Pillars of earlier lists alone."""


def list_card_columns(desk: Desk) -> tuple[Column, ...]:
    """List the columns of the list whose cells a service in a list shows."""
    return tuple(column for column in desk.revision.columns if column in _ON_CARDS)


def make_all_services(desk: Desk, part: int = 1) -> ListingView:
    """Every service, under its pillar; in a list without pillars, by number.

    Of a list that one page cannot hold, the services of one part; the first is 1.
    """
    words, services = desk.words, desk.revision.services
    lead = words.all_services_lead if desk.catalog.pillars else words.all_services_lead_by_number
    lead = fill_in(lead, {"count": len(services), "revision": desk.revision.id})
    told, shelves = _Told(words.all_services, lead), [*_list_shelves(desk)]
    return _make_listing(desk, told, shelves, part, addresses.services_part)


def _list_shelves(desk: Desk) -> Iterator[_Shelf]:
    """Yield the services of each pillar; of a list without pillars, all as one."""
    words = desk.words
    for pillar in desk.catalog.pillars.values():
        heading, tag = desk.say(pillar.name), desk.pillar_tag(pillar.id)
        services = desk.index.by_pillar[pillar.id]
        yield _Shelf(pillar.id, heading, tag, services, words.count("services", len(services)))
    if not desk.catalog.pillars:
        services = desk.revision.services
        count = words.count("services", len(services))
        yield _Shelf(BY_NUMBER, words.by_number, None, services, count)


def count_audience_parts(revision: Revision) -> int:
    """Count the pages over which the services that have an audience are spread."""
    return count_parts([service for service in revision.services if service.audience])


def make_by_audience(desk: Desk, part: int = 1) -> ListingView:
    """Every service, under the audience it is printed for; of a long list, those of one part."""
    words = desk.words
    shelves = [
        _Shelf(
            audience.id,
            desk.say(audience.name),
            None,
            desk.index.by_audience[audience.id],
            count_services(desk, audience),
        )
        for audience in sort_audiences(desk)
    ]
    former = tuple(_list_former(desk)) if part == 1 else ()
    told = _Told(words.by_audience, words.by_audience_lead, former)
    return _make_listing(desk, told, shelves, part, addresses.audiences_part)


def _make_listing(
    desk: Desk, told: _Told, shelves: list[_Shelf], part: int, find_path: Callable[[int], str]
) -> ListingView:
    """Show what a part has of some shelves, one below the other."""
    services = [service for shelf in shelves for service in shelf.services]
    count = count_parts(services)
    chosen = cut(part, count, CARDS)
    sections = tuple(_cut_sections(desk, shelves, chosen))
    shown = sorted(services[chosen], key=lambda service: service.number)
    notes = list_notes(desk, shown, list_card_columns(desk))
    if count > 1:
        entries = tuple(_list_entries(desk, shelves, count, find_path))
    else:
        entries = tuple(Entry(one.heading, one.pillar, f"#{one.id}") for one in sections)
    parts = lead_on(desk, part, count, find_path)
    return ListingView(told.title, told.lead, entries, sections, notes, told.former, parts)


def _cut_sections(desk: Desk, shelves: list[_Shelf], chosen: slice) -> Iterator[Section]:
    """Yield what a part shows of each shelf that it has any of; cards are made of these alone."""
    first = 0
    for shelf in shelves:
        services = shelf.services[cut_shelf(chosen, first, len(shelf.services))]
        first += len(shelf.services)
        if services or chosen == slice(None):
            yield Section(shelf.id, shelf.heading, shelf.pillar, shelf.said, desk.cards(services))


def _list_entries(
    desk: Desk, shelves: list[_Shelf], count: int, find_path: Callable[[int], str]
) -> Iterator[Entry]:
    """Name every shelf, with the page on which it begins."""
    first = 0
    for shelf in shelves:
        page = desk.links.page(find_path(min(first // CARDS + 1, count)))
        yield Entry(shelf.heading, shelf.pillar, f"{page}#{shelf.id}")
        first += len(shelf.services)


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
