"""The search page says what is asked for in its title, and has headings without gaps."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.driving import Witness

LEVELS = """() => [...document.querySelectorAll("main :is(h1, h2, h3, h4)")]
  .filter((heading) => heading.getClientRects().length)
  .map((heading) => Number(heading.localName[1]))"""


@pytest.mark.parametrize(("address", "query"), [("search/", "打针"), ("en/search/", "jabs")])
def test_what_is_asked_for_is_in_the_title(
    page: Page, witness: Witness, root: str, address: str, query: str
) -> None:
    """Of a tab and of the history on the device; nothing of it is passed on, or sent."""
    page.add_init_script(
        "navigator.canShare = () => true; navigator.share = async (it) => { shared = it; }"
    )
    page.goto(f"{root}{address}#q={query}")
    title = page.locator("meta[property='og:title']").get_attribute("content") or ""
    expect(page).to_have_title(f"{query} · {title}")
    page.locator(".share summary").click()
    page.locator(".share [data-device]").click()
    assert page.evaluate("shared.title") == title
    page.locator("#q").fill("")
    expect(page).to_have_title(title)
    assert [url for url in witness.requests if query in url] == []
    assert witness.failures == []


@pytest.mark.parametrize("address", ["search/", "en/search/"])
@pytest.mark.parametrize("query", ["", "hpv", "12345", "qqqq"])
def test_headings_of_results_follow_each_other(
    page: Page, root: str, address: str, query: str
) -> None:
    """No level is left out, whatever is found."""
    page.goto(f"{root}{address}#q={query}")
    if query:
        expect(page).to_have_title(f"{query} · {page.title().removeprefix(f'{query} · ')}")
        page.locator("[data-results]").wait_for()
    levels = page.evaluate(LEVELS)
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] - pair[0] > 1] == []
