"""Every screen of the questionnaire passes axe, light, dark and large, in both locales."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.checking import answer_all, read_question, read_verdicts, start
from tests.browser.test_axe import COLOURS, SIZES, list_violations
from tests.browser.test_keyboard import LIST_SMALL_TARGETS
from tests.browser.test_pages import FIND_OVERFLOW

if TYPE_CHECKING:
    from playwright.sync_api import Page


def inspect(page: Page) -> None:
    """No violation, light or dark; nothing too wide or too small, also with large text."""
    page.emulate_media(color_scheme="light")
    assert list_violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert list_violations(page, COLOURS) == []
    page.evaluate("() => { document.documentElement.dataset.size = 'large' }")
    assert list_violations(page, SIZES) == []
    assert page.evaluate(FIND_OVERFLOW) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(FIND_OVERFLOW) == []
    page.set_viewport_size({"width": 360, "height": 740})
    page.evaluate("() => { delete document.documentElement.dataset.size }")
    assert page.evaluate(LIST_SMALL_TARGETS, 44) == {}


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_every_screen_passes_axe(page: Page, root: str, prefix: str) -> None:
    """Questions of one and of several answers, an error, the announcement, results, sharing."""
    start(page, f"{root}{prefix}check/")
    inspect(page)
    page.locator("[data-view=asking] [type=submit]").click()
    inspect(page)
    seen = set()
    while fact := read_question(page):
        kind = page.locator(f"fieldset[data-fact={fact}]").get_attribute("data-choose")
        sensitive = page.locator("[data-view=asking] [data-sensitive]").is_visible()
        if (kind, sensitive) not in seen:
            seen.add((kind, sensitive))
            inspect(page)
        page.locator("[data-skip]").click()
    assert len(seen) > 2
    assert len(read_verdicts(page)) == 32
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")
    page.locator("[data-open-share]").click()
    page.locator("[data-qr]").click()
    inspect(page)


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_shared_link_passes_axe(page: Page, root: str, prefix: str) -> None:
    """With its notice."""
    page.goto(f"{root}{prefix}check/?list=2019&services=housing,gone")
    page.locator("[data-view=shared]").wait_for()
    inspect(page)


def test_a_family_for_whom_much_fits_passes_axe(page: Page, root: str) -> None:
    """Results with all kinds of reasons."""
    start(page, f"{root}check/")
    given = {"age": ["7-15"], "stage": ["compulsory"], "hardship": ["sudden"]}
    answer_all(page, {**given, "care": ["unattended"], "disability": ["other"]})
    assert len(read_verdicts(page)) == 32
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")
    inspect(page)
