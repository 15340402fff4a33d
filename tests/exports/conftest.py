"""The real catalog, and the data files of the real site."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def published(built: Path) -> Path:
    """The folder of the data files on the built site."""
    return built / "data"


@pytest.fixture(scope="session")
def data(published: Path) -> dict[str, Any]:
    """The published list."""
    content: dict[str, Any] = json.loads((published / "catalog.json").read_bytes())
    return content
