"""A portal of three small fictional places, whose lists are published as their sites do."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from carelist.portal.building import assemble, find_theme
from carelist.portal.loading import load_portal

from bench.province import publish_lists
from tests.conftest import CITIES

if TYPE_CHECKING:
    from collections.abc import Mapping

PLACES = """\
name: {zh: 湖滨关爱门户, en: Carelists of Lakeside, digest: "703be13e"}
area: {zh: 湖滨省, en: Lakeside Province, digest: "59af8006"}
purpose: {zh: 湖滨省各地的关爱服务清单。, en: The carelists of Lakeside., digest: "5f433be9"}
url: https://care.example.org/lakeside
places:
  - id: lakeside
    name: {zh: 湖滨省, en: Lakeside Province, digest: "59af8006"}
    level: province
    code: "990000"
    source: places/lakeside
  - id: clearwater
    name: {zh: 清河市, en: Clearwater, digest: "e5795758"}
    level: city
    code: "990100"
    source: places/clearwater
    path: cities/clearwater
  - id: ferry
    name: {zh: 渡口县, en: Ferry County, digest: "ed066731"}
    level: county
    code: "990102"
    source: places/ferry
    url: https://ferry.example.org
"""
UNDER: dict[str, dict[str, tuple[str, str]]] = {
    "clearwater": {
        "after-school": ("lakeside", "after-school"),
        "reading": ("lakeside", "reading"),
    },
    "ferry": {"reading": ("clearwater", "reading")},
}
"""What services carry out, by place."""


def declare(services: Path, under: Mapping[str, tuple[str, str]]) -> None:
    """Write into services.yml what services carry out."""
    head, rows, rest = services.read_text(encoding="utf-8").partition("\nservices:\n")
    for service, (place, above) in under.items():
        line = f"  - id: {service}\n"
        assert line in rest
        target = f"    under: [{{place: {place}, service: {above}}}]\n"
        rest = rest.replace(line, line + target, 1)
    services.write_text(head + rows + rest, encoding="utf-8")


def write_portal(folder: Path) -> Path:
    """Write a portal with the catalogs of its places."""
    for place in ("lakeside", "clearwater", "ferry"):
        catalog = folder / "places" / place
        shutil.copytree(CITIES / place, catalog)
        (services,) = catalog.glob("revisions/*/services.yml")
        declare(services, UNDER.get(place, {}))
    (folder / "places.yml").write_text(PLACES, encoding="utf-8")
    return folder


def publish(folder: Path) -> Path:
    """Publish the lists of a portal's places; give the folder of their sites."""
    publish_lists(load_portal(folder), folder / "sites")
    return folder / "sites"


@pytest.fixture(scope="session")
def portal_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the portal, put together in `public`."""
    folder = write_portal(tmp_path_factory.mktemp("portal"))
    sites = publish(folder)
    assemble(load_portal(folder), sites, folder / "public", find_theme(folder), lambda: None)
    return folder


@pytest.fixture
def portal_copy(portal_folder: Path, tmp_path: Path) -> Path:
    """A copy of the portal, its lists published and its pages not made."""
    ignored = shutil.ignore_patterns("public", ".*")
    return Path(shutil.copytree(portal_folder, tmp_path / "portal", ignore=ignored))
