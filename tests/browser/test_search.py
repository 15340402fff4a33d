"""The search page in a real browser: results, address, keyboard, input methods, hostile input."""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from carelist.catalog.loading import load_catalog
from carelist.search.documents import make_library
from carelist.search.engine import Engine
from playwright.sync_api import expect

from bench.searching import open_own
from tests.browser.driving import DESK
from tests.site.building import CATALOG
from tests.speaking import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from tests.browser.driving import Witness

expect.set_options(timeout=20_000)
SHOWN = "[data-results] [data-service]"
HALF_TYPED = 1500
"""Milliseconds in which an input method that nobody saw begin would go on, as page.mjs has it."""
FIRST = 10
"""Results at once, as results.mjs has it."""
LIST = "(all) => all.map((one) => one.dataset.service)"
QUERIES = (("zh", "两口子都打工没人接孩子"), ("zh", "hospital"), ("en", "yibao"))
"""In the page's own language, in the other, in pinyin; tests/search/test_twins.py asks them all."""
MOST_IN_ADDRESS = 1000
"""Servers refuse longer ones."""
HOSTILE = (
    ":~+^*",
    "title:残疾 +就业 -教育 ~2 ^10",
    "<img src=x onerror=alert(1)><script>document.title='run'</script>",
    "</template>\"'`${1}",
    "👨‍👩‍👧😀",
    "ＨＩＶ　残疾",
    "a",
    "残" * 10_000,
    "constructor __proto__ hasOwnProperty",
    "\u202e\u0000\ufeff",
)


@pytest.fixture(scope="module")
def engines() -> dict[str, Engine]:
    """The search in Python."""
    catalog = load_catalog(CATALOG)
    return {locale.tag: Engine(make_library(catalog, locale)) for locale in LOCALES}


def find_path(locale: str, query: str = "") -> str:
    """The address of the search page."""
    path = "search/" if locale == "zh" else "en/search/"
    return f"{path}#q={quote(query)}" if query else path


def type_into_field(page: Page, text: str) -> None:
    """Type as on a keyboard."""
    page.locator("#q").click()
    page.keyboard.type(text)


def compose(letters: str) -> dict[str, str | int]:
    """What an input method tells the browser of letters that are not yet characters."""
    return {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)}


@contextmanager
def hold_scripts(page: Page, pattern: str = "**/site.mjs") -> Iterator[None]:
    """Let the scripts of a page arrive only afterwards."""
    held: list[Route] = []
    released = False

    def hold(route: Route) -> None:
        if released:
            route.continue_()
        else:
            held.append(route)

    page.route(pattern, hold)
    yield
    released = True
    for route in held:
        route.continue_()


@pytest.mark.parametrize(("locale", "query"), QUERIES)
def test_the_browser_gives_what_python_gives(  # noqa: PLR0913, PLR0917  # fixtures
    page: Page, witness: Witness, root: str, engines: dict[str, Engine], locale: str, query: str
) -> None:
    """The same services in the same order, strong ones before weaker ones."""
    hits = engines[locale].search(query)[:FIRST]
    page.goto(root + find_path(locale, query))
    expect(page.locator("[data-status]").first).not_to_be_empty()
    for name, strong in (("strong", True), ("weak", False)):
        shown = page.locator(f"[data-{name}] > [data-service]").evaluate_all(LIST)
        assert shown == [hit.id for hit in hits if hit.is_strong is strong][: len(shown) or None]
    assert page.locator(SHOWN).count() == len(hits)
    assert page.locator("[data-weak-section]").is_visible() is any(not h.is_strong for h in hits)
    assert witness.failures == []


def test_the_bench_reads_what_is_shown(page: Page, root: str, engines: dict[str, Engine]) -> None:
    """A telephone number that is asked for, then services; what cannot wait is no answer."""
    search = open_own(page, root, "zh")
    for query, named in (("打针", []), ("儿子想死", []), ("打110报警", ["hotline/110"])):
        hits = [hit.id for hit in engines["zh"].search(query)[:FIRST]]
        assert search(query) == [*named, *hits]


