"""The catalog's public facts, read back from every form by a library that has nothing of ours.

What a form cannot hold: tables and HSDS have no conditions and no questions; HSDS has no promises
one by one, no summary and no readings; linked data has the columns of a reading in no service.
"""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from carelist.catalog.texts import Text
from rdflib import Graph, URIRef
from rdflib.collection import Collection

from tests.exports.opening import list_single, list_whole
from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelist.site.site import Site

Json = dict[str, Any]
Facts = dict[str, Json]
"""By the id of a service: its texts by locale, its number, pillar, departments and promises."""
CARE = "tag:carelist.github.io,2026-11-29:terms:"
DCT = "http://purl.org/dc/terms/"


def say(text: Text | None) -> dict[str, str] | None:
    """A text in both languages."""
    return {one.tag: text.find(one) for one in (ZH, EN)} if text else None


def list_facts(site: Site) -> Facts:
    """The facts, as the catalog has them."""
    revision, catalog = site.catalog.latest, site.catalog
    return {
        service.id: {
            "number": service.number,
            "pillar": service.pillar,
            "departments": list(service.departments),
            "title": say(revision.title_of(service)),
            "group": say(revision.groups[service.group].name),
            "summary": say(service.summary),
            "audience": say(revision.people_of(service)),
            "task": say(Text.join([one.text for one in service.clauses], catalog.locales)),
            "clauses": [
                {
                    "id": one.id,
                    "title": say(one.title),
                    "text": say(one.text),
                    "how": one.how,
                    "condition": say(one.condition),
                }
                for one in service.clauses
            ],
        }
        for service in revision.services
    }


def pair(row: Json, key: str) -> dict[str, str] | None:
    """Both columns of a text."""
    found = {tag: row[f"{key}_{tag}"] for tag in ("zh", "en")}
    return found if found["zh"] else None


def join_tables(services: list[Json], clauses: list[Json]) -> Facts:
    """The facts of two tables."""
    return {
        row["id"]: {
            "number": int(row["number"]),
            "pillar": row["pillar"],
            "departments": row["departments"].split(),
            **{key: pair(row, key) for key in ("title", "group", "summary", "audience", "task")},
            "clauses": [
                {
                    "id": one["id"],
                    "title": pair(one, "title"),
                    "text": pair(one, "text"),
                    "how": one["how"],
                    "condition": pair(one, "condition"),
                }
                for one in clauses
                if one["service"] == row["id"]
            ],
        }
        for row in services
    }


def read_csv(site: Site) -> Facts:
    """With pandas, as the data page says."""
    files = list_whole(site)

    def read(name: str) -> list[Json]:
        content = io.BytesIO(files[name].content)
        table = pd.read_csv(content, dtype=str, keep_default_na=False, encoding="utf-8-sig")
        rows: list[Json] = table.map(lambda cell: cell.removeprefix("'")).to_dict("records")
        return rows

    return join_tables(read("services.csv"), read("clauses.csv"))


def read_workbook(site: Site) -> Facts:
    """With pandas, from its sheets."""
    content = io.BytesIO(list_whole(site)["list.xlsx"].content)
    book = pd.read_excel(content, sheet_name=None, dtype=str, keep_default_na=False)
    return join_tables(*(book[name].to_dict("records") for name in ("services", "clauses")))


def read_json(site: Site) -> Facts:
    """From the files of one service each."""
    files = list_single(site)
    found = [content["service"] for path, content in files.items() if path.startswith("services/")]
    plain = ("number", "pillar", "departments", "title", "group", "summary", "audience", "task")
    keys = ("id", "title", "text", "how", "condition")
    return {
        one["id"]: {
            **{key: one[key] for key in plain},
            "clauses": [{key: clause[key] for key in keys} for clause in one["clauses"]],
        }
        for one in found
    }


