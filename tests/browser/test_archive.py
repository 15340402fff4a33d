"""What only a city with several lists has: archive, changes, histories, what is no more."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.kinds import CITY_PATHS, find_language
from tests.browser.test_axe import COLOURS, SIZES, list_violations
from tests.browser.test_pages import FIND_OVERFLOW, IS_DARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.browser.driving import Witness

ADDRESSES = tuple(prefix + path for prefix in ("", "en/") for path in CITY_PATHS)
NARROW = ViewportSize(width=320, height=640)
OPEN_ALL = (
    "document.querySelectorAll('details:not(.share details)').forEach((e) => { e.open = true })"
)
"""All but the way to share a page: no pieces of a kit are drawn for this city."""
LARGE = "() => { document.documentElement.dataset.size = 'large' }"


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no script."""
    with browser.new_context(java_script_enabled=False, viewport=NARROW) as context:
        yield context.new_page()


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_quiet_narrow_and_open_to_all(
    page: Page, witness: Witness, cloudbridge_root: str, address: str
) -> None:
    """No complaint, nothing from elsewhere; axe and 320 px, light, dark and with large text."""
    page.emulate_media(color_scheme="light")
    page.goto(cloudbridge_root + address, wait_until="load")
    assert page.locator("html").get_attribute("lang") == find_language(address)
    page.evaluate(OPEN_ALL)
    assert list_violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(IS_DARK)
    assert list_violations(page, COLOURS) == []
    page.set_viewport_size(NARROW)
    assert page.evaluate(FIND_OVERFLOW) == []
    page.evaluate(LARGE)
    assert page.evaluate(FIND_OVERFLOW) == []
    assert list_violations(page, SIZES) == []
    origin = urlsplit(cloudbridge_root)[:2]
    assert [url for url in witness.requests if urlsplit(url)[:2] != origin] == []
    assert witness.failures == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_says_all_without_a_script(still: Page, cloudbridge_root: str, address: str) -> None:
    """The heading, and a link that leads on from the content."""
    answer = still.goto(cloudbridge_root + address)
    assert answer is not None
    assert answer.status == 200
    assert still.locator("h1").is_visible()
    assert still.locator("main a[href]").count() > 0
    assert still.locator("button[type=button]:visible").count() == 0


def test_words_are_marked_side_by_side_only_where_there_is_room(
    page: Page, cloudbridge_root: str
) -> None:
    """In one line on a phone; what was beside what is on a desk. Never both."""
    page.goto(f"{cloudbridge_root}changes/2031..2032/")
    change = page.locator(".change").filter(has=page.locator(".sides")).first
    for width, shown, hidden in ((360, ".marked", ".sides"), (1280, ".sides", ".marked")):
        page.set_viewport_size({"width": width, "height": 800})
        assert change.locator(shown).is_visible()
        assert not change.locator(hidden).is_visible()


def test_an_item_of_an_old_list_leads_on_without_a_script(
    still: Page, cloudbridge_root: str
) -> None:
    """From the number that people cite to the item as it stood, from there to what it is now."""
    still.goto(f"{cloudbridge_root}revisions/2031/4/")
    still.wait_for_url(f"{cloudbridge_root}revisions/2031/services/health/")
    still.locator(".archive-banner a").click()
    still.locator("a.button", has_text="预防接种服务").click()
    assert still.url == f"{cloudbridge_root}services/vaccination/"


def test_every_page_can_be_used_by_keyboard(page: Page, cloudbridge_root: str) -> None:
    """The pages of a comparison open by keyboard, and the next stop is one of its links."""
    page.goto(f"{cloudbridge_root}changes/2031..2032/")
    page.locator(".themes > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.contents a')")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{cloudbridge_root}changes/2031..2032/pillars/learning/")
