"""A site that an editor looks at: a page is made when it is asked for, and an edit shows soon."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from carelist.exports.web import FOLDER
from carelist.publicity.phrases import Phrases
from carelist.site.by_hand import find_basis
from carelist.site.making import INDEX
from carelist.site.outputs import list_data_parts, list_slices
from carelist.site.pages import give_kind, list_pages

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelist.search.sounds import Reader
    from carelist.site.hand_pages import Text
    from carelist.site.making import Maker
    from carelist.site.outputs import Outputs
    from carelist.site.reading import ListRead
    from carelist.site.site import Site


class OnDemand:
    """What a build makes of a list, each page and file once somebody asks for it."""

    def __init__(self, maker: Maker, read: Reader) -> None:
        """Make nothing yet; `read` says how Chinese sounds."""
        self._maker, self._read = maker, read
        self._texts: list[Text] = []
        self._pages = {f"{page.address}{INDEX}": page for page in list_pages(maker.site)}
        self._waiting = [*reversed(maker.list_parts(read))]
        self._data = [*list_data_parts(maker.site), *list_slices(maker.site)]
        """Which nobody asks for who looks at pages, and which takes longest."""
        self._made: dict[str, bytes] = {}
        self._lock = threading.Lock()

    @cached_property
    def _basis(self) -> str:
        """What pages written by hand depend on of the list."""
        return find_basis(self._maker.site)

    def add(self, text: Text) -> None:
        """Add a page that is written by hand."""
        site = self._maker.site
        page = give_kind(site, text.prose, text.find_locale(site))
        self._pages[f"{page.address}{INDEX}"] = page
        self._texts.append(text)

    def turn(self, site: Site, told: ListRead, remarks: tuple[str, ...]) -> OnDemand | None:
        """Give what is made of another list; None where pages written by hand say something else.

        Args:
            site: Of the list.
            told: What was read of it.
            remarks: What every page bears, by the keys of words.
        """
        is_other = site is not self._maker.site and find_basis(site) != self._basis
        if is_other or any(text != text.fill(site) for text in self._texts):
            return None
        renderer = replace(
            self._maker.renderer,
            site=site,
            phrases=Phrases.of(site.catalog),
            problems=told.problems,
            remarks=remarks,
            left=told.left,
        )
        turned = OnDemand(replace(self._maker, site=site, renderer=renderer), self._read)
        turned._basis = self._basis  # its own kind, and the same
        for text in self._texts:
            turned.add(text)
        return turned

    def make_not_found(self) -> bytes:
        """Make the page for unknown addresses."""
        with self._lock:
            url = self._maker.site.place.site_url
            return self._maker.renderer.make_not_found(url).encode()

    def find(self, address: str) -> bytes | None:
        """Give the file of an address; None where the list has none there."""
        with self._lock:
            if page := self._pages.get(address):
                return self._maker.renderer.make_page(page).encode()
            is_data = f"/{FOLDER}" in f"/{address}"
            for waiting in (self._waiting, self._data if is_data else []):
                while address not in self._made and waiting:
                    self._make_part(waiting)
            return self._made.get(address)

    def is_page(self, address: str) -> bool:
        """Whether a page of the list stands at an address of a file."""
        return address in self._pages

    def make_all(self) -> dict[str, bytes]:
        """Give every file that is no page, by its address."""
        with self._lock:
            for waiting in (self._waiting, self._data):
                while waiting:
                    self._make_part(waiting)
            return dict(self._made)

    def _make_part(self, waiting: list[Callable[[], Outputs]]) -> None:
        for address, content in waiting.pop()():
            self._made[address] = content.encode() if isinstance(content, str) else content
