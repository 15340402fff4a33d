"""Words in reserve in a real browser: fetched where nothing answers, and in nobody's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.test_search import LIST, SHOWN, find_path, type_into_field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from tests.browser.driving import Witness

expect.set_options(timeout=20_000)
TOLD = {
    "zh": ("我没念过书 不知道该咋跟娃说话", "family-education"),
    "en": ("my bipolar son was sent home yesterday, what now", "psychiatric-rehabilitation"),
}
"""Sentences that other words answer otherwise; tests/search/test_reserve.py holds it."""
MORE = "**/*-more.json"


def show_first(page: Page) -> str:
    """The service that is shown first."""
    return str(page.locator(SHOWN).first.get_attribute("data-service"))


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_what_nothing_answers_is_answered_again(
    page: Page, witness: Witness, root: str, locale: str
) -> None:
    """From a second file, which a query that is answered does not fetch."""
    query, service = TOLD[locale]
    page.goto(root + find_path(locale))
    type_into_field(page, {"zh": "打针", "en": "jabs"}[locale])
    expect(page.locator(".search-status")).not_to_be_empty()
    assert not [url for url in witness.requests if "-more.json" in url or "reach" in url]
    page.locator("#q").fill(query)
    expect(page.locator(f"{SHOWN}:first-child").first).to_have_attribute("data-service", service)
    assert [url.rpartition("/")[2] for url in witness.requests if "-more.json" in url] == [
        f"{locale}-more.json"
    ]
    page.locator("#q").fill({"zh": "打针", "en": "jabs"}[locale])
    first = page.locator(f"{SHOWN}:first-child").first
    expect(first).to_have_attribute("data-service", "health-and-childcare")


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page without a service worker, whose requests can be held."""
    page = browser.new_page(service_workers="block")
    yield page
    page.close()


def test_without_them_what_was_found_stays(plain: Page, root: str) -> None:
    """Where the network is gone, the weak results and their count are told all the same."""
    plain.route(MORE, lambda route: route.abort())
    plain.goto(root + find_path("zh", TOLD["zh"][0]))
    expect(plain.locator(".search-status")).not_to_be_empty()
    assert show_first(plain) != TOLD["zh"][1]


def test_who_is_among_the_results_is_not_moved(plain: Page, root: str) -> None:
    """What is focused stays where it is, and so do all others."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    plain.route(MORE, hold)
    with plain.expect_request(MORE):
        plain.goto(root + find_path("zh", TOLD["zh"][0]))
    expect(plain.locator(SHOWN).first).to_be_visible()
    before = plain.locator(SHOWN).evaluate_all(LIST)
    plain.locator("#q").press("ArrowDown")
    with plain.expect_response(MORE):
        held[0].continue_()
    expect(plain.locator(".search-status")).not_to_be_empty()
    assert plain.locator(SHOWN).evaluate_all(LIST) == before
    assert plain.locator(f"{SHOWN} a:focus").count() == 1
