"""Lists that began as Word files, in Chinese alone: from the first question to a result."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import expect

from tests.browser.checking import answer_all, start
from tests.browser.server import serve_folder
from tests.browser.test_axe import COLOURS, list_violations
from tests.browser.test_pages import FIND_OVERFLOW
from tests.drafting import DRAFTS, build_drafted

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.driving import Witness


class Walk(NamedTuple):
    """The answers of a reader, and what comes of them."""

    answers: dict[str, list[str]]
    result: str
    fits: str
    """The service that fits."""
    asked: list[str]
    """Whom to ask about it."""
    reached: list[str]
    """What its telephone numbers dial."""
    source: str


WALKS = {
    "children": Walk(
        {"age": ["3-5"], "stage": ["kindergarten"]},
        "适合您家孩子的有 1 项，还有 20 项要问。",
        "jian-kang-guan-li-fu-wu",
        ["青山市卫生健康委员会", "市疾控局（配合）"],
        ["tel:043181234567"],
        "来源：青山市疾控局网站，2026年1月5日；2026年1月31日核对",
    ),
    "elders": Walk(
        {"age": ["80-89"], "hardship": ["none"]},
        "适合的有 1 项，还有 13 项要问。",
        "gao-ling-jin-tie",
        ["青山市民政局"],
        ["tel:043181234567", "tel:4008808888"],
        "来源：青山市民政局网站，2026年1月5日；2026年1月31日核对",
    ),
}


@pytest.mark.parametrize("kind", WALKS)
def test_a_drafted_list_is_asked_to_its_result(
    page: Page, witness: Witness, shared: Path, tmp_path: Path, kind: str
) -> None:
    """What fits, why, and whom to call; open to all, in light and dark."""
    walk = WALKS[kind]
    site = build_drafted(tmp_path, DRAFTS[kind], shared / f"site-drafted-{kind}")
    with serve_folder(site) as url:
        start(page, f"{url}check/")
        answer_all(page, walk.answers)
        expect(page.locator("[data-result]")).to_have_text(walk.result)
        page.locator("[data-view=results][aria-busy=false]").wait_for()
        card = page.locator(f"[data-group=yes] [data-service={walk.fits}]")
        expect(card.locator("[data-departments] a")).to_have_text(walk.asked)
        numbers = card.locator(".offices a[href^='tel:']")
        assert [one.get_attribute("href") for one in numbers.all()] == walk.reached
        expect(card.locator(".offices .source")).to_have_text(re.compile(re.escape(walk.source)))
        assert list_violations(page) == []
        assert page.evaluate(FIND_OVERFLOW) == []
        page.emulate_media(color_scheme="dark")
        assert list_violations(page, COLOURS) == []
    assert witness.failures == []
