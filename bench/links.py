"""Every link of a built site that leads into it, held against its pages, ids and files."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

NAMES = ("href", "src", "cite", "action", "poster")
"""Attributes that hold an address."""
NOT_FOUND = "404.html"
NOWHERE = "en/services/nothing/at/all"
"""Where the page for unknown addresses is answered."""
WHICH_PAGE = "page="
"""What stands behind the hash of a link to the page for mistakes: which page it is about."""
PRIVATE = "&private"
"""What may stand behind that: that the page is not to be named unasked."""
WHICH_TYPE = "type="
"""What stands behind the hash of a link to the search: services of which type it is to show."""


class Linked(NamedTuple):
    """What of a page links lead to, and what its own links say."""

    ids: Collection[str]
    addresses: Collection[str]


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


def read_links(site: Path) -> dict[str, Linked]:
    """Read every page of a built site, by its address."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): _read(path)
        for path in sorted(site.rglob("*.html"))
    }


def find_dead_links(pages: Mapping[str, Linked], site: Path, url: str) -> Iterator[str]:
    """Yield each link that leads nowhere, behind the page that has it.

    Args:
        pages: The pages of the site, by their addresses.
        site: The folder of the site, for files that are no pages.
        url: The address that it was built for.
    """
    for page, linked in pages.items():
        here = NOWHERE if page == NOT_FOUND else page
        for address in linked.addresses:
            target = urljoin(url + here, address)
            if urlsplit(target)[:2] != urlsplit(url)[:2]:
                continue
            if address.startswith("#"):
                answers = unquote(address[1:]) in linked.ids
            else:
                answers = _answers(target, pages, site, url)
            if not answers:
                yield f"/{page}: {address}"


def _answers(target: str, pages: Mapping[str, Linked], site: Path, url: str) -> bool:
    address, _, fragment = target.partition("#")
    if not address.startswith(url):
        return False
    address = unquote(address.removeprefix(url))
    if fragment.startswith(WHICH_PAGE):
        return address in pages and fragment.removeprefix(WHICH_PAGE).removesuffix(PRIVATE) in pages
    if address.endswith("/") or not address:
        if fragment.startswith(WHICH_TYPE):
            return address in pages
        return address in pages and (not fragment or unquote(fragment) in pages[address].ids)
    return not fragment and (site / address).is_file()


def _read(path: Path) -> Linked:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return Linked(reader.ids, sorted(reader.addresses))
