"""The search page says what is asked for in its title, and has headings without gaps."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import PdfMargins, expect
from pypdfium2 import PdfDocument

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.driving import Witness

SHOWN = "[data-strong] > li"
WIDE = PdfMargins(top="2cm", right="2cm", bottom="2cm", left="2cm")
LEVELS = """() => [...document.querySelectorAll("main :is(h1, h2, h3, h4)")]
  .filter((heading) => heading.getClientRects().length)
  .map((heading) => Number(heading.localName[1]))"""


@pytest.mark.parametrize(("address", "query"), [("search/", "打针"), ("en/search/", "rent")])
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


@pytest.mark.parametrize(
    ("address", "query"),
    [
        ("search/", "艾滋病"),
        ("search/", "孩子自残"),
        ("en/search/", "HIV"),
        ("en/search/", "autism"),
    ],
)
def test_a_tab_tells_nobody_of_a_personal_matter(
    page: Page, root: str, address: str, query: str
) -> None:
    """It is called by what was asked for where that tells of none."""
    page.goto(f"{root}{address}#q={query}")
    title = page.locator("meta[property='og:title']").get_attribute("content") or ""
    page.locator(SHOWN).first.wait_for()
    page.wait_for_timeout(200)
    expect(page).to_have_title(title)


@pytest.mark.parametrize(("address", "query"), [("search/", "打针"), ("en/search/", "rent")])
def test_what_was_looked_for_is_not_printed_around_the_page(
    page: Page, root: str, address: str, query: str
) -> None:
    """Browsers print the title of a page above it and its address below; both are back after."""
    page.goto(f"{root}{address}#q={query}")
    page.locator(SHOWN).first.wait_for()
    expect(page).to_have_title(re.compile(f"^{query} · "))
    paper = PdfDocument(page.pdf(display_header_footer=True, margin=WIDE))
    printed = "".join(sheet.get_textpage().get_text_range() for sheet in paper)
    assert page.locator("h1").inner_text() in printed
    assert "q=" not in printed
    assert f"{query} · " not in printed
    assert query not in paper.get_metadata_value("Title")
    expect(page).to_have_title(re.compile(f"^{query} · "))
    assert page.evaluate("decodeURIComponent(location.hash)") == f"#q={query}"


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
