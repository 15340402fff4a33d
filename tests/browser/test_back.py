"""Back is instant: the browser keeps each page as it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.driving import PHONE, READY
from tests.browser.kinds import PATHS
from tools.browser import find_browser, list_launch_flags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Playwright

OFF = "--disable-back-forward-cache"
"""What Playwright starts browsers with, and readers do not."""
REASONS = "() => JSON.stringify(performance.getEntriesByType('navigation')[0].notRestoredReasons)"


@pytest.fixture(scope="module")
def reader(playwright: Playwright, root: str) -> Iterator[Page]:
    """A page in a browser that keeps pages left, as readers' browsers do.

    It has been here before: the service worker that a first visit starts takes over the pages that
    are open, and a browser then lets go of those that were left.
    """
    browser = playwright.chromium.launch(
        executable_path=find_browser(), args=list_launch_flags(), ignore_default_args=[OFF]
    )
    page = browser.new_context(viewport=PHONE).new_page()
    page.goto(root)
    page.wait_for_selector(READY)
    yield page
    browser.close()


@pytest.mark.parametrize("address", [*PATHS, "en/", "en/search/", "en/check/"])
def test_back_shows_the_page_as_it_was_left(reader: Page, root: str, address: str) -> None:
    """The page comes back alive, not loaded anew: what was set on it is still there."""
    reader.goto(root + address)
    reader.evaluate("() => { window.left = 'as it was' }")
    reader.goto(f"{root}404.html")
    reader.go_back(wait_until="commit")
    assert reader.url == root + address
    assert (reader.evaluate("() => window.left"), reader.evaluate(REASONS)) == ("as it was", "null")
