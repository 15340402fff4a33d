"""Lists in three languages, and in one: made of YAML alone, without a line of code."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from carelist.catalog.loading import load_catalog
from playwright.sync_api import expect

from tests.browser.checking import answer_all, start, tap
from tests.browser.server import serve_folder
from tests.conftest import LAKESIDE
from tests.site.building import build_once, make_project
from tests.third_language import add_korean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.driving import Witness

CHILD = {"age": ["6-15"]}


@pytest.fixture(scope="module")
def of_three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city that speaks Korean besides, with words of its own and pages written by hand."""
    project = make_project(tmp_path_factory.mktemp("three") / "project", LAKESIDE)
    add_korean(project / "catalog")
    return project


@pytest.fixture(scope="module")
def three(shared: Path, of_three: Path) -> Iterator[str]:
    """The address of its home page."""
    with serve_folder(build_once(shared / "site-of-three", of_three)) as url:
        yield url


@pytest.fixture(scope="module")
def one(built_hillside: Path) -> Iterator[str]:
    """The address of the home page of a city that speaks Chinese alone."""
    with serve_folder(built_hillside) as url:
        yield url


def list_alternates(page: Page) -> list[str]:
    """The languages that a page says it stands in."""
    links = page.locator("link[rel=alternate][hreflang]")
    return [link.get_attribute("hreflang") or "" for link in links.all()]


def test_from_three_on_there_is_a_menu(page: Page, witness: Witness, three: str) -> None:
    """It names the language of the page, and leads to the same page in each other."""
    page.goto(f"{three}notice/")
    assert list_alternates(page) == ["zh-Hans", "en", "ko", "x-default"]
    menu = page.locator("details.languages")
    expect(menu.locator("summary")).to_have_text("中文")
    menu.locator("summary").click()
    assert menu.locator(".switch").all_inner_texts() == ["English", "한국어"]
    menu.locator("[hreflang=ko]").click()
    page.wait_for_url(f"{three}ko/notice/")
    assert page.locator("html").get_attribute("lang") == "ko"
    expect(page.locator("details.languages summary")).to_have_text("한국어")
    assert page.locator("h1").inner_text().strip() != ""
    assert witness.failures == []


@pytest.mark.parametrize("tag", ["ko", "zh", "en"])
def test_a_search_finds_what_is_said_in_any_of_them(
    page: Page, witness: Witness, three: str, of_three: Path, tag: str
) -> None:
    """On the Korean page: by its own words, and by those of the others."""
    catalog = load_catalog(of_three / "catalog")
    service = catalog.latest.services[0]
    title = catalog.latest.title_of(service).find(catalog.locales[tag])
    page.goto(f"{three}ko/search/#q={quote(title)}")
    first = page.locator("[data-results] [data-service]").first
    expect(first).to_have_attribute("data-service", service.id)
    assert witness.failures == []


def test_a_family_goes_on_in_the_third_language(page: Page, witness: Witness, three: str) -> None:
    """What was answered stays, and the result is told in it."""
    start(page, f"{three}check/")
    tap(page, "age", CHILD["age"])
    page.locator("details.languages summary").click()
    page.locator(".switch[hreflang=ko]").click()
    page.locator("html[lang=ko]").wait_for()
    answer_all(page, CHILD)
    assert page.locator("[data-view=results] h1").inner_text().strip() != ""
    assert witness.failures == []


def test_an_unknown_address_answers_in_its_language(page: Page, three: str) -> None:
    """The script leaves the part of the address alone."""
    page.goto(f"{three}ko/nothing/")
    assert page.locator("html").get_attribute("lang") == "ko"
    expect(page.locator("section[data-prefix]:visible")).to_have_count(1)


def test_where_there_is_one_nothing_leads_elsewhere(page: Page, witness: Witness, one: str) -> None:
    """Neither a link nor an alternate; a search and the questionnaire work as ever."""
    page.goto(one)
    assert list_alternates(page) == ["zh-Hans", "x-default"]
    assert page.locator(".switch, details.languages").count() == 0
    page.goto(f"{one}search/#q={quote('护理')}")
    expect(page.locator("[data-results] [data-service]").first).to_be_visible()
    start(page, f"{one}check/")
    answer_all(page, {})
    expect(page.locator("[data-view=results] h1")).to_be_visible()
    assert witness.failures == []
    answer = page.goto(f"{one}en/about/")
    assert answer is not None
    assert answer.status == 404