def test_every_substring_of_official_text_is_found(page: Page, root: str) -> None:
    """A sample of what Python tests wholly, typed into the field."""
    service = next(s for s in load_catalog(CATALOG).latest.services if s.id == "housing")
    page.goto(root + find_path("zh"))
    more = page.locator("[data-more]")
    for start in range(0, len(service.task) - 6, 5):
        part = service.task[start : start + 2 + start % 5]
        page.locator("#q").fill(part)
        expect(page.locator("[data-status]").first).to_contain_text(part)
        while more.is_visible():
            more.click()
        expect(page.locator(f"{SHOWN}[data-service=housing]")).to_be_visible()


def test_what_is_typed_before_the_scripts_are_there_is_found(page: Page, root: str) -> None:
    """A quick reader is at the field first, and never leaves it."""
    typed: list[str] = []

    def type_first(route: Route) -> None:
        page.locator("#q").fill("打针")
        typed.append(route.request.url)
        route.continue_()

    page.route("**/scripts/site.mjs", type_first)
    page.goto(root + find_path("zh"))
    expect(page.locator(SHOWN).first).to_have_attribute("data-service", "health-and-childcare")
    page.locator("#q").fill("租房")
    expect(page.locator(SHOWN).first).to_have_attribute("data-service", "housing")
    assert typed


@pytest.mark.parametrize("path", ["search/", f"en/search/#q={quote('vaccination')}"])
def test_all_that_searches_is_asked_for_at_once(page: Page, root: str, path: str) -> None:
    """The script and the words are on their way, once each, while the first script is awaited."""
    locale = "en" if path.startswith("en/") else "zh"
    wanted = ["scripts/search/page.mjs", f"search/{locale}.json"]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(root)))
    with hold_scripts(page):
        page.goto(root + path)
        if "#" not in path:
            page.locator("#q").focus()
        page.wait_for_event("requestfinished", lambda one: one.url.endswith(wanted[1]))
        assert [one for one in asked if one in wanted] == wanted
    page.locator("#q").fill("打针")
    expect(page.locator(SHOWN).first).to_have_attribute("data-service", "health-and-childcare")
    assert sorted(one for one in asked if one in wanted) == wanted


def test_words_that_did_not_come_at_first_are_asked_for_anew(page: Page, root: str) -> None:
    """What the page asked for before its scripts were there may fail, whatever is typed by then."""
    page.route("**/search/zh.json", lambda route: route.abort(), times=1)
    with hold_scripts(page):
        page.goto(root + find_path("zh"))
        page.locator("#q").focus()
        page.evaluate("Promise.allSettled(Object.values(self.early))")
        page.locator("#q").fill("打针")
    expect(page.locator(SHOWN).first).to_have_attribute("data-service", "health-and-childcare")


def test_everyday_words_stand_beside_those_of_the_list(page: Page, root: str) -> None:
    """Where nothing could be marked, it is told which words led to the clause."""
    page.goto(root + find_path("zh", "打针"))
    card = page.locator("[data-strong] [data-service=health-and-childcare]")
    expect(card.locator("[data-match-said]")).to_contain_text("“打针”")
    expect(card.locator("[data-match-title]")).to_have_text("疫苗接种")
    page.goto(root + find_path("zh", "疫苗接种"))
    expect(card.locator("mark").first).to_be_visible()
    expect(card.locator("[data-match-said]")).to_be_hidden()


def test_results_appear_while_typing_and_the_address_follows(page: Page, root: str) -> None:
    """After a rest the query is in the address, which gives the same page when it is opened."""
    page.goto(root + find_path("zh"))
    assert page.locator("[data-catalog] [data-service]").count() == 32
    type_into_field(page, "租房")
    expect(page.locator(SHOWN).first).to_have_attribute("data-service", "housing")
    assert page.locator("[data-catalog]").count() == 0
    page.wait_for_url(lambda url: url.endswith(f"#q={quote('租房')}"))
    expect(page.locator("[data-status]").first).to_contain_text("租房")
    page.reload()
    expect(page.locator(SHOWN).first).to_have_attribute("data-service", "housing")
    expect(page.locator("#q")).to_have_value("租房")
    page.locator("#q").fill("")
    expect(page.locator("[data-catalog] [data-service]")).to_have_count(32)
    expect(page.locator("[data-results]")).to_be_hidden()


