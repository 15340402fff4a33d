"""What changed between two lists of which no page is built: put together at its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.publicity.phrases import Phrases
from carelist.site import addresses
from carelist.site.pages import list_pages
from carelist.site.place import Place
from carelist.site.rendering import Renderer
from carelist.site.scripts import finish_scripts
from carelist.site.sheets import compose_sheets
from carelist.site.site import Site
from carelist.site.styles import read_styles
from carelist.site.templates import make_environment
from carelist.store import Store
from carelist.theme import THEME
from playwright.sync_api import expect

from bench.mutants import THEMES
from tests.browser.server import serve_folder
from tests.browser.test_axe import list_violations
from tests.site.building import SITE_URL
from tests.site.documents import find, parse, show
from tests.site.test_pairs import take_years

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser.driving import Witness

expect.set_options(timeout=20_000)
MADE = (addresses.STEPS, "changes/2031..2032/", "changes/2032..2033/")
UNKNOWN_PAGE = [
    "console Failed to load resource: the server responded with a status of 404 (Not Found)"
]
"""What a browser says of the address, before the page is put together."""
STEPS = "[data-told] > section"
LOOKS = (".change", ".change-kind", "del", "ins", ".change-title a", "blockquote", ".marked")
"""What tells changes from all else."""
LOOK = """(part) => [...getComputedStyle(part)]
  .filter((name) => !/^--|(block|inline)-size|width|height|origin/.test(name))
  .map((name) => `${name}: ${getComputedStyle(part)[name]}`)"""
"""All of an element's style, but for names of colours and what hangs on how much it holds."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of a city with four lists: the page of steps, two steps, the page for unknown addresses."""
    place = tmp_path_factory.mktemp("steps")
    site = Site.of(take_years(4)[0], Place(SITE_URL, ""))
    environment = make_environment(THEMES, Store(place / "store"))
    sheet = read_styles(compose_sheets(THEME))
    renderer = Renderer(site, environment, sheet, Phrases.of(site.catalog), (), offline=False)
    files = {
        f"{page.address}index.html": renderer.make_page(page)
        for page in list_pages(site)
        if page.path.startswith(MADE)
    }
    files["404.html"] = renderer.make_not_found(SITE_URL)
    paths = {path.relative_to(THEME).as_posix(): path for path in THEME.rglob("scripts/**/*.mjs")}
    texts = {name: path.read_text("utf-8") for name, path in paths.items()}
    for name, text in (files | finish_scripts(texts)).items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def city(folder: Path) -> Iterator[str]:
    """Its address."""
    with serve_folder(folder) as url:
        yield url


def read_step(folder: Path, address: str) -> list[str]:
    """What Python says on the page of a step, and where its links lead."""
    page = parse(address, (folder / address / "index.html").read_text("utf-8"))
    main = page.one("main")
    parts = [one for one in main if one.tag in {"blockquote", "section"}]
    return [text for part in parts for text in show(part).split()]


def read_words(page: Page, place: int) -> list[str]:
    """What the page says of a step, without the heading of it."""
    step = page.locator(STEPS).nth(place)
    texts = step.locator(":scope > *").all_text_contents()
    return [text for part in texts[1:] for text in part.split()]


@pytest.mark.parametrize("path", ["", "pillars/learning/", "departments/education/"])
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_pair_says_what_python_says_of_its_steps(
    page: Page, city: str, folder: Path, prefix: str, path: str
) -> None:
    """The same words at the old address, and the same ways on from there."""
    address = f"{prefix}changes/2031..2033/{path}"
    page.goto(city + address)
    expect(page.locator(STEPS)).to_have_count(2)
    assert page.url == city + address
    for place, two in enumerate(("2031..2032", "2032..2033")):
        own = f"{prefix}changes/{two}/{path}"
        assert "".join(read_words(page, place)) == "".join(read_step(folder, own))
        assert page.locator(f"{STEPS} > h2 a").nth(place).get_attribute("href") == city + own
    links = page.locator(f"{STEPS} .change-title a").evaluate_all("(all) => all.map((a) => a.href)")
    folders = tuple(f"{city}{prefix}{one}/" for one in ("services", "revisions"))
    assert all(link.startswith(folders) for link in links)
    for link in page.locator("main a, .top a").evaluate_all("(all) => all.map((a) => a.href)"):
        assert link.startswith(city)
        assert "changes/steps" not in link
    heading = page.locator("h1").inner_text()
    assert ("2031" in heading, "2033" in heading) == (True, True)
    assert page.title().startswith(heading)
    assert list_violations(page) == []


