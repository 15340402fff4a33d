"""The search of a list that is too long for one page, in a real browser."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

import pytest
from carelist.catalog.loading import load_catalog
from carelist.search.documents import make_library
from carelist.search.engine import LONG, Engine
from carelist.site.views.long_lists import CARDS, LINES
from playwright.sync_api import expect

from bench.building import build
from bench.city import REVISION
from bench.synthetic import write_project
from tests.browser.server import serve_folder
from tests.site.building import ROOT
from tests.site.documents import parse
from tests.speaking import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.driving import Witness

expect.set_options(timeout=20_000)
SHOWN = "[data-results] [data-service]"
LIST = "(all) => all.map((one) => one.dataset.service)"
LINKS = "(all) => all.map(({ href }) => href)"
AT_ONCE = 10
HEADS = 2
"""Lines of the copy that are the head of its table."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built list of one service more than a page holds."""
    folder = tmp_path_factory.mktemp("long") / "list"
    write_project(folder, LONG + 1, ROOT)
    build(folder, folder / "site")
    return folder


@pytest.fixture(scope="module")
def long_root(project: Path) -> Iterator[str]:
    """The address of its site."""
    with serve_folder(project / "site") as url:
        yield url


@pytest.fixture(scope="module")
def engines(project: Path) -> dict[str, Engine]:
    """Python's search of it, by locale."""
    catalog = load_catalog(project / "catalog")
    return {locale.tag: Engine(make_library(catalog, locale)) for locale in LOCALES}


@pytest.mark.parametrize(
    ("locale", "query"),
    [
        ("zh", "残疾儿童"),
        ("zh", "yuedu"),
        ("zh", "图书馆"),
        ("zh", "残"),
        ("zh", "第三百九十项"),
        ("en", "item 12"),
        ("en", "reading lesson"),
    ],
)
def test_the_browser_gives_what_python_gives(  # noqa: PLR0913, PLR0917  # fixtures
    page: Page,
    witness: Witness,
    engines: dict[str, Engine],
    long_root: str,
    locale: str,
    query: str,
) -> None:
    """The first services, in the same order, from a few files."""
    hits = engines[locale].search(query)
    page.goto(f"{long_root}{'' if locale == 'zh' else 'en/'}search/#q={quote(query)}")
    expect(page.locator("[data-status]").first).to_contain_text(query)
    expect(page.locator(SHOWN)).to_have_count(min(len(hits), AT_ONCE))
    shown = page.locator(SHOWN).evaluate_all(LIST)
    assert shown == [hit.id for hit in hits][:AT_ONCE]
    assert hits
    assert len([one for one in witness.requests if f"/search/{locale}/" in one]) < 60
    assert witness.failures == []


def test_filters_and_more(page: Page, project: Path, long_root: str) -> None:
    """What filters ask for is fetched when they are set; more cards when they are wanted."""
    page.goto(f"{long_root}search/")
    assert page.locator("[data-service]").count() == 0
    assert page.locator("[data-catalog] a").count() == 6
    page.goto(f"{long_root}search/#pillar=health")
    expect(page.locator(SHOWN)).to_have_count(AT_ONCE)
    facts = json.loads((project / "site/search/zh/facts-pillar.json").read_text("utf-8"))
    count = len(facts["health"].split(","))
    expect(page.locator("[data-status]").first).to_contain_text(str(count))
    page.locator("[data-more]").click()
    expect(page.locator(SHOWN)).to_have_count(2 * AT_ONCE)
    assert set(
        page.locator(SHOWN).evaluate_all("(all) => all.map((one) => one.dataset.pillar)")
    ) == {"health"}
    page.locator("[data-clear]").click()
    expect(page.locator("[data-catalog] a").first).to_be_visible()


def test_words_that_the_list_does_not_have_are_answered(
    page: Page, witness: Witness, long_root: str
) -> None:
    """Nothing is found, and nothing fails."""
    for query in ("魑魅魍魉", "xylophone", "鬯", "qqqq"):
        page.goto(f"{long_root}search/#q={quote(query)}")
        expect(page.locator("[data-status]").first).to_contain_text(query)
    assert witness.failures == []


