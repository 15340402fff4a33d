"""The real catalog, and the pages of the real site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.catalog.loading import load_catalog
from generator.site.frame import Place
from generator.site.pages import Site
from tests.site.building import CATALOG, REPOSITORY, SITE_URL
from tests.site.documents import NOT_FOUND, read_pages

if TYPE_CHECKING:
    from pathlib import Path

    from generator.catalog.revision import Catalog
    from tests.site.documents import Document


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The real catalog."""
    return load_catalog(CATALOG)


@pytest.fixture(scope="session")
def site(catalog: Catalog) -> Site:
    """The real site, before it is built."""
    return Site.of(catalog, Place(SITE_URL, REPOSITORY))


@pytest.fixture(scope="session")
def documents(built: Path) -> dict[str, Document]:
    """Every page of the built site by its address, that for unknown addresses among them."""
    return read_pages(built)


@pytest.fixture(scope="session")
def pages(documents: dict[str, Document]) -> dict[str, Document]:
    """Every page that has an address of its own."""
    return {address: page for address, page in documents.items() if address != NOT_FOUND}


@pytest.fixture
def base() -> str:
    """The address that the real site is built for."""
    return SITE_URL
