"""What another site shows of a service in a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.site import addresses
from carelist.site.marking import mark_cell

if TYPE_CHECKING:
    from carelist.catalog.records import Service
    from carelist.site.desk import Desk
    from carelist.site.parts import Bodies, PillarTag
    from carelist.site.speaking import Said


class EmbeddedService(NamedTuple):
    """What another site shows of a service in a frame."""

    number: int
    title: Said
    summary: Said
    pillar: PillarTag | None
    audience: Said | None
    colour: str
    bodies: tuple[Bodies, ...]
    """Whom to ask, by role; none where the list names nobody."""
    repaired_here: bool
    """Whether a cell of the service is not as the copy prints it in its row."""
    revision: str
    page_href: str
    page_url: str


def make_embedded(desk: Desk, service: Service) -> EmbeddedService:
    """The frame of a service on another site."""
    revision, path = desk.revision, addresses.service(service.id)
    return EmbeddedService(
        service.number,
        desk.title_of(service),
        desk.say(service.summary),
        desk.pillar_tag(service.pillar),
        desk.say(revision.people_of(service)),
        desk.colour_of(service),
        desk.bodies(service),
        any(mark_cell(desk, service, column) for column in revision.columns),
        revision.id,
        desk.links.page(path),
        desk.place.url(path, desk.locale),
    )
