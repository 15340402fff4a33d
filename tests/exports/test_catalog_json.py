"""The published list: every text of the catalog, the keys that were promised, and its schema."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from carelist.exports.catalog_json import export_catalog, export_schema
from carelist.exports.rules_json import export_criterion
from jsonschema import Draft202012Validator

from tests.speaking import EN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carelist.catalog.records import Column
    from carelist.catalog.revision import Catalog
    from carelist.catalog.texts import Text

COLUMNS: tuple[Column, ...] = ("pillar", "audience", "group", "task", "departments")


def pair(text: Text | None) -> dict[str, str | None] | None:
    """A text as it is published."""
    return None if text is None else {"zh": text.source, "en": text.find(EN)}


@pytest.fixture(scope="module")
def schema(published: Path) -> Draft202012Validator:
    """The published schema, which is a sound schema itself."""
    content = json.loads((published / "catalog.schema.json").read_bytes())
    Draft202012Validator.check_schema(content)
    return Draft202012Validator(content, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_published_files_are_those_of_the_exports(catalog: Catalog, published: Path) -> None:
    """UTF-8, two spaces, a final line break, and not one character escaped."""
    text = (published / "catalog.json").read_text(encoding="utf-8")
    assert text == export_catalog(catalog)
    assert (published / "catalog.schema.json").read_text(encoding="utf-8") == export_schema(
        catalog.locales
    )
    assert text.endswith("}\n")
    assert "长春市" in text
    assert "\\u" not in text


def test_the_keys_are_those_that_were_promised(data: dict[str, Any]) -> None:
    """In the order of the documentation, from the whole down to a text."""
    assert list(data) == [
        "revision",
        "notice",
        "pillars",
        "departments",
        "types",
        "columns",
        "questions",
        "conditions",
        "services",
        "readings",
    ]
    promised = [
        "id",
        "number",
        "printed_number",
        "pillar",
        "types",
        "group",
        "title",
        "audience",
        "task",
        "clauses",
        "departments",
        "supporting",
        "others",
        "cells",
        "readings",
    ]
    for service in data["services"]:
        assert [key for key in service if key in promised] == promised
        assert set(service) - set(promised) == {"summary", "audience_criterion", "quotation"}
        for clause in service["clauses"]:
            assert list(clause) == [
                *("id", "title", "how", "condition", "text", "remark", "criterion")
            ]
    assert data["revision"] == "2025"
    counts = [len(data[name]) for name in ("pillars", "departments", "services")]
    assert counts == [6, 15, 32]


def test_every_reading_is_told(data: dict[str, Any], catalog: Catalog) -> None:
    """With each service whose cells it concerns, or else once for the list."""
    told = [reading["id"] for service in data["services"] for reading in service["readings"]]
    others = [reading["id"] for reading in data["readings"]]
    assert len(others) == 11
    assert {*told} & {*others} == set()
    assert {*told, *others} == {reading.id for reading in catalog.latest.readings}


def test_every_service_is_that_of_the_catalog(data: dict[str, Any], catalog: Catalog) -> None:
    """Text by text, in both languages."""
    revision = catalog.latest
    for published, service in zip(data["services"], revision.services, strict=True):
        assert published["id"] == service.id
        assert published["number"] == service.number
        assert published["pillar"] == service.pillar
        assert published["departments"] == list(service.departments)
        assert published["group"] == pair(revision.groups[service.group].name)
        assert published["title"] == pair(revision.title_of(service))
        assert published["summary"] == pair(service.summary)
        assert published["audience"] == pair(revision.audiences[service.audience or ""].name)
        assert published["clauses"] == [
            {
                "id": clause.id,
                "title": pair(clause.title),
                "how": clause.how,
                "condition": pair(clause.condition),
                "text": pair(clause.text),
                "remark": clause.remark
                and {"text": pair(clause.remark.text), "services": [*clause.remark.services]},
                "criterion": export_criterion(clause.criterion),
            }
            for clause in service.clauses
        ]


def test_rules_can_be_read_without_the_program(data: dict[str, Any], catalog: Catalog) -> None:
    """Criteria name conditions of the document, and conditions its questions and departments."""
    conditions = {condition["id"]: condition for condition in data["conditions"]}
    options = {
        fact["id"]: [option["id"] for option in fact["options"]] for fact in data["questions"]
    }
    departments = {department["id"] for department in data["departments"]}
    assert list(conditions) == [condition.id for condition in catalog.latest.rows.conditions]
    for condition in conditions.values():
        assert set(condition["is"]) <= set(options.get(condition["fact"], ()))
        assert set(condition["set_by"]) <= departments
        assert bool(condition["fact"]) != bool(condition["set_by"])
    rules = json.dumps(
        [
            [s["audience_criterion"], *(c["criterion"] for c in s["clauses"])]
            for s in data["services"]
        ]
    )
    named = set(re.findall(r'"([a-z0-9-]+)"(?!:)', rules)) - {"everyone"}
    assert named == set(conditions)


def test_clauses_joined_are_the_task(data: dict[str, Any]) -> None:
    """In Chinese to the character, in English with a space between."""
    for service in data["services"]:
        texts = [clause["text"] for clause in service["clauses"]]
        assert service["task"] == {
            "zh": "".join(text["zh"] for text in texts),
            "en": " ".join(text["en"] for text in texts),
        }


def test_everything_around_the_services_is_that_of_the_catalog(
    data: dict[str, Any], catalog: Catalog
) -> None:
    """The notice, the pillars and the departments, text by text."""
    notice = catalog.latest.notice
    texts = [
        "number",
        "title",
        "addressees",
        "opening",
        "table_title",
        "disclosure",
        "signatory",
        "colophon",
    ]
    assert {name: data["notice"][name] for name in texts} == {
        name: pair(getattr(notice, name)) for name in texts
    }
    assert set(data["notice"]) == {*texts, "printed_on", "issuers", "measures"}
    assert data["notice"]["printed_on"] == "2025-09-18"
    assert data["notice"]["issuers"] == list(notice.issuers)
    assert data["notice"]["measures"] == [
        {
            "id": m.id,
            "heading": pair(m.heading),
            "text": pair(m.text),
            "remark": m.remark and {"text": pair(m.remark.text), "services": [*m.remark.services]},
        }
        for m in notice.measures
    ]
    assert data["pillars"] == [
        {
            "id": pillar.id,
            "name": pair(pillar.name),
            "summary": pair(pillar.summary),
            "colour": pillar.colour,
            "icon": pillar.icon,
        }
        for pillar in catalog.pillars.values()
    ]
    assert data["departments"] == [
        {
            "id": department.id,
            "name": pair(department.name),
            "name_source": department.name_source,
            "printed": {
                "table": department.printed.table,
                "also": list(department.printed.also),
                "addressees": department.printed.addressees,
            },
        }
        for department in catalog.departments.values()
    ]


def test_a_service_names_its_readings_with_the_cells_that_they_changed(
    data: dict[str, Any],
) -> None:
    """Item 21: two inferred names, its audience, and a task and departments moved back."""
    service = data["services"][20]
    assert service["id"] == "mental-health-in-care"
    told = [(r["id"], r["kind"], r["columns"], r["sure"]) for r in service["readings"]]
    assert told == [
        ("pillar-rows-17-32", "inferred", ["pillar"], 98),
        ("audience-rows-21-32", "shifted", ["audience"], 87),
        ("group-rows-20-21", "inferred", ["group"], 80),
        ("rows-21-32", "shifted", ["task", "departments"], 95),
    ]
    assert data["services"][0]["readings"] == []


def test_every_reading_of_every_cell_is_named(data: dict[str, Any], catalog: Catalog) -> None:
    """No departure from the copy is left out of the data."""
    origins = catalog.latest.fidelity.origins
    for service in data["services"]:
        named = {(r["id"], column) for r in service["readings"] for column in r["columns"]}
        assert named == {
            (reading.id, column)
            for column in COLUMNS
            for reading in origins[service["number"], column].readings
        }


def test_ids_refer_to_what_is_there(data: dict[str, Any]) -> None:
    """Pillars and departments of services and issuers are all in the same file."""
    pillars = {pillar["id"] for pillar in data["pillars"]}
    departments = {department["id"] for department in data["departments"]}
    assert {service["pillar"] for service in data["services"]} == pillars
    assert set(data["notice"]["issuers"]) == departments
    for service in data["services"]:
        assert set(service["departments"]) <= departments


def test_the_list_is_as_its_schema_says(data: dict[str, Any], schema: Draft202012Validator) -> None:
    """The published list validates against the published schema."""
    assert [error.message for error in schema.iter_errors(data)] == []


MISTAKES: dict[str, Callable[[dict[str, Any]], object]] = {
    "a key too many": lambda data: data.update(more=1),
    "a key too few": lambda data: data["services"][0].pop("task"),
    "a text that is a string": lambda data: data["services"][0].update(title="Title"),
    "a text in a third language": lambda data: data["notice"]["title"].update(fr="Avis"),
    "a text without Chinese": lambda data: data["notice"]["title"].update(zh=None),
    "a number that is a string": lambda data: data["services"][0].update(number="1"),
    "an id with a space": lambda data: data["pillars"][0].update(id="early childhood"),
    "a department that is no id": lambda data: data["services"][0].update(departments=["?"]),
    "a service without a clause": lambda data: data["services"][0].update(clauses=[]),
    "an unknown way to get it": lambda data: data["services"][0]["clauses"][0].update(how="buy"),
    "more than sure": lambda data: data["services"][1]["readings"][0].update(sure=101),
    "a revision that is no year": lambda data: data.update(revision="latest"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_the_schema_refuses_what_the_list_may_not_be(
    name: str, data: dict[str, Any], schema: Draft202012Validator
) -> None:
    """One mistake, one error."""
    wrong = deepcopy(data)
    MISTAKES[name](wrong)
    assert len(list(schema.iter_errors(wrong))) == 1
