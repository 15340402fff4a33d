"""The search of a list that is too long for one page, in a real browser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from carelist.catalog.loading import load_catalog
from carelist.search.documents import make_library
from carelist.search.engine import Engine
from carelist.search.postings import LONG
from playwright.sync_api import expect

from bench.building import build
from bench.synthetic import write_project
from tests.browser.server import serve_folder
from tests.site.building import ROOT
from tests.speaking import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.driving import Witness

expect.set_options(timeout=20_000)
SHOWN = "[data-results] [data-service]"
LIST = "(all) => all.map((one) => one.dataset.service)"
AT_ONCE = 10


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
