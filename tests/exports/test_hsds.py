"""Records of HSDS: as the standard has them and no key more, the same ids in both languages."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.exports.opening import STANDARDS, list_single
from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelist.site.site import Site

Json = dict[str, Any]


def make_strict(part: Any) -> Any:  # noqa: ANN401  # JSON is of many types
    """The standard lets any key in: a misspelt one passes. Here only those that it names."""
    if isinstance(part, list):
        return [make_strict(one) for one in part]
    if not isinstance(part, dict):
        return part
    closed = {"additionalProperties": False} if isinstance(part.get("properties"), dict) else {}
    return {**{key: make_strict(one) for key, one in part.items()}, **closed}


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    """The definition of a service, closed."""
    content = json.loads((STANDARDS / "hsds" / "service.json").read_bytes())
    return Draft202012Validator(make_strict(content), format_checker=FormatChecker())


@pytest.fixture(scope="module")
def records(site: Site) -> dict[str, Json]:
    """The records of the real list, by path."""
    return {path: one for path, one in list_single(site).items() if path.startswith("hsds/")}


def test_every_record_is_as_the_standard_says(
    records: dict[str, Json], schema: Draft202012Validator
) -> None:
    """64 records, and not one key that the standard does not have."""
    assert len(records) == 64
    found = {path: [e.message for e in schema.iter_errors(one)] for path, one in records.items()}
    assert {path: errors for path, errors in found.items() if errors} == {}


def test_the_records_say_what_the_list_says(site: Site, records: dict[str, Json]) -> None:
    """Name, task, audience, pillar, and every department in its place."""
    revision, catalog = site.catalog.latest, site.catalog
    for locale in (ZH, EN):
        for service in revision.services:
            record = records[f"hsds/{locale.tag}/{service.id}.json"]
            assert record["name"] == revision.title_of(service).find(locale)
            texts = [clause.text.find(locale) for clause in service.clauses]
            assert record["description"] == locale.space.join(texts)
            people = revision.people_of(service)
            assert people is not None
            assert record["eligibility_description"] == people.find(locale)
            kinds = {one["link_type"]: one for one in record["attributes"]}
            assert kinds["pillar"]["value"] == service.pillar
            named = [one["label"] for one in record["attributes"] if "label" in one]
            assert named == [catalog.departments[n].name.find(locale) for n in service.departments]
            assert record["organization"]["name"] == named[0]


def test_ids_are_of_the_thing_and_not_of_the_language(records: dict[str, Json]) -> None:
    """And no two things have one."""
    pairs = [(one["id"], path.rpartition("/")[2]) for path, one in records.items()]
    assert len(set(pairs)) == 32
    assert len({own for own, _ in pairs}) == 32


MISTAKES: dict[str, Callable[[Json], object]] = {
    "a misspelt key": lambda record: record.update(eligibility="all"),
    "a status that is none": lambda record: record.update(status="open"),
    "an id that is none": lambda record: record.update(id="health"),
    "no name": lambda record: record.pop("name"),
    "an organization without a description": lambda r: r["organization"].pop("description"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_found(
    name: str, records: dict[str, Json], schema: Draft202012Validator
) -> None:
    """One mistake, one error."""
    wrong = deepcopy(records["hsds/en/health-and-childcare.json"])
    MISTAKES[name](wrong)
    assert len(list(schema.iter_errors(wrong))) == 1
