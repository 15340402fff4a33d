"""What all exports are made of: a catalog, the histories of its services, its place on the web."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.reads import kept_property
from carelist.exports.stated import LICENCES

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog, Revision
    from carelist.catalog.texts import Text
    from carelist.exports.stated import Licence
    from carelist.exports.web import Web
    from carelist.revisions.history import Chronicle
    from carelist.speech.locales import Locale

ById = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Edition:
    """The latest list of a catalog, or an earlier one, ready to be exported."""

    catalog: Catalog
    """Turned back to the list, so that names are those that it has."""
    whole: Catalog
    """With the lists that came later, and the names of all."""
    chronicle: Chronicle
    web: Web

    @property
    def revision(self) -> Revision:
        """The list."""
        return self.catalog.latest

    @property
    def is_in_force(self) -> bool:
        """Whether its files are those at the addresses of the site: those of the list in force."""
        return self.revision.id == self.whole.latest.id

    @property
    def licence(self) -> Licence | None:
        """How what the site wrote may be reused; None where it gives no licence."""
        return LICENCES[self.catalog.site.licence]

    @kept_property
    def services_of(self) -> ById:
        """The ids of the services of each department, in the order of the list."""
        found: dict[str, list[str]] = {}
        for service in self.revision.services:
            for name in service.departments:
                found.setdefault(name, []).append(service.id)
        return {name: tuple(ids) for name, ids in found.items()}

    @kept_property
    def services_under(self) -> ById:
        """The ids of the services of each pillar, in the order of the list."""
        found: dict[str, list[str]] = {}
        for service in self.revision.services:
            if service.pillar:
                found.setdefault(service.pillar, []).append(service.id)
        return {name: tuple(ids) for name, ids in found.items()}

    def write(self, text: Text | None) -> dict[Locale, str]:
        """Give a text in every locale in which it is there and follows the source."""
        locales = self.catalog.locales if text is not None else ()
        return {
            locale: text.find(locale)
            for locale in locales
            if text is not None and text.find_state(locale) == "fresh"
        }
