"""A list with roles, types and further columns, without pillars or a letter, in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.checking import answer_all, start
from tests.browser.test_axe import COLOURS, list_violations
from tests.browser.test_pages import FIND_OVERFLOW

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.driving import Witness

PAGES = (
    "",
    "services/nursing/",
    "services/travel/",
    "departments/civil-affairs/",
    "notice/",
    "search/",
    "revisions/2035/",
)
OPEN_ALL = (
    "document.querySelectorAll('details:not(.share details)').forEach((e) => { e.open = true })"
)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_open_to_all(
    page: Page, witness: Witness, hillside_root: str, address: str
) -> None:
    """Axe finds nothing, in light and dark, and nothing is wider than a narrow phone."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(hillside_root + address, wait_until="load")
    page.evaluate(OPEN_ALL)
    assert list_violations(page) == []
    assert page.evaluate(FIND_OVERFLOW) == []
    page.emulate_media(color_scheme="dark")
    assert list_violations(page, COLOURS) == []
    page.emulate_media(color_scheme="light")
    assert witness.failures == []


def test_a_result_says_who_leads_and_who_supports(page: Page, hillside_root: str) -> None:
    """By links to their pages; where the list names nobody, it says so."""
    start(page, f"{hillside_root}check/")
    answer_all(page, {"disability": ["yes"]})
    asked = page.locator("[data-view=results] [data-service=nursing] [data-departments] a")
    expect(asked).to_have_text(["市民政局", "市残联（配合）"])
    assert asked.nth(1).evaluate("one => one.href").endswith("/departments/disabled-persons/")
    nobody = page.locator("[data-view=results] [data-service=travel] [data-departments]")
    expect(nobody).to_have_text("清单没有写明")


def test_the_search_shows_the_services_of_a_type(page: Page, hillside_root: str) -> None:
    """By a link from the page of a service, and by a word of a further column."""
    page.goto(f"{hillside_root}services/nursing/")
    page.get_by_role("link", name="照护服务").click()
    found = page.locator("[data-strong] [data-service]")
    expect(found).to_have_count(2)
    page.goto(f"{hillside_root}search/#q=社区卫生服务中心")
    expect(found.first).to_have_attribute("data-service", "check-up")
