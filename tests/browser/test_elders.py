"""A list for elders: its questionnaire as one of them asks, and as a daughter for her mother."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.checking import answer_all
from tests.browser.server import serve_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.driving import Witness

ANSWERS = {"age": ["80-89"], "living": ["alone"], "self_care": ["able"], "hardship": ["none"]}


@pytest.fixture(scope="module")
def elders(built_greenhill: Path) -> Iterator[str]:
    """The address of the city's home page."""
    with serve_folder(built_greenhill) as url:
        yield url


@pytest.mark.parametrize(
    ("asked", "first"), [("self", "您今年多大年纪？"), ("parent", "老人今年多大年纪？")]
)
def test_questions_are_asked_of_whom_the_reader_chose(
    page: Page, witness: Witness, elders: str, asked: str, first: str
) -> None:
    """To the results; then of somebody else, in another language too."""
    heading = page.locator("[data-view=asking] h1:visible")
    page.goto(f"{elders}check/")
    page.locator("label", has=page.locator(f"[name=asked][value={asked}]")).click()
    page.locator("[data-start]").click()
    expect(heading).to_have_text(first, use_inner_text=True)
    answer_all(page, ANSWERS)
    expect(page.locator("[data-result]")).to_have_text("适合的有 2 项，还有 8 项要问。")
    page.locator("button[data-another]").click()
    expect(heading).to_have_text("老人今年多大年纪？", use_inner_text=True)
    page.locator(".switch").click()
    expect(heading).to_have_text("How old is the older person?", use_inner_text=True)
    assert witness.failures == []
