"""A site that an editor looks at: a page is made when it is asked for, and an edit shows soon."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from carelist.site.making import INDEX
from carelist.site.outputs import list_data
from carelist.site.pages import list_pages

if TYPE_CHECKING:
    from carelist.search.sounds import Reader
    from carelist.site.making import Maker
    from carelist.site.page import Page


class OnDemand:
    """What a build makes of a list, each page and file once somebody asks for it."""

    def __init__(self, maker: Maker, read: Reader) -> None:
        """Make nothing yet; `read` says how Chinese sounds."""
        self._maker = maker
        self._pages = {f"{page.address}{INDEX}": page for page in list_pages(maker.site)}
        # Nobody who looks at pages asks for open data, which takes longest.
        self._waiting = [lambda: list_data(maker.site), *reversed(maker.list_parts(read))]
        self._made: dict[str, bytes] = {}
        self._lock = threading.Lock()

    def add(self, page: Page) -> None:
        """Add a page that is written by hand."""
        self._pages[f"{page.address}{INDEX}"] = page

    def find(self, address: str) -> bytes | None:
        """Give the file of an address; None where the list has none there."""
        with self._lock:
            if page := self._pages.get(address):
                return self._maker.renderer.make_page(page).encode()
            while address not in self._made and self._waiting:
                self._make_part()
            return self._made.get(address)

    def is_page(self, address: str) -> bool:
        """Whether a page of the list stands at an address of a file."""
        return address in self._pages

    def make_all(self) -> dict[str, bytes]:
        """Give every file that is no page, by its address."""
        with self._lock:
            while self._waiting:
                self._make_part()
            return dict(self._made)

    def _make_part(self) -> None:
        for address, content in self._waiting.pop()():
            self._made[address] = content.encode() if isinstance(content, str) else content
