"""Passing a page on, citing it, and taking words from the kit, as readers do it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.browser.kinds import FRAMES, LEADING
from tests.site.building import SUB_PATH_URL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.driving import Witness

CLIPBOARD = ["clipboard-read", "clipboard-write"]
MEASURE = """() => [
  Math.ceil(document.body.getBoundingClientRect().height),
  document.documentElement.scrollWidth,
  innerHeight,
]"""
READ = "navigator.clipboard.readText()"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may use the clipboard."""
    with browser.new_context(permissions=CLIPBOARD) as context:
        yield context.new_page()


def test_the_summary_of_a_page_is_copied_with_its_link(page: Page, root: str) -> None:
    """Title, summary and address, nothing else; the page says that it is done."""
    page.goto(f"{root}services/housing/")
    page.locator(".share summary").click()
    page.get_by_role("button", name="复制简介和链接").click()
    expect(page.locator(".share [data-status]")).to_have_text("已复制")
    title, summary, url = page.evaluate(READ).split("\n")
    assert title.startswith("住房保障服务")
    assert summary
    assert url.endswith("/city/list/services/housing/")


def test_the_page_of_an_old_list_is_passed_on_and_not_that_of_today(page: Page, root: str) -> None:
    """By its short address, which leads to it; the whole old list by its own."""
    for path, shared in {
        "revisions/2025/services/housing/": "revisions/2025/9/",
        "en/revisions/2025/services/housing/": "en/revisions/2025/9/",
        "revisions/2025/": "revisions/2025/",
    }.items():
        page.goto(root + path)
        page.locator(".share summary").click()
        page.locator("[data-copy-link]").click()
        expect(page.locator(".share [data-status]")).not_to_be_empty()
        copied = page.evaluate(READ)
        assert copied.endswith(f"/city/list/{shared}")
        page.locator("[data-copy-summary]").click()
        assert page.evaluate(READ).split("\n")[-1] == copied


def test_a_citation_has_the_day_on_which_it_is_copied(page: Page, root: str) -> None:
    """The script fills in the day; the rest stands in the page."""
    page.goto(f"{root}services/housing/")
    page.locator(".cite summary").click()
    page.locator(".cite [data-copy]").first.click()
    expect(page.locator(".cite [data-status]").first).to_have_text("已复制")
    copied = page.evaluate(READ)
    assert re.search(r"\[EB/OL\]\. （2025-09-18）\[\d{4}-\d\d-\d\d\]\. http", copied)


def test_a_poster_is_two_taps_from_the_kit(page: Page, root: str) -> None:
    """The kit, the pillar, the poster; it is saved under a name that says what it is."""
    page.goto(f"{root}kit/")
    page.get_by_role("link", name="病有所医").first.click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name=re.compile("海报 A4")).first.click()
    assert waiting.value.suggested_filename == "病有所医-海报 A4.pdf"


@pytest.mark.parametrize("path", LEADING)
def test_a_short_address_leads_on_at_once(
    page: Page, root: str, witness: Witness, path: str
) -> None:
    """On the page of the service, from a code; from a citation, on what it was in its list."""
    witness.watch(page)
    page.goto(root + path)
    expect(page).to_have_url(root + LEADING[path])
    expect(page.locator("h1")).to_contain_text("医疗保障服务")
    assert witness.failures == []


@pytest.mark.parametrize("address", [*FRAMES, *(f"en/{path}" for path in FRAMES)])
def test_a_frame_adapts_to_300_pixels(page: Page, root: str, address: str) -> None:
    """Nothing in it scrolls sideways, and no script runs but the one of the search box."""
    page.set_viewport_size({"width": 300, "height": 420})
    page.goto(f"{root}{address}")
    assert page.evaluate("document.documentElement.scrollWidth") == 300
    assert page.locator("script").count() == address.count("search")


@pytest.mark.parametrize("locale", ["", "en/"])
def test_the_frame_that_is_offered_fits_at_every_width(
    page: Page, root: str, built_below_path: Path, locale: str
) -> None:
    """Of every service, and of the search: whole without scrolling, with little room to spare."""
    described = sorted((built_below_path / locale / "data" / "oembed").rglob("*.json"))
    codes = [json.loads(file.read_bytes())["html"] for file in described]
    page.goto(f"{root}{locale}kit/")
    codes.append(page.locator("#kit-embed ~ dl [data-text]").inner_text())
    assert len(codes) == 33
    # In a column of an article, as other sites have it; its letters are as large as a browser's.
    column = "".join(codes).replace(SUB_PATH_URL, root).replace('loading="lazy"', "")
    body = f"<!doctype html><title>News</title><body style='margin:0'>{column}"
    news = urljoin(root, "/news/")
    page.route(news, lambda route: route.fulfill(content_type="text/html", body=body))
    page.goto(news, wait_until="load")
    for width in (320, 360, 400, 480, 600, 720):
        page.set_viewport_size({"width": width, "height": 800})
        for frame in page.frames[1:]:
            needed, across, given = frame.evaluate(MEASURE)
            assert needed <= given, (frame.url, width)
            assert across <= min(width, 600), (frame.url, width)
            assert given - needed < 200, (frame.url, width)


def test_a_search_box_on_another_site_leads_to_what_is_found(page: Page, root: str) -> None:
    """The code of the kit is pasted as it stands; the answer opens in a window of its own."""
    page.goto(f"{root}kit/")
    code = page.locator("#kit-embed ~ dl [data-text]").inner_text()
    assert "http" in code
    body = f"<!doctype html><title>News</title>{code.replace(SUB_PATH_URL, root)}"
    # Outside the folder of the list, where its service worker answers for no page.
    news = urljoin(root, "/news/")
    page.route(news, lambda route: route.fulfill(content_type="text/html", body=body))
    page.goto(news)
    box = page.frame_locator("iframe").get_by_role("searchbox")
    box.fill("打针")
    with page.expect_popup() as waiting:
        box.press("Enter")
    expect(waiting.value).to_have_url(re.compile(r"/city/list/search/#q="))
    expect(waiting.value.get_by_role("link", name="健康和托育").first).to_be_visible()
