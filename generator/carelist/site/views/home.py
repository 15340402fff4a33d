"""The home page: what this is, and the ways into the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.summing_up import sum_up_pillar
from carelist.site import addresses
from carelist.site.asking import list_hotlines
from carelist.site.parts import Link
from carelist.site.prose import name_bodies
from carelist.site.views.audiences import count_services, sort_audiences
from carelist.site.views.changes import sum_up_changes
from carelist.site.views.situation import list_entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.site.desk import Desk
    from carelist.site.parts import Background, HotlineItem, PillarTag
    from carelist.site.speaking import Said
    from carelist.site.views.changes import Comparison
    from carelist.site.views.situation import SituationEntry

SITUATIONS = 8
"""How many situations the home page names."""


@dataclass(frozen=True)
class PillarTile:
    """A pillar with what it holds."""

    tag: PillarTag
    summary: Said
    count: str


@dataclass(frozen=True)
class Entry:
    """An audience, or a kind of help, with the number of its services."""

    name: Said
    href: str
    count: str


class HomeView(NamedTuple):
    """What the home page shows."""

    city: Said
    purpose: Said
    notice_title: Said
    notice_number: Said | None
    services_count: str
    origin: str
    """Who drew up the list, and which words are whose."""
    copy: str
    """Whether the copy that the list was made from is sound."""
    facts: tuple[Link, ...]
    changed: Comparison | None
    """What this year's list changed; None where it is the first."""
    pillars: tuple[PillarTile, ...]
    """None in a list without pillars."""
    types: tuple[Entry, ...]
    """The kinds of help that the list prints, each with its services."""
    inferred_href: str
    """Where inferred names are explained; empty where no pillar's name is inferred."""
    situations: tuple[SituationEntry, ...]
    audiences: tuple[Entry, ...]
    background: Background | None
    hotlines: tuple[HotlineItem, ...]
    check_href: str
    """Empty where the catalog has no questions."""
    services_href: str
    situations_href: str
    notice_href: str
    readings_href: str
    join_href: str
    """Empty where the notice asks nothing of people outside government."""


def make_tiles(desk: Desk) -> tuple[PillarTile, ...]:
    """Every pillar as a tile."""
    return tuple(
        PillarTile(
            desk.pillar_tag(pillar.id),
            desk.say(sum_up_pillar(desk.catalog, pillar)),
            desk.words.count("services", len(desk.index.by_pillar[pillar.id])),
        )
        for pillar in desk.catalog.pillars.values()
    )


def link_inferred(desk: Desk) -> str:
    """Link to the inferred readings, where the name of a pillar is one of them."""
    if not any(desk.pillar_tag(name).inferred for name in desk.catalog.pillars):
        return ""
    return desk.links.page(f"{addresses.READINGS}#inferred")


def make_home(desk: Desk) -> HomeView:
    """The home page of a locale."""
    catalog, words, page = desk.catalog, desk.words, desk.links.page
    revision, lists = desk.revision, desk.whole.revisions
    audiences = tuple(
        Entry(
            desk.say(audience.name),
            page(addresses.audience(audience.id)),
            count_services(desk, audience),
        )
        for audience in sort_audiences(desk)
    )
    return HomeView(
        desk.say(catalog.site.city),
        desk.say(catalog.site.purpose),
        desk.say(catalog.list_name),
        desk.say(revision.notice.number),
        words.count("services", len(revision.services)),
        words.fill(
            "about_notice_lead",
            bodies=name_bodies(desk),
            ours=desk.index.ours.name(words, desk.locale, desk.translations),
        ),
        words[f"copy_{revision.soundness}"],
        tuple(_list_facts(desk)),
        sum_up_changes(desk, *lists[-2:]) if len(lists) > 1 else None,
        make_tiles(desk),
        tuple(_list_types(desk)),
        link_inferred(desk),
        list_entries(desk)[:SITUATIONS],
        audiences,
        desk.background(),
        list_hotlines(desk),
        page(addresses.CHECK) if catalog.questions.facts else "",
        page(addresses.SERVICES),
        page(addresses.SITUATIONS),
        page(addresses.NOTICE),
        page(addresses.READINGS),
        page(addresses.JOIN) if revision.notice.asks else "",
    )


def _list_facts(desk: Desk) -> Iterator[Link]:
    """Say how many services the list has, and under how many headings, of how many departments."""
    catalog, words, page = desk.catalog, desk.words, desk.links.page
    yield Link(words.count("services", len(desk.revision.services)), page(addresses.SERVICES))
    if catalog.pillars:
        yield Link(words.count("pillars", len(catalog.pillars)), page(addresses.PILLARS))
    if desk.index.by_department:
        count = len(catalog.departments)
        yield Link(words.count("departments", count), page(addresses.DEPARTMENTS))


def _list_types(desk: Desk) -> Iterator[Entry]:
    """List the kinds of help, each with the search for its services."""
    search = desk.links.page(addresses.SEARCH)
    for one in desk.revision.types.values():
        count = sum(one.id in service.types for service in desk.revision.services)
        yield Entry(
            desk.say(one.name), f"{search}#type={one.id}", desk.words.count("services", count)
        )
