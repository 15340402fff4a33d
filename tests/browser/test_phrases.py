"""Lines of Chinese headings end between phrases on every phone, in large text too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.checking import read_question, start
from tests.browser.driving import choose_large_text

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDTHS = (320, 360, 412)
SIZES = ("normal", "large")
FIND_BROKEN = """(headings) => headings.flatMap((heading) => {
  const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const range = document.createRange();
    const tops = [...node.data].map((character, at) => {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const [box] = range.getClientRects();
      return box && box.width > 1 ? Math.round(box.top) : null;
    });
    const line = tops.findIndex((top, at) =>
      at && top !== null && tops[at - 1] !== null && top > tops[at - 1] + 4
      && !/[\\s，、。：；？！）]/.test(node.data[at - 1]));
    if (line > 0) broken.push(`${node.data.slice(0, line)}/${node.data.slice(line)}`);
  }
  return broken;
})"""
"""Each text between two places where a line may end that is broken in its middle all the same."""
TRY_TITLES = f"""() => {{
  const heading = document.querySelector("h1");
  return titles.flatMap((title) => {{
    heading.innerHTML = title;
    return ({FIND_BROKEN})([heading]);
  }});
}}"""
"""What is broken of all titles of the list, each in place of a page's own."""
READ_TITLES = """async (address) => {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  self.titles = [...page.querySelectorAll(".card-title a")].map((link) => {
    link.querySelector(".number").remove();
    return link.innerHTML;
  });
  return titles.length;
}"""


@pytest.mark.parametrize("size", SIZES)
def test_no_title_of_a_service_is_broken_within_a_phrase(page: Page, root: str, size: str) -> None:
    """As the heading of its page, and among the cards of the list; copied, it is as it was."""
    if size == "large":
        page.add_init_script(choose_large_text(root))
    page.goto(f"{root}services/health-and-childcare/")
    assert page.evaluate(READ_TITLES, f"{root}services/") == 32
    title = page.locator("h1").inner_html()
    assert "<wbr>" in title
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(TRY_TITLES) == [], f"{width} px"
    page.goto(f"{root}services/")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        headings = page.locator("main :is(h1, h2, h3)")
        assert headings.evaluate_all(FIND_BROKEN) == [], f"{width} px"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", ["", "situations/autism/", "situations/", "pillars/development/"])
def test_no_heading_is_broken_within_a_phrase(page: Page, root: str, path: str, size: str) -> None:
    """Situations ask in whole sentences, which are longest of all; so do the links to them."""
    if size == "large":
        page.add_init_script(choose_large_text(root))
    page.goto(root + path)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        headings = page.locator("main :is(h1, h2, h3, h4, .situations b)")
        assert headings.evaluate_all(FIND_BROKEN) == [], f"{width} px"


@pytest.mark.parametrize("size", SIZES)
def test_no_title_that_a_script_writes_is_broken_within_a_phrase(
    page: Page, root: str, size: str
) -> None:
    """Of the search, which marks words of a title, and of the questionnaire; nor what is folded."""
    if size == "large":
        page.add_init_script(choose_large_text(root))
    page.goto(f"{root}search/#q=文化活动")
    page.locator("[data-strong] mark").first.wait_for()
    title = page.locator("[data-service=shelter-culture] [data-title]")
    assert title.first.inner_html().replace("<mark>", "").replace("</mark>", "") == (
        "救助<wbr>保护<wbr>机构<wbr>文化活动"
    )
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        assert page.locator("main h3").evaluate_all(FIND_BROKEN) == [], f"{width} px"
    start(page, f"{root}check/")
    while read_question(page):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 740})
            assert page.locator("main h1:visible").evaluate_all(FIND_BROKEN) == [], f"{width} px"
        page.locator("[data-skip]").click()
    page.locator("[data-view=results][aria-busy=false]").wait_for()
    # A title of six characters in large letters is wider than a card on the narrowest phone.
    widths = WIDTHS[1:] if size == "large" else WIDTHS
    assert "<wbr>" in page.locator("[data-service=shelter-culture] [data-title]").first.inner_html()
    assert page.locator("[data-kept] summary").is_visible()
    for width in widths:
        page.set_viewport_size({"width": width, "height": 740})
        headings = page.locator("main :is(h1, h2, h3, h4, summary)")
        assert headings.evaluate_all(FIND_BROKEN) == [], f"{width} px"


def test_a_heading_is_copied_named_and_found_as_it_reads(page: Page, root: str) -> None:
    """Where its lines may end is nothing to read."""
    page.goto(f"{root}services/health-and-childcare/")
    title = "健康和托育（3岁以下）服务"
    assert page.locator("h1").inner_text() == title
    assert page.get_by_role("heading", level=1, name=title, exact=True).count() == 1
    assert page.title().startswith(f"{title} · ")
    page.locator("h1").evaluate("(heading) => getSelection().selectAllChildren(heading)")
    assert page.evaluate("getSelection().toString()") == title
    assert page.evaluate("title => find(title)", title)
