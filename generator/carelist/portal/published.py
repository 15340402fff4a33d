"""A place's list as its site publishes it: what the portal needs of catalog.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from carelist.site import addresses

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Words = dict[str, str | None]
"""A text by the tag of its locale; None where its translation does not follow it."""


class Target(NamedTuple):
    """A service on the list of a place."""

    place: str
    service: str


@dataclass(frozen=True)
class PublishedPillar:
    """A heading of a list."""

    id: str
    name: Words
    colour: str
    icon: str


@dataclass(frozen=True)
class PublishedService:
    """A service of a list."""

    id: str
    number: str
    """As the list prints it."""
    title: Words
    summary: Words | None
    audience: Words | None
    clauses: tuple[Words, ...]
    """The titles of its promises."""
    pillar: str
    """By id; empty where the list has none."""
    departments: tuple[Words, ...]
    under: tuple[Target, ...]
    """What it carries out of lists above, as its list declares."""


@dataclass(frozen=True)
class PublishedList:
    """The list of a place."""

    revision: str
    name: Words | None
    """What its table or its notice is called."""
    locales: tuple[str, ...]
    """Tags of what its site is written in, the first at its root."""
    pillars: tuple[PublishedPillar, ...]
    services: tuple[PublishedService, ...]

    def find(self, service_id: str) -> PublishedService | None:
        """Give a service, if the list has it."""
        return next((one for one in self.services if one.id == service_id), None)


def read_published(site: Path) -> PublishedList:
    """Read the list of a built site.

    Raises:
        FileNotFoundError: If the site publishes none.
    """
    content: dict[str, Any] = json.loads((site / addresses.CATALOG_JSON).read_bytes())
    services, notice = content["services"], content["notice"]
    bodies = {one["id"]: one["name"] for one in content["departments"]}
    return PublishedList(
        content["revision"],
        notice["table_title"] or notice["title"],
        tuple(services[0]["title"]),
        tuple(_read_pillar(pillar) for pillar in content["pillars"]),
        tuple(_read_service(service, bodies) for service in services),
    )


def _read_pillar(pillar: Mapping[str, Any]) -> PublishedPillar:
    return PublishedPillar(pillar["id"], pillar["name"], pillar["colour"], pillar["icon"])


def _read_service(service: Mapping[str, Any], bodies: Mapping[str, Words]) -> PublishedService:
    return PublishedService(
        service["id"],
        service["printed_number"] or str(service["number"]),
        service["title"],
        service["summary"],
        service["audience"],
        tuple(clause["title"] for clause in service["clauses"]),
        service["pillar"] or "",
        tuple(bodies[name] for name in service["departments"]),
        tuple(Target(one["place"], one["service"]) for one in service.get("under", ())),
    )
