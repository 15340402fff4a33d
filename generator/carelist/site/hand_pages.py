"""The pages that MkDocs writes while a site is made, and what was read of the list for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.reads import Note, noting
from carelist.catalog.watching import watching
from carelist.site import addresses
from carelist.site.making import INDEX, Product, find_digest
from carelist.site.prose import fill_prose
from carelist.site.subjects import Prose
from carelist.site.twins import NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from carelist.catalog.watching import Cells
    from carelist.site.making import Made
    from carelist.site.site import Site
    from carelist.speech.locales import Locale


class Text(NamedTuple):
    """A page that is written by hand: as it was read, filled in and converted."""

    path: str
    """Without the locale."""
    tag: str
    """Of the locale."""
    source: str
    """In Markdown."""
    filled: str
    """With what the list says of itself."""
    title: str
    description: str
    html: str

    @property
    def prose(self) -> Prose:
        """What its page is about."""
        return Prose(self.path, self.title, self.description, self.html)

    def find_locale(self, site: Site) -> Locale:
        """Give the locale of the page."""
        return site.catalog.locales[self.tag]

    def fill(self, site: Site) -> Text:
        """Fill in what a list says of itself."""
        desk = site.desk(self.path, self.find_locale(site))
        return self._replace(filled=fill_prose(self.source, desk, is_measured=site.is_measured))


class HandPages:
    """What MkDocs is given to write: pages with texts by hand, and that for unknown addresses."""

    def __init__(self, cells: Cells | None) -> None:
        """Begin with none; `cells` are the records of the list, where it is noted what is read."""
        self._cells = cells
        self._reads: dict[str, bytes] = {}
        self._digests: dict[str, str] = {}
        self.texts: list[Text] = []
        self.are_as_made = True
        """Whether what MkDocs wrote is what it was given; a project's template may add to it."""

    def note(self, address: str, make: Callable[[], str]) -> str:
        """Make a page, and note what is read for it."""
        if not self._cells:
            return make()
        with watching(), noting() as note:
            html = make()
        self._reads[address] = self._cells.trace(note)
        self._digests[address] = find_digest(html.encode())
        return html

    def list_addresses(self, site: Site) -> list[str]:
        """List the addresses of the pages with texts."""
        return [addresses.localize(one.path, one.find_locale(site)) for one in self.texts]

    def add_reads(self, address: str, products: Iterable[Product]) -> None:
        """Note that a page tells of what was made as other products."""
        if self._cells:
            others = {self._reads[address], *(one.reads for one in products)}
            self._reads[address] = self._cells.trace(Note(), others)

    def list_products(self, made: Mapping[str, Made], folder: Path) -> Iterator[Product]:
        """Yield what became of each page, once it is written and weighed."""
        for address, reads in self._reads.items():
            if address == addresses.NOT_FOUND:
                files, pages = [address], []
                digest = find_digest((folder / address).read_bytes())
            else:
                one = made[address]
                digest, pages = one.digest, [one]
                twin = [f"{address}{NAME}"] if one.title else []
                files = [f"{address}{INDEX}", *twin]
            self.are_as_made &= digest == self._digests[address]
            yield Product(address, tuple(files), tuple(pages), reads=reads)
