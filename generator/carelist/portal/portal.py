"""A portal with its places, and how they stand to one another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from carelist.portal.divisions import list_codes_above

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.portal.records import Place, Places
    from carelist.speech.locales import Locales


@dataclass(frozen=True)
class Portal:
    """What places.yml says, with the locales of the portal."""

    folder: Path
    """In which places.yml stands."""
    record: Places
    locales: Locales

    @property
    def places(self) -> tuple[Place, ...]:
        """All places by their codes: a province before its cities, a city before its counties."""
        return self._sorted

    @cached_property
    def _sorted(self) -> tuple[Place, ...]:
        return tuple(sorted(self.record.places, key=lambda place: place.code))

    @cached_property
    def by_id(self) -> dict[str, Place]:
        """The places by id."""
        return {place.id: place for place in self.places}

    @cached_property
    def _by_code(self) -> dict[str, Place]:
        return {place.code: place for place in self.places}

    @property
    def url(self) -> str:
        """Where the portal is published, with a slash at the end."""
        return self.record.url.rstrip("/") + "/"

    def list_above(self, place: Place) -> tuple[Place, ...]:
        """List the places that a place is in, the nearest first; some divisions have no list."""
        codes = list_codes_above(place.code)
        return tuple(self._by_code[code] for code in codes if code in self._by_code)

    def list_below(self, place: Place) -> tuple[Place, ...]:
        """List the places that are in a place, whatever stands between."""
        return self._below.get(place.id, ())

    @cached_property
    def _below(self) -> dict[str, tuple[Place, ...]]:
        below: dict[str, tuple[Place, ...]] = {}
        for place in self.places:
            for above in self.list_above(place):
                below[above.id] = (*below.get(above.id, ()), place)
        return below

    def find_url(self, place: Place) -> str:
        """Give the full address of a place's site, with a slash at the end."""
        return f"{place.url.rstrip('/')}/" if place.url else self.url + place.below

    def find_catalog(self, place: Place) -> Path:
        """Give the folder of a place's catalog."""
        return self.folder / place.source
