"""Every built page keeps its budget of bytes, and so does a first visit to it."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from tests.site.building import SITE_URL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.documents import Document

PAGE, WHOLE_LIST, VISIT = 14 * 1024, 24 * 1024, 30 * 1024
HOLDS_THE_LIST = re.compile(
    r"(en/)?((notice|readings|services|audiences|search|revisions/\d+)/|changes/[^/]+/)index.html"
)
FREE = {"print/index.html", "en/print/index.html"}
"""What may weigh what it likes."""
HEADERS = 240
"""Bytes that a server says before each file."""
ALWAYS = {"scripts/site.mjs", "service-worker.js", "images/logo.svg"}
FETCHED = {
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


def list_heavy_pages(site: Path) -> dict[str, int]:
    """The pages that weigh more than they may."""
    weights = {file.relative_to(site).as_posix(): weigh(file) for file in site.rglob("*.html")}
    return {
        name: weight
        for name, weight in weights.items()
        if name not in FREE and weight > (WHOLE_LIST if HOLDS_THE_LIST.fullmatch(name) else PAGE)
    }


def test_every_page_keeps_its_budget(built: Path) -> None:
    """At most 14 KB; 24 KB where it holds the whole list."""
    assert list_heavy_pages(built) == {}


def test_every_page_below_a_path_keeps_its_budget(built_below_path: Path) -> None:
    """Where addresses are longer."""
    assert list_heavy_pages(built_below_path) == {}


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


def test_a_first_visit_keeps_its_budget(pages: dict[str, Document], built: Path) -> None:
    """All that is asked for before the reader acts is at most 30 KB."""
    heavy = {}
    for address, page in pages.items():
        files = [f"{address}index.html", *list_fetched(page)]
        weight = sum(weigh(built / file) + HEADERS for file in files)
        if page.path != "print/" and weight > VISIT:
            heavy[address] = weight
    assert heavy == {}


@pytest.mark.parametrize(
    ("address", "more"),
    [
        ("services/housing/", {"scripts/aloud.mjs", "scripts/copy.mjs", "scripts/today.mjs"}),
        ("check/", {"scripts/check/start.mjs"}),
        ("en/kit/", {"scripts/copy.mjs", "en/kit/list/preview.png"}),
        ("kit/pillars/health/", {"scripts/copy.mjs", "kit/pillars/health/preview.png"}),
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
