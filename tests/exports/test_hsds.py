"""Records of HSDS: the same ids in both languages, and what the standard has room for."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from tests.exports.checking import compile_hsds
from tests.exports.lists import make_site
from tests.exports.opening import list_single

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carelist.site.site import Site

Json = dict[str, Any]


@pytest.fixture(scope="module")
def records(site: Site) -> dict[str, Json]:
    """The records of the real list, by path."""
    return {path: one for path, one in list_single(site).items() if path.startswith("hsds/")}


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
def test_a_mistake_is_found(name: str, records: dict[str, Json]) -> None:
    """One mistake, one error."""
    wrong = deepcopy(records["hsds/en/health-and-childcare.json"])
    MISTAKES[name](wrong)
    assert len(list(compile_hsds().iter_errors(wrong))) == 1


def test_further_columns_stand_where_the_standard_has_room(tmp_path: Path) -> None:
    """How one applies, and what is asked for; every column under its heading besides."""
    records = list_single(make_site("documents", tmp_path))
    asked = [
        one["document"]
        for path, record in records.items()
        if path.startswith("hsds/")
        for one in record.get("required_documents", ())
    ]
    assert asked == ["不收费"]
    record = records["hsds/zh/allowance.json"]
    assert record["application_process"] == "到村（社区）申请"
    told = {one["label"]: one["value"] for one in record["attributes"] if "label" in one}
    assert told["补贴标准"] == "每人每月100元"
    assert told["申请方式"] == "到村（社区）申请"


def test_a_name_that_is_not_translated_yet_is_given_as_it_is(tmp_path: Path) -> None:
    """A record without one would be none; what may be left out is."""
    record = list_single(make_site("behind", tmp_path))["hsds/en/allowance.json"]
    assert record["name"] == "临时补贴"
    assert [one["name"] for one in record["service_areas"]] == ["湖滨市"]
    assert "description" not in record
    told = [one["taxonomy_term"] for one in record["attributes"] if "taxonomy_term" in one]
    assert [(one["name"], one["language"]) for one in told] == [("弱有所扶", "zh-Hans")]
