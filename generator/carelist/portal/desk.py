"""All that a page of a portal is made with: lists, lineage, locale, links from where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.portal import addresses
from carelist.site import addresses as site_addresses
from carelist.site.parts import Link
from carelist.site.speaking import Said, say
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carelist.catalog.texts import Text
    from carelist.portal.lineage import Lineage
    from carelist.portal.portal import Portal
    from carelist.portal.published import PublishedList, PublishedService, Target
    from carelist.portal.published import Words as Published
    from carelist.portal.records import Place
    from carelist.speech.locales import Locale
    from carelist.speech.words import Words


@dataclass(frozen=True)
class Atlas:
    """The portal with the lists of its places, by id, and what they declare of one another."""

    portal: Portal
    lists: Mapping[str, PublishedList]
    lineage: Lineage

    def find(self, target: Target) -> PublishedService:
        """Give a service that the lineage names."""
        found = self.lists[target.place].find(target.service)
        if found is None:
            message = f"{target.place} has no service {target.service}"
            raise KeyError(message)
        return found


@dataclass(frozen=True)
class Desk:
    """What the views of one page in one locale are made with."""

    atlas: Atlas
    locale: Locale
    path: str
    """Where the page stands, without the locale."""
    base: str = ""
    """What all links begin with, of a page that answers at any address."""

    @property
    def portal(self) -> Portal:
        """The portal."""
        return self.atlas.portal

    @property
    def words(self) -> Words:
        """The words of portals."""
        return self.locale.words("portal")

    @property
    def root(self) -> str:
        """What leads from the page to the root of the portal; `./` at the root itself."""
        return self.base or "../" * (self.locale.prefix + self.path).count("/") or "./"

    def page(self, path: str) -> str:
        """Give the link to a page of the portal in the locale."""
        return self.root + self.locale.prefix + path

    def file(self, path: str) -> str:
        """Give the link to a file of the portal."""
        return self.root + path

    def say(self, text: Text) -> Said:
        """Give a text of places.yml."""
        return say(text, self.locale)

    def quote(self, text: Published) -> Said:
        """Give a text of a list; where its translation is missing, the source, marked as such."""
        source, own = text[SOURCE.tag] or "", text.get(self.locale.tag)
        if own:
            return Said(own, "fresh", source, self.locale.language)
        return Said(source, "missing", source, SOURCE.language)

    def link_site(self, place: Place, path: str = "") -> str:
        """Give the link to a page of a place's own site, in the locale where that has it."""
        tags = self.atlas.lists[place.id].locales
        prefix = f"{self.locale.tag}/" if self.locale.tag in tags[1:] else ""
        return self.link_file(place, prefix + path)

    def link_file(self, place: Place, path: str) -> str:
        """Give the link to a file of a place's own site."""
        root = f"{place.url.rstrip('/')}/" if place.url else self.root + place.below
        return root + path

    def link_service(self, place: Place, service: str) -> str:
        """Give the link to a service, by id, on a place's own site."""
        return self.link_site(place, site_addresses.service(service))

    def link_place(self, place: Place) -> Link:
        """Give the link to what a place offers."""
        return Link(self.say(place.name), self.page(addresses.place(place.id)))