def test_back_returns_to_the_query_before(page: Page, root: str) -> None:
    """A query that was sent is a step; so is a filter."""
    page.goto(root + find_path("zh"))
    for query in ("打针", "租房"):
        page.locator("#q").fill(query)
        page.keyboard.press("Enter")
    expect(page.locator(SHOWN).first).to_have_attribute("data-service", "housing")
    page.go_back()
    expect(page.locator("#q")).to_have_value("打针")
    expect(page.locator(SHOWN).first).to_have_attribute("data-service", "health-and-childcare")
    page.go_back()
    expect(page.locator("[data-catalog] [data-service]")).to_have_count(32)


def test_filters_narrow_the_list_and_stand_in_the_address(page: Page, root: str) -> None:
    """Pillar, department, age and how one gets it; all of them can be cleared."""
    page.goto(root + find_path("zh"))
    page.locator("[data-filters] summary").click()
    page.locator("select[name=pillar]").select_option("development")
    expect(page.locator(SHOWN)).to_have_count(FIRST)
    expect(page.locator("[data-status]").first).to_contain_text("16")
    page.locator("select[name=department]").select_option("education")
    shown = page.locator(SHOWN)
    expect(shown).to_have_count(4)
    assert page.url.endswith("#pillar=development&department=education")
    page.locator("#q").fill("心理")
    expect(shown.first).to_have_attribute("data-service", "mental-health-clinic")
    page.goto(root + "search/?age=0-2&how=apply")
    expect(page.locator(SHOWN).first).to_be_visible()
    assert page.locator("[data-filters]").get_attribute("open") is not None
    assert "senior-high-school" not in shown.evaluate_all(LIST)
    page.locator("[data-clear]").click()
    expect(page.locator("[data-catalog] [data-service]")).to_have_count(32)
    assert page.url.endswith("search/")


def test_the_clause_that_answers_is_shown_with_its_match_marked(page: Page, root: str) -> None:
    """Of six clauses the one on exams; its official words, and pillar and department beside."""
    page.goto(root + find_path("zh", "中考"))
    card = page.locator("[data-service=compulsory-education]").first
    expect(card.locator("[data-match-text] mark").first).to_have_text("中考")
    expect(card.locator(".card-pillar")).to_have_text("学有所教")
    expect(card.locator("[data-department]")).to_have_text("市教育局")
    page.goto(root + find_path("en", "internet"))
    card = page.locator("[data-service=clean-internet]").first
    expect(card.locator(".card-pillar .mark[data-inferred]")).to_be_visible()
    expect(card.locator("[data-title] mark")).to_have_text("internet")


def test_the_first_letter_of_a_word_leaves_the_list_in_view(page: Page, root: str) -> None:
    """What finds nothing yet may be half a word: for a moment the list stays as it was."""
    page.goto(f"{root}en/search/")
    page.locator("#q").focus()
    page.wait_for_function("() => document.querySelector('[data-filters]').hidden === false")
    stays = """async (word) => {
      const field = document.querySelector("#q");
      const list = document.querySelector("[data-catalog]");
      field.value = word;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await new Promise((go) => setTimeout(go, 50));
      return list.isConnected;
    }"""
    page.wait_for_load_state("networkidle")
    assert page.evaluate(stays, "qx") is True
    expect(page.locator("[data-nothing]")).to_be_visible()
    expect(page.locator("[data-catalog]")).to_have_count(0)
    assert page.evaluate("() => document.querySelector('#q').value") == "qx"


def test_nothing_found_leads_on(page: Page, root: str) -> None:
    """It says so, and offers the nearest and the pillars."""
    page.goto(root + find_path("zh", "zzzzqq"))
    expect(page.locator("[data-status]").first).to_contain_text("没有找到")
    expect(page.locator("[data-nothing] .tile")).to_have_count(6)
    page.goto(root + find_path("zh", "娒疾"))
    expect(page.locator("[data-near] [data-service]").first).to_be_visible()


