"""Every kind of page passes axe, in both locales, light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.kinds import ADDRESSES, UNKNOWN

if TYPE_CHECKING:
    from playwright.sync_api import Page


def list_violations(page: Page) -> list[str]:
    """What axe finds, one line an element."""
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:160]} {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", [*ADDRESSES, *UNKNOWN])
def test_axe_finds_nothing(page: Page, root: str, address: str, scheme: str) -> None:
    """No violation of any of its rules, with all readings opened."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(root + address)
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")
    assert list_violations(page) == []
