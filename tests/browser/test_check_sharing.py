"""Sharing results: what a link tells, the link itself, its QR code, and what opening it shows."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import zxingcpp
from PIL import Image
from playwright.sync_api import expect

from tests.browser.checking import answer_all, start

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.driving import Witness

TODDLER = {"age": ["0-2"], "stage": ["none"], "hardship": ["none"], "housing_difficulty": ["no"]}


def open_share(page: Page, root: str) -> str:
    """Answer, open the panel, and give the link."""
    start(page, f"{root}check/?list=2025&services=housing")
    answer_all(page, TODDLER)
    page.locator("[data-open-share]").click()
    return page.locator("[data-link]").input_value()


def test_the_link_holds_services_and_the_revision_and_no_answer(page: Page, root: str) -> None:
    """The titles that it reveals stand first; an unticked one is not in it."""
    link = open_share(page, root)
    expect(page.locator("[data-share] h2")).to_be_focused()
    titles = page.locator("[data-titles] label").all_inner_texts()
    shown = page.locator("[data-group=yes] [data-service], [data-group=depends] [data-service]")
    ids = [card.get_attribute("data-service") for card in shown.all()]
    assert len(titles) == len(ids)
    assert link == f"{root}check/?list=2025&services={','.join(map(str, ids))}"
    page.locator("[data-titles] label").first.click()
    assert page.locator("[data-link]").input_value() == link.replace(f"{ids[0]},", "")


def test_the_code_leads_where_the_link_does(page: Page, root: str) -> None:
    """A camera reads it from the screen, also in the dark."""
    page.emulate_media(color_scheme="dark")
    link = open_share(page, root)
    page.locator("[data-qr]").click()
    picture = page.locator("[data-picture]").screenshot(scale="device")
    found = zxingcpp.read_barcodes(Image.open(BytesIO(picture)))
    assert [code.text for code in found] == [link]


def test_the_link_is_copied(page: Page, root: str) -> None:
    """Where that is not allowed, the link is marked, and the reader told how."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = open_share(page, root)
    page.locator("[data-copy]").click()
    expect(page.locator("[data-copied]")).to_have_text("已复制。")
    assert page.evaluate("navigator.clipboard.readText()") == link
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    page.locator("[data-copy]").click()
    expect(page.locator("[data-copied]")).to_contain_text("不能自动复制")
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == link


def test_an_opened_link_shows_its_services(page: Page, witness: Witness, root: str) -> None:
    """In the order of the list, each leading to its page, with a way to one's own answers."""
    page.goto(f"{root}en/check/?list=2025&services=housing,preschool")
    cards = page.locator("[data-view=shared] [data-service]")
    expect(cards).to_have_count(2)
    ids = [card.get_attribute("data-service") for card in cards.all()]
    assert ids == ["preschool", "housing"]
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
    assert notice.startswith("链接没有写明是按哪一年的清单做的，或者那一年本站没有。")
    assert "2019" not in notice
    assert "有 2 项" in notice
    page.goto(f"{root}check/?services=gone")
    expect(page.locator("[data-notice]")).to_contain_text("一项也没有")
    assert witness.failures == []


def test_a_link_of_an_earlier_list_names_its_year(page: Page, cloudbridge_root: str) -> None:
    """Where the site has that list."""
    page.goto(f"{cloudbridge_root}check/?list=2032&services=gone")
    expect(page.locator("[data-notice]")).to_contain_text("2032 年版")