def read_graph(site: Site, name: str, form: str) -> Facts:
    """With rdflib: texts by language, and what has an order from its lists."""
    graph = Graph().parse(data=list_whole(site)[name].content, format=form)

    def ask(subject: Any, term: str) -> Any:  # noqa: ANN401  # whatever stands there
        return graph.value(subject, URIRef(term))

    def read(subject: Any, term: str) -> dict[str, str] | None:  # noqa: ANN401  # a node
        tags = {ZH.language: "zh", EN.language: "en"}
        texts = {tags[str(t.language)]: str(t) for t in graph.objects(subject, URIRef(term))}  # type: ignore[attr-defined]
        return texts or None

    def follow(subject: Any, term: str) -> list[Any]:  # noqa: ANN401  # nodes
        return list(Collection(graph, ask(subject, term)))

    found = {}
    for service in graph.subjects(predicate=URIRef(f"{CARE}number")):
        audience = ask(service, "http://data.europa.eu/m8g/holdsRequirement")
        pillar = ask(service, "http://data.europa.eu/m8g/thematicArea")
        found[str(ask(service, f"{DCT}identifier"))] = {
            "number": int(ask(service, f"{CARE}number")),
            "pillar": str(pillar).split("/")[-2],
            "departments": [
                str(ask(one, f"{DCT}identifier")) for one in follow(service, f"{CARE}departments")
            ],
            "title": read(service, f"{DCT}title"),
            "group": read(service, f"{CARE}officialName"),
            "summary": read(service, f"{CARE}summary"),
            "audience": read(audience, f"{DCT}title"),
            "task": read(service, f"{DCT}description"),
            "clauses": [
                {
                    "id": str(ask(one, f"{DCT}identifier")).split("/")[1],
                    "title": read(one, f"{DCT}title"),
                    "text": read(one, f"{DCT}description"),
                    "how": str(ask(one, f"{CARE}how")),
                    "condition": read(one, f"{CARE}condition"),
                }
                for one in follow(service, f"{CARE}clauses")
            ],
        }
    return found


def read_hsds(site: Site) -> Facts:
    """From the records of both languages, as far as they go."""
    files = list_single(site)
    found: Facts = {}
    for service in site.catalog.latest.services:
        records = {tag: files[f"hsds/{tag}/{service.id}.json"] for tag in ("zh", "en")}
        kinds = [one for one in records["zh"]["attributes"] if one["link_type"] == "pillar"]
        texts = {
            "title": "name",
            "group": "alternate_name",
            "audience": "eligibility_description",
            "task": "description",
        }
        found[service.id] = {
            "pillar": kinds[0]["value"],
            **{
                key: {tag: record[name] for tag, record in records.items()}
                for key, name in texts.items()
            },
        }
    return found


READERS: dict[str, Callable[[Site], Facts]] = {
    "csv": read_csv,
    "workbook": read_workbook,
    "json": read_json,
    "turtle": lambda site: read_graph(site, "services.ttl", "turtle"),
    "json-ld": lambda site: read_graph(site, "services.jsonld", "json-ld"),
}


@pytest.mark.parametrize("form", READERS)
def test_what_is_read_back_is_the_catalog(form: str, site: Site) -> None:
    """Every fact of every service, to the character and in its order."""
    assert READERS[form](site) == list_facts(site)


def test_what_hsds_holds_is_the_catalog(site: Site) -> None:
    """Names, audiences, tasks and pillars."""
    kept = ("pillar", "title", "group", "audience", "task")
    expected = {name: {key: one[key] for key in kept} for name, one in list_facts(site).items()}
    assert read_hsds(site) == expected


def test_rules_are_read_back(site: Site) -> None:
    """As JSON from a cell, and as JSON from the graph."""
    content = io.BytesIO(list_whole(site)["clauses.csv"].content)
    table = pd.read_csv(content, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    cells = {(row.service, row.id): json.loads(row.criterion) for row in table.itertuples()}
    files = list_single(site)
    rules = {
        (content["service"]["id"], clause["id"]): clause["criterion"]
        for path, content in files.items()
        if path.startswith("services/")
        for clause in content["service"]["clauses"]
    }
    assert cells == rules
    graph = Graph().parse(data=list_whole(site)["services.ttl"].content, format="turtle")
    written = {
        str(graph.value(one, URIRef(f"{DCT}identifier"))): json.loads(str(rule))
        for one, rule in graph.subject_objects(URIRef(f"{CARE}criterion"))
    }
    assert {f"{service}/{clause}": rule for (service, clause), rule in rules.items()} == {
        name: rule for name, rule in written.items() if "/" in name
    }
