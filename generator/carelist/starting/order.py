"""What somebody asks for who begins a city."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.speech.people import Called

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from carelist.catalog.site import Licence
    from carelist.speech.locales import Locale
    from carelist.speech.people import PeopleKind


class Order(NamedTuple):
    """A city that is begun."""

    folder: Path
    names: Mapping[str, str]
    """What the city is called, by tag; that of the official texts among them."""
    locales: tuple[Locale, ...]
    """The first for the root."""
    year: str
    people: PeopleKind | None = None
    """None for anyone."""
    url: str = ""
    """Where the site will be published; empty where that is not known."""
    licence: Licence = "cc-by"
    """Of the site's own words."""
    notice: Path | None = None
    """The file that the list is drafted from; else it begins with an example."""
    tables: tuple[int, ...] = ()
    """Which tables of that file are the list, counted from 1."""

    @property
    def called(self) -> Called:
        """For whom the list is."""
        return Called(self.people or "")
