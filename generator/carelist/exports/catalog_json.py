"""The latest revision as one JSON document, and its schema (documented in prose/data.md)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from carelist.catalog.json_writing import to_json
from carelist.catalog.quoting import quote_task
from carelist.catalog.texts import Text
from carelist.exports.readings import find_other_readings, find_readings
from carelist.exports.rules_json import export_condition, export_fact, export_written
from carelist.exports.schema import make_schema

if TYPE_CHECKING:
    from carelist.catalog.records import (
        Clause,
        Column,
        Department,
        Pillar,
        Reading,
        Remark,
        Service,
    )
    from carelist.catalog.revision import Catalog, Revision
    from carelist.exports import shapes
    from carelist.speech.locales import Locales

Json = dict[str, Any]
Writer = Callable[[object, Callable[[Any], object]], str]


def export_catalog(catalog: Catalog) -> str:
    """Give the latest revision: every text by locale, as `{"zh": …, "en": …}`, departments as ids.

    A translation is null where it is missing, or was made from another source than the text has
    now.
    """
    return write_json(publish(catalog), catalog.locales)


def write_json(value: object, locales: Locales, write: Writer = to_json) -> str:
    """Write what is published as JSON, every text by locale."""
    return write(value, partial(write_text, locales=locales))


def publish(catalog: Catalog) -> shapes.Published:
    """Give the latest revision as it is published, its texts not yet written."""
    revision, locales = catalog.latest, catalog.locales
    return {
        "revision": revision.id,
        "notice": _notice(revision),
        "pillars": [publish_pillar(pillar) for pillar in catalog.pillars.values()],
        "departments": [publish_department(one) for one in catalog.departments.values()],
        "types": [{"id": one.id, "name": one.name} for one in revision.rows.types],
        "columns": [
            {"id": column.id, "heading": column.heading, "means": column.means}
            for column in revision.rows.columns
        ],
        "questions": [export_fact(fact) for fact in catalog.questions.facts],
        "conditions": [export_condition(c) for c in revision.rows.conditions],
        "services": [publish_service(revision, service, locales) for service in revision.services],
        "readings": [_reading(one, ()) for one in find_other_readings(revision)],
    }


def publish_pillar(pillar: Pillar) -> shapes.Pillar:
    """Give a pillar as it is published."""
    return {
        "id": pillar.id,
        "name": pillar.name,
        "summary": pillar.summary,
        "colour": pillar.colour,
        "icon": pillar.icon,
    }


def publish_department(department: Department) -> shapes.Department:
    """Give a department as it is published."""
    return {
        "id": department.id,
        "name": department.name,
        "name_source": department.name_source,
        "printed": {
            "table": department.printed.table,
            "also": list(department.printed.also),
            "addressees": department.printed.addressees,
        },
    }


def write_text(text: Text, locales: Locales) -> Json:
    """Give a text by locale; a translation is null where it does not follow the source."""
    return {
        locale.tag: text.find(locale) if text.find_state(locale) == "fresh" else None
        for locale in locales
    }


def _notice(revision: Revision) -> shapes.Notice:
    notice = revision.notice
    return {
        "number": notice.number,
        "title": notice.title,
        "printed_on": notice.printed_on,
        "issuers": list(notice.issuers),
        "addressees": notice.addressees,
        "opening": notice.opening,
        "measures": [
            {
                "id": m.id,
                "heading": m.heading,
                "text": m.text,
                "remark": _remark(m.remark),
            }
            for m in notice.measures
        ],
        "table_title": notice.table_title,
        "disclosure": notice.disclosure,
        "signatory": notice.signatory,
        "colophon": notice.colophon,
    }


def publish_service(revision: Revision, service: Service, locales: Locales) -> shapes.Service:
    """Give a service as it is published, in the locales of its catalog."""
    published: shapes.Service = {
        "id": service.id,
        "number": service.number,
        "printed_number": service.printed_number,
        "pillar": service.pillar,
        "types": list(service.types),
        "group": revision.groups[service.group].name,
        "title": revision.title_of(service),
        "summary": service.summary if service.is_summed_up else None,
        "audience": revision.people_of(service),
        "audience_criterion": export_written(revision.criterion_of(service)),
        "task": Text.join([clause.text for clause in service.clauses], locales),
        "quotation": quote_task(revision, service),
        "clauses": [_clause(clause) for clause in service.clauses],
        "departments": list(service.departments),
        "supporting": list(service.supporting),
        "others": service.others,
        "cells": dict(service.cells.by_column),
        "readings": [_reading(*one) for one in find_readings(revision, service)],
    }
    if service.under:
        published["under"] = [{"place": u.place, "service": u.service} for u in service.under]
    return published


def _clause(clause: Clause) -> shapes.Clause:
    return {
        "id": clause.id,
        "title": clause.title,
        "how": clause.how,
        "condition": clause.condition,
        "text": clause.text,
        "remark": _remark(clause.remark),
        "criterion": export_written(clause.criterion),
    }


def _remark(remark: Remark | None) -> shapes.Remark | None:
    return {"text": remark.text, "services": list(remark.services)} if remark else None


def _reading(reading: Reading, columns: tuple[Column, ...]) -> shapes.Reading:
    return {
        "id": reading.id,
        "kind": reading.kind,
        "columns": list(columns),
        "beside": [str(place) for place in reading.beside],
        "printed": reading.printed,
        "read": reading.read,
        "maybe": reading.maybe,
        "sure": reading.sure,
        "plain": reading.plain,
        "why": reading.why,
    }


def export_schema(locales: Locales) -> str:
    """Give the JSON Schema of the document, of texts in some locales."""
    return to_json(make_schema(describe_text(locales)))


def describe_text(locales: Locales) -> Json:
    """Give the JSON Schema of a text in some locales."""
    properties: Json = {
        locale.tag: {"type": "string" if locale.is_source else ["string", "null"]}
        for locale in locales
    }
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