def test_a_pair_looks_as_built_pages_do(
    page: Page, witness: Witness, browser: Browser, city: str
) -> None:
    """Element by element; and the browser complains of nothing but the address."""
    page.goto(f"{city}changes/2031..2033/")
    expect(page.locator(STEPS)).to_have_count(2)
    with browser.new_context(viewport=page.viewport_size) as context:
        built = context.new_page()
        built.goto(f"{city}changes/2031..2032/")
        for part in LOOKS:
            looks = [one.locator(f"main {part}").first.evaluate(LOOK) for one in (page, built)]
            assert looks[0] == looks[1], part
    assert [one for one in witness.failures if "2031..2033" not in one] == UNKNOWN_PAGE


def test_a_service_of_an_old_link_is_arrived_at(page: Page, city: str) -> None:
    """Its fragment stays in the address; where it stands in both steps, the first is meant."""
    page.goto(f"{city}en/changes/2031..2033/#sport")
    expect(page.locator("#sport")).to_be_in_viewport()
    assert page.url == f"{city}en/changes/2031..2033/#sport"
    ids = page.locator("[id]").evaluate_all("(all) => all.map(({ id }) => id)")
    assert len({*ids}) == len(ids)


@pytest.mark.parametrize(
    "path", ["changes/2031..2040/", "changes/2031..2032/pillars/none/", "changes/2033..2031/"]
)
def test_what_was_no_comparison_is_not_made_one(page: Page, city: str, path: str) -> None:
    """Lists that are not there, a page that a built comparison does not have, a way back."""
    page.goto(city + path)
    expect(page.locator("h1:visible")).to_have_count(1)
    page.wait_for_load_state("networkidle")
    assert page.url == city + path


def test_steps_that_do_not_come_are_told(page: Page, city: str) -> None:
    """And nothing half is shown."""
    page.route("**/changes/2032..2033/", lambda route: route.abort())
    page.goto(f"{city}en/changes/2031..2033/")
    expect(page.locator("[data-steps] [data-status]")).to_contain_text("could not be loaded")
    expect(page.locator("[data-idle]")).to_be_visible()


def test_two_lists_can_be_chosen(page: Page, city: str) -> None:
    """In any order; what is put together is shown, what has a page is opened."""
    page.goto(f"{city}changes/steps/")
    page.locator("[data-from]").select_option("2033")
    page.locator("[data-to]").select_option("2031")
    page.locator("[data-choose] button").click()
    expect(page.locator(STEPS)).to_have_count(2)
    expect(page.locator("[data-from]")).to_have_value("2031")
    page.locator("[data-to]").select_option("2032")
    page.locator("[data-choose] button").click()
    page.wait_for_url(f"{city}changes/2031..2032/")


def test_without_scripts_the_steps_are_links(folder: Path) -> None:
    """On the page of steps, to which the page for unknown addresses leads."""
    page = parse("changes/steps/", (folder / "changes/steps/index.html").read_text("utf-8"))
    links = [link.get("href") for link in find(page.one(data_idle=None), "a")]
    assert links == ["../2033..2034/", "../2032..2033/", "../2031..2032/", "../"]
    unknown = (folder / "404.html").read_text("utf-8")
    assert "href=/changes/steps/" in unknown
    assert "href=/en/changes/steps/" in unknown
