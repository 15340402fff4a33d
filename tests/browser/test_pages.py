"""Every kind of page in a browser: quiet, complete, and as wide as its window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.driving import DESK, PHONE
from tests.browser.kinds import ADDRESSES, PATHS, UNKNOWN, find_language, switch_language
from tests.publicity.scanning import read_text, squeeze
from tests.site.building import SUB_PATH_URL

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

    from tests.browser.driving import Witness

FIND_OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right > width + 0.5
  );
  const tell = (element) => `<${element.localName} ${element.className}> ${element.textContent}`;
  const told = wide.slice(-5).map((element) => tell(element).slice(0, 60));
  return [`${document.documentElement.scrollWidth} > ${width}`, ...told];
}"""
HIDE_CONTROLS = """() => {
  const style = new CSSStyleSheet();
  const controls = "[data-filters], [data-module=copy] button, [data-module=report]";
  const archives = "[data-module=share], [data-module=archive]";
  style.replaceSync(`main :is(${controls}, ${archives}) { display: none }`);
  document.adoptedStyleSheets = [style];
}"""
"""What filters, shares, copies or composes does nothing without scripts, and is hidden then."""
IS_DARK = """() => {
  const paper = getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).map(Number);
  const ink = getComputedStyle(document.body).color.match(/[0-9.]+/g).map(Number);
  return paper[0] + paper[1] + paper[2] < ink[0] + ink[1] + ink[2];
}"""


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_opens_without_a_complaint(
    page: Page, witness: Witness, root: str, address: str
) -> None:
    """No error, no failed request, none off the site, no font; in its language, light and dark."""
    answer = page.goto(root + address, wait_until="load")
    assert answer is not None
    assert answer.status == 200
    origin = urlsplit(root)[:2]
    assert [url for url in witness.requests if urlsplit(url)[:2] != origin] == []
    assert page.locator("html").get_attribute("lang") == find_language(address)
    assert page.evaluate("document.fonts.size") == 0
    assert page.locator("h1").is_visible()
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(IS_DARK) is (scheme == "dark")
        for window in (PHONE, DESK):
            page.set_viewport_size(window)
            assert page.evaluate(FIND_OVERFLOW) == [], f"{window['width']} px, {scheme}"
    assert witness.failures == []


def test_no_page_at_all_is_wider_than_a_phone(page: Page, witness: Witness, root: str) -> None:
    """All pages of the sitemap, also with text at twice its size."""
    answer = page.request.get(f"{root}sitemap.xml")
    addresses = [part.split("</loc>")[0] for part in answer.text().split("<loc>")[1:]]
    assert len(addresses) > 120
    wide = {}
    for address in addresses:
        page.goto(address.replace(SUB_PATH_URL, root), wait_until="load")
        for size in ("100%", "200%"):
            page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            if found := page.evaluate(FIND_OVERFLOW):
                wide[address, size] = found
    assert wide == {}
    assert witness.failures == []


@pytest.mark.parametrize("path", PATHS)
def test_the_switch_of_language_keeps_the_page(page: Page, root: str, path: str) -> None:
    """There and back again, in the language that each page says it is in."""
    page.goto(root + path)
    for address in (switch_language(path), path):
        page.locator("header a[hreflang]").click()
        page.wait_for_url(root + address)
        assert page.locator("html").get_attribute("lang") == find_language(address)


@pytest.mark.parametrize("address", UNKNOWN)
def test_an_unknown_address_is_answered_in_its_language(
    page: Page, witness: Witness, root: str, address: str
) -> None:
    """The page that is not there says so in one language, searches and leads back into the list."""
    answer = page.goto(root + address)
    assert answer is not None
    assert answer.status == 404
    language = find_language(address)
    assert page.locator("html").get_attribute("lang") == language
    shown = page.locator("h1").filter(visible=True)
    assert shown.count() == 1
    assert page.title() == shown.inner_text()
    skip = page.locator(".skip:not([hidden])")
    assert skip.get_attribute("lang") == language
    assert skip.inner_text() == {"zh-Hans": "跳到正文", "en": "Skip to content"}[language]
    page.keyboard.press("Tab")
    assert skip.evaluate("one => one === document.activeElement")
    assert page.locator("main [data-prefix]").filter(visible=True).get_attribute("lang") == language
    for window in (PHONE, DESK):
        page.set_viewport_size(window)
        assert page.evaluate(FIND_OVERFLOW) == []
    prefix = f"{root}{'en/' if language == 'en' else ''}"
    page.get_by_role("searchbox").fill("a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{prefix}search/#q=a")
    page.go_back()
    page.locator("main a").filter(visible=True).first.click()
    page.wait_for_url(f"{prefix}services/")
    failures = [line for line in witness.failures if root + address not in line]
    assert [line for line in failures if "404 (Not Found)" not in line] == []


def test_an_unknown_address_is_answered_in_both_languages_without_scripts(
    browser: Browser, root: str
) -> None:
    """Nobody knows then which one is wanted."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{root}en/services/nothing/")
        languages = page.locator("main [data-prefix]").filter(visible=True)
        assert languages.count() == page.locator("h1").filter(visible=True).count() == 2


def test_every_page_is_whole_without_scripts(browser: Browser, page: Page, root: str) -> None:
    """Scripts only add: every word of the content is there, and seen, without them."""
    with browser.new_context(
        viewport=PHONE,
        java_script_enabled=False,
    ) as context:
        plain = context.new_page()
        for address in ADDRESSES:
            page.goto(root + address)
            page.evaluate(HIDE_CONTROLS)
            plain.goto(root + address)
            headings = plain.locator(":is(h1, h2, h3, h4):not([hidden] *)")
            assert headings.filter(visible=True).count() == headings.count() > 0, address
            full, bare = (p.locator("main").inner_text().split("\n") for p in (page, plain))
            assert [line for line in full if line not in bare] == [], address
            assert len("".join(bare)) > 100, address


@pytest.mark.parametrize("locale", ["", "en/"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_a_link_reaches_its_line_of_the_table(
    page: Page, root: str, viewport: ViewportSize, locale: str
) -> None:
    """Although lines far from view are not laid out yet; and in print each is there."""
    page.set_viewport_size(viewport)
    page.goto(f"{root}{locale}notice/#row-20")
    line = page.locator("#row-20")
    expect(line).to_be_in_viewport()
    assert 0 <= line.evaluate("(line) => line.getBoundingClientRect().top") < 40
    printed = squeeze(read_text(page.pdf(format="A4")))
    titles = page.locator(".as-read h4 a > :last-child").all_text_contents()
    assert len(titles) == 32
    assert [title for title in titles if squeeze(title) not in printed] == []
