"""The real catalog, and the pages of the real site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.links import NOT_FOUND
from tests.site.building import SITE_URL
from tests.site.documents import read_pages_once

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.documents import Document


@pytest.fixture(scope="session")
def documents(built: Path) -> dict[str, Document]:
    """Every page of the built site by its address, that for unknown addresses among them."""
    return read_pages_once(built)


@pytest.fixture(scope="session")
def pages(documents: dict[str, Document]) -> dict[str, Document]:
    """Every page that has an address of its own."""
    return {address: page for address, page in documents.items() if address != NOT_FOUND}


@pytest.fixture(scope="session")
def cloudbridge_pages(built_cloudbridge: Path) -> dict[str, Document]:
    """Every page of the city with three revisions, by its address."""
    return read_pages_once(built_cloudbridge)


@pytest.fixture
def base() -> str:
    """The address that the real site is built for."""
    return SITE_URL
