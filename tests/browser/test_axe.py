"""Every kind of page passes axe, in both locales, light, dark and with large text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import DEFAULT_OPTIONS, Axe  # type: ignore[import-untyped]

from tests.browser.kinds import ADDRESSES, UNKNOWN

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = Axe()
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "resultTypes": ["violations"]}
"""The rules whose outcome hangs on the scheme of colours."""
SIZES = {
    "runOnly": ["scrollable-region-focusable", "target-size"],
    "resultTypes": ["violations"],
}
"""The rules whose outcome hangs on the size of the text; of contrast, larger text needs less."""
REMEMBER_COLOURS = """() => {
  const { prototype } = axe.commons.color.Color;
  const { parseString } = prototype;
  const known = new Map();
  prototype.parseString = function (text) {
    const found = known.get(text);
    if (found) return Object.assign(this, found);
    parseString.call(this, text);
    const { r, g, b, alpha } = this;
    known.set(text, { r, g, b, alpha });
    return this;
  };
}"""
"""Has axe read each colour once, by its own rules: a page has few, and each thousands of times."""


def list_violations(page: Page, options: dict[str, Any] = DEFAULT_OPTIONS) -> list[str]:
    """What axe finds, one line an element; a page that was asked before has it already."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE.axe_script)
        page.evaluate(REMEMBER_COLOURS)
    answer = page.evaluate("(options) => axe.run(document, options)", options)
    found: list[dict[str, Any]] = answer["violations"]
    return [
        f"{violation['id']}: {node['html'][:160]} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("address", [*ADDRESSES, *UNKNOWN])
def test_axe_finds_nothing(page: Page, root: str, address: str) -> None:
    """No violation of any of its rules, with all readings opened, nor in the dark or large."""
    page.emulate_media(color_scheme="light")
    page.goto(root + address)
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")
    assert list_violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert list_violations(page, COLOURS) == []
    page.evaluate("() => { document.documentElement.dataset.size = 'large' }")
    assert list_violations(page, SIZES) == []
