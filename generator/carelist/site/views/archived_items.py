"""Rows of an old list, each with its promises as they were worded."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.site import addresses
from carelist.site.marking import ALL_MEANS, mark_cell, show_further

if TYPE_CHECKING:
    from carelist.catalog.records import Service
    from carelist.site.desk import Desk
    from carelist.site.parts import (
        Bodies,
        CellMark,
        FurtherCell,
        PromiseText,
        RemarkPart,
        TypeTag,
    )
    from carelist.site.speaking import Said


class ArchivedClause(NamedTuple):
    """One promise as it was worded."""

    id: str
    title: Said
    promise: PromiseText
    remark: RemarkPart | None


class ArchivedItem(NamedTuple):
    """One row of an old list."""

    number: int
    printed_number: str
    title: Said
    has_own_title: bool
    """Whether the title is editorial, and the name in the list another."""
    href: str
    audience: Said | None
    types: tuple[TypeTag, ...]
    bodies: tuple[Bodies, ...]
    further: tuple[FurtherCell, ...]
    clauses: tuple[ArchivedClause, ...]
    marks: dict[str, CellMark | None]
    """By column: the mark on a cell that was read, leading to its note on the page of the row."""


def make_item(desk: Desk, service: Service) -> ArchivedItem:
    """Give a row of an old list."""
    revision = desk.revision
    href = desk.links.page(addresses.service_of(revision.id, service.id))
    return ArchivedItem(
        service.number,
        service.printed_number or "",
        desk.title_of(service),
        service.title is not None,
        href,
        desk.say(revision.people_of(service)),
        desk.type_tags(service),
        desk.bodies(service),
        show_further(desk, service, ALL_MEANS, href),
        tuple(
            ArchivedClause(
                clause.id,
                desk.say(clause.title),
                desk.promise(clause),
                desk.remark_part(clause.remark),
            )
            for clause in service.clauses
        ),
        {column: mark_cell(desk, service, column, href) for column in revision.columns},
    )
