"""Every page can be used with a keyboard alone, and with a thumb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.kinds import ADDRESSES

if TYPE_CHECKING:
    from playwright.sync_api import Page

DESCRIBE_FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const ring = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const box = element.getBoundingClientRect();
  return {
    name: `<${element.localName}> ${element.textContent.trim().slice(0, 30)}`,
    href: element.getAttribute("href"),
    ring: ring(getComputedStyle(element)) || ring(getComputedStyle(element, "::after")),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""
LIST_SMALL_TARGETS = """(least) => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  const text = "p, dd, dt, td, blockquote";
  const runsInText = (element) => element.localName === "a" && (element.closest(text)
    || [...element.parentNode.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const small = {};
  const targets = "a[href], button, summary, select, input:not([type=hidden])";
  for (const element of document.querySelectorAll(targets)) {
    const isSeen = element.checkVisibility({ visibilityProperty: true });
    if (!isSeen || runsInText(element) || element.matches(".skip")) continue;
    const after = getComputedStyle(element, "::after");
    const stretched = after.content !== "none" && after.position === "absolute";
    const target = element.closest("label.option") ?? (stretched ? element.offsetParent : element);
    const box = target.getBoundingClientRect();
    if (box.height < least) {
      const place = [element.parentElement, element].map((e) => `${e.localName}.${e.className}`);
      small[`${place.join(" > ")}: ${Math.round(box.height)}`] = element.textContent.trim();
    }
  }
  return small;
}"""
KEYBOARD_PAGES = (
    "",
    "en/services/disability-education/",
    "services/",
    "en/readings/",
    "about/",
)


@pytest.mark.parametrize("address", KEYBOARD_PAGES)
def test_the_first_stop_leads_past_the_header(page: Page, root: str, address: str) -> None:
    """Tab reaches the way to the content; Enter goes there, and the next stop is in it."""
    page.goto(root + address)
    page.keyboard.press("Tab")
    focus = page.evaluate(DESCRIBE_FOCUS)
    assert (focus["href"], focus["ring"], focus["seen"]) == ("#content", True, True)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.localName") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("address", KEYBOARD_PAGES)
def test_every_stop_is_seen(page: Page, root: str, address: str) -> None:
    """Wherever the focus goes, it is in the window, with a ring around it."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(root + address)
    links = page.locator("a[href], summary").filter(visible=True).count()
    stops = []
    for _ in range(links + 5):
        page.keyboard.press("Tab")
        focus = page.evaluate(DESCRIBE_FOCUS)
        if focus is None:
            break
        stops.append(focus)
    assert len(stops) >= links
    assert [stop["name"] for stop in stops if not (stop["ring"] and stop["seen"])] == []


@pytest.mark.parametrize("address", ["services/disability-education/", "en/readings/"])
def test_the_printed_form_opens_by_keyboard(page: Page, root: str, address: str) -> None:
    """Enter on the summary of a reading shows what is printed, Space hides it again."""
    page.goto(root + address)
    summary = page.locator(".reading summary, [id^=reading-] summary").first
    body = page.locator("[id^=reading-] details dl").first
    assert not body.is_visible()
    summary.focus()
    page.keyboard.press("Enter")
    assert body.is_visible()
    page.keyboard.press("Space")
    assert not body.is_visible()


@pytest.mark.parametrize("address", ADDRESSES)
def test_targets_are_large_enough_for_a_thumb(page: Page, root: str, address: str) -> None:
    """On a phone, what stands by itself to be touched is at least 48 px high, folded or not."""
    page.goto(root + address)
    assert page.evaluate(LIST_SMALL_TARGETS, 48) == {}
