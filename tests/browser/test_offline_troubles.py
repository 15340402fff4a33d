"""What is saved is there when the network fails or pretends, and never in place of what is new."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest

from tests.browser.driving import PHONE, READY
from tests.browser.troubles import TOLD, Trouble, copy_site, publish, publish_anew

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.browser.troubles import Publication

NOTE = "[data-module=offline-note]"
STATUS = "[data-module=offline] [data-status]"
NEVER_OURS = [
    Trouble.HANGS,
    Trouble.DRIPS,
    Trouble.BREAKS_OFF,
    Trouble.PORTAL_PAGE,
    Trouble.PORTAL_REDIRECT,
    Trouble.STATUS_500,
    Trouble.STATUS_502,
    Trouble.STATUS_503,
    Trouble.STATUS_504,
]
ROOM = """async () => {
  const { usage } = await navigator.storage.estimate();
  return usage;
}"""
COUNT = """async () => {
  const counted = {};
  for (const name of await caches.keys()) {
    counted[name] = (await (await caches.open(name)).keys()).length;
  }
  return counted;
}"""
LIST = """async () => {
  const kept = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) kept.push(new URL(url).pathname);
  }
  return kept.sort();
}"""


@pytest.fixture(scope="module")
def publication(
    built_below_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Publication]:
    """One site at the root of a host, and two below it, of which one lies within the other."""
    copied = copy_site(built_below_path, tmp_path_factory.mktemp("published") / "site")
    with publish({"/": copied, "/city/list/": copied, "/city/list/b/": copied}) as publication:
        yield publication


@pytest.fixture
def context(browser: Browser, publication: Publication) -> Iterator[BrowserContext]:
    """A phone of its own; its network is sound at first."""
    publication.recover()
    with browser.new_context(viewport=PHONE) as context:
        yield context
        publication.recover()


@pytest.fixture(scope="module")
def keeper(browser: Browser, publication: Publication) -> Iterator[Page]:
    """A page of a phone that keeps one service in both languages."""
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        for prefix in ("en/", ""):
            page.goto(f"{publication.url}city/list/{prefix}services/housing/")
            page.wait_for_selector(READY)
        page.keyboard.press("Tab")
        await_kept(page, "/city/list/offline/", "/city/list/en/services/housing/")
        yield page
        publication.recover()


def await_kept(page: Page, *paths: str) -> None:
    """Wait until all of some paths are kept."""
    end = time.monotonic() + 20
    while not set(paths) <= set(page.evaluate(LIST)):
        assert time.monotonic() < end, f"{paths} not in {page.evaluate(LIST)}"
        page.wait_for_timeout(50)


def read_note(page: Page) -> str:
    """What the line above a page says, once it says it."""
    text = page.locator(f"{NOTE} [data-text]:not(:empty)")
    text.wait_for()
    return text.inner_text()


@pytest.mark.parametrize("trouble", NEVER_OURS, ids=lambda one: one.name)
def test_a_saved_page_opens_whatever_the_network_does(
    keeper: Page, publication: Publication, trouble: Trouble
) -> None:
    """In both languages, in time, with a line that says so and since when it is saved."""
    for prefix, told in TOLD.items():
        publication.recover()
        publication.trouble_all(trouble)
        begun = time.monotonic()
        keeper.goto(f"{publication.url}city/list/{prefix}services/housing/", wait_until="commit")
        keeper.locator("h1", has_text="住房保障服务" if not prefix else "Housing").wait_for()
        assert time.monotonic() - begun < publication.patience / 1000 + 1
        assert re.fullmatch(told, read_note(keeper))
        assert keeper.locator(NOTE).get_attribute("role") == "status"
    publication.recover()


def test_readers_wait_at_most_three_seconds(built: Path) -> None:
    """The time that the build gives the network leaves half a second to show the page."""
    script = (built / "service-worker.js").read_text("utf-8")
    assert re.findall(r'"patience":(\d+)', script) == ["2500"]


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_gone_is_gone(
    context: BrowserContext, publication: Publication, status: int
) -> None:
    """A page that the server no longer has is not shown from the device."""
    page = context.new_page()
    page.goto(f"{publication.url}city/list/services/housing/")
    page.wait_for_selector(READY)
    publication.trouble_all(Trouble(status))
    answer = page.goto(f"{publication.url}city/list/services/housing/")
    assert answer
    assert answer.status == status
    assert page.locator("h1").inner_text() == "Trouble"
    gone = "/city/list/services/housing/" not in page.evaluate(LIST)
    assert gone == (status == 410)


def test_a_page_that_the_site_itself_does_not_know_is_dropped(
    context: BrowserContext, publication: Publication
) -> None:
    """Its own page for unknown addresses says so; it is not shown again without a network."""
    page = context.new_page()
    page.goto(f"{publication.url}city/list/services/housing/")
    page.wait_for_selector(READY)
    page.evaluate(
        """async () => {
          const cache = await caches.open("carelist /city/list/ visited");
          const copy = await cache.match(location.href);
          await cache.put(new URL("../former/", location.href).href, copy);
        }"""
    )
    answer = page.goto(f"{publication.url}city/list/services/former/")
    assert answer
    assert answer.status == 404
    page.wait_for_timeout(200)
    assert "/city/list/services/former/" not in page.evaluate(LIST)


@pytest.mark.parametrize(
    "trouble", [Trouble.PORTAL_PAGE, Trouble.STATUS_503], ids=lambda one: one.name
)
def test_without_a_copy_the_network_is_shown_as_it_is_and_not_kept(
    keeper: Page, publication: Publication, trouble: Trouble
) -> None:
    """A portal must be reached to sign in; its page is never kept as one of the site."""
    publication.trouble_all(trouble)
    keeper.goto(f"{publication.url}city/list/notice/")
    shown = "Welcome to Free WiFi" if trouble is Trouble.PORTAL_PAGE else "Trouble"
    assert keeper.locator("h1").inner_text() == shown
    publication.recover()
    keeper.goto(f"{publication.url}city/list/services/housing/")
    assert "/city/list/notice/" not in keeper.evaluate(LIST)


def test_without_a_copy_a_slow_network_has_all_its_time(
    keeper: Page, publication: Publication
) -> None:
    """As it would without a worker; without any network, a page says that it is not saved."""
    publication.trouble_all(Trouble.HANGS)
    earlier = len(publication.asked)
    keeper.evaluate(f"() => {{ location.href = '{publication.url}city/list/readings/' }}")
    keeper.wait_for_timeout(publication.patience * 1.5)
    assert "/city/list/readings/" in publication.asked[earlier:]
    assert "/services/housing/" in keeper.url
    publication.recover()
    keeper.wait_for_url("**/readings/")
    assert keeper.locator("h1").inner_text() != "没有网络"
    keeper.context.set_offline(True)
    keeper.goto(f"{publication.url}city/list/revisions/2025/services/autism/")
    assert keeper.locator("h1").inner_text() == "没有网络"
    hrefs = keeper.evaluate(
        "() => [...document.querySelectorAll('main a')].map(({ href }) => href)"
    )
    assert f"{publication.url}city/list/services/" in hrefs
    keeper.context.set_offline(False)


def test_the_line_leads_to_what_the_network_sends(keeper: Page, publication: Publication) -> None:
    """Whoever wants to sign in at a portal, or has the site at another place, can get there."""
    publication.trouble_all(Trouble.PORTAL_PAGE)
    keeper.goto(f"{publication.url}city/list/services/housing/")
    keeper.locator(f"{NOTE} [data-plain]").click()
    keeper.locator("h1", has_text="Welcome to Free WiFi").wait_for()
    publication.recover()


@pytest.fixture
def renewed(built_below_path: Path, tmp_path: Path) -> Iterator[tuple[Publication, Path]]:
    """A site of its own that can be published anew, and its folder."""
    site = copy_site(built_below_path, tmp_path / "site")
    with publish({"/city/list/": site}) as publication:
        yield publication, site


def test_a_newer_page_that_comes_late_replaces_the_copy(
    context: BrowserContext, renewed: tuple[Publication, Path]
) -> None:
    """At once before the reader has done anything; after that, when the reader wants it.

    That it came stays true where the same page meets trouble in another tab meanwhile.
    """
    publication, site = renewed
    page = context.new_page()
    page.goto(f"{publication.url}city/list/services/housing/")
    page.wait_for_selector(READY)
    page.goto(f"{publication.url}city/list/services/housing/")
    publish_anew(site, "住房保障服务", "新的住房服务", with_worker=False)
    publication.trouble_all(Trouble.HANGS)
    page.goto(f"{publication.url}city/list/services/housing/", wait_until="commit")
    read_note(page)
    assert page.locator("h1").inner_text() == "住房保障服务"
    publication.recover()
    page.locator("h1", has_text="新的住房服务").wait_for()
    assert page.locator(NOTE).is_hidden()
    publish_anew(site, "新的住房服务", "更新的住房服务", with_worker=False)
    publication.trouble_all(Trouble.HANGS)
    page.goto(f"{publication.url}city/list/services/housing/", wait_until="commit")
    read_note(page)
    page.keyboard.press("Tab")
    publication.recover()
    page.locator(f"{NOTE} [data-newer]").wait_for()
    assert page.locator("h1").inner_text() == "新的住房服务"
    publication.trouble_all(Trouble.STATUS_500)
    other = context.new_page()
    other.goto(f"{publication.url}city/list/services/housing/")
    read_note(other)
    publication.recover()
    page.locator(f"{NOTE} [data-newer]").click()
    page.locator("h1", has_text="更新的住房服务").wait_for()


def test_the_line_goes_where_the_network_has_the_same_page(
    keeper: Page, publication: Publication
) -> None:
    """What is shown then is what the site has."""
    publication.trouble_all(Trouble.DRIPS)
    keeper.goto(f"{publication.url}city/list/services/housing/", wait_until="commit")
    read_note(keeper)
    publication.recover()
    keeper.locator(NOTE).wait_for(state="hidden")


def test_scripts_and_lists_are_had_in_time(
    context: BrowserContext, publication: Publication
) -> None:
    """A questionnaire that was begun once begins while the network hangs."""
    page = context.new_page()
    page.goto(f"{publication.url}city/list/check/")
    page.wait_for_selector(READY)
    page.reload()
    page.locator("[data-start]").click()
    page.locator("[data-skip]").wait_for()
    await_kept(page, "/city/list/data/check.zh.json", "/city/list/scripts/check/questionnaire.mjs")
    publication.trouble_all(Trouble.HANGS)
    page.goto(f"{publication.url}city/list/check/", wait_until="commit")
    read_note(page)
    page.locator("[data-start]").click()
    page.locator("[data-skip]").wait_for(timeout=10000)


def limit_room(page: Page, url: str, size: int | None) -> None:
    """Let the device have so many bytes for a host, or as many as it has."""
    session = page.context.new_cdp_session(page)
    origin = {"origin": url.rstrip("/")}
    session.send(
        "Storage.overrideQuotaForOrigin", origin | ({} if size is None else {"quotaSize": size})
    )


def save_all(page: Page) -> str:
    """Press the button, and give what is told once it has ended."""
    page.locator("[data-save]").click()
    page.locator("[data-save]:enabled").wait_for(state="attached")
    return page.locator(STATUS).inner_text()


def test_a_full_device_shows_what_the_network_brings(
    context: BrowserContext, publication: Publication
) -> None:
    """Pages not visited open; what is shown is new; the reader is told how many pages fit."""
    page = context.new_page()
    page.goto(f"{publication.url}city/list/services/housing/")
    page.wait_for_selector(READY)
    limit_room(page, publication.url, int(page.evaluate(ROOM)) + 600_000)
    told = save_all(page)
    match = re.fullmatch(r"这台设备空间不够：(\d+) 页里存了 (\d+) 页。", told)
    assert match, told
    total, kept = map(int, match.groups())
    assert 0 < kept < total
    pages = [path for path in page.evaluate(LIST) if path.endswith("/")]
    assert len(set(pages) - {"/city/list/services/housing/"}) >= kept - 1
    limit_room(page, publication.url, 1)
    answer = page.goto(f"{publication.url}city/list/notice/")
    assert answer
    assert answer.status == 200
    assert page.locator(NOTE).is_hidden()
    before = page.evaluate(COUNT)
    page.reload()
    page.wait_for_selector(READY)
    assert page.evaluate(COUNT) == before
    limit_room(page, publication.url, None)


@pytest.mark.parametrize("cause", ["503", "full"])
def test_an_update_that_cannot_be_whole_replaces_nothing(
    context: BrowserContext, renewed: tuple[Publication, Path], cause: str
) -> None:
    """The old list stays whole, and the page says so; a later visit goes on where it broke off."""
    publication, site = renewed
    page = context.new_page()
    page.goto(f"{publication.url}city/list/")
    page.wait_for_selector(READY)
    told = save_all(page)
    assert re.fullmatch(r"整份清单已经存在这台设备上，共 120 页，.* 存。", told)
    whole = page.evaluate(COUNT)["carelist /city/list/ zh 1"]
    publish_anew(site, "住房保障服务", "新的住房服务")
    if cause == "503":
        publication.find_trouble = lambda path: (
            Trouble.STATUS_503
            if path.endswith(("/pillars/housing/", "/city/list/services/"))
            else None
        )
    else:
        limit_room(page, publication.url, int(page.evaluate(ROOM)) + 100_000)
    page.goto(f"{publication.url}city/list/about/")
    page.locator(STATUS, has_text="存全以后").wait_for()
    behind = r"这台设备上有整份清单，共 120 页，.* 存。网站后来更新过，新的存全以后才会替换。"
    assert re.fullmatch(behind, page.locator(STATUS).inner_text())
    page.wait_for_timeout(1500)
    assert page.evaluate(COUNT)["carelist /city/list/ zh 1"] == whole
    limit_room(page, publication.url, None)
    context.set_offline(True)
    page.goto(f"{publication.url}city/list/services/housing/")
    assert page.locator("h1").inner_text() == "住房保障服务"
    page.goto(f"{publication.url}city/list/services/mothers-skills/")
    assert page.locator("h1").inner_text() == "母亲就业技能培训"
    context.set_offline(False)
    publication.recover()
    publication.asked.clear()
    page.goto(f"{publication.url}city/list/about/")
    page.wait_for_selector(READY)
    if cause == "full":
        save_all(page)
    page.locator("[data-save]").wait_for(state="hidden")
    if cause == "503":
        again = {path for path in publication.asked if path.endswith("/")}
        assert again == {"/city/list/about/", "/city/list/pillars/housing/", "/city/list/services/"}
    assert page.evaluate(COUNT)["carelist /city/list/ zh 2"] == whole
    assert "carelist /city/list/ zh 1" not in page.evaluate(COUNT)
    context.set_offline(True)
    page.goto(f"{publication.url}city/list/services/housing/")
    assert page.locator("h1").inner_text() == "新的住房服务"


def test_saving_without_a_network_says_so_and_two_tabs_save_one_list(
    context: BrowserContext, publication: Publication
) -> None:
    """Nothing is lost when the button is pressed too often, or too early."""
    page = context.new_page()
    page.goto(f"{publication.url}city/list/")
    page.wait_for_selector(READY)
    page.keyboard.press("Tab")
    await_kept(
        page,
        "/city/list/scripts/saving.mjs",
        "/city/list/scripts/saving.zh.json",
        "/city/list/en/offline/",
    )
    context.set_offline(True)
    assert save_all(page) == "有 120 页没有存上，请在有网时再试一次。"
    context.set_offline(False)
    other = context.new_page()
    other.goto(f"{publication.url}city/list/about/")
    other.wait_for_selector(READY)
    for each in (page, other):
        each.locator("[data-save]").click()
    for each in (page, other):
        each.locator("[data-save]").wait_for(state="hidden")
        assert "共 120 页" in each.locator(STATUS).inner_text()
    assert len([name for name in page.evaluate(COUNT) if " zh " in name]) == 1


def test_sites_of_one_host_keep_apart(context: BrowserContext, publication: Publication) -> None:
    """One within the other too: the pages, the large text, and what is deleted."""
    page = context.new_page()
    for base in ("", "city/list/b/", "city/list/"):
        page.goto(f"{publication.url}{base}services/housing/")
        page.wait_for_selector(READY)
    page.locator("[data-module=large-text]").click()
    kept = page.evaluate(COUNT)
    assert sorted(kept) == [
        "carelist / visited",
        "carelist /city/list/ visited",
        "carelist /city/list/b/ visited",
    ]
    for base in ("/", "/city/list/", "/city/list/b/"):
        paths = page.evaluate(
            "async (name) => (await (await caches.open(name)).keys())"
            ".map(({ url }) => new URL(url).pathname)",
            f"carelist {base} visited",
        )
        assert f"{base}services/housing/" in paths
        assert {path.removeprefix(base).split("/")[0] for path in paths} <= {
            "services",
            "scripts",
            "images",
            "offline",
            "en",
        }
    page.goto(f"{publication.url}city/list/b/")
    assert page.locator("html").get_attribute("data-size") is None
    page.goto(f"{publication.url}city/list/about/")
    assert page.locator("html").get_attribute("data-size") == "large"
    page.locator("[data-forget]").click()
    page.locator("[data-forget]").wait_for(state="hidden")
    assert sorted(page.evaluate(COUNT)) == ["carelist / visited", "carelist /city/list/b/ visited"]


def test_the_outer_site_neither_answers_for_the_inner_nor_keeps_it(
    context: BrowserContext, publication: Publication
) -> None:
    """Where the inner site's own worker has not come yet."""
    page = context.new_page()
    page.goto(publication.url)
    page.wait_for_selector(READY)
    page.keyboard.press("Tab")
    await_kept(page, "/offline/", "/en/offline/")
    publication.trouble_all(Trouble.STATUS_503, "/", ".mjs", ".svg")
    page.goto(f"{publication.url}city/list/services/housing/")
    page.wait_for_timeout(500)
    assert [path for path in page.evaluate(LIST) if path.startswith("/city/list/")] == []
    context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(f"{publication.url}city/list/services/")
    page = context.new_page()
    page.goto(f"{publication.url}services/")
    assert page.locator("h1").inner_text() == "没有网络"


