"""Pages on paper: A4, and each sheet ends where a reader can go on."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.browser.checking import (
    answer_all,
    lay_on_paper,
    read_question,
    read_verdicts,
    start,
    tap,
)
from tests.browser.kinds import ADDRESSES
from tests.publicity.scanning import read_pages, squeeze

if TYPE_CHECKING:
    from playwright.sync_api import Page

LEADING = "h2, h3, h4, dt, summary, legend, caption, thead tr, .notice-name"
"""What only leads to what follows it."""
TOUCHING = re.compile(
    r"点开|点一下|点击|轻点|点这里|长按|按一下|觉得不对|looks wrong|\bopen (?:it|each)\b"
    r"|(?<!from a )\btap\b|\bclick\b|\bpress (?:“|here\b|and hold|it\b|(?-i:the)\b|to\b)",
    re.IGNORECASE,
)
"""What is said of a screen, and cannot be done on paper."""
FOLDED = ".reading details > dl, .kit-service > :not(summary)"
"""What is closed on a screen, and of which a page says that it is there."""
FAMILY = {
    "age": ["7-15"],
    "stage": ["compulsory"],
    "hukou": ["other-province"],
    "residence_permit": ["yes"],
    "hardship": ["low-income"],
    "disability": ["other"],
    "care": ["none"],
    "housing_difficulty": ["no"],
}

PERSONAL = {"psychiatric-rehabilitation", "basic-living"}
"""What does not fit the family for an answer that is not told."""

OPEN = """() => {
  dispatchEvent(new Event("beforeprint"));
  return document.querySelector(".reading details[open]");
}"""
"""Until the scripts are there."""
READ_LINES = "(parts) => parts.flatMap((part) => part.innerText.split('\\n'))"


def strip(text: str) -> str:
    """The letters and digits of a text: marks are drawn by other signs, and spaces are none."""
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_sheet_of_paper_can_be_read_on_its_own(page: Page, root: str, address: str) -> None:
    """None ends with a heading or the head of a table alone, none is empty or says what to tap.

    What is closed on a screen is there, every word of it.
    """
    page.goto(root + address)
    page.emulate_media(media="print")
    leading = {squeeze(text) for text in page.locator(LEADING).all_inner_texts()}
    folded = page.locator(FOLDED).evaluate_all(READ_LINES)
    sheets = [text.strip() for text in read_pages(page.pdf(format="A4"))]
    assert all(sheets)
    assert TOUCHING.findall(" ".join(" ".join(sheets).split())) == []
    printed = strip("".join(sheets))
    assert [line for line in folded if strip(line) not in printed] == []
    # A table that goes on begins anew with its head: what ended the sheet was a cell of it.
    heads = {squeeze(text) for text in page.locator("thead tr").all_inner_texts()}
    ends = [squeeze(text.splitlines()[-1]) for text in sheets]
    begins = [*(squeeze(text.splitlines()[0]) for text in sheets[1:]), ""]
    alone = [e for e, b in zip(ends, begins, strict=True) if e in heads or b not in heads]
    assert [end for end in alone if end in leading] == []


def test_the_explanation_of_every_reading_is_on_paper(page: Page, root: str) -> None:
    """Also by a browser that cannot open it by its styles: a script does, and closes it after."""
    page.goto(f"{root}en/readings/")
    count = page.locator(".reading").count()
    assert count > 30
    printed = "\n".join(read_pages(page.pdf(format="A4")))
    assert len(re.findall(r"^Why\b", printed, re.MULTILINE)) == count
    page.add_init_script("CSS.supports = () => false;")
    page.reload()
    opened = page.locator(".reading details[open]")
    page.wait_for_function(OPEN)
    assert opened.count() == count
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert opened.count() == 0


@pytest.mark.parametrize(("locale", "words"), [("", "看来不适合"), ("en/", "This does not fit")])
def test_results_on_paper_name_what_does_not_fit(
    page: Page, root: str, locale: str, words: str
) -> None:
    """As many titles as are counted, none that turns on a personal question; no reasons."""
    start(page, f"{root}{locale}check/")
    answer_all(page, FAMILY)
    verdicts = read_verdicts(page)
    lay_on_paper(page)
    titles = page.locator("[data-group=no] h3 [data-title]").all_text_contents()
    leads = [strip(text) for text in page.locator(".group-lead:visible").all_inner_texts()]
    sheets = read_pages(page.pdf(format="A4"))
    assert leads
    assert [text for text in sheets if strip(text).endswith(tuple(leads))] == []
    sheet = "\n".join(sheets)
    counted = re.search(rf"^{words}\s*(\d+)", sheet, re.MULTILINE)
    assert counted
    assert len(verdicts) == 32
    denied = {name for name, (told, _) in verdicts.items() if told == "no"}
    assert int(counted[1]) == len(titles) == len(denied - PERSONAL)
    listed = strip(sheet[counted.start() :])
    assert [title for title in titles if strip(title) not in listed] == []
    paper = page.locator("[data-view=paper] [data-group=no] .result")
    assert paper.count() == len(titles)
    assert paper.locator("> :not(h3)").count() == 0
    assert TOUCHING.findall(sheet) == []


@pytest.mark.parametrize(("locale", "count"), [("", 5), ("en/", 8)])
def test_results_fill_their_sheets(page: Page, root: str, locale: str, count: int) -> None:
    """Where much is left open, too: in two columns, whose cards are not parted."""
    start(page, f"{root}{locale}check/")
    answer_all(page, {"age": ["7-15"]})
    page.locator("[data-view=results][aria-busy=false]").wait_for()
    assert len(read_pages(page.pdf(format="A4"))) <= count


@pytest.mark.parametrize(("locale", "day"), [("", "2026年9月3日"), ("en/", "3 September 2026")])
def test_results_say_when_they_were_printed_as_the_site_writes_a_day(
    page: Page, root: str, locale: str, day: str
) -> None:
    """And not as browsers do where no country is named."""
    page.clock.set_fixed_time(datetime(2026, 9, 3, 12, tzinfo=UTC))
    start(page, f"{root}{locale}check/")
    answer_all(page, {"age": ["7-15"]})
    page.locator("[data-view=results][aria-busy=false]").wait_for()
    assert strip(day) in strip("".join(read_pages(page.pdf(format="A4"))))


def test_a_question_on_the_screen_prints_the_whole_form_empty(page: Page, root: str) -> None:
    """To be filled in by hand: no answer is printed, and the question is there again after."""
    page.goto(f"{root}check/")
    questions = page.locator("[data-questions] legend").all_text_contents()
    start(page, f"{root}check/")
    tap(page, "age", ["7-15"])
    asked = read_question(page)
    (sheet,) = read_pages(page.pdf(format="A4"))
    assert [words for words in questions if strip(words) not in strip(sheet)] == []
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("legend:visible").count() == len(questions)
    assert page.locator(":checked:visible, button:visible").count() == 0
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert read_question(page) == asked
    assert page.locator("[data-questions]").count() == 1


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
