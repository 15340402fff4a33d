"""Feeds are valid Atom (RFC 4287), with ids that never change and major changes alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from generator.eligibility.inspecting import load_list
from generator.site.feeds import write_feeds
from generator.site.frame import Place
from generator.site.pages import Site
from tests.conftest import CLOUDBRIDGE, ROOT

if TYPE_CHECKING:
    from generator.site.addresses import Locale

ATOM = "{http://www.w3.org/2005/Atom}"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:\S+")
ONE_OF_EACH = ("id", "title", "updated")
MAY_STAND = {
    "feed": {"id", "title", "updated", "author", "link", "entry"},
    "entry": {"id", "title", "updated", "link", "summary"},
}


def write(folder: str, locale: Locale, url: str = "https://list.example.org/") -> dict[str, str]:
    """Every feed of a list by its address."""
    catalog = load_list(ROOT / "catalog" if folder == "changchun" else CLOUDBRIDGE)
    return dict(write_feeds(Site.of(catalog, Place(url, "")), locale))


def find_faults(xml: str) -> list[str]:
    """What a feed validator would say against a feed, by the rules of RFC 4287."""
    feed = ET.fromstring(xml)  # noqa: S314  # made by this very program
    faults = [] if feed.tag == f"{ATOM}feed" else ["not a feed"]
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        kind = element.tag.removeprefix(ATOM)
        names = [child.tag.removeprefix(ATOM) for child in element]
        faults += [f"{kind}: {names.count(n)} of {n}" for n in ONE_OF_EACH if names.count(n) != 1]
        faults += [f"{kind}: strange {name}" for name in names if name not in MAY_STAND[kind]]
        texts = {child.tag.removeprefix(ATOM): child.text or "" for child in element}
        faults += [] if TIME.fullmatch(texts["updated"]) else [f"time {texts['updated']}"]
        faults += [] if TAG.fullmatch(texts["id"]) else [f"id {texts['id']}"]
        links = [(link.get("rel"), link.get("type")) for link in element.findall(f"{ATOM}link")]
        faults += [] if len(set(links)) == len(links) else ["links alike"]
        faults += [] if ("alternate", "text/html") in links else [f"{kind}: no link"]
        faults += [
            f"{kind}: relative"
            for a in element.findall(f"{ATOM}link")
            if ":" not in (a.get("href") or "")
        ]
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    faults += [] if len(set(ids)) == len(ids) else ["two entries of one id"]
    faults += [] if feed.find(f"{ATOM}author/{ATOM}name") is not None else ["no author"]
    times = [entry.findtext(f"{ATOM}updated") or "" for entry in feed.findall(f"{ATOM}entry")]
    faults += [] if len(set(times)) == len(times) else ["two entries of one time"]
    faults += [] if times == sorted(times, reverse=True) else ["not the latest first"]
    return faults + ([] if feed.find(f"{ATOM}link[@rel='self']") is not None else ["no self"])


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize(("city", "count"), [("changchun", 22), ("cloudbridge", 12)])
def test_every_feed_is_valid(city: str, count: int, locale: Locale) -> None:
    """The whole list, each pillar and each department."""
    feeds = write(city, locale)
    assert len(feeds) == count
    assert {name: faults for name, xml in feeds.items() if (faults := find_faults(xml))} == {}


def list_entries(xml: str) -> list[tuple[str, str]]:
    """The id and the title of each entry."""
    root = ET.fromstring(xml)  # noqa: S314  # made by this very program
    found = root.findall(f"{ATOM}entry")
    return [(e.findtext(f"{ATOM}id") or "", e.findtext(f"{ATOM}title") or "") for e in found]


def test_a_feed_tells_major_changes_of_its_own_services() -> None:
    """The latest first; renumbered and reworded English is no news."""
    feed = write("cloudbridge", "en")["data/feeds/departments-construction.en.atom"]
    day = "tag:list.example.org,2033-03-25:/"
    assert list_entries(feed) == [
        (f"{day}revisions/2033/", "The 2033 list is published"),
        (f"{day}changes/2032..2033/rental", "“Help with renting” (2033, item 7)"),
        ("tag:list.example.org,2032-04-15:/revisions/2032/", "The 2032 list is published"),
        (
            "tag:list.example.org,2032-04-15:/changes/2031..2032/rental",
            "“Help with renting” (2032, item 6)",
        ),
        ("tag:list.example.org,2031-05-10:/revisions/2031/", "The 2031 list is published"),
    ]


def test_entries_have_the_same_ids_in_both_locales_and_in_every_feed() -> None:
    """A reader that knows an entry never shows it as new."""
    feeds = {**write("cloudbridge", "zh"), **write("cloudbridge", "en")}
    ids = {name: {entry for entry, _ in list_entries(xml)} for name, xml in feeds.items()}
    assert ids["data/feeds/all.zh.atom"] == ids["data/feeds/all.en.atom"]
    for name, found in ids.items():
        assert found <= ids["data/feeds/all.zh.atom"], name
