"""A field that comes to a record of the list: whatever it still lacks is told by its name.

That its schema is in step is held by tests/catalog/test_schema.py, and that two lists which differ
in it are told apart by tests/revisions/test_finding.py.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from carelist.catalog.records import (
    Clause,
    Department,
    Measure,
    Notice,
    Pillar,
    Reading,
    Service,
)
from carelist.catalog.rules import Condition, Fact
from carelist.catalog.schema import MODELS, explain_fields, list_hints, make_schema
from carelist.exports.catalog_json import export_catalog
from carelist.speech.locales import PROSE, SHIPPED_LOCALES

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.revision import Catalog
    from carelist.catalog.texts import Record
    from carelist.speech.locales import Locale

BEFORE = (ROOT / "tests" / "fields_before.txt").read_text(encoding="utf-8").split()
"""The fields of before this test: some say by their names alone what they hold."""
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
CONTENTS: dict[str, tuple[type[Record], tuple[str | int, ...]]] = {
    "notice": (Notice, ("notice",)),
    "measure": (Measure, ("notice", "measures", 0)),
    "pillar": (Pillar, ("pillars", 0)),
    "department": (Department, ("departments", 0)),
    "fact": (Fact, ("questions", 0)),
    "condition": (Condition, ("conditions", 0)),
    "service": (Service, ("services", 0)),
    "clause": (Clause, ("services", 0, "clauses", 0)),
    "reading": (Reading, ("services", 1, "readings", 0)),
}
"""The records that catalog.json holds, and where the first of each stands in it."""
UNPUBLISHED = {
    "Notice.source": "the copy is not published as a file",
    "Notice.original": "the file is not published",
    "Notice.copy": "it is said of the copy, which is not published",
    "Notice.asks": "words of ours to people outside government",
    "Fact.of_another": "`question` says what is asked",
    "Pillar.name_source": "evidence for editors",
    "Pillar.formerly": "names of earlier lists",
    "Department.formerly": "names of earlier lists",
    "Department.offices": "not of the list",
    "Service.replaces": "told as a change",
    "Service.under": "it stands only where a service carries out one of a place above",
    "Clause.examples": "tests of the rule",
    "Reading.rows": "it stands with each service that it reads",
    "Reading.from": "places are named by `beside`",
}
"""Fields that catalog.json does not have, and why."""


def list_fields() -> Iterator[str]:
    """Yield every field as `Record.key`, as YAML writes the key, but for the tags of locales."""
    for name in MODELS:
        schema = make_schema(name, SHIPPED_LOCALES)
        for title, record in {**schema.get("$defs", {}), schema["title"]: schema}.items():
            keys = record.get("properties", {}).keys() - SHIPPED_LOCALES.by_tag.keys()
            yield from (f"{title}.{key}" for key in keys)


def list_lacks(field: str) -> Iterator[str]:
    """Yield what a field lacks of being explained."""
    if field not in explain_fields():
        yield "a docstring below it, which editors show"
    if not any(field in hints for hints in list_hints()):
        yield "a Chinese hint in generator/carelist/speech/locales/zh/fields.yml"
    if f"`{field.partition('.')[2]}" not in CHANGELOG:
        yield "a line in CHANGELOG.md that names its key"


def test_every_new_field_is_explained() -> None:
    """To whoever writes YAML, in both languages, and to who reads the changelog."""
    new = sorted(set(list_fields()) - set(BEFORE))
    assert [f"{field} lacks {lack}" for field in new for lack in list_lacks(field)] == []


def test_what_a_field_lacks_is_told() -> None:
    """One that nobody has explained lacks all of it; one of this year lacks nothing."""
    assert len([*list_lacks("Service.unheard-of")]) == 3
    assert [*list_lacks("Clause.remark")] == []


@pytest.fixture(scope="module")
def published(catalog: Catalog) -> dict[str, Any]:
    """The list as catalog.json has it."""
    content: dict[str, Any] = json.loads(export_catalog(catalog))
    return content


@pytest.mark.parametrize("name", CONTENTS)
def test_every_field_is_published_or_says_why_not(name: str, published: dict[str, Any]) -> None:
    """What the list says can be reused by anybody."""
    record, path = CONTENTS[name]
    entry: Any = published
    for step in path:
        entry = entry[step]
    keys = {field.alias or key for key, field in record.model_fields.items()}
    missing = {f"{record.__name__}.{key}" for key in keys - set(entry)}
    assert missing == {field for field in UNPUBLISHED if field.startswith(f"{record.__name__}.")}


@pytest.mark.parametrize("locale", [*SHIPPED_LOCALES], ids=str)
def test_every_published_key_is_documented(locale: Locale, published: dict[str, Any]) -> None:
    """Those of the whole, of a service and of a clause, in both languages."""
    told = set(re.findall(r"`([a-z_]+)`", locale.find_pages(PROSE)["data.md"].read_text("utf-8")))
    service = published["services"][0]
    assert {*published, *service, *service["clauses"][0]} - told == set()
