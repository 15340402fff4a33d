"""What is saved opens in the engine of iPhones too, whatever the network does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.driving import READY
from tests.browser.troubles import TOLD, Trouble, publish

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser.troubles import Publication
    from tests.engines.driver import Window

BASE = "city/list/"
TROUBLES = [
    Trouble.HANGS,
    Trouble.DRIPS,
    Trouble.STATUS_503,
    Trouble.PORTAL_PAGE,
    Trouble.PORTAL_REDIRECT,
]
TEXT = "document.querySelector('[data-module=offline-note] [data-text]')"
KEPT = """
window.kept = undefined;
(async () => {
  const found = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
  }
  window.kept = found;
})();
"""


@pytest.fixture(scope="module")
def publication(built_below_path: Path) -> Iterator[Publication]:
    """The real site, on a server that can be in trouble."""
    with publish({f"/{BASE}": built_below_path}) as publication:
        yield publication


@pytest.fixture(scope="module")
def keeper(window: Window, publication: Publication) -> Window:
    """A window that keeps a service in both languages."""
    for prefix in ("en/", ""):
        window.open(f"{publication.url}{BASE}{prefix}services/housing/")
        window.wait_until(f"document.querySelector('{READY}')")
    window.run(KEPT)
    window.wait_until("window.kept")
    kept = window.run("return window.kept")
    assert {f"/{BASE}services/housing/", f"/{BASE}en/services/housing/"} <= set(kept)
    return window


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda one: one.name)
def test_a_saved_page_opens_whatever_the_network_does(
    keeper: Window, publication: Publication, trouble: Trouble
) -> None:
    """In both languages, with a line that says so and since when it is saved."""
    for prefix, told in TOLD.items():
        publication.recover()
        publication.trouble_all(trouble)
        keeper.open(f"{publication.url}{BASE}{prefix}services/housing/")
        keeper.wait_until(f"{TEXT}.textContent")
        assert re.fullmatch(told, keeper.run(f"return {TEXT}.textContent"))
    publication.recover()


def test_what_comes_late_is_shown(keeper: Window, publication: Publication) -> None:
    """The line goes where the network has the same page after all."""
    publication.trouble_all(Trouble.HANGS)
    keeper.open(f"{publication.url}{BASE}services/housing/")
    keeper.wait_until(f"{TEXT}.textContent")
    publication.recover()
    keeper.wait_until("document.querySelector('[data-module=offline-note]').hidden")


def test_the_whole_list_is_saved_and_deleted(keeper: Window, publication: Publication) -> None:
    """With all its pages."""
    publication.recover()
    keeper.open(f"{publication.url}{BASE}about/")
    keeper.wait_until(f"document.querySelector('{READY}')")
    keeper.click("[data-save]")
    keeper.wait_until("document.querySelector('[data-save]').hidden")
    told = keeper.read_text("[data-module=offline] [data-status]")
    assert re.fullmatch(r"整份清单已经存在这台设备上，共 120 页，.* 存。", told)
    publication.trouble_all(Trouble.STATUS_503)
    keeper.open(f"{publication.url}{BASE}services/mothers-skills/")
    assert keeper.read_text("h1") == "母亲就业技能培训"
    publication.recover()
    keeper.click("[data-forget]")
    keeper.wait_until("document.querySelector('[data-forget]').hidden")
