"""The home page: what this is, and the ways into the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.site import addresses
from generator.site.parts import Link
from generator.site.prose import name_bodies
from generator.site.views.audiences import count_services, sort_audiences
from generator.site.views.changes import sum_up_changes
from generator.site.views.situation import list_entries

if TYPE_CHECKING:
    from generator.site.desk import Desk
    from generator.site.parts import Background, HotlineItem, PillarTag
    from generator.site.speaking import Said
    from generator.site.views.changes import Comparison
    from generator.site.views.situation import SituationEntry

SITUATIONS = 8
"""How many situations the home page names."""


@dataclass(frozen=True)
class PillarTile:
    """A pillar with what it holds."""

    tag: PillarTag
    summary: Said
    count: str


@dataclass(frozen=True)
class AudienceEntry:
    """An audience with the number of its services."""

    name: Said
    href: str
    count: str


@dataclass(frozen=True)
class HomeView:
    """What the home page shows."""

    city: Said
    purpose: Said
    notice_title: Said
    notice_number: Said | None
    services_count: str
    origin: str
    """Who issued the list, and which words are whose."""
    copy: str
    """Whether the copy that the list was made from is sound."""
    facts: tuple[Link, ...]
    changed: Comparison | None
    """What this year's list changed; None where it is the first."""
    pillars: tuple[PillarTile, ...]
    inferred_href: str
    """Where inferred names are explained; empty where no pillar's name is inferred."""
    situations: tuple[SituationEntry, ...]
    audiences: tuple[AudienceEntry, ...]
    background: Background | None
    hotlines: tuple[HotlineItem, ...]
    check_href: str
    """Empty where the catalog has no questions."""
    services_href: str
    situations_href: str
    departments_href: str
    notice_href: str
    readings_href: str
    join_href: str


def make_tiles(desk: Desk) -> tuple[PillarTile, ...]:
    """Every pillar as a tile."""
    return tuple(
        PillarTile(
            desk.pillar_tag(pillar.id),
            desk.say(desk.catalog.sum_up_pillar(pillar)),
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
    facts = (
        Link(words.count("services", len(revision.services)), page(addresses.SERVICES)),
        Link(words.count("pillars", len(catalog.pillars)), page(addresses.PILLARS)),
        Link(words.count("departments", len(catalog.departments)), page(addresses.DEPARTMENTS)),
    )
    audiences = tuple(
        AudienceEntry(
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
        words.about_notice_lead.format(bodies=name_bodies(desk)),
        words[f"copy_{revision.soundness}"],
        facts,
        sum_up_changes(desk, *lists[-2:]) if len(lists) > 1 else None,
        make_tiles(desk),
        link_inferred(desk),
        list_entries(desk)[:SITUATIONS],
        audiences,
        desk.background(),
        desk.hotlines(()),
        page(addresses.CHECK) if catalog.questions.facts else "",
        page(addresses.SERVICES),
        page(addresses.SITUATIONS),
        page(addresses.DEPARTMENTS),
        page(addresses.NOTICE),
        page(addresses.READINGS),
        page(addresses.JOIN),
    )