def test_all_services_come_as_one_reads(page: Page, witness: Witness, long_root: str) -> None:
    """Part by part below each other, each service once and in its order, each under its heading."""
    page.goto(f"{long_root}services/")
    cards = page.locator("main .card")
    expect(cards).to_have_count(CARDS)
    for shown in range(CARDS, LONG + 1, CARDS):
        page.locator("[data-parts]").scroll_into_view_if_needed()
        expect(cards).to_have_count(min(shown + CARDS, LONG + 1))
    headings = page.locator("main h2[id]").evaluate_all("(all) => all.map(({ id }) => id)")
    assert len({*headings}) == len(headings) == page.locator(".contents a").count()
    names = cards.evaluate_all(LIST)
    assert (len(names), len({*names})) == (LONG + 1, LONG + 1)
    expect(page.locator("[rel=next]")).to_have_count(0)
    assert all(link.startswith(long_root) for link in cards.locator("a").evaluate_all(LINKS))
    assert witness.failures == []


def test_a_heading_of_another_part_is_arrived_at(page: Page, long_root: str) -> None:
    """As links led to it when one page held all."""
    page.goto(f"{long_root}services/")
    last = page.locator(".contents a").last.get_attribute("href") or ""
    fragment = last.partition("#")[2]
    page.goto(f"{long_root}en/services/#{fragment}")
    expect(page.locator(f"#{fragment}")).to_be_in_viewport()
    assert "/services/all/" in page.url


@pytest.mark.parametrize("locale", ["", "en/"])
@pytest.mark.parametrize(
    ("first", "held", "size"),
    [
        ("services/", "data_service", CARDS),
        ("audiences/", "data_service", CARDS),
        ("notice/", "id", LINES),
        (f"revisions/{REVISION}/", "id", CARDS),
    ],
)
def test_parts_of_a_long_list_are_light_and_whole(
    project: Path, locale: str, first: str, held: str, size: int
) -> None:
    """Without scripts too: from the first to the last by links, and back; 24 KB each at most."""
    address, found = f"{locale}{first}", list[str | None]()
    way: list[str] = []
    while address:
        file = project / "site" / address / "index.html"
        assert len(gzip.compress(file.read_bytes(), 9, mtime=0)) <= 24 * 1024
        document = parse(address, file.read_text("utf-8"))
        name = held.replace("_", "-")
        held_here = (one.get(name) for one in document.find("li", **{held: None}))
        is_archive = first.startswith("revisions/")  # whose readings stand there besides
        found += [one for one in held_here if not is_archive or "item-" in (one or "")]
        links = {link.get("rel"): link.get("href") or "" for link in document.find("a", rel=None)}
        if way:
            assert urljoin(f"/{address}", links["prev"]) == f"/{way[-1]}"
        way.append(address)
        address = urljoin(f"/{address}", links["next"])[1:] if "next" in links else ""
    assert len(way) == -(-len(found) // size)
    count = LONG + 1 + (HEADS if first == "notice/" else 0)
    assert (len(found), len({*found})) == (count, count)


def test_a_row_of_the_notice_is_linked_to_where_it_stands(project: Path) -> None:
    """From the page of its service, and from other parts of the notice."""
    site = project / "site"
    for service in load_catalog(project / "catalog").latest.services[:: LONG // 4]:
        page = f"services/{service.id}/"
        document = parse(page, (site / page / "index.html").read_text("utf-8"))
        hrefs = [link.get("href") or "" for link in document.find("a", href=None)]
        (row,) = {href for href in hrefs if href.endswith(f"#row-{service.number}")}
        place, _, fragment = urljoin(f"/{page}", row)[1:].partition("#")
        text = (site / place / "index.html").read_text("utf-8")
        assert parse(place, text).one(id=fragment).get("class") == "as-read"


@pytest.mark.parametrize(
    ("first", "held"), [("notice/", ".parallel > li"), (f"revisions/{REVISION}/", "[id^=item-]")]
)
def test_rows_come_as_one_reads(
    page: Page, witness: Witness, long_root: str, first: str, held: str
) -> None:
    """The next part below the first, under the headings that are there."""
    page.goto(f"{long_root}{first}")
    rows = page.locator(held)
    before = rows.count()
    page.locator("[data-parts]").scroll_into_view_if_needed()
    expect(rows.nth(before)).to_be_attached()
    ids = page.locator("main [id]").evaluate_all("(all) => all.map(({ id }) => id)")
    assert len({*ids}) == len(ids)
    assert witness.failures == []
