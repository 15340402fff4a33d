"""Sharing results: what a link tells, the link itself, its QR code, and what opening it shows."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from tests.browser.checking import answer_all, lay_on_paper, start, take_back

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.driving import Witness

TODDLER = {"age": ["0-2"], "stage": ["none"], "hardship": ["none"], "housing_difficulty": ["no"]}

YOUNG = {**TODDLER, "age": ["7-15"], "stage": ["compulsory"], "disability": ["other"]}
IN_PART = {"medical-insurance"}
"""Of which a personal question decides one promise alone: the others are told."""
ABOUT_THE_FAMILY = {"parents-employment", "mothers-skills"}
"""Which turn on answers about the family alone, so that they stand there and are not ticked."""
LENGTHEN = """(size) => {
  const tick = document.querySelector("[data-titles] input");
  tick.value = "a".repeat(size);
  tick.dispatchEvent(new Event("change", { bubbles: true }));
}"""
"""Gives the first service that is shared an id of some letters."""


def open_share(page: Page, root: str) -> str:
    """Answer, open the panel, and give the link."""
    start(page, f"{root}check/?list=2025&services=housing")
    answer_all(page, TODDLER)
    page.locator("[data-open-share]").click()
    return page.locator("[data-link]").input_value()


def test_the_link_holds_services_and_the_revision_and_no_answer(page: Page, root: str) -> None:
    """The titles that it reveals stand first; what is personal or unticked is not in it."""
    link = open_share(page, root)
    expect(page.locator("[data-share] h2")).to_be_focused()
    titles = page.locator("[data-titles] label").all_inner_texts()
    shown = page.locator("[data-group=yes] [data-service], [data-group=depends] [data-service]")
    kept = page.locator("[data-kept] input").all()
    personal = {box.get_attribute("value") for box in kept}
    assert {"basic-living", "psychiatric-rehabilitation", "disability-allowances"} < personal
    fitting = [card.get_attribute("data-service") for card in shown.all()]
    ids = [name for name in fitting if name not in personal or name in IN_PART]
    assert len(titles) == len(ids)
    ids = [name for name in ids if name not in ABOUT_THE_FAMILY]
    assert link == f"{root}check/?list=2025&services={','.join(map(str, ids))}"
    page.locator("[data-titles] label").first.click()
    assert page.locator("[data-link]").input_value() == link.replace(f"{ids[0]},", "")


def test_a_personal_service_is_told_if_the_reader_ticks_it(page: Page, root: str) -> None:
    """After being told what it lets others guess; what was unticked before stays so."""
    before = open_share(page, root)
    page.locator("[data-titles] label").first.click()
    page.locator("[data-kept] summary").click()
    choice = page.locator("[data-kept] label:has([value=basic-living])")
    assert choice.inner_text().endswith("会让人猜到：特别的情况")
    choice.click()
    ids = before.partition("services=")[2].split(",")[1:]
    link = page.locator("[data-link]").input_value()
    assert sorted(link.partition("services=")[2].split(",")) == sorted([*ids, "basic-living"])
    lay_on_paper(page)
    card = page.locator("[data-view=paper] [data-service=basic-living]")
    assert card.locator("[data-clause]").count() == 2
    # The hukou may be told, and was not asked; what makes a child one of these is never.
    assert "艾滋" not in card.locator(".reasons").first.inner_text()
    take_back(page)
    choice.click()
    assert "basic-living" not in page.locator("[data-link]").input_value()
    lay_on_paper(page)
    assert page.locator("[data-view=paper] [data-service=basic-living]").count() == 0


def test_what_is_told_in_part_is_named_by_what_is_kept_back_of_it(page: Page, root: str) -> None:
    """What is said, printed or shared is not called kept back: of the clinic only the screening."""
    start(page, f"{root}check/")
    answer_all(page, {**YOUNG, "mental_health": ["wants-support"]})
    page.locator("[data-kept] summary").click()
    lines = page.locator("[data-kept] label").all_inner_texts()
    assert "第 20 项 心理健康筛查。会让人猜到：心理" in lines
    page.locator("[data-open-share]").click()
    titles = page.locator("[data-titles] label").all_inner_texts()
    assert "心理健康门诊和筛查" in titles
    assert not [line for line in lines for title in titles if title in line]


def test_what_its_title_tells_is_unticked_at_first(page: Page, root: str) -> None:
    """The clinic is for every young person, but whoever reads the link sees its name alone."""
    for needed in ("wants-support", "none"):
        start(page, f"{root}check/")
        answer_all(page, {**YOUNG, "mental_health": [needed]})
        page.locator("[data-open-share]").click()
        clinic = page.locator("[data-titles] [value=mental-health-clinic]")
        expect(clinic).not_to_be_checked()
        unticked = page.locator("[data-titles] input:not(:checked)").all()
        assert {box.get_attribute("value") for box in unticked} == {
            "mental-health-clinic",
            *ABOUT_THE_FAMILY,
        }
        link = page.locator("[data-link]")
        assert "mental-health" not in link.input_value()
        page.locator("[data-titles] label:has([value=mental-health-clinic])").click()
        assert "mental-health-clinic" in link.input_value()
        page.locator("[data-kept] summary").click()
        page.locator("[data-kept] label").first.click()
        expect(clinic).to_be_checked()


def test_each_department_is_asked_about_its_own(page: Page, root: str) -> None:
    """What to say names the list and the numbers that the department answers for, and no more."""
    start(page, f"{root}check/")
    answer_all(page, TODDLER)
    page.locator("[data-say] summary").click()
    page.locator("[data-whom]").select_option(label="市医保局")
    said = page.locator("[data-say-words]")
    expect(said).to_contain_text("第 7 项怎样办、怎样参加？")
    assert re.findall(r"第 ([\d、]+) 项", said.inner_text()) == ["7"]
    assert page.locator("[data-whom] option", has_text="残联").count() == 0
    page.locator("[data-kept] summary").click()
    page.locator("[data-kept] label", has_text="残疾儿童康复").click()
    page.locator("[data-whom]").select_option(label="市残联")
    assert re.findall(r"第 ([\d、]+) 项", said.inner_text()) == ["12"]


def test_the_code_leads_where_the_link_does(page: Page, root: str) -> None:
    """A camera reads it from the screen, also in the dark; a link too long for a code has none."""
    page.emulate_media(color_scheme="dark")
    link = open_share(page, root)
    page.locator("[data-qr]").click()
    picture = page.locator("[data-picture]").screenshot(scale="device")
    found = zxingcpp.read_barcodes(Image.open(BytesIO(picture)))
    assert [code.text for code in found] == [link]
    page.evaluate(LENGTHEN, 997)
    expect(page.locator("[data-share] [data-qr]")).to_be_hidden()
    expect(page.locator("[data-share] [data-picture] svg")).to_have_count(0)
    expect(page.locator("[data-share] [data-copy]")).to_be_enabled()
    page.evaluate(LENGTHEN, 1)
    expect(page.locator("[data-share] [data-qr]")).to_be_visible()


def test_the_link_is_copied(page: Page, root: str) -> None:
    """Where that is not allowed, the link is marked, and the reader told how."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = open_share(page, root)
    page.locator("[data-copy]").click()
    expect(page.locator("[data-copied]")).to_have_text("已复制。")
    assert page.evaluate("navigator.clipboard.readText()") == link
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    page.locator("[data-copy]").click()
    expect(page.locator("[data-copied]")).to_contain_text("请按住链接复制")
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == link


