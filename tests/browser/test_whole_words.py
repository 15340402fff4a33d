"""Where letters are twice as large, a word is broken only if its whole row is too narrow for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.checking import answer_all, start
from tests.browser.test_large_text import ENLARGED, LARGER, SCREEN

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

FIND_BROKEN_WORDS = """() => {
  const look = (element) => getComputedStyle(element);
  const sharesRow = (element) => {
    const { display, flexDirection } = look(element.parentElement);
    return /flex$/.test(display) && flexDirection === "row";
  };
  const measureRow = (element) => {
    let row = element;
    while (/^inline/.test(look(row).display) || sharesRow(row)) row = row.parentElement;
    const { paddingLeft, paddingRight } = look(row);
    return row.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!parent.checkVisibility() || parent.closest(".hidden, .mark i, code")) continue;
    for (const { 0: run, index } of node.data.matchAll(/[^\\s/·–—-]*[a-z]{2}[^\\s/·–—-]*/gi)) {
      range.setStart(node, index);
      range.setEnd(node, index + run.length);
      const boxes = [...range.getClientRects()].filter(({ width }) => width);
      if (new Set(boxes.map(({ top }) => Math.round(top))).size < 2) continue;
      const width = boxes.reduce((sum, box) => sum + box.width, 0);
      if (width <= measureRow(parent)) found.push(run);
    }
  }
  return found;
}"""
"""Words on two lines that would fit on one, had they all the row that they share with others."""
WAYS = {"a browser that enlarges all": (ENLARGED, "0"), "larger letters alone": (SCREEN, LARGER)}


def list_broken(page: Page) -> list[str]:
    """The words that are broken without need on the page as it stands."""
    broken: list[str] = page.evaluate(FIND_BROKEN_WORDS)
    return broken


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("", "main h1"),
        ("search/#q=movies", "[data-strong] .card-pillar"),
        ("search/", "[data-catalog] .card"),
        ("services/", ".card"),
        ("pillars/development/", ".card"),
        ("departments/civil-affairs/", ".card"),
        ("situations/grandparents/", ".result"),
        ("services/housing/", ".ask"),
    ],
)
def test_english_words_are_whole(
    page: Page, root: str, path: str, shown: str, way: tuple[ViewportSize, str]
) -> None:
    """A tag beside its mark, a title beside its number, a department beside its drawing."""
    screen, enlarge = way
    page.set_viewport_size(screen)
    page.goto(f"{root}en/{path}")
    page.evaluate(enlarge)
    page.locator(shown).first.wait_for()
    assert list_broken(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == screen["width"]


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_english_words_of_results_are_whole(
    page: Page, root: str, way: tuple[ViewportSize, str]
) -> None:
    """Those of the questionnaire, and of what may be unfolded there."""
    screen, enlarge = way
    page.set_viewport_size(screen)
    start(page, f"{root}en/check/")
    answer_all(page, {"age": ["7-15"]})
    page.locator("[data-view=results][aria-busy=false]").wait_for()
    page.evaluate(enlarge)
    assert list_broken(page) == []
    page.locator("details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
    assert list_broken(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == screen["width"]


def test_a_word_as_wide_as_its_row_goes_below_its_number(page: Page, root: str) -> None:
    """And stays beside it where there is room for the word, however long the title is."""
    beside = """(title) => title.getBoundingClientRect().left
      > title.parentElement.querySelector(".number").getBoundingClientRect().right"""
    for width, is_beside in ((180, False), (360, True), (1280, True)):
        page.set_viewport_size({"width": width, "height": 640})
        page.goto(f"{root}en/departments/civil-affairs/")
        titles = page.locator(".card-title a > :last-child", has_text="Psychiatric rehabilitation")
        assert titles.first.evaluate(beside) is is_beside
