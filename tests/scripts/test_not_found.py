"""Which language the page for unknown addresses is shown in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

CASES = {
    ("/", "/"): "zh",
    ("/en", "/"): "en",
    ("/en/", "/"): "en",
    ("/en/services/nothing/", "/"): "en",
    ("/services/nothing/", "/"): "zh",
    ("/services/en/", "/"): "zh",
    ("/english/", "/"): "zh",
    ("/EN/", "/"): "zh",
    ("/city/list/en/services/", "/city/list/"): "en",
    ("/city/list/en", "/city/list/"): "en",
    ("/city/list/services/", "/city/list/"): "zh",
    ("/en/services/", "/city/list/"): "zh",
}
FIND_LOCALE = """async ([module, path, base]) => (await import(module)).findLocale(path, base)"""


@pytest.mark.parametrize(("path", "base"), CASES)
def test_the_locale_is_that_of_the_address(page: Page, scripts: str, path: str, base: str) -> None:
    """English stands below en/ of the site, wherever that lies; all else is Chinese."""
    page.goto(f"{scripts}not-found.mjs")
    module = f"{scripts}not-found.mjs"
    assert page.evaluate(FIND_LOCALE, [module, path, base]) == CASES[path, base]
