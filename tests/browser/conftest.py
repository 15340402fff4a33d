"""The real site, served below a path as a project's own Pages are, and that of a city of tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.server import serve_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def root(built_below_path: Path) -> Iterator[str]:
    """The address of the site's home page, which stands below a path of its server."""
    with serve_folder(built_below_path, "/city/list/") as url:
        yield url


@pytest.fixture(scope="session")
def cloudbridge_root(built_cloudbridge: Path) -> Iterator[str]:
    """The address of the home page of the city with three revisions."""
    with serve_folder(built_cloudbridge) as url:
        yield url


@pytest.fixture(scope="session")
def hillside_root(built_hillside: Path) -> Iterator[str]:
    """The address of the home page of the city whose list has roles, types and further columns."""
    with serve_folder(built_hillside) as url:
        yield url
