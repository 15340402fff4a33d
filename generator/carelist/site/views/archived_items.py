"""Rows of an old list, each with its promises as they were worded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.site import addresses
from carelist.site.marking import show_further

if TYPE_CHECKING:
    from carelist.catalog.records import Service
    from carelist.site.desk import Desk
    from carelist.site.parts import Bodies, FurtherCell, PromiseText, RemarkPart, TypeTag
    from carelist.site.speaking import Said


@dataclass(frozen=True)
class ArchivedClause:
    """One promise as it was worded."""

    id: str
    title: Said
    promise: PromiseText
    remark: RemarkPart | None


@dataclass(frozen=True)
class ArchivedItem:
    """One row of an old list."""

    number: int
    printed_number: str
    title: Said
    href: str
    audience: Said | None
    types: tuple[TypeTag, ...]
    bodies: tuple[Bodies, ...]
    further: tuple[FurtherCell, ...]
    clauses: tuple[ArchivedClause, ...]


def make_item(desk: Desk, service: Service) -> ArchivedItem:
    """Give a row of an old list."""
    revision = desk.revision
    return ArchivedItem(
        service.number,
        service.printed_number or "",
        desk.title_of(service),
        desk.links.page(addresses.service_of(revision.id, service.id)),
        desk.say(revision.people_of(service)),
        desk.type_tags(service),
        desk.bodies(service),
        show_further(desk, service),
        tuple(
            ArchivedClause(
                clause.id,
                desk.say(clause.title),
                desk.promise(clause),
                desk.remark_part(clause.remark),
            )
            for clause in service.clauses
        ),
    )
