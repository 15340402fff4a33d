"""Where the pages of a site stand, for what is exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.exports.web import Web
from carelist.site import addresses
from carelist.site.pairs import list_composed

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelist.catalog.revision import Catalog
    from carelist.exports.web import Part
    from carelist.site.place import Place
    from carelist.speech.locales import Locale


PLACES: dict[Part, Callable[[str], str]] = {
    "home": lambda _: addresses.HOME,
    "service": addresses.service,
    "pillar": addresses.pillar,
    "department": addresses.department,
    "audience": addresses.audience,
    "situation": addresses.situation,
    "notice": lambda _: addresses.NOTICE,
    "reading": addresses.reading,
    "revision": addresses.revision,
    "changes": lambda pair: addresses.changes(*pair.split("..")),
    "data": lambda _: addresses.DATA,
}
"""Where the page about a part of the list stands, by its id."""


def make_web(place: Place, catalog: Catalog) -> Web:
    """Say where the pages of a site stand that is published at a place.

    Departments have pages only where some list names them for its services; lists that are neither
    neighbours nor beside the latest are compared on the page that puts the steps together.
    """
    put_together = {f"{one.id}..{other.id}" for one, other in list_composed(catalog.revisions)}

    def find_page(part: Part, name: str, locale: Locale) -> str | None:
        if part == "department" and not catalog.names_departments:
            return None
        if part == "changes" and name in put_together:
            return place.url(addresses.steps(name), locale)
        return place.url(PLACES[part](name), locale)

    return Web(place.site_url, find_page)
