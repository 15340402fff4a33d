"""Which places are to be built, divided among machines, and whether the host has room for all."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, NamedTuple

from carelist.portal.inputs import is_fresh

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from carelist.portal.portal import Portal
    from carelist.portal.records import Place

MEGABYTE = 1_000_000
"""Bytes, as hosts count."""
USUAL_BYTES = 8_300_000
"""Of the site of a place: 32 services in two locales without a kit (python -m bench.province)."""
PORTAL_BYTES = 215_000
"""Of the portal's own pages and search, a place (python -m bench.province)."""


class Room(NamedTuple):
    """What the sites of all places weigh, beside what the host of the portal takes."""

    needed: int
    """Bytes."""
    most: int
    places: int
    """How many stand below the portal."""
    fit: int
    """How many such places the host takes."""
    guessed: int
    """How many of them have not been built, so that their weight is a guess."""

    @property
    def is_enough(self) -> bool:
        """Whether the host takes them."""
        return self.needed <= self.most


def find_stale(portal: Portal, sites: Path) -> tuple[Place, ...]:
    """Find the places whose sites, below `sites`, are missing or built from other inputs."""
    return tuple(place for place in portal.places if not is_fresh(portal, place, sites))


def weigh_folder(folder: Path) -> int:
    """Give the bytes of all files below a folder; 0 where there is none."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def divide(places: Iterable[Place], portal: Portal, count: int) -> tuple[tuple[Place, ...], ...]:
    """Divide places among so many shards, each about as much to build; some may be empty.

    The catalogs' bytes say how much: the largest goes first, and each to the shard with the least.
    """
    weights = {place: _weigh_catalog(portal, place) for place in places}
    shards: list[list[Place]] = [[] for _ in range(count)]
    waiting = [(0, number) for number in range(count)]
    for place in sorted(weights, key=lambda one: (-weights[one], one.code)):
        held, number = heapq.heappop(waiting)
        shards[number].append(place)
        heapq.heappush(waiting, (held + weights[place], number))
    return tuple(tuple(sorted(shard, key=lambda one: one.code)) for shard in shards)


def _weigh_catalog(portal: Portal, place: Place) -> int:
    return weigh_folder(portal.find_catalog(place))


def find_room(portal: Portal, sites: Path) -> Room:
    """Weigh what is built below `sites`, and what is not by the mean of that, or as usual."""
    below = [place for place in portal.places if place.below]
    known = [weight for place in below if (weight := weigh_folder(sites / place.id))]
    mean = sum(known) // len(known) if known else USUAL_BYTES
    guessed = len(below) - len(known)
    needed = sum(known) + guessed * mean + len(portal.places) * PORTAL_BYTES
    most = portal.record.most_megabytes * MEGABYTE
    elsewhere = (len(portal.places) - len(below)) * PORTAL_BYTES
    each = (needed - elsewhere) // len(below) if below else mean
    return Room(needed, most, len(below), (most - elsewhere) // each, guessed)
