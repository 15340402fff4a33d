"""Large text, zoom, and the styles that stand in each page."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import pytest
from carelist.site.sheets import compose_sheets
from carelist.theme import THEME
from playwright.sync_api import ViewportSize

from tests.browser.checking import start
from tests.browser.driving import PHONE, choose_large_text
from tests.browser.kinds import ADDRESSES, PATHS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

STYLES = compose_sheets(THEME)
LOOKS = (
    ("screen", "light"),
    ("screen", "dark"),
    ("print", "light"),
)
# Everything that comes late: folded parts, and pictures that wait until they are near.
OPEN_ALL = """async () => {
    for (const one of document.querySelectorAll('details')) one.open = true
    for (const one of document.images) one.loading = 'eager'
    await Promise.all([...document.images].map((one) => one.decode()))
}"""
OWN_STYLES = """async () => {
  const tell = async (one) => one.href ? (await fetch(one.href)).text() : one.textContent;
  const own = [...document.querySelectorAll("style, link[rel=stylesheet]")].map(tell);
  return (await Promise.all(own)).join("");
}"""
"""The rules of a page, whether it holds them or shares a sheet with others."""
SET_STYLE = """(text) => {
  for (const shared of document.querySelectorAll("link[rel=stylesheet]")) shared.remove();
  const held = document.querySelector("style");
  const style = held ?? document.head.appendChild(document.createElement("style"));
  style.textContent = text;
}"""
ALL_IN_VIEW = "* { content-visibility: visible !important }"
PRINTED_AT = re.compile(rb"/(?:CreationDate|ModDate) \([^)]*\)")
BROKEN_BUTTONS = """(buttons) => buttons.map((button) => button.textContent).filter((_, place) => {
  const range = document.createRange();
  range.selectNodeContents(buttons[place]);
  return range.getClientRects().length > 1;
})"""
CUT_OFF = """() => {
  const all = [...document.body.querySelectorAll("*")];
  for (const one of all) one.style.contentVisibility = "visible";
  const hides = (one) => /hidden|clip/.test(getComputedStyle(one).overflowX);
  const isShown = (one) => one.clientWidth > 1 && one.tagName !== "svg";
  const isCut = (one) => isShown(one) && hides(one) && one.scrollWidth > one.clientWidth;
  return all.filter(isCut).map((one) => `${one.className}: ${one.textContent.trim()}`.slice(0, 60));
}"""
"""What is wider than the box that holds it, where nobody can move it into view."""
SCROLLS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


def test_large_text_is_chosen_once_and_remembered_on_every_page(page: Page, root: str) -> None:
    """The button enlarges the text, says that it is pressed, and holds after moving on."""
    page.goto(root)
    button = page.locator("[data-module=large-text]")
    before = page.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    after = page.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
    assert after == pytest.approx(before * 1.3125)
    page.goto(f"{root}en/services/housing/")
    assert page.locator("html").get_attribute("data-size") == "large"
    page.locator("[data-module=large-text]").click()
    page.reload()
    assert page.locator("html").get_attribute("data-size") is None


def test_large_text_without_storage_holds_for_the_page(browser: Browser, root: str) -> None:
    """Where storage is closed, the button works and nothing breaks."""
    with browser.new_context(viewport=PHONE) as context:
        context.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed') } })"
        )
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(root)
        page.locator("[data-module=large-text]").click()
        assert page.locator("html").get_attribute("data-size") == "large"
        assert errors == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_large_text_on_a_narrow_phone_never_scrolls_sideways(
    browser: Browser, root: str, address: str
) -> None:
    """At 320 px, with large text; this is also what 400% zoom at 1280 px shows.

    Nor does it where a reader has set the text of the browser to twice its size.
    """
    narrow = ViewportSize(width=320, height=640)
    with browser.new_context(viewport=narrow) as context:
        context.add_init_script(choose_large_text(root))
        page = context.new_page()
        page.goto(root + address)
        assert page.locator("html").get_attribute("data-size") == "large"
        assert page.evaluate(SCROLLS) is False
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
        assert page.evaluate(SCROLLS) is False
        assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_questions_at_twice_the_size_stay_within_a_phone(
    browser: Browser, root: str, prefix: str
) -> None:
    """Nor does a word of the buttons below them break: they stand below one another then."""
    with browser.new_context(viewport=ViewportSize(width=360, height=640)) as context:
        page = context.new_page()
        start(page, f"{root}{prefix}check/")
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
        buttons = page.locator(".asking-actions button:visible")
        asked = 0
        while page.locator("[data-view=asking]").count():
            assert page.evaluate(SCROLLS) is False
            assert buttons.evaluate_all(BROKEN_BUTTONS) == []
            asked += 1
            page.locator("[data-skip]").click()
        assert asked > 5
        assert page.evaluate(SCROLLS) is False


@pytest.mark.parametrize("address", ["print/", "en/print/"])
def test_the_list_for_paper_is_read_on_a_phone_without_moving_it(
    page: Page, root: str, address: str
) -> None:
    """Where its columns do not fit, they stand below one another, each under its name."""
    page.goto(root + address)
    tables = page.locator(".scroll")
    assert tables.count() == 6
    assert (
        tables.evaluate_all("all => all.filter((one) => one.scrollWidth > one.clientWidth)") == []
    )
    names = "all => [...new Set(all.map((one) => getComputedStyle(one, '::before').content))]"
    assert len(page.locator("td[data-column]").evaluate_all(names)) == 3
    page.set_viewport_size({"width": 1280, "height": 800})
    assert page.locator("td[data-column]").evaluate_all(names) == ["none"]


def set_look(session: CDPSession, media: str, scheme: str) -> None:
    """Show the page on a screen or on paper, light or dark, with nothing that moves."""
    features = {"prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"}
    told = [{"name": name, "value": value} for name, value in features.items()]
    session.send("Emulation.setEmulatedMedia", {"media": media, "features": told})


def take_whole_picture(session: CDPSession, page: Page, media: str) -> str:
    """A page from top to bottom: as it prints, or a PNG made for speed and not for size."""
    if media == "print":
        printed = page.pdf(format="A4", print_background=True)
        return hashlib.sha256(PRINTED_AT.sub(b"", printed)).hexdigest()
    height = page.evaluate("() => document.documentElement.scrollHeight")
    clip = {"x": 0, "y": 0, "width": PHONE["width"], "height": height, "scale": 1}
    options = {"captureBeyondViewport": True, "optimizeForSpeed": True, "clip": clip}
    picture: str = session.send("Page.captureScreenshot", options)["data"]
    return hashlib.sha256(picture.encode()).hexdigest()


@pytest.mark.parametrize("address", [*PATHS, "en/", "en/notice/", "services/nothing/"])
def test_no_rule_that_a_page_uses_is_left_out(browser: Browser, root: str, address: str) -> None:
    """Pages look the same with the rules that they hold as with the whole style sheet."""
    with browser.new_context(
        viewport=PHONE,
        bypass_csp=True,
    ) as context:
        context.route(
            "**/*.mjs", lambda route: route.fulfill(body="", content_type="text/javascript")
        )
        page = context.new_page()
        page.goto(root + address)
        page.evaluate(OPEN_ALL)
        session = context.new_cdp_session(page)
        own = page.evaluate(OWN_STYLES)
        for media, scheme in LOOKS:
            set_look(session, media, scheme)
            pictures: dict[str, set[str]] = {own: set(), STYLES: set()}
            for _ in range(1 if media == "print" else 3):  # on a screen, a tile may come late
                for style, taken in pictures.items():
                    page.evaluate(SET_STYLE, style + ALL_IN_VIEW)
                    taken.add(take_whole_picture(session, page, media))
                if pictures[own] & pictures[STYLES]:
                    break
            assert pictures[own] & pictures[STYLES], (media, scheme)
