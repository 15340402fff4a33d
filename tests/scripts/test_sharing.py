"""What is copied of a page, and the day on which a citation says that it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

DESCRIBE = "async ([module, page]) => (await import(module)).describePage(page)"
WRITE_DAY = "async (module) => (await import(module)).writeDay(new Date(2026, 0, 5, 23, 59))"


def test_a_page_is_copied_with_its_title_summary_and_link(page: Page, scripts: str) -> None:
    """Each on a line of its own; what is missing leaves no gap."""
    module = f"{scripts}share-text.mjs"
    page.goto(module)
    whole = {"title": "医疗保障", "summary": "参保和报销。", "url": "https://list.example.org/"}
    assert page.evaluate(DESCRIBE, [module, whole]) == (
        "医疗保障\n参保和报销。\nhttps://list.example.org/"
    )
    assert page.evaluate(DESCRIBE, [module, {**whole, "summary": ""}]).count("\n") == 1


def test_the_day_is_that_of_the_reader(page: Page, scripts: str) -> None:
    """In ISO 8601, in the time zone of the device."""
    module = f"{scripts}today.mjs"
    page.goto(module)
    assert page.evaluate(WRITE_DAY, module) == "2026-01-05"
