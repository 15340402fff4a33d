"""The real site, built once and served below a path, as a project's own Pages are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.driving import browser, page, witness
from tests.browser.server import serve_folder
from tests.site.building import SUB_PATH_URL, build_site

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["browser", "page", "root", "witness"]


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site's home page, which stands below a path of its server."""
    folder = tmp_path_factory.mktemp("served") / "site"
    with serve_folder(folder, "/city/list/") as url:
        build_site(folder, SITE_URL=SUB_PATH_URL)  # the same path, wherever the server listens
        yield url
