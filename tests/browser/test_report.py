"""What is wrong is written on a page of this site, and goes nowhere by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.site.building import SUB_PATH_URL

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.driving import Witness

PHONE_NUMBER = "1 3 9-0000 1234"
WORDS = {
    "": (
        "2025 年版清单",
        "有错的那一页：{page}",
        "写得不对",
        "看不懂",
        "里面有一串数字",
        "写在里面的字人人看得到",
    ),
    "en/": (
        "The 2025 list",
        "The page: {page}",
        "Something is wrong",
        "Something is unclear",
        "There is a long number in it",
        "Everyone can read what is written in it",
    ),
}


@pytest.mark.parametrize("locale", WORDS)
def test_a_message_is_composed_and_stays(
    page: Page, witness: Witness, root: str, locale: str
) -> None:
    """It holds the page it came from, the list and what is typed; a long number is told."""
    which, at, wrong, unclear, number, public = WORDS[locale]
    page.goto(f"{root}{locale}services/housing/")
    page.locator(".report a").click()
    page.wait_for_url(f"{root}{locale}report/#page={locale}services/housing/")
    line = at.format(page=f"{SUB_PATH_URL}{locale}services/housing/")
    expect(page.locator("[data-which]")).to_have_text(line)
    message = page.locator("[data-message]")
    assert message.inner_text().split("\n") == [which, line, wrong]
    requests = len(witness.requests)
    page.locator("label.option").nth(1).click()
    page.locator("textarea").fill("<b>保障</b>")
    assert message.inner_text().split("\n") == [which, line, unclear, "<b>保障</b>"]
    assert page.locator("[data-careful]").inner_text() == ""
    page.locator("textarea").fill(PHONE_NUMBER)
    assert number in page.locator("[data-careful]").inner_text()
    form = page.locator("[data-form]")
    assert (form.get_attribute("href") or "").endswith(
        f"&page={quote(SUB_PATH_URL + locale, safe='')}services%2Fhousing%2F&revision=2025"
    )
    assert public in page.locator(".report-public").inner_text()
    page.locator("textarea").press("Enter")
    assert len(witness.requests) == requests
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0
    assert witness.failures == []


@pytest.mark.parametrize("locale", WORDS)
@pytest.mark.parametrize(
    ("path", "is_private"),
    [
        ("situations/autism/", True),
        ("situations/low-in-spirits/", True),
        ("services/basic-living/", True),
        ("revisions/2025/services/basic-living/", True),
        ("kit/situations/orphan/", True),
        ("kit/situations/housing/", False),
        ("services/housing/", False),
        ("situations/housing/", False),
    ],
)
def test_a_reader_says_whether_the_page_is_named(
    page: Page, root: str, locale: str, path: str, *, is_private: bool
) -> None:
    """Of an illness or an orphan it is not, unless the reader ticks it: others would guess."""
    page.goto(root + locale + path)
    page.locator(".report a").click()
    named = page.locator("[name=named]")
    named.wait_for()
    assert named.is_checked() is not is_private
    for _ in range(2):
        told = [
            page.locator("[data-message]").inner_text(),
            page.locator("[data-form]").get_attribute("href") or "",
        ]
        for text in told:
            assert (path.split("/")[-2] in text) is named.is_checked()
        page.locator("label:has([name=named])").click()


@pytest.mark.parametrize(
    "hash_", ["services/call-0800-1234/", "//evil.example.org/", "../", "%3Cb%3E/"]
)
def test_a_page_that_is_not_there_is_not_named(page: Page, root: str, hash_: str) -> None:
    """A link cannot write into the message."""
    page.goto(f"{root}report/#page={hash_}")
    page.locator("[data-module=report]:not([hidden])").wait_for()
    page.wait_for_timeout(200)
    assert page.locator("[data-message]").inner_text().split("\n") == ["2025 年版清单", "写得不对"]
    assert page.locator("[data-which]").inner_text() == ""
    assert page.locator("[name=named]").is_hidden()


def test_without_scripts_the_page_says_what_to_note(page: Page, root: str) -> None:
    """Nothing is there that does nothing."""
    browser = page.context.browser
    assert browser
    with browser.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto(f"{root}report/#page=services/housing/")
        assert plain.locator("textarea").is_hidden()
        assert "没有脚本" in plain.locator("main").inner_text()
        assert (plain.locator("[data-form]").get_attribute("href") or "").endswith(
            "&page=&revision=2025"
        )
