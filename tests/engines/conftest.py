"""The served site, and a window of the second engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import root
from tests.engines.driver import open_window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Playwright

    from tests.engines.driver import Window

__all__ = ["root", "window"]


@pytest.fixture(scope="module")
def window(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """A window of WebKit, opened once for the tests of a module."""
    with open_window(playwright, tmp_path_factory.mktemp("webkit")) as window:
        yield window
