"""Every built page keeps its budget of bytes, and so does a first visit to it."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from carelist.site.kinds import KINDS, NOT_FOUND
from carelist.site.page import Budget
from carelist.site.pages import WITH_ADDRESS, find_kinds, list_pages

from tests.site.building import SITE_URL

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.site.site import Site

    from tests.site.documents import Document

VISIT = 30 * 1024
PLACE = 35_000_000
PLACE_WITHOUT_KIT = 12_000_000
HEADERS = 240
"""Bytes that a server says before each file."""
ALWAYS = {"scripts/site.mjs", "service-worker.js", "images/logo.svg"}
FETCHED = {
    "archive": "scripts/archive.mjs",
    "aloud": "scripts/aloud.mjs",
    "check": "scripts/check/start.mjs",
    "copy": "scripts/copy.mjs",
    "today": "scripts/today.mjs",
}
"""By part of a page: what it fetches beyond what every page does."""


def weigh(file: Path) -> int:
    """The bytes of a file as a server sends it: compressed, but for pictures, which are."""
    content = file.read_bytes()
    return len(content if file.suffix == ".png" else gzip.compress(content, 9, mtime=0))


def list_heavy_pages(built: Path, site: Site) -> dict[str, int]:
    """The pages that weigh more than pages of their kind may."""
    pages = {f"{page.address}index.html": page.kind for page in list_pages(site, WITH_ADDRESS)}
    pages[NOT_FOUND.path(None)] = NOT_FOUND
    weights = {name: weigh(built / name) for name in pages}
    budgets = {name: kind.standing.budget.value for name, kind in pages.items()}
    return {name: weight for name, weight in weights.items() if weight > (budgets[name] or weight)}


def test_budgets_are_those_of_the_design() -> None:
    """14 KB a page, 24 KB where it holds the whole list; paper may weigh what it likes."""
    kinds = {budget: {k.id for k in KINDS if k.standing.budget is budget} for budget in Budget}
    assert kinds[Budget.FREE] == {"print"}
    assert kinds[Budget.WHOLE_LIST] == {
        "services",
        "services-part",
        "audiences",
        "audiences-part",
        "notice",
        "notice-part",
        "readings",
        "search",
        "revision",
        "revision-part",
        "comparison",
    }
    assert (Budget.PAGE.value, Budget.WHOLE_LIST.value) == (14 * 1024, 24 * 1024)


def test_every_page_keeps_its_budget(built: Path, site: Site) -> None:
    """Whatever its kind may weigh."""
    assert list_heavy_pages(built, site) == {}


def test_every_page_below_a_path_keeps_its_budget(built_below_path: Path, site: Site) -> None:
    """Where addresses are longer."""
    assert list_heavy_pages(built_below_path, site) == {}


def list_fetched(page: Document) -> set[str]:
    """The files that a browser asks for with a page before its reader acts.

    A picture in a folded part waits for the reader; one that only stands far down may be asked for.
    """
    here = urljoin(SITE_URL, page.address)
    pictures = (
        urljoin(here, picture.get("src") or "").removeprefix(SITE_URL)
        for picture in page.find("img")
        if not any(e.tag == "details" and "open" not in e.attrib for e in page.above(picture))
    )
    modules = {element.get("data-module") for element in page.find(data_module=None)}
    sheets = page.find("link", rel="stylesheet")
    styles = {urljoin(here, one.get("href") or "").removeprefix(SITE_URL) for one in sheets}
    scripts = {file for name, file in FETCHED.items() if name in modules}
    return {*pictures, *styles, *ALWAYS, *scripts}


def test_a_first_visit_keeps_its_budget(
    pages: dict[str, Document], built: Path, site: Site
) -> None:
    """All that is asked for before the reader acts is at most 30 KB."""
    heavy, kinds = {}, find_kinds(site)
    for address, page in pages.items():
        files = [f"{address}index.html", *list_fetched(page)]
        weight = sum(weigh(built / file) + HEADERS for file in files)
        if kinds[address].standing.budget is not Budget.FREE and weight > VISIT:
            heavy[address] = weight
    assert heavy == {}


@pytest.mark.parametrize(
    ("address", "more"),
    [
        ("services/housing/", {"scripts/aloud.mjs", "scripts/copy.mjs", "scripts/today.mjs"}),
        ("check/", {"scripts/check/start.mjs"}),
        ("en/kit/", {"scripts/archive.mjs", "scripts/copy.mjs", "en/kit/list/preview.png"}),
        (
            "kit/pillars/health/",
            {
                "scripts/archive.mjs",
                "scripts/copy.mjs",
                "styles/kit.css",
                "kit/pillars/health/preview.png",
            },
        ),
        ("measurements/", {"measurements/plot.zh.svg"}),
        ("", set()),
    ],
)
def test_what_a_first_visit_asks_for_is_known(
    pages: dict[str, Document], address: str, more: set[str]
) -> None:
    """What the sum is made of."""
    assert list_fetched(pages[address]) == ALWAYS | more


def test_what_reads_aloud_keeps_its_budget(built: Path) -> None:
    """The button and what it fetches are at most 4 KB; before the reader acts, less than 1 KB."""
    button, reader = (weigh(built / f"scripts/{name}.mjs") for name in ("aloud", "aloud/reader"))
    assert button < 1024
    assert button + reader <= 4 * 1024


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_questionnaire_keeps_its_budget(built: Path, locale: str) -> None:
    """All that it loads beyond its page, from its start to a code that is shared: 15 KB."""
    names = (
        "scripts/check/start.mjs",
        "scripts/check/questionnaire.mjs",
        f"data/check.{locale}.json",
    )
    assert sum(weigh(built / name) for name in names) <= 15 * 1024


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_search_keeps_its_budget(built: Path, locale: str) -> None:
    """Its script and the words of its own language, with 454 bytes for the heads of two answers."""
    names = ("scripts/search/page.mjs", f"search/{locale}.json")
    assert sum(weigh(built / name) for name in names) + 454 <= 30 * 1024


def test_a_place_is_as_light_as_the_design_says(built: Path) -> None:
    """All its files, open data among them: 35 MB, and 12 MB without what there is to hand out."""
    sizes = {path: path.stat().st_size for path in built.rglob("*") if path.is_file()}
    kit = sum(size for path, size in sizes.items() if is_of_kit(path.relative_to(built)))
    assert sum(sizes.values()) <= PLACE
    assert sum(sizes.values()) - kit <= PLACE_WITHOUT_KIT


def is_of_kit(path: Path) -> bool:
    """Whether a file of the site lies in its kit: a piece, or a page that leads to some."""
    return "kit" in path.parts[:2]
