"""What the tests of the intake share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.loading import load_catalog
from carelist.catalog.source import read_source
from carelist.intake.names import Known
from carelist.intake.recovery import recover_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelist.catalog.revision import Catalog
    from carelist.intake.recovery import Recovery

    Recover = Callable[[str], Recovery]

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def real() -> Catalog:
    """The real list."""
    return load_catalog(ROOT / "catalog")


@pytest.fixture(scope="session")
def copy() -> str:
    """The damaged copy of the 2025 notice."""
    return (ROOT / "catalog" / "revisions" / "2025" / "source.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def recover(real: Catalog) -> Recover:
    """Recover a table knowing nothing but the city's pillars and departments."""
    known = Known(tuple(real.pillars.values()), tuple(real.departments.values()))
    return lambda text: recover_table(read_source("notice.txt", text), known)
