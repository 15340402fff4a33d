"""Every page names the feeds that fit it, where readers of feeds look for them."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest

from bench.links import NOT_FOUND
from tests.speaking import LOCALES

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.speech.locales import Locale

ATOM = "{http://www.w3.org/2005/Atom}"
LINK = re.compile(
    '<link rel="alternate" type="application/atom\\+xml" href="([^"]*)" title="([^"]*)">'
)
LEARNING = ["all", "pillars-learning", "departments-education"]


class Named(NamedTuple):
    """A feed that a page names, by its address from the root of the site."""

    path: str
    title: str


def list_feeds(site: Path, address: str) -> list[Named]:
    """The feeds that a page names, in their order, those of its head alone."""
    file = site / address / "index.html" if address.endswith("/") or not address else site / address
    head = file.read_text(encoding="utf-8").split("<body")[0]
    links = LINK.findall(head)
    return [Named(urljoin(f"/{address}", href)[1:], unescape(title)) for href, title in links]


def list_addresses(site: Path) -> list[str]:
    """Every page of a site, those in frames and those that lead on at once among them."""
    files = (file.relative_to(site).as_posix() for file in sorted(site.rglob("*.html")))
    return [file.removesuffix("index.html") for file in files]


def find_wrong(site: Path) -> list[str]:
    """Pages that do not name the feed of the whole list, or one by another title than it has."""
    titles = {
        file.relative_to(site).as_posix(): ET.parse(file).getroot().findtext(f"{ATOM}title")
        for file in (site / "data" / "feeds").iterdir()
    }
    wrong = []
    for address in list_addresses(site):
        feeds = list_feeds(site, address)
        locale = "en" if address.startswith("en/") else "zh"
        whole = f"data/feeds/all.{locale}.atom"
        if whole not in dict(feeds) or any(titles.get(path) != title for path, title in feeds):
            wrong.append(f"/{address}: {feeds}")
    return wrong


def test_every_page_names_the_feed_of_the_whole_list(built: Path) -> None:
    """Pages written by hand, of the archive, in frames, and those that lead on at once."""
    assert find_wrong(built) == []
    for address in ("about/", "en/check/rules/", "embed/search/", "2025/7/", "revisions/2025/7/"):
        assert len(list_feeds(built, address)) == 1


def test_every_page_of_a_city_with_three_lists_names_it_too(built_cloudbridge: Path) -> None:
    """Comparisons, and what stays of services that ended, among them."""
    assert find_wrong(built_cloudbridge) == []


def test_the_page_for_unknown_addresses_names_it_in_both_languages(built: Path) -> None:
    """As it speaks both."""
    assert list_feeds(built, NOT_FOUND) == [
        ("data/feeds/all.zh.atom", "关爱清单"),
        ("data/feeds/all.en.atom", "Carelist"),
    ]


@pytest.mark.parametrize(
    ("address", "feeds"),
    [
        ("pillars/health/", ["pillars-health", "all"]),
        ("departments/education/", ["departments-education", "all"]),
        ("services/school/", LEARNING),
        ("embed/services/school/", LEARNING),
        ("services/sport/", ["all", "pillars-play", "departments-sports"]),
        ("revisions/2031/services/sport/", ["all", "pillars-play", "departments-sports"]),
        ("changes/2031..2032/departments/education/", ["departments-education", "all"]),
        ("changes/2031..2032/", ["all"]),
        ("revisions/2031/", ["all"]),
    ],
)
@pytest.mark.parametrize("locale", LOCALES)
def test_a_page_names_what_it_is_about_first(
    built_cloudbridge: Path, address: str, feeds: list[str], locale: Locale
) -> None:
    """Of a service, the pillar and the departments it has, or had last, or in the year."""
    prefix = "" if locale.is_source else f"{locale.tag}/"
    named = list_feeds(built_cloudbridge, prefix + address)
    ending = f"{locale.tag}.atom"
    assert [path for path, _ in named] == [f"data/feeds/{feed}.{ending}" for feed in feeds]


@pytest.mark.parametrize(("locale", "home"), [("zh", ""), ("en", "en/")])
def test_a_correction_is_led_to_its_line(built_cloudbridge: Path, locale: str, home: str) -> None:
    """The fragment of the link stands on the page of the list, at what was corrected."""
    feed = ET.parse(built_cloudbridge / f"data/feeds/all.{locale}.atom").getroot()
    hrefs = [link.get("href") or "" for link in feed.iter(f"{ATOM}link")]
    (href,) = [href for href in hrefs if "#corrected" in href]
    page, fragment = href.split("#")
    assert page.endswith(f"/{home}revisions/2031/")
    html = (built_cloudbridge / home / "revisions" / "2031" / "index.html").read_text("utf-8")
    assert html.count(f"<li id={fragment}>") == 1
