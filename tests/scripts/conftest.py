"""The scripts of the site, served from where they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.theme import THEME

from tests.browser.server import serve_folder

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def scripts() -> Iterator[str]:
    """The address of the folder of scripts."""
    with serve_folder(THEME / "scripts") as url:
        yield url
