"""The public facts of a list, as the catalog has them, and what each form of open data can hold.

Every form is read back by a library that has nothing of ours: see `reading_back`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelist.catalog.quoting import quote_task
from carelist.catalog.texts import Text
from carelist.exports.readings import find_readings
from carelist.exports.rules_json import export_written

if TYPE_CHECKING:
    from carelist.site.site import Site

Json = dict[str, Any]
Facts = dict[str, dict[str, Json]]
"""By kind of thing and id: what is said of it, every text by locale; what is not said is left out.

Things without an id within their kind have their place: a promise has that of its service and id.
"""
TEXTS = {
    "services": ("group", "title", "summary", "audience", "task"),
    "clauses": ("title", "text", "condition", "remark"),
    "departments": ("name",),
    "pillars": ("name", "summary"),
    "readings": ("plain", "why"),
}
IDS = {
    "services": ("types", "departments", "supporting", "readings"),
    "clauses": ("remark_services",),
    "departments": ("services",),
    "pillars": ("services",),
    "readings": ("columns",),
}
LACKS: dict[str, dict[str, set[str]]] = {
    "linked": {
        "departments": {"name_source", "printed", "issues", "services"},
        "pillars": {"summary", "services"},
        "readings": {"columns"},
    },
    "hsds": {
        "services": {
            *("number", "printed_number", "summary", "audience_criterion", "quotation", "others"),
            "readings",
        },
    },
}
"""What a form cannot hold, by kind of thing: whose services a department or a pillar has is told by
the services; HSDS has records of services alone, and no promises one by one. Tables have no
readings but those of services; JSON alone has the notice, the questions and the conditions."""


def drop_unsaid(facts: Json) -> Json:
    """What is said: an empty text or list says nothing."""
    return {key: value for key, value in facts.items() if value not in (None, "", [], {}, ())}


def list_facts(site: Site) -> Facts:
    """The facts, as the catalog has them."""
    catalog, revision = site.now, site.now.latest

    def say(text: Text | None) -> dict[str, str]:
        if text is None:
            return {}
        fresh = (one for one in catalog.locales if text.find_state(one) == "fresh")
        return {one.tag: text.find(one) for one in fresh}

    facts: Facts = {kind: {} for kind in TEXTS}
    for service in revision.services:
        facts["services"][service.id] = {
            "number": service.number,
            "printed_number": service.printed_number,
            "pillar": service.pillar,
            "types": [*service.types],
            "group": say(revision.groups[service.group].name),
            "title": say(revision.title_of(service)),
            "summary": say(service.summary if service.is_summed_up else None),
            "audience": say(revision.people_of(service)),
            "audience_criterion": export_written(revision.criterion_of(service)),
            "task": say(Text.join([one.text for one in service.clauses], catalog.locales)),
            "quotation": quote_task(revision, service),
            "departments": [*service.departments],
            "supporting": [*service.supporting],
            "others": service.others,
            "cells": {name: say(words) for name, words in service.cells.by_column.items()},
            "readings": [one.id for one, _ in find_readings(revision, service)],
        }
        for place, clause in enumerate(service.clauses, 1):
            facts["clauses"][f"{service.id}/{clause.id}"] = {
                "position": place,
                "title": say(clause.title),
                "text": say(clause.text),
                "how": clause.how,
                "condition": say(clause.condition),
                "remark": say(clause.remark.text if clause.remark else None),
                "remark_services": [*(clause.remark.services if clause.remark else ())],
                "criterion": export_written(clause.criterion),
            }
    for reading in revision.readings:
        facts["readings"][reading.id] = {
            "kind": reading.kind,
            "printed": reading.printed,
            "read": reading.read,
            "maybe": reading.maybe,
            "sure": reading.sure,
            "plain": say(reading.plain),
            "why": say(reading.why),
            "columns": {
                service.id: [*columns]
                for service in revision.services
                for one, columns in find_readings(revision, service)
                if one is reading
            },
        }
    for department in catalog.departments.values():
        printed = department.printed
        facts["departments"][department.id] = {
            "name": say(department.name),
            "name_source": department.name_source,
            "printed": [printed.table, [*printed.also], printed.addressees],
            "issues": department.id in revision.notice.issuers,
            "services": [one.id for one in revision.services if department.id in one.departments],
        }
    for pillar in catalog.pillars.values():
        facts["pillars"][pillar.id] = {
            "name": say(pillar.name),
            "summary": say(pillar.summary),
            "services": [one.id for one in revision.services if one.pillar == pillar.id],
        }
    return drop_all_unsaid(facts)


def drop_all_unsaid(facts: Facts) -> Facts:
    """The same of all things."""
    return {
        kind: {name: drop_unsaid(one) for name, one in by_id.items()}
        for kind, by_id in facts.items()
    }


def keep_held(facts: Facts, form: str) -> Facts:
    """Facts without what a form cannot hold; where it has no order, in the order of ids."""
    if form in {"csv", "workbook"}:
        told = {name: one for name, one in facts["readings"].items() if "columns" in one}
        return {**facts, "readings": told}
    if form == "json":
        return facts
    lacks = LACKS["hsds" if form == "hsds" else "linked"]
    kinds = {"services"} if form == "hsds" else set(facts)
    unordered = {"supporting", "readings", "remark_services"}
    return {
        kind: {
            name: {
                key: sorted(value) if key in unordered else value
                for key, value in one.items()
                if key not in lacks.get(kind, ())
            }
            for name, one in by_id.items()
        }
        for kind, by_id in facts.items()
        if kind in kinds
    }
