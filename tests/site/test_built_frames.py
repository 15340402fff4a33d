"""Head, languages, headings and footer of every built page."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from carelist.site import addresses

from bench.links import NOT_FOUND
from tests.site.building import SITE_URL
from tests.site.documents import show, squeeze, tell
from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog

    from tests.site.documents import Document

LOCALES = ("", "en/")
LANGUAGES = {"zh": "zh-Hans", "en": "en"}


def find_meta(page: Document, **attributes: str) -> str:
    """The content of one meta element."""
    return page.one("meta", **attributes).get("content") or ""


def test_every_page_is_in_the_language_of_its_address(pages: dict[str, Document]) -> None:
    """`html[lang]` is the locale of the address."""
    languages = {address: page.one("html").get("lang") for address, page in pages.items()}
    assert languages == {address: LANGUAGES[page.locale] for address, page in pages.items()}


def test_every_page_names_its_own_address(pages: dict[str, Document]) -> None:
    """That for sharing is its own; the canonical one, too, but an old item names that of today."""
    for address, page in pages.items():
        path = re.sub(r"revisions/2025/(?=services)", "", address)
        assert page.one("link", rel="canonical").get("href") == SITE_URL + path
        assert find_meta(page, property="og:url") == SITE_URL + address


def test_an_old_item_is_passed_on_by_its_own_short_address(
    catalog: Catalog, pages: dict[str, Document]
) -> None:
    """And printed with it: what has a year in its title is never the page of another list."""
    told = {
        address: share.get("data-url")
        for address, page in pages.items()
        for share in page.find("aside", data_module="share")
        if share.get("data-url")
    }
    assert told == {
        f"{prefix}revisions/2025/services/{service.id}/": (
            f"{SITE_URL}{prefix}revisions/2025/{service.number}/"
        )
        for prefix in LOCALES
        for service in catalog.latest.services
    }
    for address, page in pages.items():
        footer = page.one("footer", class_="bottom")
        printed = [show(line) for line in footer.iter("p") if line.get("class") == "print-only"]
        assert printed == [told.get(address, SITE_URL + address)]


def test_alternates_are_reciprocal(pages: dict[str, Document]) -> None:
    """Each page names itself, its translation and the default; what A says of B, B says of A."""
    said = {
        address: {
            link.get("hreflang") or "": link.get("href") or ""
            for link in page.find("link", rel="alternate", hreflang=None)
        }
        for address, page in pages.items()
    }
    for address, alternates in said.items():
        path = pages[address].path
        assert alternates == {
            "zh-Hans": SITE_URL + path,
            "en": f"{SITE_URL}en/{path}",
            "x-default": SITE_URL + path,
        }
        for target in alternates.values():
            assert said[target.removeprefix(SITE_URL)] == alternates


def test_the_switch_of_language_stays_on_the_page(pages: dict[str, Document]) -> None:
    """One link in the header leads to the same page in the other language, and says so in it."""
    for address, page in pages.items():
        other = "en" if page.locale == "zh" else "zh-Hans"
        (link,) = (a for a in page.header.iter("a") if a.get("hreflang"))
        assert (link.get("hreflang"), link.get("lang")) == (other, other)
        target = urljoin(SITE_URL + address, link.get("href"))
        assert target == SITE_URL + (f"en/{page.path}" if other == "en" else page.path)


def test_titles_and_descriptions_tell_pages_apart(pages: dict[str, Document]) -> None:
    """Each has both; no two pages of a locale share a title or a description."""
    for locale in LANGUAGES:
        here = [page for page in pages.values() if page.locale == locale]
        titles = Counter(show(page.one("title")) for page in here)
        descriptions = Counter(find_meta(page, name="description") for page in here)
        assert [title for title, count in titles.items() if count > 1 or not title] == []
        assert [text for text, count in descriptions.items() if count > 1 or not text] == []


def test_what_is_shared_is_what_the_page_says_of_itself(pages: dict[str, Document]) -> None:
    """The Open Graph basics repeat title, description and locale."""
    for page in pages.values():
        assert find_meta(page, property="og:type") == "website"
        assert find_meta(page, property="og:title") == squeeze(tell(page.one("title")))
        assert find_meta(page, property="og:description") == find_meta(page, name="description")
        assert find_meta(page, property="og:locale") == {"zh": "zh_CN", "en": "en_GB"}[page.locale]


def test_one_heading_leads_and_no_level_is_jumped(documents: dict[str, Document]) -> None:
    """Each page has one h1, first, and no heading is more than one level below that before it."""
    for address, page in documents.items():
        levels = [int(e.tag[1]) for e in page.find() if re.fullmatch("h[1-6]", e.tag)]
        if address == NOT_FOUND:  # two languages, of which one is shown
            assert levels == [1, 1]
            continue
        assert levels[0] == 1, address
        assert levels.count(1) == 1, address
        jumps = [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1]
        assert jumps == [], address


def test_headings_say_something(documents: dict[str, Document]) -> None:
    """No heading is empty."""
    for page in documents.values():
        assert all(show(e) for e in page.find() if re.fullmatch("h[1-6]", e.tag)), page.address


def test_every_page_takes_a_report_of_a_mistake(pages: dict[str, Document]) -> None:
    """In its own language, on a page of this site; none leads to a public form at once."""
    for address, page in pages.items():
        locale = EN if page.locale == EN.tag else ZH
        target = f"/{addresses.localize(addresses.REPORT, locale)}#page={address}"
        told = [
            show(link)
            for link in page.find("a")
            if urljoin(f"/{page.address}", link.get("href")).removesuffix("&private") == target
        ]
        assert told[-1:] == [locale.words("site").report], address
        public = [a for a in page.find("a") if "issues/new" in (a.get("href") or "")]
        assert len(public) == address.endswith("report/"), address


def test_every_english_page_says_that_the_chinese_prevails(pages: dict[str, Document]) -> None:
    """It stands at the foot of each English page, outside its content."""
    sentence = EN.words("site").chinese_prevails
    for page in pages.values():
        feet = [show(foot) for foot in page.find("footer") if sentence in show(foot)]
        assert len(feet) == (page.locale == "en"), page.address


def test_every_link_and_landmark_has_a_name(documents: dict[str, Document]) -> None:
    """No link is without words, and navigations of one page are told apart."""
    for page in documents.values():
        nameless = [
            a.get("href") for a in page.find("a") if not show(a) and not a.get("aria-label")
        ]
        assert nameless == [], page.address
        headings = {e.get("id"): show(e) for e in page.find(id=None)}
        names = [
            nav.get("aria-label") or headings[nav.get("aria-labelledby")]
            for nav in page.find("nav")
        ]
        assert len(set(names)) == len(names), page.address


def test_labels_point_to_elements_of_the_page(documents: dict[str, Document]) -> None:
    """What `aria-labelledby` and its like name is there."""
    for page in documents.values():
        for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
            for element in page.find():
                for target in (element.get(name) or "").split():
                    assert target in page.ids, f"/{page.address}: {name}={target}"


def test_the_page_for_unknown_addresses_is_not_indexed(documents: dict[str, Document]) -> None:
    """It speaks both languages, names no address as its own and links from the root."""
    page = documents[NOT_FOUND]
    assert find_meta(page, name="robots") == "noindex"
    assert list(page.find("link", rel="canonical")) == []
    alternates = list(page.find("link", rel="alternate"))
    assert {link.get("type") for link in alternates} == {"application/atom+xml"}
    parts = list(page.find(data_prefix=None))
    both = [("", "zh-Hans"), ("en/", "en")]
    assert [(part.get("data-prefix"), part.get("lang")) for part in parts] == both * 4
    sections = list(page.find("section", data_prefix=None))
    first = [next(section.iter("a")).get("href") for section in sections]
    assert first == ["/services/", "/en/services/"]