@pytest.mark.parametrize("query", ["zzzzqq", "打针", "孩子被邻居哄骗"])
@pytest.mark.parametrize("locale", ["zh", "en"])
def test_whatever_is_found_ends_with_whom_to_call(
    page: Page, root: str, locale: str, query: str
) -> None:
    """There is no end of words for what cannot wait: the numbers for everyone are below."""
    page.goto(root + find_path(locale, query))
    numbers = page.locator("[data-results] > .hotlines:last-child li .telephone")
    expect(numbers.first).to_be_visible()
    assert numbers.all_inner_texts() == ["12345", "110", "120", "119"]


def test_what_is_named_by_its_number_is_shown(page: Page, root: str) -> None:
    """A telephone number and the notice are no services, and stand above them."""
    page.goto(root + find_path("zh", "12345"))
    expect(page.locator("[data-signs] a[href='tel:12345']")).to_be_visible()
    expect(page.locator("[data-status]").first).to_contain_text("“12345”在这里")
    assert page.locator("[data-nothing]").is_hidden()
    page.locator("#q").fill("长民联发〔2025〕10号")
    expect(page.locator("[data-signs] a[href$='/notice/']").first).to_be_visible()
    assert page.locator("[data-signs] a:visible").count() == 1
    page.locator("#q").fill("第9项")
    expect(page.locator(SHOWN).first).to_have_attribute("data-service", "housing")
    expect(page.locator("[data-signs]")).to_be_hidden()


@pytest.mark.parametrize(
    ("locale", "query"), [("zh", "我儿子想死"), ("en", "my son wants to die"), ("en", "儿子想死")]
)
def test_what_cannot_wait_stands_above_all_that_is_found(
    page: Page, root: str, locale: str, query: str
) -> None:
    """Whom to call is on the first screen of a phone, and is announced."""
    page.goto(root + find_path(locale, query))
    numbers = page.locator("[role=status] .urgent a:visible")
    expect(numbers).to_have_count(2)
    assert [a.get_attribute("href") for a in numbers.all()] == ["tel:12356", "tel:120"]
    expect(numbers.first).to_be_in_viewport()
    expect(page.locator(SHOWN).first).to_have_attribute("data-service", "mental-health-clinic")


def test_the_keyboard_moves_through_the_results(page: Page, root: str) -> None:
    """`/` leads to the field, arrows through the results and back, Enter opens one."""
    page.goto(root + find_path("zh", "租房"))
    expect(page.locator(SHOWN).first).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{SHOWN} .card-title a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/services/housing/")
    expect(page.locator("[data-module=large-text]")).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator(".top-search input")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.locator(".top-search input")).to_have_value("a/b")


def test_a_few_results_come_first_and_a_key_brings_the_others(page: Page, root: str) -> None:
    """A phone is not scrolled through twenty screens; what the status counts is all there."""
    page.goto(root + find_path("en", "school"))
    expect(page.locator(SHOWN)).to_have_count(FIRST)
    more = page.get_by_role("button", name="Show more")
    before = page.locator(SHOWN).evaluate_all(LIST)
    more.focus()
    page.keyboard.press("Enter")
    expect(more).to_be_hidden()
    after = page.locator(SHOWN)
    count = sum(map(int, re.findall(r"\d+", page.locator("[data-status]").first.inner_text())))
    expect(after).to_have_count(count)
    assert count > FIRST
    assert after.evaluate_all(LIST)[:FIRST] == before
    expect(after.nth(FIRST).locator(".card-title a")).to_be_focused()


def test_half_typed_pinyin_of_an_input_method_is_not_searched(page: Page, root: str) -> None:
    """While a composition is open nothing changes; what it ends with is searched."""
    page.goto(root + find_path("zh"))
    page.locator("#q").click()
    session = page.context.new_cdp_session(page)
    for letters in ("z", "zu", "zu'fang"):
        session.send("Input.imeSetComposition", compose(letters))
    page.wait_for_timeout(700)
    assert page.locator("#q").input_value() == "zu'fang"
    assert page.locator("[data-results]").is_hidden()
    assert "#" not in page.url
    session.send("Input.insertText", {"text": "租房"})
    expect(page.locator(SHOWN).first).to_have_attribute("data-service", "housing")


