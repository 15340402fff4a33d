"""Pages are read aloud by the device's own voice, and by no other."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.checking import answer_all, start
from tests.browser.test_axe import list_violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.driving import Witness

LOCAL = [
    {"name": "婷婷", "lang": "zh-CN", "localService": True},
    {"name": "Zoe", "lang": "en-US", "localService": True},
]
REMOTE = [{**voice, "localService": False} for voice in LOCAL]
HAN = re.compile("[\u4e00-\u9fff]")
DEVICE = """([voices, come]) => {
  const listeners = [];
  let list = come ? [] : voices;
  let now = null;
  const end = (kind) => {
    const ended = now;
    now = null;
    ended[kind]({});
  };
  self.device = {
    said: [],
    voices: new Set(),
    isSilent: () => !now,
    end: () => end("onend"),
    fail: () => end("onerror"),
    come: () => { list = voices; for (const listen of listeners) listen(); },
    lose: () => { list = []; for (const listen of listeners) listen(); },
    readOut: () => { while (now) end("onend"); },
  };
  self.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(self, "speechSynthesis", { value: {
    getVoices: () => list,
    addEventListener: (_, listen) => listeners.push(listen),
    speak(utterance) {
      device.voices.add(utterance.voice.name);
      if (!utterance.text) return;
      now = utterance;
      device.said.push(utterance.text);
      utterance.onstart();
    },
    cancel() {
      const cancelled = now;
      now = null;
      if (cancelled) queueMicrotask(() => cancelled.onerror({ error: "canceled" }));
      sessionStorage.silenced = 1;
    },
  } });
}"""
MARKED = "[...CSS.highlights.get('aloud') ?? []].map((range) => range.toString()).join('')"


def give_voices(page: Page, voices: list[dict[str, Any]], *, come: bool = False) -> None:
    """Give a device voices, at once or when they come; what it says is in `device.said`."""
    page.add_init_script(f"({DEVICE})({json.dumps([voices, come])})")


def read_said(page: Page) -> list[str]:
    """All that was said so far."""
    said: list[str] = page.evaluate("device.said")
    return said


@pytest.mark.parametrize(
    ("address", "first"),
    [
        ("services/housing/", "住房保障服务"),
        ("en/services/housing/", "Housing support services"),
        ("situations/autism/", "孩子有孤独症或智力障碍"),
        ("en/situations/autism/", "My child has autism or an intellectual disability"),
    ],
)
def test_a_page_is_read_sentence_by_sentence(
    page: Page, witness: Witness, root: str, address: str, first: str
) -> None:
    """Each is marked while it is read; the text stays as it is, and the end of it is silence."""
    give_voices(page, LOCAL)
    page.goto(root + address)
    voice = "Zoe" if address.startswith("en/") else "婷婷"
    button = page.locator(".aloud [aria-pressed]")
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(button).to_be_visible()
    text = page.locator("main").inner_text()
    button.click()
    page.wait_for_function("() => device.said.length")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(MARKED) == first
    assert page.evaluate("[...device.voices].join()") == voice
    page.evaluate("device.end()")
    assert page.evaluate(MARKED).split() == read_said(page)[1].split()
    assert list_violations(page) == []
    page.evaluate("device.readOut()")
    said = read_said(page)
    assert said[0] == first
    assert len(said) > 10
    assert len(set(said)) > 0.6 * len(said)
    if voice == "Zoe":
        assert [line for line in said if HAN.search(line)] == []
    expect(button).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(MARKED) == ""
    assert page.locator("main").inner_text() == text
    assert witness.failures == []


def test_all_clauses_are_read_once_and_telephones_digit_by_digit(page: Page, root: str) -> None:
    """Not the official wording, which is the same again, nor what is for the eye or the hand."""
    give_voices(page, LOCAL)
    page.goto(f"{root}services/mental-health-clinic/")
    clauses = page.locator(".clause-text").all_inner_texts()
    page.locator(".aloud button").click()
    page.wait_for_function("() => device.said.length")
    page.evaluate("device.readOut()")
    said = read_said(page)
    for clause in clauses:
        assert "".join(said).count(clause) == 1
    numbers = page.locator(".telephone").all_inner_texts()
    assert numbers
    assert [
        " ".join(number.strip()) for number in numbers if " ".join(number.strip()) not in said
    ] == []
    assert not {"清单原文", "分享", "引用"} & set(said)


@pytest.mark.parametrize(
    ("address", "heard", "unheard"),
    [
        (
            "situations/low-in-spirits/",
            ["1 2 3 5 6", "“青少年”", "市教育局, 市卫健委"],
            r"全 国|教育局 ?市卫健委",
        ),
        (
            "en/situations/low-in-spirits/",
            [
                "1 2 3 5 6",
                "the child is a young person “young people”",
                "Changchun Education Bureau, Changchun Municipal Health Commission",
            ],
            r"T h e|Bureau ?Changchun",
        ),
        ("en/services/housing/", ["Call 1 2 3 4 5"], r"1234|: Whom to ask|: Item|underlined"),
        ("services/temporary-assistance/", ["本站说明："], r"画线"),
        ("en/services/temporary-assistance/", ["By this site: "], r"underlined"),
        ("services/disability-education/", ["市教育局、市残联"], r"：找谁问|校读："),
        ("situations/autism/", ["还要看：“家庭经济困难”"], r"家庭经济困难 ?“家庭经济困难”"),
    ],
)
def test_what_the_eye_parts_is_parted_for_the_ear(
    page: Page, root: str, address: str, heard: list[str], unheard: str
) -> None:
    """Only numbers are spelt, what is quoted is told from what is said, and names do not run on."""
    give_voices(page, LOCAL)
    page.goto(root + address)
    page.locator(".aloud button").click()
    page.wait_for_function("() => device.said.length")
    page.evaluate("device.readOut()")
    said = "\n".join(read_said(page))
    assert [part for part in heard if part not in said] == []
    assert re.findall(unheard, said) == []


def test_reading_pauses_goes_on_and_stops_by_the_keyboard(page: Page, root: str) -> None:
    """It goes on with the sentence in which it paused; the focus is never lost."""
    give_voices(page, LOCAL)
    page.goto(f"{root}services/housing/")
    button = page.locator(".aloud button").first
    expect(button).to_be_visible()
    button.press("Enter")
    page.wait_for_function("() => device.said.length")
    page.evaluate("device.end()")
    pause = page.locator(".aloud button", has_text="暂停")
    pause.press("Enter")
    assert page.evaluate("device.isSilent()")
    resume = page.locator(".aloud button", has_text="继续")
    expect(resume).to_be_focused()
    resume.press("Space")
    said = read_said(page)
    assert said[1] == said[2]
    expect(pause).to_be_focused()
    page.locator(".aloud button", has_text="停止").press("Enter")
    assert page.evaluate("device.isSilent()")
    assert page.evaluate(MARKED) == ""
    expect(button).to_be_focused()
    expect(pause).to_be_hidden()
    button.press("Enter")
    assert read_said(page)[-1] == said[0]
    button.press("Enter")
    assert page.evaluate("device.isSilent()")
    assert len(read_said(page)) == len(said) + 1


@pytest.mark.parametrize("voices", [REMOTE, LOCAL[1:], []], ids=["remote", "foreign", "none"])
def test_without_a_voice_of_the_device_there_is_no_button(
    page: Page, root: str, voices: list[dict[str, Any]]
) -> None:
    """A voice from elsewhere would be sent the text, and one of another language cannot read it."""
    give_voices(page, voices)
    with page.expect_response("**/scripts/aloud.mjs"):
        page.goto(f"{root}services/housing/")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".aloud")).to_be_hidden()


def test_voices_may_come_late_and_go(page: Page, root: str) -> None:
    """Many browsers know of them after the page is there; one that is gone reads no more."""
    give_voices(page, LOCAL, come=True)
    with page.expect_response("**/scripts/aloud.mjs"):
        page.goto(f"{root}services/housing/")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".aloud")).to_be_hidden()
    page.evaluate("device.come()")
    with page.expect_response("**/scripts/aloud/reader.mjs"):
        page.evaluate("document.querySelector('.aloud button').click(); device.lose()")
    page.wait_for_load_state("networkidle")
    assert read_said(page) == []
    page.evaluate("device.come()")
    page.locator(".aloud button").first.click()
    page.wait_for_function("() => device.said.length")
    page.evaluate("device.lose()")
    assert page.evaluate("device.isSilent()")
    expect(page.locator(".aloud")).to_be_hidden()


def test_a_voice_that_fails_is_told(page: Page, root: str) -> None:
    """And the button is there to try again."""
    give_voices(page, LOCAL)
    page.goto(f"{root}en/services/housing/")
    page.locator(".aloud button").click()
    page.wait_for_function("() => device.said.length")
    page.evaluate("device.fail()")
    expect(page.locator(".aloud [role=status]")).to_have_text("It could not be read.")
    expect(page.locator(".aloud [aria-pressed]")).to_have_attribute("aria-pressed", "false")


def test_who_leaves_the_page_leaves_the_voice(page: Page, root: str) -> None:
    """It is silenced as the page goes."""
    give_voices(page, LOCAL)
    page.goto(f"{root}services/housing/")
    page.locator(".aloud button").click()
    page.wait_for_function("() => device.said.length")
    assert page.evaluate("sessionStorage.silenced") is None
    page.locator(".brand").click()
    page.wait_for_url(root)
    assert page.evaluate("sessionStorage.silenced") == "1"


def test_results_are_read_where_the_reader_wants_it_and_not_on_another_screen(
    page: Page, root: str
) -> None:
    """The button says that others hear; what tells of the child alone is not spoken."""
    give_voices(page, LOCAL)
    start(page, f"{root}check/")
    answer_all(page, {"age": ["7-15"], "disability": ["autism-or-intellectual"]})
    button = page.locator("[data-view=results] .aloud [aria-pressed]")
    expect(button).to_have_text("朗读（旁人听得到）")
    assert read_said(page) == []
    button.click()
    page.wait_for_function("() => device.said.length")
    expect(page.locator("[data-view=results] .reasons li:visible")).not_to_have_count(0)
    page.evaluate("for (let n = 0; n < 40; n += 1) device.end()")
    said = read_said(page)
    assert [line for line in said if "您答" in line or "清单写“" in line] == []
    assert [line for line in said if "找谁问" in line]
    titles = [line for line in said if re.search(r"(?<!\d)7(?!\d).*医疗", line)]
    assert titles
    assert all("第 7 项" in line for line in titles)
    assert not page.evaluate("device.isSilent()")
    page.go_back()
    page.locator("[data-view=asking] fieldset:visible").wait_for()
    assert page.evaluate("device.isSilent()")


@pytest.mark.parametrize(
    ("locale", "personal"),
    [
        ("", ["残疾儿童教育服务", "基本生活保障服务"]),
        ("en/", ["disabled children", "Basic living support"]),
    ],
)
def test_what_is_kept_back_is_not_read_aloud_until_it_is_ticked(
    page: Page, root: str, locale: str, personal: list[str]
) -> None:
    """Neither a service nor a promise of one; the rest of that service is read."""
    give_voices(page, LOCAL)
    start(page, f"{root}{locale}check/")
    answer_all(page, {"age": ["7-15"], "disability": ["autism-or-intellectual"], "care": ["hiv"]})
    button = page.locator("[data-view=results] .aloud [aria-pressed]")
    page.locator("[data-view=results][aria-busy=false]").wait_for()
    shown = page.locator("[data-view=results]").inner_text()
    assert [words for words in personal if words not in shown] == []

    def hear() -> str:
        before = len(read_said(page))
        button.click()
        page.wait_for_function(f"() => device.said.length > {before}")
        page.evaluate("for (let n = 0; n < 400 && !device.isSilent(); n += 1) device.end()")
        return "\n".join(read_said(page)[before:])

    heard = hear()
    assert len(heard) > 500
    assert [words for words in personal if words in heard] == []
    page.locator("[data-kept] summary").click()
    page.locator("[data-kept] label:has([value=basic-living])").click()
    unticked, heard = heard, hear()
    assert [words for words in personal if words in heard] == personal[1:]
    # Neither what is heard nor how many are counted tells what was answered.
    start(page, f"{root}{locale}check/")
    answer_all(page, {"age": ["7-15"], "disability": ["none"], "care": ["none"]})
    page.locator("[data-view=results][aria-busy=false]").wait_for()
    assert sorted(hear().splitlines()) == sorted(unticked.splitlines())


def test_a_browser_that_marks_no_text_marks_its_block(page: Page, root: str) -> None:
    """Phones of before 2023; nothing of it stays."""
    give_voices(page, LOCAL)
    page.add_init_script("delete self.Highlight")
    page.goto(f"{root}services/housing/")
    page.locator(".aloud").wait_for()
    whole = page.locator("main").inner_text()
    page.locator(".aloud button").click()
    page.wait_for_function("() => device.said.length")
    assert page.locator("[style]").all_inner_texts() == ["住房保障服务"]
    page.evaluate("device.end()")
    expect(page.locator("[style]")).to_have_count(1)
    page.locator(".aloud button", has_text="停止").click()
    expect(page.locator("[style]")).to_have_count(0)
    expect(page.locator("main")).to_have_text(whole, use_inner_text=True)


@pytest.mark.parametrize("calm", [False, True])
def test_what_is_read_stays_in_view_for_who_follows_it(page: Page, root: str, calm: bool) -> None:  # noqa: FBT001
    """Gliding only where motion is wanted; who has scrolled away is left there."""
    give_voices(page, LOCAL)
    page.emulate_media(reduced_motion="reduce" if calm else "no-preference")
    page.add_init_script(
        "self.ways = []; const go = self.scrollTo;"
        "self.scrollTo = (way) => { ways.push(way.behavior); go({ ...way, behavior: 'instant' }); }"
    )
    page.goto(f"{root}services/housing/")
    page.locator(".aloud button").click()
    page.wait_for_function("() => device.said.length")
    page.evaluate("while (!ways.length) device.end()")
    assert page.evaluate("ways") == ["auto" if calm else "smooth"]
    page.evaluate("scroll({ top: 0, behavior: 'instant' })")
    page.evaluate("device.end()")
    assert page.evaluate("scrollY") == 0
