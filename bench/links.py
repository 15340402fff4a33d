"""Every link of a built site that leads into it, held against its pages, ids and files."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = frozenset({"href", "src", "cite", "action", "poster"})
"""Attributes that hold an address."""
NOWHERE = "en/services/nothing/at/all"
"""Where the page for unknown addresses is answered."""


class _Reader(HTMLParser):
    """Gathers the ids and the addresses of one page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: set[str] = set()
        self.addresses: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what an element says."""
        del tag
        for name, value in attrs:
            if name == "id":
                self.ids.add(value or "")
            elif name in NAMES:
                self.addresses.add(value or "")


def find_dead_links(site: Path, url: str) -> Iterator[str]:
    """Yield each link that leads nowhere, behind the page that has it.

    What stands behind the hash as `name=value` is for a script, and leads to no part of a page.

    Args:
        site: The folder of a site that was built without its kit.
        url: The address that it was built for.
    """
    read = {path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))}
    pages = {name.removesuffix("index.html"): reader for name, reader in read.items()}
    for page, reader in pages.items():
        here = NOWHERE if page == "404.html" else page
        for address in sorted(reader.addresses):
            target, _, fragment = urljoin(url + here, address).partition("#")
            if urlsplit(target)[:2] != urlsplit(url)[:2]:
                continue
            name = unquote(target.removeprefix(url))
            led = reader if address.startswith("#") else pages.get(name)
            if led is None:
                if not (site / name).is_file() and "kit/" not in name:
                    yield f"/{page}: {address}"
            elif fragment and "=" not in fragment and unquote(fragment) not in led.ids:
                yield f"/{page}: {address}"


def _read(path: Path) -> _Reader:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader
