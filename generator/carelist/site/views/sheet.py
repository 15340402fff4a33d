"""Services as sheets for paper: the whole list, and a department's duties."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.publicity.rows import find_rows_read, make_row, name_stretches
from carelist.site import addresses
from carelist.site.asking import list_hotlines
from carelist.site.marking import show_reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.catalog.records import Service
    from carelist.publicity.rows import ServiceOnPaper
    from carelist.site.desk import Desk
    from carelist.site.parts import HotlineItem, PillarTag, ReadingNote
    from carelist.site.speaking import Said


class SheetSection(NamedTuple):
    """The services of a pillar on paper, or of a list without pillars."""

    tag: PillarTag | None
    rows: tuple[ServiceOnPaper[Said], ...]


class PrintedReading(NamedTuple):
    """A reading on paper, where no link leads to it."""

    place: str
    """Of which items it is, or that it is of the letter."""
    note: ReadingNote


class PrintView(NamedTuple):
    """The whole list on paper."""

    table_title: Said
    number: Said | None
    sections: tuple[SheetSection, ...]
    hotlines: tuple[HotlineItem, ...]
    not_stated: tuple[Said, ...]
    readings: tuple[PrintedReading, ...]
    services_href: str
    titles: str
    """What titles of services are called; empty where nobody has written any."""


def make_sheet(desk: Desk, services: Iterable[Service]) -> tuple[ServiceOnPaper[Said], ...]:
    """Write services as rows of a sheet."""
    return tuple(make_row(desk.catalog, service, desk.say, desk.words) for service in services)


def make_print(desk: Desk) -> PrintView:
    """The page that holds the whole list for printing."""
    revision = desk.revision
    sections = tuple(
        SheetSection(desk.pillar_tag(name), make_sheet(desk, desk.index.by_pillar[name]))
        for name in desk.catalog.pillars
    ) or (SheetSection(None, make_sheet(desk, revision.services)),)
    rows = find_rows_read(revision)
    return PrintView(
        desk.say(desk.catalog.list_name),
        desk.say(revision.notice.number),
        sections,
        list_hotlines(desk, desk.catalog.hotlines),
        tuple(desk.say(item.text) for item in revision.how_read.not_stated),
        tuple(
            PrintedReading(_name_place(desk, rows[reading.id]), show_reading(desk, reading, ()))
            for reading in revision.readings
            if revision.is_told(reading)
        ),
        desk.links.page(addresses.SERVICES),
        desk.words.print_titles if desk.index.ours.has_titles else "",
    )


def _name_place(desk: Desk, rows: tuple[int, ...]) -> str:
    words = desk.words
    if not rows:
        return words.notice
    return words["print_item" if len(rows) == 1 else "print_items"].format(
        number=name_stretches(rows, words.list_comma)
    )
