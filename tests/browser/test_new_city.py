"""Cities that were begun and built from the wheel alone, in two languages and in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.site.page import Budget

from tests.browser.server import serve_folder
from tests.browser.test_axe import COLOURS, list_violations
from tests.browser.test_pages import FIND_OVERFLOW
from tests.installing import city, installed, plain_city, run
from tests.site.documents import find_broken_links, read_pages
from tests.site.test_built_weights import weigh

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.driving import Witness

__all__ = ["city", "installed", "plain_city", "run"]
NOWHERE = "https://qinghe.example.org/"
"""Where a preview is read as if it were published."""
PAGES = ("", "services/", "services/one/", "notice/", "search/", "kit/")


@pytest.fixture(scope="module", params=["city", "plain_city"])
def site(request: pytest.FixtureRequest) -> Path:
    """The site of one of them."""
    project: Path = request.getfixturevalue(request.param)
    return project / "site"


def test_no_link_is_dead_and_no_page_is_heavy(site: Path) -> None:
    """Nor does a parser of HTML find a mistake; a list of two services fits one window a page."""
    pages = read_pages(site)
    assert find_broken_links(pages, site, NOWHERE) == []
    assert [error for page in pages.values() for error in page.errors] == []
    weights = {one: weigh(site / one / "index.html") for one in pages if not one.endswith(".html")}
    assert {one: weight for one, weight in weights.items() if weight > Budget.PAGE.value} == {}


def test_pages_are_open_to_all(site: Path, page: Page, witness: Witness) -> None:
    """Axe finds nothing, in light and dark; nothing is wider than a narrow phone, or missing."""
    page.set_viewport_size({"width": 320, "height": 640})
    languages = ("", "en/") if (site / "en").is_dir() else ("",)
    with serve_folder(site) as root:
        for address in (f"{language}{path}" for language in languages for path in PAGES):
            page.emulate_media(color_scheme="light")
            page.goto(root + address, wait_until="load")
            assert page.evaluate(FIND_OVERFLOW) == [], address
            assert list_violations(page) == [], address
            page.emulate_media(color_scheme="dark")
            assert list_violations(page, COLOURS) == [], address
    assert witness.failures == []
