"""Answers the questionnaire as a parent does on a phone, and reads what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from playwright.sync_api import Page

ALONE = {"none", "unsure"}
AWAIT_SCRIPT = """async () => {
  const { href } = document.querySelector("link[rel=icon]");
  await import(new URL("../scripts/check/start.mjs", href));
}"""
READ_VERDICTS = """() => Object.fromEntries(
  [...document.querySelectorAll("[data-view=results] [data-service]")].map((card) => [
    card.dataset.service,
    [card.dataset.verdict, Object.fromEntries(
      [...card.querySelectorAll("[data-clause]")].map((c) => [c.dataset.clause, c.dataset.verdict]),
    )],
  ]),
)"""


def start(page: Page, address: str) -> None:
    """Open the questionnaire, and begin by its script: before that, a tap follows the link."""
    page.goto(address)
    page.locator("[data-module=large-text]:not([hidden])").wait_for()
    page.evaluate(AWAIT_SCRIPT)
    page.locator("[data-start]").click()
    page.locator("[data-view=asking] fieldset:visible").wait_for()


def read_question(page: Page) -> str:
    """The fact that is asked on the screen; empty where there are results."""
    screen = page.locator("[data-view=results], [data-view=asking] fieldset:visible")
    expect(screen).to_have_count(1)
    return screen.get_attribute("data-fact") or ""


def tap(page: Page, fact: str, options: Sequence[str]) -> int:
    """Answer the question on the screen, and tell how many taps it took; none is "not sure"."""
    fieldset = page.locator(f"fieldset[data-fact={fact}]")
    several = fieldset.get_attribute("data-choose") == "several"
    chosen = list(options) or ["unsure"]
    ticked = [fieldset.locator(f'[value="{option}"]').is_checked() for option in chosen]
    for option, is_ticked in zip(chosen, ticked, strict=True):
        if not (several and is_ticked):
            fieldset.locator("label", has=page.locator(f'[value="{option}"]')).click()
    if not several or (ALONE & set(chosen) and not all(ticked)):
        return len(chosen)
    page.locator("[data-view=asking] [type=submit]").click()
    return len(chosen) + 1


def answer_all(page: Page, answers: Mapping[str, Sequence[str]]) -> int:
    """Answer what is asked until there are results, skip what is not told, and count the taps."""
    taps = 0
    while fact := read_question(page):
        if fact in answers:
            taps += tap(page, fact, answers[fact])
        else:
            page.locator("[data-skip]").click()
            taps += 1
        expect(page.locator(f"fieldset[data-fact={fact}]")).to_be_hidden()
    return taps


def lay_on_paper(page: Page) -> None:
    """Have the page as it is printed: what a browser tells it first, and its styles for paper."""
    page.locator("[data-view=results][aria-busy=false]").wait_for()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


def take_back(page: Page) -> None:
    """Have the page on the screen again, as after printing."""
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")


def read_verdicts(page: Page) -> dict[str, list[Any]]:
    """By service: its verdict, and that of each clause by its number; once all cards are there."""
    page.locator("[data-view=results][aria-busy=false]").wait_for()
    verdicts: dict[str, list[Any]] = page.evaluate(READ_VERDICTS)
    return verdicts
