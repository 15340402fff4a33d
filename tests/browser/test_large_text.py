"""With large text, what matters stands within the first two screens of a small phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.checking import answer_all, start
from tests.browser.driving import choose_large_text
from tests.browser.test_phrases import FIND_BROKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

SCREEN = ViewportSize(width=360, height=640)
TWO_SCREENS = 2 * SCREEN["height"]
BOTTOM = """(element) => element.getBoundingClientRect().bottom + scrollY"""
WHOM = ".service-facts a[href='#ask']"
PLACES = {
    "": {
        "what it is": "h1",
        "the questionnaire": ".hero-actions a",
        "search": ".hero input[type=search]",
        "the pillars": ".tile >> nth=5",
    },
    "services/housing/": {
        "what it is": "h1",
        "for whom": ".service-facts a",
        "whom to ask": WHOM,
    },
    "services/basic-living/": {"what it is": "h1", "whom to ask": WHOM},
    "situations/grandparents/": {
        "what it is": "h1",
        "what comes first": "[data-clause=guidance-for-guardians] h4",
    },
    "situations/lost-income/": {"what comes first": "[data-service=temporary-assistance] h3"},
    "check/": {"what it is": "h1", "the beginning": "[data-start]"},
}


@pytest.fixture
def large(browser: Browser, root: str) -> Iterator[Page]:
    """A page of a reader who has chosen large text."""
    with browser.new_context(viewport=SCREEN) as context:
        context.add_init_script(choose_large_text(root))
        yield context.new_page()


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("address", PLACES)
def test_what_matters_stands_within_two_screens(
    large: Page, root: str, address: str, prefix: str
) -> None:
    """What the page is, and what its reader came for."""
    large.goto(root + prefix + address)
    assert large.locator("html").get_attribute("data-size") == "large"
    places = {
        what: large.locator(where).first.evaluate(BOTTOM) for what, where in PLACES[address].items()
    }
    assert {what: place for what, place in places.items() if place > TWO_SCREENS} == {}


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_first_service_that_fits_stands_within_two_screens(
    large: Page, root: str, prefix: str
) -> None:
    """What to say and what is kept back are folded above it, for a family that has both."""
    start(large, f"{root}{prefix}check/")
    answer_all(large, {"age": ["7-15"], "disability": ["autism-or-intellectual"]})
    large.locator("[data-view=results][aria-busy=false]").wait_for()
    assert large.locator("[data-say]:visible, [data-kept]:visible").count() == 2
    assert large.locator("[data-whom]:visible").count() == 0
    assert large.locator(".result h3").first.evaluate(BOTTOM) < TWO_SCREENS


HEIGHTS = """() => [...document.querySelectorAll(".result h3")]
  .map((heading) => heading.querySelector("[data-title]"))
  .filter((title) => title.textContent.length <= 6)
  .map((title) => Math.round(title.getBoundingClientRect().height
    / parseFloat(getComputedStyle(title).lineHeight)))"""
"""How many lines each title of six characters takes."""


def test_a_title_of_six_characters_stands_on_one_line(large: Page, root: str) -> None:
    """On the cards of results, on the narrowest phone too, of what does not fit as well.

    Longer ones are broken between phrases.
    """
    large.set_viewport_size({"width": 320, "height": 640})
    start(large, f"{root}check/")
    answer_all(large, {"age": ["7-15"]})
    large.locator("[data-view=results][aria-busy=false]").wait_for()
    large.locator(".not-fitting > summary").click()
    lines = large.evaluate(HEIGHTS)
    assert set(lines) == {1}
    assert large.locator(".result h3 [data-title]").evaluate_all(FIND_BROKEN) == []


ENLARGED = ViewportSize(width=180, height=370)
"""A phone of 360 pixels whose browser shows everything at twice its size."""
FIND_LONE_MARKS = """(headings) => headings.flatMap((heading) => {
  const range = document.createRange();
  const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  const found = [];
  let bottom = 0;
  while (walker.nextNode()) {
    for (let at = 0; at < walker.currentNode.length; at += 1) {
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + 1);
      const box = range.getBoundingClientRect();
      const character = range.toString();
      if (bottom && box.top >= bottom - 4 && "，、。：；？！）".includes(character)) {
        found.push(heading.textContent);
      }
      if (box.height) bottom = box.bottom;
    }
  }
  return found;
})"""
"""Headings of which a line begins with a mark that must end one."""
READ_ROOM = """(input) => {
  const style = getComputedStyle(input);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = style.font;
  return {
    room: input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight),
    needed: pen.measureText(input.placeholder || "查找服务").width,
  };
}"""


@pytest.mark.parametrize("path", ["", "situations/", "situations/grandparents/"])
def test_what_a_browser_enlarges_is_whole(page: Page, root: str, path: str) -> None:
    """No line of a heading begins with a comma, the search field shows what it is for.

    What is folded, the code to share among it, is no wider than the screen.
    """
    page.set_viewport_size(ENLARGED)
    page.goto(root + path)
    headings = page.locator("main :is(h1, h2, h3, h4, .situations b)")
    assert headings.evaluate_all(FIND_LONE_MARKS) == []
    measured = page.locator("input[type=search]").first.evaluate(READ_ROOM)
    assert measured["room"] >= measured["needed"]
    page.locator("details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == ENLARGED["width"]


FIND_CUT_WORDS = """(elements) => elements.flatMap((element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    for (const word of walker.currentNode.data.matchAll(/[a-z]+/gi)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, word.index);
      range.setEnd(walker.currentNode, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((box) => box.top)).size > 1) found.push(word[0]);
    }
  }
  return found;
})"""
LARGER = "document.documentElement.style.fontSize = '200%'"
"""What a browser does that enlarges letters alone: no rule for narrow screens knows of it."""


@pytest.mark.parametrize(
    "path", ["", "situations/", "situations/grandparents/", "situations/dibao/"]
)
def test_words_are_whole_where_letters_are_twice_as_large(page: Page, root: str, path: str) -> None:
    """In titles, in both languages; no line begins with a mark that must end one."""
    page.set_viewport_size(SCREEN)
    places = "main :is(h1, .lead, .situations b, .button)"
    for prefix in ("", "en/"):
        page.goto(root + prefix + path)
        page.evaluate(LARGER)
        shown = page.locator(places)
        assert shown.evaluate_all(FIND_CUT_WORDS) == []
        assert shown.evaluate_all(FIND_LONE_MARKS) == []
        assert page.evaluate("document.documentElement.scrollWidth") == SCREEN["width"]


def test_long_words_may_be_hyphenated_on_a_phone_and_not_on_a_desk(page: Page, root: str) -> None:
    """Where even one word has no room, its break is to be seen."""
    for width, hyphens in ((360, "auto"), (1280, "manual")):
        page.set_viewport_size({"width": width, "height": 640})
        page.goto(f"{root}en/services/housing/")
        assert page.locator("main p").first.evaluate("p => getComputedStyle(p).hyphens") == hyphens
