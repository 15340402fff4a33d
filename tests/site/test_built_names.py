"""Links of a page that lead to different places have different names for who hears them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from tests.site.building import SITE_URL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from tests.site.documents import Document


def list_texts(element: Element) -> Iterator[str]:
    """What is said of an element, part by part."""
    if element.get("aria-hidden") != "true" and element.tag != "svg":
        yield element.get("alt") or element.text or ""
        for child in element:
            yield from list_texts(child)
            yield child.tail or ""


def name_link(page: Document, link: Element) -> str:
    """Its accessible name; one in a folded part is reached through the line that unfolds it."""
    name = link.get("aria-label") or "".join(list_texts(link))
    parts = [above for above in page.above(link) if above.tag == "details"]
    unfolding = ["".join(list_texts(part[0])) for part in parts]
    return " ".join(" ".join([*unfolding, name]).split())


def find_doubtful(page: Document) -> dict[str, set[str]]:
    """The names that several links of a page have, and where those lead."""
    places: dict[str, set[str]] = {}
    for link in page.find("a", href=None):
        above = list(page.above(link))
        if not any(one.tag == "template" or "hidden" in one.attrib for one in above):
            href = urljoin(SITE_URL + page.address, link.get("href"))
            places.setdefault(name_link(page, link), set()).add(href)
    return {name: hrefs for name, hrefs in places.items() if len(hrefs) > 1 or not name}


def test_links_of_one_name_lead_to_one_place(documents: dict[str, Document]) -> None:
    """On every page, and none is without a name."""
    doubtful = {
        address: found for address, page in documents.items() if (found := find_doubtful(page))
    }
    assert doubtful == {}


def test_shelves_of_neighbours_are_told_apart(documents: dict[str, Document]) -> None:
    """By what they share: a service of two departments has a shelf of each."""
    twins = []
    for address, page in documents.items():
        for nav in page.find("nav", _class="neighbours"):
            headings = ["".join(list_texts(heading)) for heading in nav.iter("h3")]
            twins += [(address, h) for h in headings if headings.count(h) > 1]
    assert twins == []
    page = documents["en/services/psychiatric-rehabilitation/"]
    shelves = [
        "".join(list_texts(h))
        for nav in page.find("nav", _class="neighbours")
        for h in nav.iter("h3")
    ]
    assert shelves == [
        "Same pillar: Medical care",
        "Same department: Changchun Municipal Health Commission",
        "Same department: Changchun Civil Affairs Bureau",
    ]
