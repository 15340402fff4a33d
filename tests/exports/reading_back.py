"""Reads the facts of a list back: tables with pandas, graphs with rdflib, JSON as it is."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pandas as pd

from tests.exports.facts import IDS, TEXTS, drop_all_unsaid, drop_unsaid
from tests.exports.opening import unmark
from tests.exports.reading_graphs import read_graph

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelist.site.site import Site

    from tests.exports.facts import Facts, Json
    from tests.exports.opening import Files

PLAIN = (
    *("pillar", "how", "quotation", "printed_number", "name_source"),
    *("kind", "printed", "read", "maybe"),
)
JSONS = ("number", "position", "sure", "others", "issues", "audience_criterion", "criterion")


def read_csv(site: Site, files: Files) -> Facts:
    """With pandas, as the data page says."""

    def read(name: str) -> list[Json]:
        content = io.BytesIO(files[f"{name}.csv"])
        table = pd.read_csv(content, dtype=str, keep_default_na=False, encoding="utf-8-sig")
        rows: list[Json] = table.map(unmark).to_dict("records")
        return rows

    return _join_tables(site, read)


def read_workbook(site: Site, files: Files) -> Facts:
    """With pandas, from its sheets."""
    content = io.BytesIO(files["list.xlsx"])
    book = pd.read_excel(content, sheet_name=None, dtype=str, keep_default_na=False)
    return _join_tables(site, lambda name: book[name].to_dict("records"))


def _join_tables(site: Site, read: Callable[[str], list[Json]]) -> Facts:
    tags = [one.tag for one in site.now.locales]

    def say(row: Json, key: str) -> dict[str, str]:
        return {tag: row[f"{key}_{tag}"] for tag in tags if row[f"{key}_{tag}"]}

    facts: Facts = {}
    for kind, texts in TEXTS.items():
        found = facts[kind] = {}
        for row in read(kind):
            told = {
                **{key: say(row, key) for key in texts},
                **{key: row[key].split() for key in IDS[kind]},
                **{key: row[key] for key in PLAIN if key in row},
                **{key: json.loads(row[key]) for key in JSONS if row.get(key)},
                **_read_own(site, kind, row, say),
            }
            own = f"{row['service']}/{row['id']}" if kind == "clauses" else row["id"]
            if kind == "readings":
                known = found.setdefault(own, {**told, "columns": {}})
                assert row["service"] not in known["columns"]
                known["columns"][row["service"]] = told["columns"]
            else:
                assert own not in found
                found[own] = told
    return drop_all_unsaid(facts)


def _read_own(
    site: Site, kind: str, row: Json, say: Callable[[Json, str], dict[str, str]]
) -> dict[str, Any]:
    """What only one table has."""
    if kind == "services":
        cells = {one.id: say(row, f"cell_{one.id}") for one in site.now.latest.rows.columns}
        return {"cells": drop_unsaid(cells)}
    if kind == "departments":
        also = row["printed_also"].split("; ") if row["printed_also"] else []
        return {"printed": [row["printed_table"] or None, also, row["printed_addressees"] or None]}
    return {}


def read_json(site: Site, files: Files) -> Facts:
    """From the files of one service, one department and one pillar each."""
    del site

    def read(path: str) -> Any:  # noqa: ANN401  # as JSON has it
        return json.loads(files[path])

    def say(words: Json | None) -> Json:
        return drop_unsaid(words or {})

    def describe(reading: Json) -> Json:
        same = ("kind", "printed", "read", "maybe", "sure")
        texts = {key: say(reading[key]) for key in TEXTS["readings"]}
        return {**{key: reading[key] for key in same}, **texts, "columns": {}}

    facts: Facts = {kind: {} for kind in TEXTS}
    named = read("index.json")
    whole = read(f"revisions/{named['revision']}.json")["content"]
    facts["readings"] = {one["id"]: describe(one) for one in whole["readings"]}
    for entry in named["services"]:
        one = read(f"services/{entry['id']}.json")["service"]
        same = ("number", "printed_number", "pillar", "types", "audience_criterion", "quotation")
        bodies = ("departments", "supporting", "others")
        facts["services"][one["id"]] = {
            **{key: one[key] for key in (*same, *bodies)},
            **{key: say(one[key]) for key in TEXTS["services"]},
            "cells": {name: say(words) for name, words in one["cells"].items()},
            "readings": [reading["id"] for reading in one["readings"]],
        }
        for place, clause in enumerate(one["clauses"], 1):
            remark = clause["remark"] or {"text": None, "services": []}
            facts["clauses"][f"{one['id']}/{clause['id']}"] = {
                **{key: say(clause[key]) for key in ("title", "text", "condition")},
                **{key: clause[key] for key in ("how", "criterion")},
                "position": place,
                "remark": say(remark["text"]),
                "remark_services": remark["services"],
            }
        for reading in one["readings"]:
            known = facts["readings"].setdefault(reading["id"], describe(reading))
            known["columns"][one["id"]] = reading["columns"]
    for entry in named["departments"]:
        file = read(f"departments/{entry['id']}.json")
        one = file["department"]
        facts["departments"][one["id"]] = {
            "name": say(one["name"]),
            "name_source": one["name_source"],
            "printed": [one["printed"][key] for key in ("table", "also", "addressees")],
            "issues": file["issues"],
            "services": file["services"],
        }
    for entry in named["pillars"]:
        file = read(f"pillars/{entry['id']}.json")
        facts["pillars"][entry["id"]] = {
            **{key: say(file["pillar"][key]) for key in ("name", "summary")},
            "services": file["services"],
        }
    return drop_all_unsaid(facts)


def read_hsds(site: Site, files: Files) -> Facts:
    """From the records of all languages."""
    texts = {
        "title": "name",
        "group": "alternate_name",
        "audience": "eligibility_description",
        "task": "description",
    }
    facts: Facts = {"services": {}}
    for service in site.now.latest.services:
        records = {
            one.tag: json.loads(files[f"hsds/{one.tag}/{service.id}.json"])
            for one in site.now.locales
        }
        first = next(iter(records.values()))
        kinds = [(one["link_type"], one) for one in first.get("attributes", ())]
        bodies = [one for kind, one in kinds if "-department-" in kind]
        cells: Json = {}
        for tag, record in records.items():
            for one in record.get("attributes", ()):
                if one["link_type"].startswith("column-"):
                    name = one["link_type"].removeprefix("column-")
                    cells.setdefault(name, {})[tag] = one["value"]
        ids = {_find_id(site, one["label"]): one for one in bodies}
        facts["services"][service.id] = {
            "pillar": "".join(one["value"] for kind, one in kinds if kind == "pillar"),
            "types": [one["value"] for kind, one in kinds if kind == "type"],
            "departments": [*ids],
            "supporting": sorted(
                name for name, one in ids.items() if one["link_type"].startswith("supporting")
            ),
            "cells": cells,
            **{
                key: {tag: record[name] for tag, record in records.items() if name in record}
                for key, name in texts.items()
            },
        }
        _drop_fallbacks(facts["services"][service.id]["title"], site)
    return drop_all_unsaid(facts)


def _drop_fallbacks(texts: dict[str, str], site: Site) -> None:
    """A record must have a name: what is not translated yet is given in the source's words."""
    source = site.now.locales.source.tag
    for tag in [tag for tag in texts if tag != source and texts[tag] == texts.get(source)]:
        del texts[tag]


def _find_id(site: Site, label: str) -> str:
    """The id of a department by its name, in the language of the root."""
    locale = site.now.locales.default
    (found,) = (one.id for one in site.now.departments.values() if one.name.write(locale) == label)
    return found


def read_turtle(site: Site, files: Files) -> Facts:
    """As any tool for linked data does."""
    return read_graph(site, files["services.ttl"], "turtle")


def read_json_ld(site: Site, files: Files) -> Facts:
    """As any tool for linked data does."""
    return read_graph(site, files["services.jsonld"], "json-ld")


READERS: dict[str, Callable[[Site, Files], Facts]] = {
    "csv": read_csv,
    "workbook": read_workbook,
    "json": read_json,
    "turtle": read_turtle,
    "json-ld": read_json_ld,
    "hsds": read_hsds,
}
"""What reads each form back."""
