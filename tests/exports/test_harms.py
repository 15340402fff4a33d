"""What validators let pass, and no reader should: each harm to a file is found by a check."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.exports.checking import find_faults
from tests.exports.lists import make_site
from tests.exports.opening import list_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carelist.site.site import Site

    from tests.exports.opening import Files

    Harm = Callable[[Files], object]

Json = Any


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Site, Files]]:
    """A list with roles and further columns, one of three years, one with signs; their files."""
    folder = tmp_path_factory.mktemp("lists")
    sites = {name: make_site(name, folder) for name in ("hillside", "cloudbridge", "hostile")}
    return {name: (site, list_files(site)) for name, site in sites.items()}


def edit(path: str, change: Callable[[Json], object]) -> Harm:
    """Change what a JSON file holds."""

    def harm(files: Files) -> None:
        content = json.loads(files[path])
        change(content)
        files[path] = json.dumps(content, ensure_ascii=False).encode()

    return harm


def edit_table(path: str, change: Callable[[list[list[str]]], object]) -> Harm:
    """Change the lines of a table, and nothing of what is said of it elsewhere."""

    def harm(files: Files) -> None:
        lines = [*csv.reader(io.StringIO(files[path].decode("utf-8-sig"), newline=""))]
        change(lines)
        text = io.StringIO(newline="")
        csv.writer(text).writerows(lines)
        files[path] = "\ufeff".encode() + text.getvalue().encode()

    return harm


def replace(path: str, old: str, new: str) -> Harm:
    """Change words of a file, wherever they stand."""

    def harm(files: Files) -> None:
        assert old.encode() in files[path], f"{path} has no {old}"
        files[path] = files[path].replace(old.encode(), new.encode())

    return harm


def in_graph(change: Callable[[dict[str, Json]], object], kind: str) -> Harm:
    """Change the first thing of a kind in the linked data."""

    def harm(graph: Json) -> None:
        change(next(one for one in graph["@graph"] if one["@type"] == kind))

    return edit("services.jsonld", harm)


def swap(lines: list[list[str]], one: str, other: str) -> None:
    """Swap two columns of a table, whose heads stay."""
    first, second = lines[0].index(one), lines[0].index(other)
    for line in lines[1:]:
        line[first], line[second] = line[second], line[first]


NURSING = "services/nursing.json"
HARMS: dict[str, tuple[str, str, Harm]] = {
    "who leads and who supports, swapped": (
        *("hillside", "read csv"),
        edit_table("services.csv", lambda lines: swap(lines, "departments", "supporting")),
    ),
    "roles swapped in a record": (
        *("hillside", "read hsds"),
        replace("hsds/zh/nursing.json", "supporting-department-2", "responsible-department-2"),
    ),
    "another department first": (
        *("hillside", "hsds"),
        edit("hsds/zh/nursing.json", lambda one: one["attributes"].reverse()),
    ),
    "a list left out of the index": (
        *("cloudbridge", "documents"),
        edit("index.json", lambda index: index["revisions"].pop(0)),
    ),
    "a comparison left out of the index": (
        *("cloudbridge", "documents"),
        edit("index.json", lambda index: index["changes"].pop(1)),
    ),
    "another digest in the package": (
        *("hillside", "package"),
        edit("datapackage.json", lambda one: one["resources"][0].update(hash=f"sha256:{'0' * 64}")),
    ),
    "another digest in the catalogue": (
        *("hillside", "catalogue"),
        replace("dcat.ttl", 'checksumValue "', 'checksumValue "00'),
    ),
    "a byte more than is said": (
        *("hillside", "catalogue"),
        lambda files: files.update({"list.xlsx": files["list.xlsx"] + b"\0"}),
    ),
    "a file that the catalogue does not name": (
        *("hillside", "catalogue"),
        lambda files: files.update({"more.csv": b"a\r\n"}),
    ),
    "an id twice": (
        *("cloudbridge", "package"),
        edit_table("pillars.csv", lambda lines: lines.append(lines[1])),
    ),
    "a pillar that is not there": (
        *("cloudbridge", "csvw"),
        edit_table("services.csv", lambda lines: swap(lines, "pillar", "departments")),
    ),
    "a number that is none": (
        *("hillside", "csvw"),
        edit_table("services.csv", lambda lines: swap(lines, "number", "id")),
    ),
    "a text in another language": (
        *("hillside", "read json-ld"),
        in_graph(lambda one: one["dct:title"][0].update({"@language": "en"}), "cpsv:PublicService"),
    ),
    "a language that the list does not have": (
        *("hillside", "graphs"),
        replace("services.jsonld", '"@language":"zh-Hans"', '"@language":"zh-Hant"'),
    ),
    "no English": (
        *("cloudbridge", "read json-ld"),
        in_graph(lambda one: one["dct:title"].pop(), "cpsv:PublicService"),
    ),
    "a thing of no kind": (
        *("hillside", "graphs"),
        in_graph(lambda one: one.pop("@type"), "cv:PublicOrganisation"),
    ),
    "a misspelt term": (
        *("hillside", "read json-ld"),
        replace("services.jsonld", "care:officialName", "care:oficialName"),
    ),
    "promises in another order": (
        *("cloudbridge", "read json-ld"),
        in_graph(lambda one: one["care:clauses"].reverse(), "cpsv:PublicService"),
    ),
    "an empty description": (
        *("hillside", "read json-ld"),
        in_graph(lambda one: one["dct:description"][0].update({"@value": ""}), "cv:Output"),
    ),
    "an empty graph": (
        *("hillside", "read json-ld"),
        edit("services.jsonld", lambda graph: graph["@graph"].clear()),
    ),
    "an amount that is another": (
        *("hillside", "read json"),
        replace(NURSING, "200", "2000"),
    ),
    "a number as a text": (
        *("hillside", "documents"),
        edit(NURSING, lambda one: one["service"].update(number="2")),
    ),
    "a key more": (
        *("hillside", "documents"),
        edit(NURSING, lambda one: one["service"].update(phone="12345")),
    ),
    "a file that says it is another": (
        *("hillside", "documents"),
        replace(NURSING, '"self":"https://list.example.org/', '"self":"https://list.example.com/'),
    ),
    "a page that is not there": (
        *("hillside", "addresses"),
        replace(NURSING, "services/nursing/", "services/nursery/"),
    ),
    "an example that is not there": (
        *("hillside", "addresses"),
        replace("openapi.json", '"example": "allowance"', '"example": "allowances"'),
    ),
    "another licence": (
        *("hillside", "catalogue"),
        replace("datapackage.json", "licenses/by/4.0", "licenses/by-nc/4.0"),
    ),
    "a profile that is not met": (
        *("hillside", "graphs"),
        edit("dcat.jsonld", lambda graph: graph["@graph"].pop()),
    ),
    "a formula without its mark": (
        *("hostile", "formulas"),
        replace("clauses.csv", "'－公办学位", "－公办学位"),
    ),
}
"""By what it does: the list, the check that finds it, and the harm."""


@pytest.mark.parametrize("name", HARMS)
def test_a_harm_is_found(name: str, sound: dict[str, tuple[Site, Files]], tmp_path: Path) -> None:
    """By the check that it is for, which finds nothing wrong before."""
    city, check, harm = HARMS[name]
    site, files = sound[city]
    harmed = {**files}
    harm(harmed)
    assert harmed != files
    assert find_faults(site, harmed, tmp_path, check) != []
