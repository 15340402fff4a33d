"""What places.yml holds, as records: the portal, and the places whose lists it leads to."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from carelist.catalog.kinds import Kind
from carelist.catalog.texts import SLUG, Id, Line, Number, Record, Text, fits, schema
from carelist.catalog.web_names import Link, WebAddress
from carelist.portal.divisions import Level

CODE = "[1-9][0-9]{5}"
"""Six digits of GB/T 2260."""
_PATH = rf"{SLUG}(?:/{SLUG})*"
_SOURCE = r"[\w-][\w.-]*(?:/[\w-][\w.-]*)*"
Code = Annotated[Line, fits(Kind.NOT_A_CODE, CODE), schema(CODE)]
"""A code of GB/T 2260, which says of which divisions a place is a part."""
Path = Annotated[Line, fits(Kind.NOT_A_PATH, _PATH), schema(_PATH)]
Source = Annotated[Line, fits(Kind.NOT_A_SOURCE, _SOURCE), schema(_SOURCE)]

PAGES_MEGABYTES = 1000
"""What GitHub Pages publishes of a site at the most."""


class Place(Record):
    """A province, a city or a county with a list of its own."""

    id: Id
    """Lasts for ever: addresses and the lists of places below have it."""
    name: Text
    """What it is called in full, as readers look for it."""
    level: Level
    """Its level of administration, as its code says too."""
    code: Code
    """Its division code of GB/T 2260; the places above it are found by it."""
    source: Source
    """The folder of its catalog, from here; a submodule where it is kept in another repository."""
    path: Path | None = None
    """Where its site stands below the portal; its id, where nothing is said."""
    url: Link | None = None
    """The address of its site, where it stands on a host of its own."""

    @property
    def below(self) -> str:
        """The folder of its site in that of the portal; empty where it stands elsewhere."""
        return "" if self.url else f"{self.path or self.id}/"


class Places(Record):
    """places.yml: the portal and its places."""

    name: Text
    """What the portal is called."""
    area: Text
    """What the places are in together, as a province."""
    purpose: Text
    """One sentence for a reader: what the portal is."""
    url: Link
    """Where the portal is published."""
    locales: tuple[Line, ...] = ()
    """What the portal is written in, by tag, the first at the root; all that the program ships,
    where none is named. Others than those stand in the folder `locales`."""
    report: WebAddress | None = None
    """Where readers tell of a mistake in the portal."""
    most_megabytes: Number = PAGES_MEGABYTES
    """What the host of the portal takes; GitHub Pages takes 1000."""
    places: tuple[Place, ...] = Field(min_length=1)
    """In any order: pages have them by their codes."""
