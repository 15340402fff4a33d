"""The fictional city whose three revisions hold every kind of change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.eligibility.inspecting import load_list
from tests.conftest import CLOUDBRIDGE

if TYPE_CHECKING:
    from generator.catalog.revision import Catalog


@pytest.fixture(scope="session")
def city() -> Catalog:
    """Cloudbridge, which does not exist: its lists of 2031, 2032 and 2033."""
    return load_list(CLOUDBRIDGE)
