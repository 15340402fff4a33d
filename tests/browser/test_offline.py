"""Reading without a network: what was visited, what was saved, and how all of it goes again."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.driving import PHONE, READY
from tests.browser.server import serve_folder
from tests.conftest import LAKESIDE
from tests.site.building import build_site, make_project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

UPDATE = """async () => {
  for (const one of await navigator.serviceWorker.getRegistrations()) await one.update();
}"""
LIST_LEFT = """async () => {
  const workers = await navigator.serviceWorker.getRegistrations();
  return [...workers.map(({ scope }) => scope), ...(await caches.keys())];
}"""
KEEP_ANOTHERS = """async () => {
  const another = await caches.open("carelist /another/ visited");
  await another.put("/another/", new Response(""));
  const former = await caches.open("carelist-2025-another");
  await former.put("/another/", new Response(""));
}"""
ANOTHERS = ["carelist /another/ visited", "carelist-2025-another"]
LIST_KEPT = """async () => {
  const urls = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) urls.push(url);
  }
  return urls.sort();
}"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone of its own, with nothing kept yet."""
    with browser.new_context(viewport=PHONE) as context:
        yield context


def visit(page: Page, url: str) -> str:
    """Open a page, and give the heading that it shows."""
    page.goto(url)
    return page.locator("h1").first.inner_text()


def await_kept(page: Page, url: str) -> None:
    """Wait until a page is kept."""
    kept = page.evaluate(LIST_KEPT)
    for _ in range(100):
        if url in kept:
            break
        page.wait_for_timeout(100)
        kept = page.evaluate(LIST_KEPT)
    assert url in kept


def test_one_visit_is_enough(context: BrowserContext, root: str) -> None:
    """The very first page opens again; until the reader moves, no other page was fetched."""
    page = context.new_page()
    heading = visit(page, f"{root}services/housing/")
    page.wait_for_selector(READY)
    kept = [url.removeprefix(root) for url in page.evaluate(LIST_KEPT)]
    assert kept == ["scripts/site.mjs", "services/housing/"]
    context.set_offline(True)
    assert visit(page, f"{root}services/housing/") == heading


def test_a_visited_page_opens_again_without_network(context: BrowserContext, root: str) -> None:
    """It says that it is a saved copy; a page not visited says that it is not saved."""
    page = context.new_page()
    page.goto(root)
    page.wait_for_selector(READY)
    page.keyboard.press("Tab")
    await_kept(page, f"{root}en/offline/")
    heading = visit(page, f"{root}services/housing/")
    context.set_offline(True)
    assert visit(page, f"{root}services/housing/") == heading
    page.locator("[data-module=offline-note]").wait_for()
    assert visit(page, f"{root}notice/") == "没有网络"
    assert visit(page, f"{root}en/notice/") == "No network"
    for deep in ("kit/list/leaflet.pdf", "revisions/2025/services/rent/"):
        assert visit(page, f"{root}{deep}") == "没有网络"
        page.locator("[data-module=large-text]").click()  # by the script, which lies further up
        expect(page.locator("html")).to_have_attribute("data-size", "large")
        page.locator("[data-module=large-text]").click()
    context.set_offline(False)
    assert visit(page, f"{root}en/notice/") != "No network"
    assert page.locator("[data-module=offline-note]").is_hidden()


def test_the_questionnaire_is_answered_without_network(context: BrowserContext, root: str) -> None:
    """Once begun with a network, it can be begun without."""
    page = context.new_page()
    page.goto(f"{root}check/")
    page.wait_for_selector(READY)
    page.reload()
    page.locator("[data-start]").click()
    page.locator("[data-skip]").wait_for()
    await_kept(page, f"{root}data/check.zh.json")
    context.set_offline(True)
    page.goto(f"{root}check/")
    page.locator("[data-start]").click()
    page.locator("[data-skip]").wait_for()


def test_the_whole_list_is_saved_on_request_and_deleted_on_request(
    context: BrowserContext, root: str
) -> None:
    """The size is told before; afterwards every page of the language opens; deleting empties it.

    The short addresses that codes on paper lead to open too.
    """
    page = context.new_page()
    page.goto(root)
    page.wait_for_selector(READY)
    assert " KB）" in page.locator("[data-save]").inner_text()
    page.locator("[data-save]").click()
    page.locator("[data-save]").wait_for(state="hidden")
    context.set_offline(True)
    assert visit(page, f"{root}services/mothers-skills/") == "母亲就业技能培训"
    page.goto(f"{root}2025/7/", wait_until="commit")
    page.wait_for_url(f"{root}services/medical-insurance/")
    assert page.locator("h1").inner_text() == "医疗保障服务"
    context.set_offline(False)
    page.goto(root)
    page.wait_for_selector(READY)
    page.locator("[data-forget]").click()
    page.locator("[data-forget]").wait_for(state="hidden")
    assert page.evaluate("() => caches.keys()") == []


def test_what_was_typed_into_the_search_is_not_kept(context: BrowserContext, root: str) -> None:
    """A page is kept without its query."""
    page = context.new_page()
    page.goto(root)
    page.wait_for_selector(READY)
    page.goto(f"{root}search/?q=secret")
    keys = page.evaluate(LIST_KEPT)
    assert f"{root}search/" in keys
    assert not [url for url in keys if "secret" in url]


@dataclass(frozen=True)
class Publication:
    """A site that is published, visited once, and may be edited and published again."""

    project: Path
    site: Path
    url: str

    def publish(self) -> None:
        """Build the site anew in the place of the last one."""
        shutil.rmtree(self.site, ignore_errors=True)
        build_site(self.site, self.project, SITE_URL=self.url)

    def edit(self, name: str, edit: Callable[[str], str]) -> None:
        """Change a file of the project, and publish it."""
        file = self.project / name
        file.write_text(edit(file.read_text("utf-8")), "utf-8")
        self.publish()


@pytest.fixture
def publication(tmp_path: Path) -> Iterator[Publication]:
    """A published site of its own, which a test may change."""
    site, project = tmp_path / "site", make_project(tmp_path / "project", LAKESIDE)
    with serve_folder(site) as url:
        published = Publication(project, site, url)
        published.publish()
        yield published


def test_a_new_list_is_shown_as_soon_as_the_network_has_it(
    context: BrowserContext, publication: Publication
) -> None:
    """What was kept of the old one is never shown as the present one."""
    page = context.new_page()
    page.goto(publication.url)
    page.wait_for_selector(READY)
    publication.edit(
        "catalog/site.yml", lambda text: text.replace("zh: 湖滨关爱清单", "zh: 新的清单", 1)
    )
    page.goto(publication.url)
    assert page.locator("header").inner_text().startswith("新的清单")


def test_the_kill_switch_removes_the_worker_and_all_that_it_kept(
    context: BrowserContext, publication: Publication
) -> None:
    """Once `offline: false` is published, only what another site of the host keeps stays behind."""
    page = context.new_page()
    page.goto(publication.url)
    page.wait_for_selector(READY)
    page.evaluate(KEEP_ANOTHERS)
    publication.edit("mkdocs.yml", lambda text: f"{text}      offline: false\n")
    page.goto(publication.url)
    assert page.locator("[data-module=offline]").count() == 0
    page.evaluate(UPDATE)
    left = [page.evaluate(LIST_LEFT)]
    while left[-1] != ANOTHERS and len(left) < 300:
        page.wait_for_timeout(100)
        left.append(page.evaluate(LIST_LEFT))
    assert left[-1] == ANOTHERS