def test_what_earlier_versions_kept_is_taken_over_where_it_is_this_sites(
    context: BrowserContext, publication: Publication
) -> None:
    """Under names that all sites of a host shared; what is another's, or mixed, is let alone."""
    page = context.new_page()
    page.goto(f"{publication.url}city/list/robots.txt")
    page.evaluate(
        """async () => {
          for (const [name, paths] of [
            ["carelist-2025-aaa", ["/city/list/services/housing/", "/city/list/notice/"]],
            ["carelist-2025-bbb", ["/city/list/services/housing/", "/c/services/housing/"]],
            ["carelist-2025-ccc", ["/city/list/b/services/housing/"]],
          ]) {
            const cache = await caches.open(name);
            for (const path of paths) {
              await cache.put(path, await fetch(path.replace("/c/", "/city/list/")));
            }
          }
        }"""
    )
    page.goto(f"{publication.url}city/list/about/")
    page.wait_for_selector(READY)
    await_kept(page, "/city/list/notice/")
    end = time.monotonic() + 20
    while "carelist-2025-aaa" in page.evaluate(COUNT):
        assert time.monotonic() < end
    kept = page.evaluate(COUNT)
    assert sorted(kept) == [
        "carelist /city/list/ visited",
        "carelist-2025-bbb",
        "carelist-2025-ccc",
    ]
    context.set_offline(True)
    page.goto(f"{publication.url}city/list/notice/")
    assert re.fullmatch(TOLD[""], read_note(page))


def test_frames_on_other_sites_show_the_network_alone(
    keeper: Page, publication: Publication
) -> None:
    """A frame has no line to say that it is a copy, so none is kept."""
    keeper.goto(f"{publication.url}city/list/embed/services/housing/")
    keeper.goto(f"{publication.url}city/list/services/housing/")
    assert [path for path in keeper.evaluate(LIST) if "embed" in path] == []
