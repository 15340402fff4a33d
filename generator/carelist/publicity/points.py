"""What a subject has to offer, point by point, as posters and pictures list it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelist.catalog.summing_up import sum_up_pillar
from carelist.publicity.icons import BRAND
from carelist.publicity.naming import name_pillar, name_service
from carelist.publicity.ways import name_how

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.records import How, Service
    from carelist.catalog.revision import Catalog
    from carelist.publicity.voice import Voice

TYPE_ICON = "shape-outline"
FACT_ICON = "information-outline"
MOST_SERVICES = 40
"""The poster of a list without pillars and types has room for the titles of so many."""


@dataclass(frozen=True)
class Point:
    """One thing that a subject has to offer: a promise of a service, or a service."""

    title: str
    note: str
    number: int | None = None
    how: How | None = None
    colour: str = ""
    icon: str = ""


def list_headings(catalog: Catalog, voice: Voice) -> Iterator[Point]:
    """Yield what the list is ordered by: its pillars, else its types, else all its services.

    Of more services than a poster has room for, none.
    """
    revision, write = catalog.latest, voice.write
    for pillar in catalog.pillars.values():
        name, summary = name_pillar(catalog, pillar, voice), write(sum_up_pillar(catalog, pillar))
        yield Point(name, summary, colour=pillar.colour, icon=pillar.icon)
    if catalog.pillars:
        return
    for one in revision.types.values():
        count = sum(one.id in service.types for service in revision.services)
        told = voice.words.count("services", count)
        yield Point(write(one.name), told, colour=BRAND, icon=TYPE_ICON)
    if not revision.types and len(revision.services) <= MOST_SERVICES:
        for service in revision.services:
            yield Point(name_service(catalog, service, voice), "", service.number)


def list_further(catalog: Catalog, voice: Voice, service: Service) -> Iterator[Point]:
    """Yield what the list prints of a service in further columns, under their headings."""
    write, cells = voice.write, service.cells.by_column
    pillar = catalog.pillar_of(service)
    colour = pillar.colour if pillar else BRAND
    for column in catalog.latest.rows.columns:
        if column.id in cells:
            heading, text = write(column.heading), write(cells[column.id])
            yield Point(heading, text, colour=colour, icon=FACT_ICON)


def list_services(
    catalog: Catalog, voice: Voice, services: Iterable[Service]
) -> tuple[tuple[Point, ...], str]:
    """Services as points, each with its audience; where all share one, it stands apart.

    Beside one that departments see to by themselves, that stands: nobody is sent to ask for it.
    """
    revision, write = catalog.latest, voice.write
    services = tuple(services)
    points = tuple(
        Point(
            name_service(catalog, service, voice),
            write(people) if (people := revision.people_of(service)) else "",
            service.number,
        )
        for service in services
    )
    told, audience = _set_apart(points)
    work = [voice.words.how_public if is_work(service) else "" for service in services]
    return tuple(
        replace(point, note=" · ".join(filter(None, (point.note, note))))
        for point, note in zip(told, work, strict=True)
    ), audience


def is_work(service: Service) -> bool:
    """Whether departments see to all of it by themselves, so that there is nothing to ask for."""
    return all(clause.how == "public" for clause in service.clauses)


def list_promises(
    catalog: Catalog, voice: Voice, service: Service
) -> tuple[tuple[Point, ...], str]:
    """Promises as points, each with how one gets it; where all share that, it stands apart."""
    revision, write = catalog.latest, voice.write
    points = tuple(
        Point(write(one.title), name_how(revision, one.how, voice.words, write), how=one.how)
        for one in service.clauses
    )
    return _set_apart(points) if len(points) > 1 else (points, "")


def _set_apart(points: tuple[Point, ...]) -> tuple[tuple[Point, ...], str]:
    notes = {point.note for point in points}
    if len(notes) != 1:
        return points, ""
    return tuple(replace(point, note="") for point in points), notes.pop()
