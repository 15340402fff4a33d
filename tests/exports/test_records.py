"""Files of one thing each: their schemas, their addresses, and all that they lead to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from carelist.exports.catalog_json import export_catalog
from carelist.exports.records.openapi import VERSION, list_addresses
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from tests.conftest import CLOUDBRIDGE
from tests.exports.opening import GOLDEN, list_single, list_whole
from tests.site.building import SITE_URL, read_site

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.site.site import Site

DATA = f"{SITE_URL}data/"


@pytest.fixture(scope="module")
def single(site: Site) -> dict[str, Any]:
    """The files of one thing each of the real list."""
    return list_single(site)


@pytest.fixture(scope="module")
def cloudbridge_single() -> dict[str, Any]:
    """Those of a city with three lists."""
    return list_single(read_site(CLOUDBRIDGE))


def list_keys(content: Any, path: str = "") -> set[str]:  # noqa: ANN401  # JSON is of many types
    """The paths of all keys of a document, whatever stands in lists and texts."""
    if isinstance(content, list):
        return {key for one in content for key in list_keys(one, f"{path}[]")}
    if not isinstance(content, dict):
        return set()
    keys = {f"{path}.{key}" for key in content}
    return keys | {key for name, one in content.items() for key in list_keys(one, f"{path}.{name}")}


def find_kind(path: str) -> str:
    """What a file is of, by its path."""
    folder = path.partition("/")[0].removesuffix(".json")
    return {"services": "service", "departments": "department"}.get(
        folder, folder if folder in {"changes", "index"} else folder.removesuffix("s")
    )


def test_there_is_a_file_of_everything(single: dict[str, Any]) -> None:
    """Of each service, department, pillar and list, in HSDS twice, a schema of each, an index."""
    counts: dict[str, int] = {}
    for path in single:
        folder = path.partition("/")[0]
        counts[folder] = counts.get(folder, 0) + 1
    assert counts == {
        "schemas": 6,
        "services": 32,
        "departments": 15,
        "pillars": 6,
        "revisions": 1,
        "index.json": 1,
        "hsds": 64,
    }


@pytest.mark.parametrize("city", ["single", "cloudbridge_single"])
def test_every_file_is_as_its_schema_says(city: str, request: pytest.FixtureRequest) -> None:
    """And says which schema that is."""
    files: dict[str, Any] = request.getfixturevalue(city)
    checked = 0
    for path, content in files.items():
        if path.startswith(("schemas/", "hsds/")):
            continue
        schema = files[content["describedby"].removeprefix(DATA)]
        Draft202012Validator.check_schema(schema)
        found = Draft202012Validator(
            schema, format_checker=Draft202012Validator.FORMAT_CHECKER
        ).iter_errors(content)
        assert [error.message for error in found] == [], path
        assert content["self"] == f"{DATA}{path}"
        checked += 1
    assert checked == len([path for path in files if not path.startswith(("schemas/", "hsds/"))])


def test_the_shapes_are_those_that_were_promised(
    cloudbridge_single: dict[str, Any], *, update_golden: bool
) -> None:
    """A key that goes, or is called otherwise, is another version; one more is told."""
    found: dict[str, Any] = {"version": VERSION}
    for path, content in cloudbridge_single.items():
        if not path.startswith("schemas/"):
            keys = found.setdefault(find_kind(path), set())
            keys |= {k for k in list_keys(content) if not k.endswith((".zh", ".en"))}
    shown = {name: sorted(keys) if isinstance(keys, set) else keys for name, keys in found.items()}
    golden = GOLDEN / "shapes.json"
    if update_golden:
        golden.write_text(json.dumps(shown, indent=1) + "\n", encoding="utf-8")
    assert shown == json.loads(golden.read_bytes())


def test_a_service_is_that_of_the_whole_list(site: Site, single: dict[str, Any]) -> None:
    """To the last key."""
    whole = json.loads(export_catalog(site.now))
    for service in whole["services"]:
        assert single[f"services/{service['id']}.json"]["service"] == service
    assert single["revisions/2025.json"]["content"] == whole
    assert single["revisions/2025.json"]["published_on"] is not None


def test_lists_stay_as_they_were(cloudbridge_single: dict[str, Any]) -> None:
    """An earlier list has the services, names and numbers that it had."""
    years = [one["id"] for one in cloudbridge_single["index.json"]["revisions"]]
    assert len(years) == 3
    for year in years:
        document = cloudbridge_single[f"revisions/{year}.json"]
        assert document["revision"] == document["content"]["revision"] == year


def test_changes_are_typed_records(cloudbridge_single: dict[str, Any]) -> None:
    """Between each two lists: kind, weight, services, a sentence a locale, the words of both."""
    pairs = [path for path in cloudbridge_single if path.startswith("changes/")]
    assert len(pairs) == 3
    changes = [one for path in pairs for one in cloudbridge_single[path]["changes"]]
    assert {"clause_added", "clause_reworded", "service_withdrawn"} <= {c["kind"] for c in changes}
    for change in changes:
        assert set(change["sentence"]) == {"zh", "en"}
        assert all(change["sentence"].values())
        if change["kind"] == "clause_reworded":
            assert change["was"]["zh"] != change["is"]["zh"]


def test_the_description_of_all_addresses_is_valid(site: Site, tmp_path: Path) -> None:
    """OpenAPI 3.1, with every schema that it names."""
    files = {f.path: f.content for f in site.open_data.files}
    for path, text in site.open_data.list_single_files():
        if path.startswith("schemas/"):
            files[path] = text.encode()
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(content)
    document = json.loads(files["openapi.json"])
    validate(document, base_uri=(tmp_path / "openapi.json").as_uri())
    described = {path.removeprefix("/data/") for path in document["paths"]}
    assert described >= {file for file in files if not file.startswith(("schemas/", "dcat"))} - {
        "openapi.json"
    }


def test_every_example_is_on_the_built_site(site: Site, built: Path) -> None:
    """And what it is described by, its pages, and all that the index names."""
    for one in list_addresses(site.open_data.edition):
        content = json.loads((built / "data" / one.example).read_bytes())
        if "self" not in content:
            continue
        assert (built / "data" / content["describedby"].removeprefix(DATA)).is_file()
        for page in content["alternate"].values():
            assert (built / page.removeprefix(SITE_URL) / "index.html").is_file(), page
    index = json.loads((built / "data" / "index.json").read_bytes())
    named = [one["url"] for key in ("services", "departments", "pillars") for one in index[key]]
    named += [one["url"] for one in index["revisions"]]
    assert len(named) == 54
    assert [url for url in named if not (built / url.removeprefix(SITE_URL)).is_file()] == []


def test_the_site_has_what_the_exports_make(site: Site, built: Path) -> None:
    """To the byte."""
    for path, file in list_whole(site).items():
        assert (built / "data" / path).read_bytes() == file.content, path
    for path, text in site.open_data.list_single_files():
        assert (built / "data" / path).read_text("utf-8") == text, path
