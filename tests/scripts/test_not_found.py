"""Which language the page for unknown addresses is shown in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

CASES = {
    ("/", "/"): "",
    ("/en", "/"): "en/",
    ("/en/", "/"): "en/",
    ("/en/services/nothing/", "/"): "en/",
    ("/services/nothing/", "/"): "",
    ("/services/en/", "/"): "",
    ("/english/", "/"): "",
    ("/EN/", "/"): "",
    ("/city/list/en/services/", "/city/list/"): "en/",
    ("/city/list/en", "/city/list/"): "en/",
    ("/city/list/services/", "/city/list/"): "",
    ("/en/services/", "/city/list/"): "",
    ("/ko/services/", "/"): "ko/",
    ("/korea/", "/"): "",
}
FIND_PREFIX = """
async ([module, path, base]) => (await import(module)).findPrefix(path, base, ["", "en/", "ko/"])
"""


@pytest.mark.parametrize(("path", "base"), CASES)
def test_the_locale_is_that_of_the_address(page: Page, scripts: str, path: str, base: str) -> None:
    """Others stand below their tag, wherever the site lies; all else is that of the root."""
    page.goto(f"{scripts}not-found.mjs")
    module = f"{scripts}not-found.mjs"
    assert page.evaluate(FIND_PREFIX, [module, path, base]) == CASES[path, base]
