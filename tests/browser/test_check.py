"""The questionnaire: asking, going back, changing, and what becomes of the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.checking import (
    answer_all,
    lay_on_paper,
    read_question,
    read_verdicts,
    start,
    take_back,
    tap,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.driving import Witness

CHILD_OF_NINE = {
    "age": ["7-15"],
    "stage": ["compulsory"],
    "hukou": ["other-province"],
    "residence_permit": ["yes"],
    "hardship": ["low-income"],
    "housing_difficulty": ["no"],
    "parent_support": ["work"],
    "disability": ["none"],
    "care": ["none"],
    "mental_health": ["none"],
}
COUNT_LINES = """(buttons) => buttons.map((button) => {
  const words = document.createRange();
  words.selectNodeContents(button);
  return words.getClientRects().length;
})"""
READ_STORAGE = """async () => [
  JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie,
  location.href,
  (await indexedDB.databases()).length,
]"""


WITHOUT_WORKER = """
ServiceWorkerContainer.prototype.register = () => %s;
const { setTimeout: rest } = self;
self.setTimeout = (act, time, ...more) => (time === 1500 ? 0 : rest(act, time, ...more));
"""
"""No service worker can be registered, and the time that one is waited for never passes."""


@pytest.mark.parametrize("answer", ["Promise.reject(new Error('blocked'))", "Promise.resolve()"])
def test_where_no_worker_can_be_had_none_is_waited_for(page: Page, root: str, answer: str) -> None:
    """A browser refuses it, or something in it does as if."""
    page.add_init_script(WITHOUT_WORKER % answer)
    start(page, f"{root}check/")


def test_nothing_leaves_the_page_and_nothing_is_kept(page: Page, root: str) -> None:
    """From the first answer to the end: no request, no storage, no cookie, no new address."""
    start(page, f"{root}check/")
    before = page.evaluate(READ_STORAGE)
    requests: list[str] = []
    page.context.on("request", lambda request: requests.append(request.url))
    answer_all(page, CHILD_OF_NINE)
    page.locator("[data-open-share]").click()
    page.locator("[data-qr]").click()
    expect(page.locator("[data-picture] svg")).to_be_visible()
    page.locator("[data-given] button").nth(3).click()
    page.locator("[data-back]").click()
    answer_all(page, CHILD_OF_NINE)
    page.locator("[data-another]").click()
    answer_all(page, {})
    page.wait_for_timeout(300)
    assert requests == []
    assert page.evaluate(READ_STORAGE) == before
    page.wait_for_function("() => history.state.step === history.length - 2")
    assert set(page.evaluate("() => history.state")) == {"step"}
    page.locator("[data-clear]").click()
    expect(page.locator("[data-start]")).to_be_visible()
    assert page.evaluate(READ_STORAGE) == before
    assert "已清空" in page.locator("[data-view=start] [data-status]").inner_text()


def test_answers_are_gone_after_clearing_and_after_leaving(page: Page, root: str) -> None:
    """Nothing is ticked, and the first question stands as at first."""
    start(page, f"{root}check/")
    first = read_question(page)
    answer_all(page, CHILD_OF_NINE)
    page.locator("[data-clear]").click()
    page.locator("[data-start]").click()
    assert read_question(page) == first
    assert page.locator(":checked").count() == 0
    assert page.locator("[data-so-far]").is_hidden()
    tap(page, first, CHILD_OF_NINE[first])
    page.goto(f"{root}404.html")
    start(page, f"{root}check/")
    assert read_question(page) == first
    assert page.locator(":checked").count() == 0


def test_back_never_loses_an_answer(page: Page, root: str) -> None:
    """Each question stands again as it was answered; from there one goes on to what is open."""
    start(page, f"{root}check/")
    asked = []
    for _ in range(4):
        asked.append(read_question(page))
        tap(page, asked[-1], CHILD_OF_NINE[asked[-1]])
    for fact in reversed(asked):
        page.locator("[data-back]").click()
        assert read_question(page) == fact
        ticked = page.locator(f"fieldset[data-fact={fact}] :checked")
        assert [box.get_attribute("value") for box in ticked.all()] == CHILD_OF_NINE[fact]
    page.locator("[data-back]").click()
    expect(page.locator("[data-view=start]")).to_be_visible()
    page.locator("[data-start]").click()
    assert read_question(page) == asked[0]
    page.locator("[data-view=asking] [type=submit]").click()
    assert read_question(page) not in asked
    while read_question(page):
        page.locator("[data-skip]").click()
    assert len(read_verdicts(page)) == 32
    given = page.locator("[data-answers]").inner_text()
    assert given.count("没有说") == page.locator("[data-answers] > div").count() - len(asked)


def test_an_answer_is_changed_from_the_results(page: Page, root: str) -> None:
    """One tap on the answer, one on another: the results follow, the other answers stay."""
    start(page, f"{root}check/")
    answer_all(page, CHILD_OF_NINE)
    before = read_verdicts(page)
    line = page.locator("[data-answers] > div", has_text="居住证")
    line.locator("button").click()
    assert read_question(page) == "residence_permit"
    tap(page, "residence_permit", ["no"])
    after = read_verdicts(page)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"school-places"}
    assert (before["school-places"][0], after["school-places"][0]) == ("yes", "depends")


def test_the_word_that_changes_an_answer_is_never_broken(page: Page, root: str) -> None:
    """On a phone, beside the longest answers."""
    page.set_viewport_size({"width": 360, "height": 740})
    start(page, f"{root}en/check/")
    answer_all(page, CHILD_OF_NINE)
    page.locator("[data-view=results][aria-busy=false]").wait_for()
    lines = page.locator("[data-answers] button").evaluate_all(COUNT_LINES)
    assert set(lines) == {1}
    assert len(lines) > 1


def test_results_show_early_and_the_questions_go_on(page: Page, root: str) -> None:
    """After one answer the results can be seen, say how many questions are left, and lead on."""
    start(page, f"{root}check/")
    assert page.locator("[data-so-far]").is_hidden()
    first = read_question(page)
    tap(page, first, CHILD_OF_NINE[first])
    line = page.locator("[data-so-far]")
    assert "项适合" in line.inner_text()
    waiting = read_question(page)
    page.locator("[data-see]").click()
    expect(page.locator("[data-view=results] h1")).to_be_focused()
    assert "题没答" in page.locator("[data-more]").inner_text()
    page.locator("[data-resume]").click()
    assert read_question(page) == waiting


def test_another_child_keeps_the_answers_of_the_family(page: Page, root: str) -> None:
    """Only what is about the child is asked again."""
    start(page, f"{root}check/")
    answer_all(page, CHILD_OF_NINE)
    page.locator("[data-another]").click()
    asked = []
    while fact := read_question(page):
        asked.append(fact)
        tap(page, fact, CHILD_OF_NINE[fact])
    family = {"residence_permit", "hardship", "housing_difficulty", "parent_support"}
    assert not family & set(asked)
    assert {"age", "stage"} <= set(asked)
    assert len(read_verdicts(page)) == 32
    assert "收入低" in page.locator("[data-answers]").inner_text()


def test_what_told_of_one_child_alone_is_asked_of_another(page: Page, root: str) -> None:
    """Support of one child in extreme poverty says nothing of a brother or sister."""
    start(page, f"{root}check/")
    answer_all(page, CHILD_OF_NINE | {"hardship": ["extreme-poverty", "low-income"]})
    page.locator("[data-another]").click()
    asked = []
    while fact := read_question(page):
        asked.append(fact)
        tap(page, fact, CHILD_OF_NINE[fact])
    assert "hardship" in asked
    assert not {"residence_permit", "housing_difficulty", "parent_support"} & set(asked)
    assert "特困" not in page.locator("[data-answers]").inner_text()


def test_sensitive_questions_say_so_once_and_are_skipped_together(page: Page, root: str) -> None:
    """The announcement takes the focus; one tap passes all of them; they are shown nowhere."""
    start(page, f"{root}check/")
    notice = page.locator("[data-view=asking] [data-sensitive]")
    while not notice.is_visible():
        fact = read_question(page)
        tap(page, fact, CHILD_OF_NINE[fact])
        expect(page.locator(f"fieldset[data-fact={fact}]")).to_be_hidden()
    expect(notice).to_be_focused()
    first = read_question(page)
    tap(page, first, ["other"])
    assert notice.is_hidden()
    page.locator("[data-skip-sensitive]").click()
    sensitive = {"disability", "care", "mental_health"}
    assert answer_all(page, CHILD_OF_NINE) <= 1
    assert read_question(page) not in sensitive
    assert len(read_verdicts(page)) == 32
    results = page.locator("[data-view=results]").inner_text()
    assert "其他残疾" not in results
    assert "答了，不显示" in results


def test_none_of_these_excludes_the_others(page: Page, root: str) -> None:
    """Ticking it unticks the rest, and the rest unticks it; with keys nobody is carried on."""
    start(page, f"{root}check/")
    while read_question(page) != "hardship":
        page.locator("[data-skip]").click()
    field = page.locator("fieldset[data-fact=hardship]")
    field.locator("[value=low-income]").click()
    field.locator("[value=sudden]").click()
    field.locator("[value=none]").press("Space")
    assert [e.get_attribute("value") for e in field.locator(":checked").all()] == ["none"]
    field.locator("[value=sudden]").press("Space")
    assert [e.get_attribute("value") for e in field.locator(":checked").all()] == ["sudden"]
    assert read_question(page) == "hardship"


def test_next_without_an_answer_says_what_to_do(page: Page, root: str) -> None:
    """The error stands with the question and is read with it; the focus is on the first answer."""
    start(page, f"{root}en/check/")
    fact = read_question(page)
    page.locator("[data-view=asking] [type=submit]").click()
    field = page.locator(f"fieldset[data-fact={fact}]")
    assert "Skip" in field.locator("#check-error").inner_text()
    assert (field.get_attribute("aria-describedby") or "").split()[0] == "check-error"
    expect(field.locator("input").first).to_be_focused()
    page.locator("[data-skip]").click()
    expect(page.locator("#check-error")).to_have_count(0)


def test_a_keyboard_is_enough(page: Page, witness: Witness, root: str) -> None:
    """Arrows choose without going on, Enter goes on, and the focus is on each new question."""
    page.goto(f"{root}check/")
    page.locator("[data-start]").focus()
    page.keyboard.press("Enter")
    page.locator("[data-view=asking] fieldset:visible").wait_for()
    while fact := read_question(page):
        focused = page.locator(":focus")
        assert focused.evaluate("e => e.matches('fieldset h1, [data-sensitive]')")
        field = page.locator(f"fieldset[data-fact={fact}]")
        field.locator("input").first.focus()
        page.keyboard.press("Space")
        if field.get_attribute("data-choose") == "one":
            page.keyboard.press("ArrowDown")
            expect(field.locator("input").nth(1)).to_be_checked()
        assert read_question(page) == fact
        page.keyboard.press("Enter")
        expect(field).to_be_hidden()
    expect(page.locator("[data-view=results] h1")).to_be_focused()
    assert witness.failures == []


def test_a_reader_who_hears_the_results_is_told_all_and_nothing_idle(page: Page, root: str) -> None:
    """No list is empty, and each way to say that a result is wrong has a name of its own."""
    start(page, f"{root}en/check/")
    answer_all(page, CHILD_OF_NINE)
    page.locator("[data-view=results][aria-busy=false]").wait_for()
    assert page.locator("[data-view=results] ul:visible:not(:has(*))").count() == 0
    wrong = page.locator("[data-view=results] [data-rule]")
    names = wrong.evaluate_all("(links) => links.map((link) => link.ariaLabel)")
    assert len(set(names)) == len(names)
    assert "Looks wrong? Healthcare security services" in names
    said = page.locator("[data-say-words]").text_content() or ""
    assert said.endswith(
        "I would like to ask: How can we get what the list names under 24, 29, 30? "
        "Can we have what the list names under 14, 16?"
    )


def test_without_scripts_the_page_says_that_nothing_is_worked_out(
    browser: Browser, root: str
) -> None:
    """The form is there to be ticked, and the rules to hold it against."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{root}en/check/")
        assert page.locator("noscript").inner_text() == (
            "Scripts are off, so nothing is worked out: tick, then see the rules below."
        )
        page.locator("[data-start]").click()
        assert page.locator("legend:visible").count() == 10
        assert page.locator(".check-ways a[href='rules/']").is_visible()


def test_paper_shows_answers_only_if_the_reader_ticks_it(page: Page, root: str) -> None:
    """The sheet has services, departments, reasons, revision and date; answers only on request."""
    start(page, f"{root}check/")
    answer_all(page, {**CHILD_OF_NINE, "disability": ["other"]})
    tick = page.locator("[data-with-answers]")
    lay_on_paper(page)
    sheet = page.locator("main")
    text = sheet.inner_text()
    for said in ("2025 年版", "打印日期", "市教育局", "清单写“义务教育阶段”"):
        assert said in text
    assert "您答" not in text
    assert "收入低，日子紧" not in text
    assert "残疾" not in text
    assert page.locator("button:visible, header nav:visible").count() == 0
    take_back(page)
    tick.check()
    lay_on_paper(page)
    text = sheet.inner_text()
    assert "您答" in text
    assert "收入低，日子紧" in text
    assert "残疾" not in text
