"""What several test folders share: catalogs, built sites, a browser, renewing golden files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.browser.driving import browser, page, playwright, witness
from tests.site.building import CATALOG, SUB_PATH_URL, build_once, make_project, read_site

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from carelist.site.site import Site

__all__ = ["browser", "page", "playwright", "witness"]

ROOT = Path(__file__).parent.parent
CITIES = ROOT / "tests" / "cities"
LAKESIDE = CITIES / "lakeside"
CLOUDBRIDGE = CITIES / "cloudbridge"
GREENHILL = CITIES / "greenhill"
TAKE_LONGEST = (
    "browser/test_axe.py",
    "test_warm_and_cold.py",
    "bench/test_years.py",
    "test_plugin.py",
    "browser/test_pages.py",
    "browser/test_comfort.py",
    "search/test_twins.py",
    "publicity/test_layout.py",
    "engines/test_journeys.py",
    "browser/test_long_search.py",
    "eligibility/test_twins.py",
    "test_wheel.py",
    "browser/test_offline_troubles.py",
    "browser/test_new_city.py",
    "browser/test_archive.py",
    "browser/test_drafted_lists.py",
)
"""The files of tests that take longest, the longest first; in the order that deals them out, those
that wait for the real site to be built stand apart from those that need none."""
# The same samples in every run, however busy the machine: what is found is found for everybody.
settings.register_profile("carelist", derandomize=True, deadline=None)
settings.load_profile("carelist")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`: golden files are written anew, for a reviewer to read the diff."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what takes longest come first: at the end of a run it would be waited for alone.

    With `--dist worksteal` each process begins at a place of its own in the list, and later takes
    from the end of another's part: so every part begins with some of the longest.
    """
    count = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    files = {str(ROOT / "tests" / name): place for place, name in enumerate(TAKE_LONGEST)}
    parts: list[list[pytest.Item]] = [[] for _ in range(count)]
    rest = list[pytest.Item]()
    for item in items:
        place = files.get(str(item.path))
        (rest if place is None else parts[place % count]).append(item)
    ordered = list[pytest.Item]()
    for number, part in enumerate(parts):
        part.sort(key=lambda item: files[str(item.path)])
        share = (len(items) - len(ordered)) // (count - number)
        room = max(share - len(part), 0)
        ordered += part + rest[:room]
        del rest[:room]
    items[:] = ordered + rest


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


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The real catalog."""
    return read_site(CATALOG).catalog


@pytest.fixture(scope="session")
def site() -> Site:
    """The real site, before it is built."""
    return read_site(CATALOG)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of a run of the tests have in common."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def built(shared: Path) -> Path:
    """The folder of the real site, built once with its kit. No test changes it."""
    return build_once(shared / "site")


@pytest.fixture(scope="session")
def built_below_path(shared: Path, built: Path) -> Path:
    """The real site, for a place below the root of its server, with the kit of the one at the root.

    No test changes it.
    """
    below = shared / "site-below-path"
    return build_once(below, kit=built, SITE_URL=SUB_PATH_URL, CARELIST_TYPESET="elsewhere")


@pytest.fixture(scope="session")
def built_hillside(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the city whose list has roles, types and further columns. No test changes it."""
    project = make_project(tmp_path_factory.mktemp("hillside") / "project", CITIES / "hillside")
    return build_once(shared / "site-hillside", project)


@pytest.fixture(scope="session")
def built_cloudbridge(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the city with three revisions. No test changes it."""
    folder = tmp_path_factory.mktemp("cloudbridge")
    project = make_project(folder / "project", CLOUDBRIDGE, frozen=True)
    return build_once(shared / "site-cloudbridge", project)


@pytest.fixture(scope="session")
def built_lakeside(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small list. No test changes it."""
    project = make_project(tmp_path_factory.mktemp("lakeside") / "project", LAKESIDE)
    return build_once(shared / "site-lakeside", project)


@pytest.fixture(scope="session")
def built_greenhill(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the city whose list is for elders. No test changes it."""
    project = make_project(tmp_path_factory.mktemp("greenhill") / "project", GREENHILL)
    return build_once(shared / "site-greenhill", project)
