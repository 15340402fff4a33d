"""Pages on paper: A4, and each sheet ends where a reader can go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.kinds import ADDRESSES
from tests.publicity.scanning import read_pages, squeeze

if TYPE_CHECKING:
    from playwright.sync_api import Page

LEADING = "h2, h3, h4, dt, summary, legend, caption, thead tr, .notice-name"
"""What only leads to what follows it."""


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_sheet_ends_with_a_heading_alone(page: Page, root: str, address: str) -> None:
    """Nor with the head of a table; and none is empty."""
    page.goto(root + address)
    page.emulate_media(media="print")
    leading = {squeeze(text) for text in page.locator(LEADING).all_inner_texts()}
    sheets = [text.strip() for text in read_pages(page.pdf(format="A4"))]
    assert all(sheets)
    ends = [squeeze(text.splitlines()[-1]) for text in sheets]
    assert [end for end in ends if end in leading] == []


def test_a_heading_at_the_foot_of_a_sheet_would_be_seen(page: Page, root: str) -> None:
    """The head of a table is, where its first line may stand on the next sheet."""
    page.goto(f"{root}en/print/")
    page.evaluate("""() => {
      for (const row of document.querySelectorAll(".sheet tbody > tr:first-child"))
        row.replaceWith(document.createElement("tr"), row);
    }""")
    sheets = read_pages(page.pdf(format="A4"))
    head = squeeze(page.locator("thead tr").first.inner_text())
    assert any(squeeze(text.strip().splitlines()[-1]) == head for text in sheets)
