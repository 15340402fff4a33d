"""Back, Forward, reload, the other language: answers stay with the reader, and nowhere else.

The browser keeps no pages left, as those inside other apps do not: what is still there is so by the
questionnaire's own doing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.checking import answer_all, read_question, read_verdicts, start, tap
from tests.browser.test_check import CHILD_OF_NINE, READ_STORAGE

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Page

    from tests.browser.driving import Witness

ASKING, RESULTS = "[data-view=asking]", "[data-view=results]"
LOST = {
    "": "回答没有存，已经没有了",
    "en/": "Your answers were kept nowhere else, so they are gone",
}
CLASH = {
    "": ("不到 3 岁的孩子，还上不了小学、中学。请再看看，有没有点错。", "改“年龄”", "改“上学”"),
    "en/": ("too young for primary school or beyond. Please look again", "Age", "School"),
}
COUNT_BARS = "() => document.querySelectorAll('.top, .bottom').length"


@pytest.fixture
def dialogs(page: Page) -> list[str]:
    """The kinds of what the browser asks; each is answered with yes."""
    kinds: list[str] = []

    def accept(dialog: Dialog) -> None:
        kinds.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    return kinds


def go(page: Page, way: int) -> None:
    """Go back or forward by a step, and be there: news of an entry before may still be coming."""
    there = page.evaluate("() => history.state.step") + way
    page.evaluate("way => history.go(way)", way)
    page.wait_for_function("step => history.state?.step === step", arg=there)


def leave(page: Page, url: str) -> None:
    """Go back from the first screen, to the page that was read before."""
    assert page.evaluate("() => history.state.step") == 0
    page.evaluate("() => history.back()")
    page.wait_for_url(url)


def answer_some(page: Page, count: int) -> list[str]:
    """Answer some questions, and tell which."""
    asked = []
    for _ in range(count):
        asked.append(read_question(page))
        tap(page, asked[-1], CHILD_OF_NINE[asked[-1]])
    return asked


def expect_question(page: Page, fact: str) -> None:
    """One question is on the screen, as it was answered; reading goes on at it."""
    field = page.locator(f"{ASKING} fieldset[data-fact={fact}]")
    expect(field).to_be_visible()
    expect(field.locator("h1")).to_be_focused()


def open_service(page: Page) -> str:
    """Open a service far down the results; give its title."""
    link = page.locator("[data-group=yes] h3 a").nth(3)
    link.click()
    page.locator("[data-return]").wait_for()
    expect(page.locator("main h1")).to_be_focused()
    return page.locator("main h1").inner_text()


def test_back_and_forward_lead_from_question_to_question(
    page: Page, root: str, dialogs: list[str]
) -> None:
    """Each as it was answered; at the end Back leaves, as from any page."""
    page.goto(f"{root}404.html")
    start(page, f"{root}check/")
    asked = answer_some(page, 3)
    waiting = read_question(page)
    for fact in reversed(asked):
        go(page, -1)
        expect_question(page, fact)
        ticked = page.locator(f"fieldset[data-fact={fact}] :checked")
        assert [box.get_attribute("value") for box in ticked.all()] == CHILD_OF_NINE[fact]
    for fact in [*asked[1:], waiting]:
        go(page, 1)
        expect_question(page, fact)
    for _ in range(4):
        go(page, -1)
    expect(page.locator("[data-view=start] h1")).to_be_focused()
    leave(page, f"{root}404.html")
    assert dialogs == ["beforeunload"]


def test_a_question_answered_anew_leads_on_and_back_through_all(page: Page, root: str) -> None:
    """From an earlier question one goes on to what is open; Back then shows those between."""
    start(page, f"{root}check/")
    asked = answer_some(page, 3)
    waiting = read_question(page)
    go(page, -1)
    go(page, -1)
    expect_question(page, asked[1])
    page.locator(f"{ASKING} [type=submit]").click()
    expect_question(page, waiting)
    page.locator(f"{ASKING} [data-back]").click()
    expect_question(page, asked[2])
    go(page, 1)
    expect_question(page, waiting)


def test_a_service_opens_where_the_answers_are(page: Page, witness: Witness, root: str) -> None:
    """Back shows the results as they were left, Forward the service; nothing is stored or told."""
    start(page, f"{root}check/")
    answer_all(page, CHILD_OF_NINE)
    verdicts, storage = read_verdicts(page), page.evaluate(READ_STORAGE)
    witness.requests.clear()
    title = open_service(page)
    assert {url.removeprefix(root) for url in witness.requests} == {
        "scripts/check/turning.mjs",
        "services/school-places/",
        "scripts/copy.mjs",
        "scripts/today.mjs",
    }
    assert page.title().startswith(title)
    assert page.locator("[rel=canonical]").get_attribute("href") == page.locator(
        "[property='og:url']"
    ).get_attribute("content")
    assert page.evaluate(COUNT_BARS) == 2
    assert page.evaluate(READ_STORAGE) == storage
    go(page, -1)
    expect(page.locator(f"{RESULTS} h3 a:focus")).to_contain_text(title)
    assert page.evaluate("scrollY") > 500
    assert read_verdicts(page) == verdicts
    go(page, 1)
    expect(page.locator("main h1")).to_have_text(title)
    page.locator("main h2 + ul a, main .card a").last.click()
    expect(page.locator("main h1")).not_to_have_text(title)
    page.locator("[data-return]").click()
    expect(page.locator(f"{RESULTS} h3 a:focus")).to_contain_text(title)
    assert page.evaluate(READ_STORAGE) == storage
    assert witness.failures == []


def test_the_language_is_switched_in_the_middle(page: Page, witness: Witness, root: str) -> None:
    """The question stands in the other language as it was; so do results, and a service."""
    start(page, f"{root}check/?list=2025&services=housing#why-age")
    place = page.evaluate("location.search + location.hash")
    asked = answer_some(page, 2)
    go(page, -1)
    page.locator(".switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect_question(page, asked[1])
    assert page.url == f"{root}en/check/{place}"
    icon = page.evaluate("document.querySelector('link[rel=icon]').href")
    assert icon == f"{root}images/logo.svg"
    assert page.title().startswith("What my child can get")
    ticked = page.locator(f"fieldset[data-fact={asked[1]}] :checked")
    assert [box.get_attribute("value") for box in ticked.all()] == CHILD_OF_NINE[asked[1]]
    answer_all(page, CHILD_OF_NINE)
    verdicts = read_verdicts(page)
    assert "you answered “7 to 15”" in page.locator(RESULTS).inner_text()
    title = open_service(page)
    page.locator(".switch").click()
    expect(page.locator("main h1")).not_to_have_text(title)
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    go(page, -1)
    expect(page.locator(f"{RESULTS} h1")).to_be_visible()
    assert read_verdicts(page) == verdicts
    assert "您答“7 到 15 岁”" in page.locator(RESULTS).inner_text()
    assert page.url == f"{root}check/{place}"
    page.evaluate("() => history.go(-history.state.step)")
    expect(page.locator("[data-view=shared] h1")).to_have_text("有人转给您这些服务")
    assert witness.failures == []


@pytest.mark.parametrize("locale", LOST)
def test_a_reload_is_asked_for_and_told(
    page: Page, root: str, dialogs: list[str], locale: str
) -> None:
    """The browser asks first; where the reader goes on, the page says that the answers are gone."""
    page.goto(f"{root}404.html")
    start(page, f"{root}{locale}check/")
    answer_some(page, 3)
    page.reload()
    expect(page.locator("[data-view=start] [data-status]")).to_contain_text(LOST[locale])
    assert dialogs == ["beforeunload"]
    page.wait_for_function("() => history.state.step === 0")
    go(page, 1)
    expect(page.locator("[data-view=start] h1")).to_be_visible()
    page.locator("[data-start]").click()
    page.locator(f"{ASKING} fieldset:visible").wait_for()
    assert page.locator(":checked").count() == 0
    go(page, -1)
    go(page, -1)
    leave(page, f"{root}404.html")


def test_nothing_is_asked_where_nothing_would_be_lost(
    page: Page, root: str, dialogs: list[str]
) -> None:
    """Neither before the first answer, nor for a call, nor after clearing; to skip is no answer."""
    start(page, f"{root}check/")
    page.locator("[data-skip]").click()
    page.reload()
    start(page, f"{root}check/")
    answer_all(page, CHILD_OF_NINE)
    page.locator("[href^='tel:']:visible").first.click()
    page.wait_for_timeout(300)
    page.locator("[data-clear]").click()
    expect(page.locator("[data-view=start] h1")).to_be_focused()
    page.reload()
    assert dialogs == []


def test_cleared_answers_do_not_come_back(page: Page, root: str) -> None:
    """Forward shows the first screen, and what is begun there is begun anew."""
    start(page, f"{root}check/")
    first = answer_some(page, 3)[0]
    page.locator("[data-see]").click()
    page.locator("[data-clear]").click()
    page.wait_for_function("() => history.state.step === 0")
    page.evaluate("() => history.go(2)")
    page.wait_for_function("() => history.state.step === 2")
    expect(page.locator("[data-view=start] h1")).to_be_visible()
    page.locator("[data-start]").click()
    expect_question(page, first)
    assert page.locator(":checked").count() == 0


def test_back_leads_from_another_child_to_the_first(page: Page, root: str) -> None:
    """Each child has its own answers, on every screen that was theirs."""
    start(page, f"{root}check/")
    answer_all(page, CHILD_OF_NINE)
    verdicts = read_verdicts(page)
    page.locator("[data-another]").click()
    fact = read_question(page)
    tap(page, fact, {"age": ["0-2"], "stage": ["none"]}[fact])
    for _ in range(2):
        go(page, -1)
    expect(page.locator(RESULTS)).to_be_visible()
    assert read_verdicts(page) == verdicts


def test_a_place_within_the_page_is_a_step_of_its_own(page: Page, root: str) -> None:
    """The link past the header is followed; the question stays, and Back does not lose it."""
    start(page, f"{root}check/")
    answer_some(page, 2)
    waiting = read_question(page)
    page.locator(".skip").evaluate("link => link.click()")
    page.wait_for_function("() => history.state?.step === 4")
    assert read_question(page) == waiting
    tap(page, waiting, CHILD_OF_NINE[waiting])
    page.locator("[data-back]").click()
    assert read_question(page) == waiting


def test_answers_that_clash_are_told_and_lead_to_each(page: Page, root: str) -> None:
    """Kindly, on the way and with the results; nothing is held up, and either can be changed."""
    for locale, words in CLASH.items():
        start(page, f"{root}{locale}check/")
        clash = {**CHILD_OF_NINE, "age": ["0-2"], "stage": ["senior-high"]}
        while not page.locator(f"{ASKING} .clash").count():
            fact = read_question(page)
            tap(page, fact, clash[fact])
        told = page.locator("[data-view]:visible [data-clashes]")
        expect(told).to_have_attribute("role", "status")
        for said in words:
            assert said in told.inner_text()
        answer_all(page, clash)
        assert len(read_verdicts(page)) == 32
        assert words[0] in told.inner_text()
        told.locator("button").nth(1).click()
        expect_question(page, "stage")
        tap(page, "stage", ["none"])
        answer_all(page, clash)
        expect(page.locator(".clash")).to_have_count(0)


def test_the_switch_of_language_keeps_place_and_query(page: Page, root: str) -> None:
    """What is searched for, and the row of the notice; without scripts the link is as it was."""
    shared = "en/check/?list=2025&services=housing"
    for address in ("search/#q=%E7%96%AB%E8%8B%97", "notice/#row-7", shared):
        page.goto(root + address)
        page.locator("[data-module=large-text]:not([hidden])").wait_for()
        other = address.removeprefix("en/") if address.startswith("en/") else f"en/{address}"
        page.locator(".switch").click()
        page.wait_for_url(root + other)


@pytest.mark.parametrize(("path", "other"), [("en/check/", "check/"), ("check/", "en/check/")])
def test_a_reload_after_a_switch_of_language_stays_in_it(
    page: Page, root: str, path: str, other: str
) -> None:
    """What was answered is gone; the address is that of the page, so that its links are right."""
    start(page, root + path)
    answer_all(page, {"age": ["3-5"]})
    language = page.locator("html").get_attribute("lang")
    page.locator("a.switch").click()
    page.wait_for_url(root + other)
    page.locator("[data-view=results]").wait_for()
    page.reload()
    expect(page.locator("[data-view=start] [data-status]")).not_to_be_empty()
    page.wait_for_function("history.state.step === 0")
    for _ in range(2):  # and where Forward leads
        expect(page.locator("html")).not_to_have_attribute("lang", language or "")
        assert page.url == root + other
        assert page.evaluate("document.querySelector('a.switch').href") == root + path
        page.go_forward()
