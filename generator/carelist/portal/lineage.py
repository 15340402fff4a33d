"""What services carry out of the lists of places above: as their lists declare, and no more."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.kinds import Kind
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.problems import Position, Problem, find_nearest
from carelist.portal.published import Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from carelist.catalog.located_yaml import Plain
    from carelist.portal.portal import Portal
    from carelist.portal.published import PublishedList, PublishedService
    from carelist.portal.records import Place


@dataclass(frozen=True)
class Lineage:
    """Who carries out what."""

    followers: dict[Target, tuple[Target, ...]]
    """Of a service: those of places below that are declared under it, in the order of places."""

    def list_all(self, service: Target) -> Iterator[Target]:
        """Yield all that carry out a service, be it by way of others."""
        for follower in self.followers.get(service, ()):
            yield follower
            yield from self.list_all(follower)

    def reaches(self, place: Place, service: Target) -> bool:
        """Whether a place has a service that carries out one of a place above."""
        return any(one.place == place.id for one in self.list_all(service))


def trace(portal: Portal, lists: Mapping[str, PublishedList]) -> Lineage:
    """Gather what the lists declare, by the id of a place; what leads nowhere is left out."""
    followers: defaultdict[Target, list[Target]] = defaultdict(list)
    for place in portal.places:
        for service in lists[place.id].services:
            for above in dict.fromkeys(service.under):
                if above.place in lists and lists[above.place].find(above.service):
                    followers[above].append(Target(place.id, service.id))
    return Lineage({above: tuple(found) for above, found in followers.items()})


def check_lineage(portal: Portal, lists: Mapping[str, PublishedList]) -> Iterator[Problem]:
    """Each service is under services of places above that are on the lists of those."""
    for place in portal.places:
        above = {one.id: one for one in portal.list_above(place)}
        name = f"{place.source}/revisions/{lists[place.id].revision}/services.yml"
        for service in lists[place.id].services:
            for target in service.under:
                if target.place not in above:
                    at = _locate(portal.folder, name, service.id, target, "place")
                    yield _tell_place(at, place, above, service, target)
                elif not lists[target.place].find(target.service):
                    at = _locate(portal.folder, name, service.id, target, "service")
                    yield _tell_service(at, lists[target.place], service, target)


def _tell_place(
    at: Position,
    place: Place,
    above: Mapping[str, Place],
    service: PublishedService,
    target: Target,
) -> Problem:
    known = ", ".join(above) or "—"
    values = {"service": service.id, "value": target.place, "place": place.id, "known": known}
    return Problem(at, Kind.UNKNOWN_PLACE, {**values, **find_nearest(target.place, above)})


def _tell_service(
    at: Position, list_above: PublishedList, service: PublishedService, target: Target
) -> Problem:
    near = find_nearest(target.service, (one.id for one in list_above.services))
    values = {"service": service.id, "value": target.service, "place": target.place}
    return Problem(at, Kind.NOT_ON_LIST_ABOVE, {**values, **near})


def _locate(folder: Path, name: str, service: str, target: Target, key: str) -> Position:
    """Find where a list's file declares something; the file alone, where it does so no more."""
    file = folder / name
    document = parse_yaml(name, file.read_bytes() if file.is_file() else b"")
    plain = document.root.to_plain() if document.root else {}
    services = plain.get("services") if isinstance(plain, dict) else ()
    declared: Plain = {"place": target.place, "service": target.service}
    for number, one in enumerate(services or ()):
        if isinstance(one, dict) and one.get("id") == service:
            under = one.get("under")
            if isinstance(under, list) and declared in under:
                return document.at("services", number, "under", under.index(declared), key)
    return Position(name)
