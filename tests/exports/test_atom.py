"""Feeds are valid Atom (RFC 4287): ids that never change, major changes, corrections."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from carelist.eligibility.inspecting import load_list
from carelist.site.feeds import write_feeds
from carelist.site.following import link_feeds
from carelist.site.place import Place
from carelist.site.site import Site
from carelist.site.topics import Topic
from carelist.site.views.archive import make_revisions

from tests.conftest import CLOUDBRIDGE, ROOT
from tests.speaking import EN, LOCALES, ZH

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from carelist.speech.locales import Locale

ATOM = "{http://www.w3.org/2005/Atom}"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:\S+")
ONE_OF_EACH = ("id", "title", "updated")
MAY_STAND = {
    "feed": {"id", "title", "updated", "author", "link", "entry"},
    "entry": {"id", "title", "updated", "link", "summary"},
}


def write(folder: str, locale: Locale) -> dict[str, str]:
    """Every feed of a list by its address."""
    catalog = load_list(ROOT / "catalog" if folder == "changchun" else CLOUDBRIDGE)
    return write_all(catalog, locale)


def write_all(
    catalog: Catalog, locale: Locale, url: str = "https://list.example.org/"
) -> dict[str, str]:
    """Every feed of a catalog by its address."""
    return dict(write_feeds(Site.of(catalog, Place(url, "")), locale))


def list_ids(catalog: Catalog, url: str = "https://list.example.org/") -> set[str]:
    """The ids of every feed and entry in both locales."""
    feeds = [xml for locale in LOCALES for xml in write_all(catalog, locale, url).values()]
    return {element.text or "" for xml in feeds for element in ET.fromstring(xml).iter(f"{ATOM}id")}


@pytest.fixture(scope="module")
def cloudbridge_list() -> Catalog:
    """The list of the fictional city with three revisions."""
    return load_list(CLOUDBRIDGE)


def find_faults(xml: str) -> list[str]:
    """What a feed validator would say against a feed, by the rules of RFC 4287."""
    feed = ET.fromstring(xml)
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


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("city", "count"), [("changchun", 22), ("cloudbridge", 12)])
def test_every_feed_is_valid(city: str, count: int, locale: Locale) -> None:
    """The whole list, each pillar and each department."""
    feeds = write(city, locale)
    assert len(feeds) == count
    assert {name: faults for name, xml in feeds.items() if (faults := find_faults(xml))} == {}


def list_entries(xml: str) -> list[tuple[str, str]]:
    """The id and the title of each entry."""
    root = ET.fromstring(xml)
    found = root.findall(f"{ATOM}entry")
    return [(e.findtext(f"{ATOM}id") or "", e.findtext(f"{ATOM}title") or "") for e in found]


def test_a_feed_tells_major_changes_of_its_own_services() -> None:
    """The latest first; renumbered and reworded English is no news."""
    feed = write("cloudbridge", EN)["data/feeds/departments-construction.en.atom"]
    own = "tag:cloudbridge.example,2031-05-10:care/en"
    assert list_entries(feed) == [
        (f"{own}/published/2033", "The 2033 list is published"),
        (f"{own}/changed/2032..2033/rental", "“Help with renting” (2033, item 7)"),
        (f"{own}/published/2032", "The 2032 list is published"),
        (f"{own}/changed/2031..2032/rental", "“Help with renting” (2032, item 6)"),
        (f"{own}/published/2031", "The 2031 list is published"),
    ]


def test_a_correction_is_told_as_such_with_its_day_and_its_place() -> None:
    """In both languages; who follows the whole list hears of each."""
    url = "https://list.example.org/"
    told: dict[Locale, tuple[str, str, str]] = {
        ZH: ("本站改正了自己的 2031 年版清单页", "“课后服务”的英文改得更清楚。", url),
        EN: (
            "This site corrected its page of the 2031 list",
            "The English of the after-school care was made clearer.",
            f"{url}en/",
        ),
    }
    for locale, (title, what, home) in told.items():
        feed = ET.fromstring(write("cloudbridge", locale)[f"data/feeds/all.{locale}.atom"])
        name = f"tag:cloudbridge.example,2031-05-10:care/{locale}/corrected/2031/2031-06-01"
        (entry,) = [e for e in feed.iter(f"{ATOM}entry") if e.findtext(f"{ATOM}id") == name]
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.get("href") == f"{home}revisions/2031/#corrected-2031-06-01"
        assert entry.findtext(f"{ATOM}title") == title
        assert entry.findtext(f"{ATOM}summary") == what
        assert (entry.findtext(f"{ATOM}updated") or "")[:10] == "2031-06-01"


def log(catalog: Catalog, *days: str, **touched: object) -> Catalog:
    """The same catalog with corrections of its first list logged on some days."""
    first, *others = catalog.revisions
    assert first.published
    line = first.published.corrections[0]
    logged = (line.model_copy(update={"corrected_on": day, **touched}) for day in days)
    record = {"corrections": (*first.published.corrections, *logged)}
    published = first.published.model_copy(update=record)
    return replace(catalog, revisions=(replace(first, published=published), *others))


@pytest.mark.parametrize("field", ["concerns", "services"])
def test_a_correction_is_told_to_who_follows_what_it_touches(
    cloudbridge_list: Catalog, field: str
) -> None:
    """The pillar and the departments of the services that the log names, and no others."""
    first = cloudbridge_list.revisions[0]
    assert first.published
    service = first.by_id["sport"]
    whole = [entry for entry in first.published.services if entry.id == service.id]
    named = {"concerns": ("sport",), "services": tuple(whole)}
    corrected = log(cloudbridge_list, "2031-07-01", **{field: named[field]})
    name = "tag:cloudbridge.example,2031-05-10:care/zh/corrected/2031/2031-07-01"
    feeds = write_all(corrected, ZH)
    found = {path for path, xml in feeds.items() if name in dict(list_entries(xml))}
    near = (f"pillars-{service.pillar}", *(f"departments-{d}" for d in service.departments))
    assert found == {f"data/feeds/{own}.zh.atom" for own in ("all", *near)}


def test_ids_last_whatever_happens_to_the_site(cloudbridge_list: Catalog) -> None:
    """Another host, a publication before it is recorded, later corrections and later lists."""
    whole = list_ids(cloudbridge_list)
    moved = list_ids(cloudbridge_list, "http://127.0.0.1:8000/city/")
    unrecorded = [replace(r, published=None) for r in cloudbridge_list.revisions]
    before = list_ids(replace(cloudbridge_list, revisions=tuple(unrecorded)))
    corrected = log(cloudbridge_list, "2031-06-01", "2032-01-01")
    later, earlier = (
        list_ids(corrected),
        list_ids(replace(corrected, revisions=corrected.revisions[:2])),
    )
    tag = "tag:cloudbridge.example,2031-05-10:care"
    new = {
        f"{tag}/{locale}/corrected/2031/{day}"
        for locale in LOCALES
        for day in ("2031-06-01-2", "2032-01-01")
    }
    assert moved == whole
    assert before == {name for name in whole if "/corrected/" not in name}
    assert later == whole | new
    assert earlier == {name for name in later if "2033" not in name}


def test_no_id_names_two_things(cloudbridge_list: Catalog) -> None:
    """Not in two languages, not in two lists, not a feed and an entry; an entry is one in all."""
    other = load_list(ROOT / "catalog")
    names: Counter[str] = Counter()
    for catalog in (cloudbridge_list, other):
        for locale in LOCALES:
            feeds = write_all(catalog, locale)
            names.update({ET.fromstring(xml).findtext(f"{ATOM}id") or "" for xml in feeds.values()})
            names.update({name for xml in feeds.values() for name, _ in list_entries(xml)})
    assert [name for name, count in names.items() if count > 1] == []
    assert all(re.fullmatch(TAG, name) for name in names)


def test_a_site_without_a_tag_has_no_feeds(cloudbridge_list: Catalog) -> None:
    """Rather none than some whose ids would change with its first publication."""
    site = cloudbridge_list.site.model_copy(update={"tag": None})
    catalog = replace(cloudbridge_list, site=site)
    assert write_all(catalog, ZH) == {}
    desk = Site.of(catalog, Place("https://list.example.org/", "")).desk("", ZH)
    assert link_feeds(desk, Topic("list")) == ()
    assert make_revisions(desk).feeds == ()
