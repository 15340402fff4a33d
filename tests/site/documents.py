"""Reads built pages as a browser would: elements, texts, links and the errors of their HTML."""

from __future__ import annotations

import pickle
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import html5lib
from filelock import FileLock

from bench.links import NAMES, Linked, find_dead_links

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

LEADS_ON = '<meta http-equiv="refresh"'


@dataclass(frozen=True)
class Document:
    """One page of a built site."""

    address: str
    """From the root of the site: empty for the home page."""
    html: str
    root: Element
    errors: tuple[str, ...]
    """What a strict parser would stop at, each with its place."""
    parents: dict[Element, Element] = field(repr=False)

    @property
    def path(self) -> str:
        """The address without its locale."""
        return self.address.removeprefix("en/")

    @property
    def locale(self) -> str:
        """The locale of the address."""
        return "en" if self.address.startswith("en/") else "zh"

    @cached_property
    def ids(self) -> list[str]:
        """Every id, in the order of the page."""
        return [value for element in self.find() if (value := element.get("id"))]

    def find(self, name: str = "", /, **attributes: str | None) -> Iterator[Element]:
        """Yield the elements of a name with some attributes; None for any value."""
        yield from find(self.root, name, **attributes)

    def one(self, name: str = "", /, **attributes: str | None) -> Element:
        """The only such element."""
        found = list(self.find(name, **attributes))
        assert len(found) == 1, f"/{self.address}: {len(found)} of {name} {attributes}"
        return found[0]

    @property
    def header(self) -> Element:
        """The header of the page, which stands in its body itself."""
        return next(child for child in self.one("body") if child.tag == "header")

    def above(self, element: Element) -> Iterator[Element]:
        """Yield an element and those around it, the nearest first."""
        here: Element | None = element
        while here is not None:
            yield here
            here = self.parents.get(here)

    def language_of(self, element: Element) -> str:
        """The language that an element is in."""
        return next(lang for e in self.above(element) if (lang := e.get("lang")))

    def list_addresses(self) -> Iterator[tuple[Element, str]]:
        """Yield every address that the page names, with the element that names it."""
        for element in self.find():
            for name in NAMES:
                if (value := element.get(name)) is not None:
                    yield element, value


def find(root: Element, name: str = "", /, **attributes: str | None) -> Iterator[Element]:
    """Yield the elements below `root`; an attribute `data_official` is `data-official`."""
    wanted = {key.strip("_").replace("_", "-"): value for key, value in attributes.items()}
    for element in root.iter():
        if not is_element(element) or (name and element.tag != name):
            continue
        if all(
            element.get(key) == value if value is not None else key in element.attrib
            for key, value in wanted.items()
        ):
            yield element


def is_element(node: Element) -> bool:
    """Whether a node of the tree is an element, and not a comment."""
    return isinstance(node.tag, str)


def tell(element: Element) -> str:
    """The text of an element as it stands, without that of its scripts."""
    parts = [element.text or ""] if element.tag != "script" else []
    for child in element:
        if is_element(child):
            parts.append(tell(child))
        parts.append(child.tail or "")
    return "".join(parts)


def squeeze(text: str) -> str:
    """A text with every run of white space as one space, as it is shown."""
    return re.sub(r"\s+", " ", text).strip()


def show(element: Element) -> str:
    """The text of an element as it is shown."""
    return squeeze(tell(element))


def parse(address: str, html: str) -> Document:
    """Read one page; what its templates hold is no part of it until a script copies it."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    root = parser.parse(html)
    errors = tuple(
        f"/{address}:{line}:{column}: {code} {values}"
        for (line, column), code, values in parser.errors
    )
    for template in list(root.iter("template")):
        template[:] = []
    parents = {child: parent for parent in root.iter() for child in parent}
    return Document(address, html, root, errors, parents)


def read_pages(site: Path) -> dict[str, Document]:
    """Every page of a built site by its address, but for those that lead on, and frames."""
    pages = {}
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        html = file.read_text(encoding="utf-8")
        if LEADS_ON not in html and not address.removeprefix("en/").startswith("embed/"):
            pages[address] = parse(address, html)
    return pages


def read_pages_once(site: Path) -> dict[str, Document]:
    """Every page of a site that no test changes, parsed by whichever process comes first.

    Beside the site a file is kept of them, which is read in a quarter of the time.
    """
    kept = site.with_name(f"{site.name}.pages")
    with FileLock(f"{kept}.lock"):
        if not kept.is_file():
            unfinished = kept.with_name(f"{kept.name}.unfinished")
            unfinished.write_bytes(pickle.dumps(read_pages(site)))
            unfinished.rename(kept)
    pages: dict[str, Document] = pickle.loads(kept.read_bytes())  # noqa: S301  # written above
    return pages


def find_broken_links(pages: dict[str, Document], site: Path, site_url: str) -> list[str]:
    """Every address of the site's own that leads nowhere when it lies at `site_url`."""
    linked = {
        address: Linked(set(page.ids), [address for _, address in page.list_addresses()])
        for address, page in pages.items()
    }
    return list(find_dead_links(linked, site, site_url))
