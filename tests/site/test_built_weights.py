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
OPEN_DATA = 3_000_000
BEFORE = {
    "catalog.json",
    "catalog.schema.json",
    "build.json",
    "check.zh.json",
    "check.en.json",
    "index.html",
}
"""What `data/` held before."""
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
        "audiences",
        "notice",
        "readings",
        "search",
        "revision",
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
    return {*pictures, *ALWAYS, *(file for name, file in FETCHED.items() if name in modules)}


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
            {"scripts/archive.mjs", "scripts/copy.mjs", "kit/pillars/health/preview.png"},
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
    """All its files: 35 MB, and 12 MB without the kit, as a site is that makes none.

    Open data and twins came later, and have 3 MB of their own (decision 78).
    """
    sizes = {path: path.stat().st_size for path in built.rglob("*") if path.is_file()}
    spent = sum(size for path, size in sizes.items() if is_open_data(path.relative_to(built)))
    assert spent <= OPEN_DATA
    sizes = {
        path: size for path, size in sizes.items() if not is_open_data(path.relative_to(built))
    }
    pieces = (size for path, size in sizes.items() if is_piece(path.relative_to(built)))
    assert sum(sizes.values()) <= PLACE
    assert sum(sizes.values()) - sum(pieces) <= PLACE_WITHOUT_KIT


def is_open_data(path: Path) -> bool:
    """Whether a file is one of those that came with decision 78: data, or a twin."""
    if path.suffix == ".md":
        return True
    is_data = path.parts[0] == "data" and path.name not in BEFORE
    return is_data and not {"feeds", "oembed"} & {*path.parts}


def is_piece(path: Path) -> bool:
    """Whether a file of the site is one of the kit, and no page."""
    return "kit" in path.parts[:2] and path.suffix != ".html"
