"""What is typed into a search box reaches no server: its log holds no word of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.driving import PHONE
from tests.browser.server import run_server
from tests.browser.test_search import SHOWN, hold_scripts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.server import SiteServer

expect.set_options(timeout=20_000)
QUERY = "家暴"
ASKED = f"#q={quote(QUERY)}"


@pytest.fixture
def server(built_below_path: Path) -> Iterator[SiteServer]:
    """The site on a server that remembers what it is asked."""
    with run_server(built_below_path, "/city/list/") as running:
        yield running


def list_told(server: SiteServer) -> list[str]:
    """What the log of a server holds of the query, or of anything behind a `?`."""
    assert server.heard
    return [line for line in server.heard if quote(QUERY) in line or QUERY in line or "?" in line]


def send(page: Page, selector: str) -> None:
    """Type the query into a field, and send it."""
    page.locator(selector).fill(QUERY)
    page.locator(selector).press("Enter")


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("", "#q"),
        ("pillars/development/", ".top-search input"),
        ("en/services/housing/", ".top-search input"),
        ("search/", "#q"),
    ],
)
def test_no_search_box_tells_the_server(
    page: Page, server: SiteServer, path: str, field: str
) -> None:
    """From home, a pillar, a service and the search itself."""
    page.goto(server.url + path)
    send(page, field)
    expect(page.locator(SHOWN).first).to_be_visible()
    assert page.url.endswith(f"search/{ASKED}")
    page.reload()
    expect(page.locator("#q")).to_have_value(QUERY)
    expect(page.locator(SHOWN).first).to_be_visible()
    page.locator(f"{SHOWN} .card-title a").first.click()
    page.wait_for_url("**/services/*/")
    page.go_back()
    expect(page.locator("#q")).to_have_value(QUERY)
    page.locator("header a[hreflang]").first.click()
    page.wait_for_url(lambda url: ("/en/" in url) is not path.startswith("en/"))
    assert list_told(server) == []


def test_no_search_box_tells_the_server_before_its_scripts_are_there(
    page: Page, server: SiteServer
) -> None:
    """On the search page too, where the query is then in the address and is answered."""
    for path, field in (
        ("", "#q"),
        ("pillars/development/", ".top-search input"),
        ("search/", "#q"),
    ):
        with hold_scripts(page):
            page.goto(server.url + path, wait_until="commit")
            send(page, field)
            page.wait_for_url(f"**/search/{ASKED}")
        page.unroute_all(behavior="ignoreErrors")
        expect(page.locator(SHOWN).first).to_be_visible()
    assert list_told(server) == []


def test_a_search_box_in_a_frame_tells_no_server(page: Page, server: SiteServer) -> None:
    """What is found opens in a window of its own."""
    page.goto(f"{server.url}embed/search/")
    with page.expect_popup() as waiting:
        send(page, "#q")
    expect(waiting.value.locator(SHOWN).first).to_be_visible()
    assert waiting.value.url.endswith(f"/search/{ASKED}")
    assert list_told(server) == []


def test_without_scripts_nothing_is_sent_and_the_page_says_so(
    browser: Browser, server: SiteServer
) -> None:
    """The fields have no name; a frame shows no field, and leads to the list."""
    with browser.new_context(java_script_enabled=False, viewport=PHONE) as context:
        page = context.new_page()
        for path, field in (
            ("", "#q"),
            ("pillars/development/", ".top-search input"),
            ("search/", "#q"),
        ):
            page.goto(server.url + path)
            send(page, field)
            page.wait_for_url(re.compile(r"/search/\??$"))
            said = page.locator("noscript p")
            assert said.is_visible()
            assert "打的字不会发出去" in said.inner_text()
        page.goto(f"{server.url}embed/search/")
        assert page.locator("#q").is_hidden()
        assert page.locator("noscript a").is_visible()
    assert not [line for line in server.heard if quote(QUERY) in line or "q=" in line]


def test_old_links_are_answered_and_rewritten_at_once(page: Page, server: SiteServer) -> None:
    """By the page itself, whose scripts never come; so a reload tells the server nothing more."""
    old = f"{server.url}search/?q={quote(QUERY)}&age=7-15"
    page.route("**/site.mjs", lambda route: route.abort())
    page.goto(old)
    assert page.url == f"{server.url}search/{ASKED}&age=7-15"
    assert len(list_told(server)) == 1
    page.unroute_all(behavior="ignoreErrors")
    page.goto(old)
    expect(page.locator(SHOWN).first).to_be_visible()
    expect(page.locator("select[name=age]")).to_have_value("7-15")
    server.heard.clear()
    page.reload()
    expect(page.locator(SHOWN).first).to_be_visible()
    assert list_told(server) == []


def test_a_link_to_a_place_on_the_page_keeps_what_is_asked(page: Page, server: SiteServer) -> None:
    """As the one that skips to the content."""
    page.goto(f"{server.url}search/{ASKED}")
    expect(page.locator(SHOWN).first).to_be_visible()
    page.locator("a.skip").press("Enter")
    expect(page.locator("#q")).to_have_value(QUERY)
    expect(page).to_have_url(f"{server.url}search/{ASKED}")
    expect(page.locator(SHOWN).first).to_be_visible()
