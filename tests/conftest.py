"""What several test folders share: the catalogs, and the option to renew golden files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CITIES = ROOT / "tests" / "cities"
LAKESIDE = CITIES / "lakeside"
CLOUDBRIDGE = CITIES / "cloudbridge"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`: golden files are written anew, for a reviewer to read the diff."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def lakeside(tmp_path: Path) -> Path:
    """A copy of the small sound catalog of a fictional city."""
    return Path(shutil.copytree(LAKESIDE, tmp_path / "lakeside"))


@pytest.fixture
def cloudbridge(tmp_path: Path) -> Path:
    """A copy of the sound catalog of a fictional city with three revisions."""
    return Path(shutil.copytree(CLOUDBRIDGE, tmp_path / "cloudbridge"))


@pytest.fixture
def changchun(tmp_path: Path) -> Path:
    """A copy of the real list, not yet frozen."""
    folder = Path(shutil.copytree(ROOT / "catalog", tmp_path / "changchun"))
    for record in folder.glob("revisions/*/published.yml"):
        record.unlink()
    return folder
