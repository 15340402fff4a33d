"""What makes the pages and files of a site, writes them, and keeps of them what is asked later.

Each is written as soon as it is made, and let go: a site is larger than what a process may hold.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.reads import Noted, noting, read_noted
from carelist.catalog.watching import watching
from carelist.site.outputs import list_data_parts, list_parts, list_slices
from carelist.site.page import Budget
from carelist.site.pages import list_noted, list_pages
from carelist.site.search_parts import list_search_parts
from carelist.site.tags import list_tags
from carelist.site.twins import NAME, find_title, write_twin
from carelist.site.writing import Folder

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence
    from pathlib import Path

    from carelist.catalog.traces import Traces
    from carelist.catalog.watching import Cells
    from carelist.exports.data_file import FileTold
    from carelist.search.sounds import Reader
    from carelist.site.outputs import Outputs
    from carelist.site.page import Page
    from carelist.site.rendering import Renderer
    from carelist.site.site import Site

INDEX = "index.html"
SLICE = 8
"""How many pages a process makes at a time."""
DIGEST = 12
"""Hexadecimal digits by which a worker in the browser knows whether a file has changed."""


class Made(NamedTuple):
    """What is known of a page that was written."""

    address: str
    digest: str
    size: int
    """Compressed bytes; 0 where nobody saves it."""
    title: str
    """Of its twin; empty where it has none."""
    needed: int = 0
    """Of a page that shares a style sheet: what its selectors need and the page has, as bits."""


class Product(NamedTuple):
    """What is made in one piece: a page with its twin, or files that are made together."""

    name: str = ""
    files: tuple[str, ...] = ()
    """Their addresses."""
    pages: tuple[Made, ...] = ()
    data: tuple[FileTold, ...] = ()
    """What is told of the files of open data."""
    reads: bytes = b""
    """The name of the trace of what it was made of; empty of a list that is not watched."""


class Done(NamedTuple):
    """What comes of a job."""

    products: tuple[Product, ...]
    traces: Traces
    """Those that this process has not given yet."""


class Work(NamedTuple):
    """What makes a product."""

    name: str
    make: Callable[[], Product]
    note: Noted
    """What was read to know that there is such a product."""
    about: object = None
    """What it is about, of that sort of which there are many; None of what is made by itself."""
    is_heavy: bool = False
    """Whether it takes much memory of a long list, as what all of it goes into at once."""


@dataclass(frozen=True)
class Maker:
    """Makes a site in a folder."""

    site: Site
    renderer: Renderer
    folder: Path
    unsaved: Container[str]
    """The addresses of pages that nobody saves for offline."""
    is_whole: bool
    """Whether pages have twins, and are weighed: not while editors look at them."""
    cells: Cells | None = None
    """The records of the list, where it is noted what is read of them."""
    _written: list[str] = field(default_factory=list)
    """The addresses of what was written since somebody asked."""

    def list_work(self, read: Reader) -> list[Work]:
        """List all that is to be made: open data, which others tell of, then what takes long.

        `read` says how Chinese sounds.
        """
        with noting() as note:
            whole, *single = list_data_parts(self.site)
            parts = (*single, *self.list_parts(read))
            slices = [*list_slices(self.site)]
        noted = Noted(note)
        return [
            Work("data", partial(self._make_data, whole), noted, is_heavy=True),
            *(
                Work(f"files {at}", partial(self._make_files, make), noted, is_heavy=True)
                for at, make in enumerate(parts)
            ),
            *(
                Work(f"slice {at}", partial(self._make_files, make), noted, f"slice {at}")
                for at, make in enumerate(slices)
            ),
            *(
                Work(page.address, partial(self._make_page, page), note, _find_about(page))
                for page, note in list_noted(self.site)
            ),
        ]

    def list_jobs(self, work: Sequence[Work]) -> tuple[list[Callable[[], Done]], int]:
        """Divide work into jobs: of what is small, a process makes several at a time.

        Pages about the same are made one after the other, in all locales: what is found for one is
        there for the next, and each process comes to a part of the list, and copies no other.

        Returns:
            The jobs, and how many of them, the first ones, take much memory of a long list.
        """
        heavy = [[one] for one in work if one.is_heavy]
        alone = [[one] for one in work if one.about is None and not one.is_heavy]
        about: dict[object, list[Work]] = {}
        for one in work:
            if one.about is not None:
                about.setdefault(one.about, []).append(one)
        small = [*chain.from_iterable(about.values())]
        slices = (small[first : first + SLICE] for first in range(0, len(small), SLICE))
        return [partial(self._do, some) for some in (*heavy, *alone, *slices)], len(heavy)

    def list_parts(self, read: Reader) -> tuple[Callable[[], Outputs], ...]:
        """List what makes the files that are neither pages nor open data."""
        searched = (page for page in list_pages(self.site) if page.kind.id == "search")
        env = self.renderer.env
        parts = (partial(list_search_parts, self.site, env, page) for page in searched)
        return (*list_parts(self.site, read), *parts)

    def record(
        self, address: str, content: bytes, page: Page | None = None, drawn: str = ""
    ) -> Made:
        """Keep what is asked later of a file that shows a page, and write the page's twin.

        Args:
            address: Of the page.
            content: The file.
            page: What it shows; None of one that leads on, or that somebody else wrote.
            drawn: The page before it was tightened, which is sooner turned into its twin; empty of
                one that nobody has.
        """
        if not self.is_whole:
            return Made(address, "", 0, "")
        title, html = "", content.decode()
        if page and page.has_twin(self.site):
            twin = write_twin(self.site, page, drawn or html)
            title = find_title(twin) or address
            self._write(f"{address}{NAME}", twin.encode())
        size = 0 if address in self.unsaved else len(gzip.compress(content, mtime=0))
        sheet = self.renderer.sheet if page and page.kind.standing.sheet else None
        needed = sheet.find_needed(list_tags(html)) if sheet else 0
        return Made(address, find_digest(content), size, title, needed)

    def _do(self, works: Sequence[Work]) -> Done:
        """Make some products, and note what was read for each."""
        if not self.cells:
            return Done(tuple(map(self._finish, works)), {})
        with watching():
            products = tuple(self._note(work, self.cells) for work in works)
        return Done(products, self.cells.take_traces())

    def _note(self, work: Work, cells: Cells) -> Product:
        with noting() as note:
            read_noted(work.note)
            product = self._finish(work)
        return product._replace(reads=cells.trace(note))

    def _finish(self, work: Work) -> Product:
        self._written.clear()
        return work.make()._replace(name=work.name, files=tuple(self._written))

    def _make_data(self, make: Callable[[], Outputs]) -> Product:
        self._make_files(make)
        return Product(data=self.site.open_data.told)

    def _make_page(self, page: Page) -> Product:
        drawn = self.renderer.draw_page(page)
        content = self.renderer.tighten(drawn, page.kind.standing.sheet).encode()
        self._write(f"{page.address}{INDEX}", content)
        return Product(pages=(self.record(page.address, content, page, drawn),))

    def _make_files(self, make: Callable[[], Outputs]) -> Product:
        made: list[Made] = []
        for address, content in make():
            written = content.encode() if isinstance(content, str) else content
            self._write(address, written)
            folder, _, name = address.rpartition("/")
            if name == INDEX:
                made.append(self.record(f"{folder}/", written))
        return Product(pages=tuple(made))

    def _write(self, address: str, content: bytes) -> None:
        self._written.append(address)
        self._into.write(address, content)

    @cached_property
    def _into(self) -> Folder:
        return Folder(self.folder)


def _find_about(page: Page) -> object:
    """Give what a page is about, where its kind has many, and none shows a whole list."""
    if page.kind.standing.budget is not Budget.PAGE:
        return None
    topic = page.topic
    return (topic.kind, topic.id) if topic else page.path


def find_digest(content: bytes) -> str:
    """Give the digest by which a worker in the browser knows a file."""
    return hashlib.sha256(content).hexdigest()[:DIGEST]
