"""A site: a catalog and where it is published; all that pages are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.reads import Keeping, Kept, kept_property
from carelist.exports.edition import Edition
from carelist.exports.files import OpenData
from carelist.revisions.history import Chronicle
from carelist.site import addresses
from carelist.site.addresses import Links
from carelist.site.desk import Desk
from carelist.site.exporting import make_web
from carelist.site.years import Year
from carelist.speech.locales import list_tags

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from carelist.site.index import Index
    from carelist.site.parts import Entry
    from carelist.site.place import Place
    from carelist.speech.locales import Locale
    from carelist.speech.words import Words


@dataclass(frozen=True)
class Site:
    """A catalog and where it is published: all that pages are made of."""

    catalog: Catalog
    place: Place
    years: Kept[str, Year]
    """By revision: what its pages are made of."""
    chronicle: Chronicle
    is_measured: bool = True
    """Whether the project has a page of measurements of its own."""

    @classmethod
    def of(cls, catalog: Catalog, place: Place, *, is_measured: bool = True) -> Site:
        """Sort the catalog once, for all pages."""
        lists = {revision.id: revision for revision in catalog.revisions}
        years = Kept[str, Year](lambda name: Year.of(catalog, lists[name]))
        return cls(catalog, place, years, Chronicle(catalog), is_measured)

    @property
    def now(self) -> Catalog:
        """The catalog with the pillars and departments that the latest revision has."""
        return self.years[self.catalog.latest.id].catalog

    @property
    def index(self) -> Index:
        """The services of the latest revision by what readers look for."""
        return self.years[self.catalog.latest.id].index

    @kept_property
    def open_data(self) -> OpenData:
        """The files of open data."""
        return self.turn_open_data(None)

    @kept_property
    def menus(self) -> Keeping[str, tuple[Entry, ...]]:
        """What each menu leads to in each year and locale: the same on all pages."""
        return Keeping()

    def turn_open_data(self, year: str | None) -> OpenData:
        """Give the files of open data of the list of a year; of that in force without one."""
        return OpenData(self._make_edition(year), self._make_edition)

    def _make_edition(self, year: str | None) -> Edition:
        """Turn what exports are made of back to the list of a year."""
        whole = self.catalog
        web = make_web(self.place, whole)
        then = self.years[year or whole.latest.id].catalog
        return Edition(then, whole, self.chronicle, web)

    def desk(
        self, path: str, locale: Locale, base: str | None = None, year: str | None = None
    ) -> Desk:
        """The desk at which the view of one page is made; of the latest year, or another.

        `locale` names the language; the desk speaks it of the list and of its people.
        """
        made = self.years[year or self.catalog.latest.id]
        locale = made.catalog.locales[locale.tag]
        links = Links(addresses.localize(path, locale), locale, base)
        words = locale.words("site")
        place, chronicle = self.place, self.chronicle
        return Desk(
            made.catalog,
            made.index,
            locale,
            links,
            words,
            self.catalog,
            chronicle,
            place,
            self.open_data,
        )

    def words(self, locale: Locale) -> Words:
        """The words of the interface in a locale."""
        return self.catalog.locales[locale.tag].words("site")

    def speaks(self, path: str) -> bool:
        """Whether a file below docs/ is no page of a language that the site does not speak."""
        folder = path.partition("/")[0]
        return folder in self.catalog.locales.by_tag or folder not in list_tags()
