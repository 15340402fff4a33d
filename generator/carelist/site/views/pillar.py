"""The page of a pillar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.summing_up import sum_up_pillar
from carelist.site.marking import list_notes, mark_cell
from carelist.site.views.former import list_names
from carelist.site.views.listing import list_card_columns

if TYPE_CHECKING:
    from carelist.catalog.records import Pillar
    from carelist.site.desk import Desk
    from carelist.site.parts import CellMark, PillarTag, ReadingNote, ServiceCard
    from carelist.site.speaking import Said


@dataclass(frozen=True)
class PillarView:
    """A pillar with its services."""

    tag: PillarTag
    source: str
    summary: Said
    count: str
    mark: CellMark | None
    """Where the name of the pillar is inferred for its services."""
    cards: tuple[ServiceCard, ...]
    others: tuple[PillarTag, ...]
    formerly: tuple[str, ...]
    """What it was called before."""
    readings: tuple[ReadingNote, ...]


def make_pillar(desk: Desk, pillar: Pillar) -> PillarView:
    """The page of one pillar."""
    services = desk.index.by_pillar[pillar.id]
    mark = mark_cell(desk, services[0], "pillar")
    return PillarView(
        desk.pillar_tag(pillar.id),
        pillar.name.source,
        desk.say(sum_up_pillar(desk.catalog, pillar)),
        desk.words.count("services", len(services)),
        mark if mark and mark.inferred else None,
        desk.cards(services),
        tuple(desk.pillar_tag(name) for name in desk.catalog.pillars if name != pillar.id),
        list_names(desk, desk.whole.pillars[pillar.id]),
        list_notes(desk, services, list_card_columns(desk)),
    )
