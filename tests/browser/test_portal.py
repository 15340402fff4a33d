"""A portal in a browser: axe, the search for a place, the search over all places, its bytes."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.server import serve_folder
from tests.browser.test_axe import COLOURS, SIZES, list_violations
from tests.portal.conftest import portal_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.driving import Witness

__all__ = ["portal_folder"]
MOST_OF_A_SEARCH = 30 * 1024


@pytest.fixture(scope="module")
def portal(portal_folder: Path) -> Iterator[str]:
    """The address of the portal's home page, which stands below a path of its server."""
    with serve_folder(portal_folder / "public", "/lakeside/") as url:
        yield url


@pytest.mark.parametrize(
    "address",
    [
        "",
        "en/",
        "places/clearwater/",
        "en/places/clearwater/",
        "services/",
        "en/services/lakeside/reading/",
        "search/#q=阅读",
        "en/data/",
        "nowhere/at/all/",
    ],
)
def test_axe_finds_nothing(page: Page, portal: str, address: str) -> None:
    """No violation of any of its rules, nor in the dark or large."""
    page.emulate_media(color_scheme="light")
    page.goto(portal + address)
    if "#q" in address:
        page.locator("[data-results] li").first.wait_for()
    assert list_violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert list_violations(page, COLOURS) == []
    page.evaluate("() => { document.documentElement.dataset.size = 'large' }")
    assert list_violations(page, SIZES) == []


@pytest.mark.parametrize(
    ("locale", "typed", "found", "told"),
    [
        ("", "清河", ["湖滨省", "清河市"], "1 个地区"),
        ("", "qinghe", ["湖滨省", "清河市"], "1 个地区"),
        ("", "qh", ["湖滨省", "清河市"], "1 个地区"),
        ("", "990102", ["湖滨省", "清河市", "渡口县"], "1 个地区"),
        ("", "9901", ["湖滨省", "清河市", "渡口县"], "2 个地区"),
        ("", "长沙", [], "这里没有叫“长沙”的地区，它的清单可能还没有公布。"),
        (
            "en/",
            "ferry c",
            ["Lakeside Province 湖滨省", "Clearwater 清河市", "Ferry County 渡口县"],
            "1 place",
        ),
    ],
)
def test_a_place_is_found(  # noqa: PLR0913  # one for each part of a case
    page: Page, portal: str, *, locale: str, typed: str, found: list[str], told: str
) -> None:
    """By its name, in pinyin or its initials, by its code; with what it is in."""
    page.goto(portal + locale)
    page.locator("#place").fill(typed)
    expect(page.locator("main [data-status]")).to_have_text(told)
    seen = page.locator(".places a:visible > span:first-child")
    assert seen.all_inner_texts() == found


def test_a_search_fetches_little(page: Page, portal: str, witness: Witness) -> None:
    """What the first results need weighs less than a search may, and nothing leaves the host."""
    page.goto(f"{portal}search/")
    before = len(witness.requests)
    page.locator("#q").fill("阅读 渡口")
    first = page.locator("[data-results] li").first
    expect(first.locator("[data-title]")).to_have_text("阅读服务")
    expect(first.locator("[data-carried]")).to_have_text("有 2 个地区落实")
    assert first.locator("a").get_attribute("href") == "../services/lakeside/reading/"
    fetched = set(witness.requests[before:])
    assert {urlsplit(one).netloc for one in witness.requests} == {urlsplit(portal).netloc}
    script = {one for one in witness.requests if one.endswith("scripts/portal/search.mjs")}
    weights = [len(gzip.compress(page.request.get(one).body())) for one in fetched | script]
    assert sum(weights) <= MOST_OF_A_SEARCH
    assert witness.failures == []


@pytest.mark.parametrize("typed", ["閱讀", "yuedu", "yue'du fuwu"])
def test_services_are_found_as_they_are_typed_elsewhere(
    page: Page, portal: str, typed: str
) -> None:
    """In traditional characters, and by their pinyin."""
    page.goto(f"{portal}search/")
    page.locator("#q").fill(typed)
    expect(page.locator("[data-results] [data-title]").first).to_have_text("阅读服务")


def test_places_are_listed_without_scripts(portal: str, browser: Browser) -> None:
    """By division; a field that nothing answers is not there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(portal)
    expect(page.locator(".places a")).to_have_count(3)
    expect(page.locator("#place")).to_be_hidden()
    context.close()
