"""The pages that list services under headings: all services, by audience, and all pillars."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from carelist.site import addresses
from carelist.site.marking import list_notes
from carelist.site.parts import Link
from carelist.site.scripts import LIST_PARTS
from carelist.site.views.audiences import count_services, sort_audiences
from carelist.site.views.former import find_former_pillars, link_former
from carelist.site.views.home import PillarTile, link_inferred, make_tiles
from carelist.speech.words import fill_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Sized

    from carelist.catalog.records import Column, Service
    from carelist.site.desk import Desk
    from carelist.site.parts import PillarTag, ReadingNote, ServiceCard
    from carelist.site.speaking import Said

_ON_CARDS = frozenset({"pillar", "audience", "group", "departments", "supporting", "types"})
"""The columns whose cells a service in a list shows."""


CARDS = 48
"""How many services a page of a long list shows: with those of a real list, about 20 KB."""
MOST_CARDS = 64
"""So many are still on one page."""
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
class Entry:
    """A section in the table of contents."""

    heading: Said | str
    pillar: PillarTag | None
    href: str


@dataclass(frozen=True)
class Parts:
    """Where a part of a long list stands among the others."""

    said: str
    before: Link | None
    behind: Link | None
    script_href: str
    """The script that shows the next part as one reads on."""


class _Shelf(NamedTuple):
    """A heading with its services, of which no card is made yet."""

    id: str
    heading: Said | str
    pillar: PillarTag | None
    services: Sequence[Service]


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
    contents: tuple[Entry, ...]
    """Of all its parts."""
    sections: tuple[Section, ...]
    readings: tuple[ReadingNote, ...]
    former: tuple[Former, ...] = ()
    """Audiences of earlier lists alone, so that links to them still lead somewhere."""
    parts: Parts | None = None
    """None where one page holds all."""


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


def count_parts(services: Sized) -> int:
    """Count the pages over which all services are spread: one, as long as one can hold them."""
    return 1 if len(services) <= MOST_CARDS else ceil(len(services) / CARDS)


def make_all_services(desk: Desk, part: int = 1) -> ListingView:
    """Every service, under its pillar; in a list without pillars, by number.

    Of a list that one page cannot hold, the services of one part; the first is 1.
    """
    words, services = desk.words, desk.revision.services
    count = count_parts(services)
    shelves = [*_list_shelves(desk)]
    chosen = slice((part - 1) * CARDS, part * CARDS) if count > 1 else slice(None)
    sections = tuple(_cut_sections(desk, shelves, chosen))
    lead = words.all_services_lead if desk.catalog.pillars else words.all_services_lead_by_number
    told = fill_in(lead, {"count": len(services), "revision": desk.revision.id})
    shown = [service for shelf in shelves for service in shelf.services][chosen]
    notes = list_notes(desk, shown, list_card_columns(desk))
    entries = tuple(_list_entries(desk, shelves, count)) if count > 1 else _name_entries(sections)
    parts = _lead_on(desk, part, count) if count > 1 else None
    return ListingView(words.all_services, told, entries, sections, notes, parts=parts)


def _list_shelves(desk: Desk) -> Iterator[_Shelf]:
    """Yield the services of each pillar; of a list without pillars, all as one."""
    for pillar in desk.catalog.pillars.values():
        heading, tag = desk.say(pillar.name), desk.pillar_tag(pillar.id)
        yield _Shelf(pillar.id, heading, tag, desk.index.by_pillar[pillar.id])
    if not desk.catalog.pillars:
        yield _Shelf(BY_NUMBER, desk.words.by_number, None, desk.revision.services)


def _cut_sections(desk: Desk, shelves: list[_Shelf], chosen: slice) -> Iterator[Section]:
    """Yield what a part shows of each shelf that it has any of; cards are made of these alone."""
    first = 0
    for shelf in shelves:
        places = range(first, first + len(shelf.services))
        first = places.stop
        start, stop, _ = chosen.indices(first)
        services = shelf.services[max(0, start - places.start) : max(0, stop - places.start)]
        if services or chosen == slice(None):
            count = desk.words.count("services", len(shelf.services))
            yield Section(shelf.id, shelf.heading, shelf.pillar, count, desk.cards(services))


def _name_entries(sections: tuple[Section, ...]) -> tuple[Entry, ...]:
    """Name the sections of one page in its table of contents."""
    return tuple(Entry(one.heading, one.pillar, f"#{one.id}") for one in sections)


def _list_entries(desk: Desk, shelves: list[_Shelf], count: int) -> Iterator[Entry]:
    """Name every shelf, with the page on which it begins."""
    first = 0
    for shelf in shelves:
        page = desk.links.page(addresses.services_part(min(first // CARDS + 1, count)))
        yield Entry(shelf.heading, shelf.pillar, f"{page}#{shelf.id}")
        first += len(shelf.services)


def _lead_on(desk: Desk, part: int, count: int) -> Parts:
    """Lead to the parts before and behind."""
    words = desk.words
    near = {"before": part - 1, "behind": part + 1}
    links = {
        side: Link(words[f"list_{side}"], desk.links.page(addresses.services_part(other)))
        for side, other in near.items()
        if 0 < other <= count
    }
    said = words.fill("list_part", part=part, parts=count)
    script = desk.links.file(LIST_PARTS)
    return Parts(said, links.get("before"), links.get("behind"), script)


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
    entries = _name_entries(sections)
    return ListingView(words.by_audience, words.by_audience_lead, entries, sections, notes, former)


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
