"""The real list with its questions, and the browser that runs the scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from carelist.eligibility.inspecting import load_list
from carelist.exports.check_json import export_check

from tests.scripts.conftest import scripts
from tests.site.building import CATALOG
from tests.speaking import ZH

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog, Revision

__all__ = ["scripts"]


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The real catalog."""
    return load_list(CATALOG)


@pytest.fixture(scope="session")
def revision(catalog: Catalog) -> Revision:
    """The real list."""
    return catalog.latest


@pytest.fixture(scope="session")
def exported(catalog: Catalog) -> dict[str, Any]:
    """The rules as the questionnaire loads them."""
    content: dict[str, Any] = json.loads(export_check(catalog, ZH, {}))
    return content