def test_letters_typed_before_scripts_are_there_are_searched(page: Page, root: str) -> None:
    """Though they may be half a word of an input method: only for as long as one would go on."""
    with hold_scripts(page):
        page.goto(root + find_path("zh"), wait_until="commit")
        type_into_field(page, "canji")
    expect(page.locator(SHOWN).first).to_be_visible()
    expect(page).to_have_url(re.compile(r"#q=canji$"))


def test_letters_typed_while_scripts_are_on_their_way_are_searched(page: Page, root: str) -> None:
    """That no input method was begun with is known, and nothing is waited for."""
    with hold_scripts(page, "**/search/page.mjs"):
        page.goto(root + find_path("zh"))
        page.locator("[data-filters]").wait_for()
        type_into_field(page, "canji")
    page.wait_for_function(f"() => document.querySelector({SHOWN!r})", timeout=HALF_TYPED)


def test_an_input_method_begun_before_scripts_are_there_is_waited_for(
    page: Page, root: str
) -> None:
    """It goes on, and is known by that."""
    session = page.context.new_cdp_session(page)
    with hold_scripts(page):
        page.goto(root + find_path("zh"), wait_until="commit")
        page.locator("#q").click()
        session.send("Input.imeSetComposition", compose("zu"))
    page.locator("[data-filters]").wait_for()
    page.wait_for_timeout(300)
    session.send("Input.imeSetComposition", compose("zu'fang"))
    page.wait_for_timeout(HALF_TYPED + 300)
    assert page.locator("[data-results]").is_hidden()
    session.send("Input.insertText", {"text": "租房"})
    expect(page.locator(SHOWN).first).to_have_attribute("data-service", "housing")


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_hostile_input_does_no_harm(page: Page, witness: Witness, root: str, locale: str) -> None:
    """In the field and in the address: no error, no markup, no script."""
    for text in (text for text in HOSTILE if len(text) < MOST_IN_ADDRESS):
        page.goto(root + find_path(locale, text))
        expect(page.locator("[data-status]").first).not_to_be_empty()
    page.goto(f"{root}{find_path(locale)}#q=%ED%A0%80%FF%")
    for text in (*HOSTILE, "\ud83d"):
        page.evaluate(
            "(text) => { const field = document.querySelector('#q'); field.value = text;"
            "field.dispatchEvent(new InputEvent('input', { bubbles: true })); }",
            text,
        )
        page.wait_for_timeout(30)
    page.wait_for_timeout(600)
    assert page.title() != "run"
    assert page.locator("main img, main script").count() == 0
    assert witness.failures == []


def test_nothing_typed_leaves_the_device(page: Page, witness: Witness, root: str) -> None:
    """Typing asks for the files of the search and for nothing that depends on the words."""
    page.goto(root + find_path("zh"))
    type_into_field(page, "租房 secretword")
    expect(page.locator(SHOWN).first).to_be_visible()
    page.wait_for_timeout(700)
    asked = [request for request in witness.requests if "secretword" in request or "%E7" in request]
    assert asked == []
    assert {request.partition(root)[0] for request in witness.requests} == {""}


def test_nothing_is_loaded_before_it_is_wanted(page: Page, witness: Witness, root: str) -> None:
    """The engine and the vocabulary are fetched when the field is reached."""
    page.goto(root + find_path("zh"))
    page.wait_for_timeout(500)
    assert not [r for r in witness.requests if "search/page.mjs" in r or r.endswith(".json")]
    page.locator("#q").focus()
    with page.expect_response("**/search/zh.json"):
        pass


def test_without_javascript_the_page_is_the_catalog(browser: Browser, root: str) -> None:
    """Every service below its pillar, its official words included."""
    with browser.new_context(java_script_enabled=False, viewport=DESK) as context:
        page = context.new_page()
        page.goto(root + find_path("zh", "租房"))
        assert page.locator("[data-catalog] [data-service]").count() == 32
        assert page.locator("[data-catalog] section h2").count() == 6
        assert "公租房实物配租" in json.dumps(page.content(), ensure_ascii=False)
        assert page.locator("[data-results]").is_hidden()


def test_the_field_of_the_header_leads_to_the_search(page: Page, root: str) -> None:
    """From any page."""
    page.goto(root + "en/services/housing/")
    page.locator(".top-search input").fill("autizm")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/#q=autizm")
    expect(page.locator(SHOWN).first).to_be_visible()