def test_an_opened_link_shows_its_services(page: Page, witness: Witness, root: str) -> None:
    """In the order of the list, each leading to its page, with a way to one's own answers."""
    page.goto(f"{root}en/check/?list=2025&services=housing,preschool")
    cards = page.locator("[data-view=shared] [data-service]")
    expect(cards).to_have_count(2)
    ids = [card.get_attribute("data-service") for card in cards.all()]
    assert ids == ["preschool", "housing"]
    assert page.locator("[data-view=shared] h2").inner_text() == "The 2025 list"
    assert cards.locator("h3 a").first.get_attribute("href") == "../services/preschool/"
    assert page.locator("[data-notice]").is_hidden()
    assert cards.locator(".result-wrong").count() == 0
    page.locator("[data-start]").click()
    expect(page.locator("[data-view=asking]")).to_be_visible()
    expect(page.locator("[data-view=shared]")).to_have_count(0)
    assert witness.failures == []


def test_a_link_of_another_year_opens_with_a_notice(
    page: Page, witness: Witness, root: str
) -> None:
    """It says what is not on the present list; a year that nobody knows is not named."""
    page.goto(f"{root}check/?list=2019&services=housing,gone,<b>")
    expect(page.locator("[data-view=shared] [data-service]")).to_have_count(1)
    notice = page.locator("[data-notice]").inner_text()
    assert notice.startswith("链接的年份本站没有；")
    assert "2019" not in notice
    assert "有 2 项" in notice
    page.goto(f"{root}check/?services=gone")
    expect(page.locator("[data-notice]")).to_contain_text("都不在最新的清单上")
    assert witness.failures == []


def test_a_link_of_an_earlier_list_names_its_year(page: Page, cloudbridge_root: str) -> None:
    """Where the site has that list."""
    page.goto(f"{cloudbridge_root}check/?list=2032&services=gone")
    expect(page.locator("[data-notice]")).to_contain_text("2032 年版")
