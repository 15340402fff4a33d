"""Services as sheets for paper: the whole list, and a department's duties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.catalog.cells import COLUMNS
from generator.site import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.catalog.records import Service
    from generator.site.desk import Desk
    from generator.site.parts import CellMark, HotlineItem, HowTag, PillarTag, ReadingNote
    from generator.site.speaking import Said


@dataclass(frozen=True)
class SheetClause:
    """One promise on paper."""

    text: Said
    how: HowTag
    remark: Said | None
    """What this site says beside it."""


@dataclass(frozen=True)
class SheetRow:
    """One service on paper: the official words, and how one gets it."""

    number: int
    title: Said
    group: Said
    has_own_title: bool
    audience: Said
    clauses: tuple[SheetClause, ...]
    departments: tuple[Said, ...]
    read: CellMark | None
    """Set where some cell was read."""


@dataclass(frozen=True)
class SheetSection:
    """The services of a pillar on paper."""

    tag: PillarTag
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True)
class PrintView:
    """The whole list on paper."""

    table_title: Said
    number: Said
    sections: tuple[SheetSection, ...]
    hotlines: tuple[HotlineItem, ...]
    not_stated: tuple[Said, ...]
    readings: tuple[ReadingNote, ...]
    services_href: str


def make_sheet(desk: Desk, services: Iterable[Service]) -> tuple[SheetRow, ...]:
    """Write services as rows of a sheet."""
    return tuple(_make_row(desk, service) for service in services)


def make_print(desk: Desk) -> PrintView:
    """The page that holds the whole list for printing."""
    revision = desk.revision
    sections = tuple(
        SheetSection(desk.pillar_tag(name), make_sheet(desk, desk.index.by_pillar[name]))
        for name in desk.catalog.pillars
    )
    return PrintView(
        desk.say(revision.notice.table_title),
        desk.say(revision.notice.number),
        sections,
        desk.hotlines(desk.catalog.hotlines),
        tuple(desk.say(item.text) for item in revision.how_read.not_stated),
        tuple(desk.reading_note(reading, ()) for reading in revision.readings),
        desk.links.page(addresses.SERVICES),
    )


def _make_row(desk: Desk, service: Service) -> SheetRow:
    marks = (desk.mark(service, column) for column in COLUMNS)
    return SheetRow(
        service.number,
        desk.title_of(service),
        desk.say(desk.revision.groups[service.group].name),
        service.title is not None,
        desk.say(desk.revision.audiences[service.audience].name),
        tuple(
            SheetClause(
                desk.say(clause.text),
                desk.how_tag(clause.how),
                desk.say(clause.remark.text) if clause.remark else None,
            )
            for clause in service.clauses
        ),
        desk.cell_said(service, "departments"),
        next((mark for mark in marks if mark), None),
    )
