"""The latest revision as one JSON document, and its schema (documented in docs/data.md)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.catalog.cells import COLUMNS
from generator.catalog.quoting import quote_task
from generator.exports.rules_json import (
    CRITERION_SCHEMA,
    export_condition,
    export_criterion,
    export_fact,
)

if TYPE_CHECKING:
    from generator.catalog.records import Clause, Reading, Remark, Service
    from generator.catalog.revision import Catalog, Revision
    from generator.catalog.texts import Text

Json = dict[str, Any]


def export_catalog(catalog: Catalog) -> str:
    """Give the latest revision: every text as `{"zh", "en"}`, departments as ids.

    `en` is null where it is missing, or was made from other Chinese than the text has now.
    """
    revision = catalog.latest
    return to_json(
        {
            "revision": revision.id,
            "notice": _notice(revision),
            "pillars": [
                {
                    "id": pillar.id,
                    "name": _text(pillar.name),
                    "summary": _text(pillar.summary),
                    "colour": pillar.colour,
                    "icon": pillar.icon,
                }
                for pillar in catalog.pillars.values()
            ],
            "departments": [
                {
                    "id": department.id,
                    "name": _text(department.name),
                    "name_source": department.name_source,
                    "printed": department.printed.model_dump(),
                }
                for department in catalog.departments.values()
            ],
            "questions": [export_fact(fact, _text) for fact in catalog.questions.facts],
            "conditions": [export_condition(c, _text) for c in revision.rows.conditions],
            "services": [_service(revision, service) for service in revision.services],
        }
    )


def to_json(value: object) -> str:
    """Write JSON the same way everywhere: UTF-8, two spaces, a final line break."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _text(text: Text) -> Json:
    return {"zh": text.zh, "en": text.en if text.english_state == "fresh" else None}


def _notice(revision: Revision) -> Json:
    notice = revision.notice
    return {
        "number": _text(notice.number),
        "title": _text(notice.title),
        "printed_on": notice.printed_on,
        "issuers": list(notice.issuers),
        "addressees": _text(notice.addressees),
        "opening": _text(notice.opening),
        "measures": [
            {
                "id": m.id,
                "heading": _text(m.heading),
                "text": _text(m.text),
                "remark": _remark(m.remark),
            }
            for m in notice.measures
        ],
        "table_title": _text(notice.table_title),
        "disclosure": _text(notice.disclosure),
        "signatory": _text(notice.signatory),
        "colophon": _text(notice.colophon),
    }


def _service(revision: Revision, service: Service) -> Json:
    english = [clause.text.en for clause in service.clauses if _text(clause.text)["en"]]
    complete = len(english) == len(service.clauses)
    readings: dict[str, Json] = {}
    for column in COLUMNS:
        for reading in revision.fidelity.origins[service.number, column].readings:
            entry = readings.setdefault(reading.id, _reading(reading))
            entry["columns"].append(column)
    return {
        "id": service.id,
        "number": service.number,
        "pillar": service.pillar,
        "group": _text(revision.groups[service.group].name),
        "title": _text(revision.title_of(service)),
        "summary": _text(service.summary),
        "audience": _text(revision.audiences[service.audience].name),
        "audience_criterion": export_criterion(revision.audiences[service.audience].criterion),
        "task": {"zh": service.task, "en": " ".join(filter(None, english)) if complete else None},
        "quotation": quote_task(revision, service),
        "clauses": [_clause(clause) for clause in service.clauses],
        "departments": list(service.departments),
        "readings": list(readings.values()),
    }


def _clause(clause: Clause) -> Json:
    return {
        "id": clause.id,
        "title": _text(clause.title),
        "how": clause.how,
        "condition": _text(clause.condition) if clause.condition else None,
        "text": _text(clause.text),
        "remark": _remark(clause.remark),
        "criterion": export_criterion(clause.criterion),
    }


def _remark(remark: Remark | None) -> Json | None:
    return {"text": _text(remark.text), "services": list(remark.services)} if remark else None


def _reading(reading: Reading) -> Json:
    return {
        "id": reading.id,
        "kind": reading.kind,
        "columns": [],
        "beside": [str(place) for place in reading.beside],
        "printed": reading.printed,
        "read": reading.read,
        "maybe": reading.maybe,
        "sure": reading.sure,
        "plain": _text(reading.plain),
        "why": _text(reading.why),
    }


def export_schema() -> str:
    """Give the JSON Schema of the document (draft 2020-12)."""
    text: Json = {"$ref": "#/$defs/text"}
    ids = {"type": "array", "items": {"$ref": "#/$defs/id"}}
    optional_string = {"type": ["string", "null"]}
    remark: Json = {"anyOf": [_object({"text": text, "services": ids}), {"type": "null"}]}
    notice: Json = dict.fromkeys(_NOTICE_TEXTS, text)
    notice |= {
        "printed_on": {"type": "string", "format": "date"},
        "issuers": ids,
        "measures": _list_of({"id": _ID, "heading": text, "text": text, "remark": remark}),
    }
    printed = _object({"table": optional_string, "addressees": {"type": "string"}})
    clause = {
        "id": _ID,
        "title": text,
        "how": {"enum": ["apply", "attend", "public", "ask"]},
        "condition": {"anyOf": [text, {"type": "null"}]},
        "text": text,
        "remark": remark,
        "criterion": {"$ref": "#/$defs/criterion"},
    }
    reading = {
        "id": _ID,
        "kind": {"enum": ["merged", "shifted", "inferred", "repaired", "note"]},
        "columns": {
            "type": "array",
            "items": {"enum": ["pillar", "audience", "group", "task", "departments"]},
        },
        "beside": {"type": "array", "items": {"type": "string"}},
        "printed": optional_string,
        "read": optional_string,
        "maybe": optional_string,
        "sure": {"type": ["integer", "null"], "minimum": 1, "maximum": 100},
        "plain": text,
        "why": text,
    }
    service = {
        "id": _ID,
        "number": {"type": "integer", "minimum": 1},
        "pillar": _ID,
        "group": text,
        "title": text,
        "summary": text,
        "audience": text,
        "audience_criterion": {"$ref": "#/$defs/criterion"},
        "task": text,
        "quotation": {"type": "string"},
        "clauses": _list_of(clause) | {"minItems": 1},
        "departments": ids | {"minItems": 1},
        "readings": _list_of(reading),
    }
    string: Json = {"type": "string"}
    pillar: Json = {"id": _ID, "name": text, "summary": text, "colour": string, "icon": string}
    department: Json = {"id": _ID, "name": text, "name_source": string, "printed": printed}
    return to_json(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Carelist: one revision of a list of care services",
            "$defs": {
                "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
                "text": _object({"zh": string, "en": optional_string}),
                "criterion": CRITERION_SCHEMA,
            },
            **_object(
                {
                    "revision": {"type": "string", "pattern": "^[0-9]{4}$"},
                    "notice": _object(notice),
                    "pillars": _list_of(pillar),
                    "departments": _list_of(department),
                    "questions": _list_of(_describe_fact(text)),
                    "conditions": _list_of(_describe_condition(text, ids)),
                    "services": _list_of(service),
                }
            ),
        }
    )


def _describe_fact(text: Json) -> Json:
    return {
        "id": {"type": "string", "pattern": "^[a-z0-9]+([-_][a-z0-9]+)*$"},
        "about": {"enum": ["child", "family"]},
        "choose": {"enum": ["one", "several"]},
        "asked": {"enum": ["plainly", "with-care"]},
        "name": text,
        "question": text,
        "why": text,
        "options": _list_of({"id": _ID, "label": text}),
    }


def _describe_condition(text: Json, ids: Json) -> Json:
    fact = {"type": ["string", "null"]}
    return {"id": _ID, "fact": fact, "is": ids, "set_by": ids, "quote": text, "words": text}


_ID = {"$ref": "#/$defs/id"}
_NOTICE_TEXTS = (
    "number",
    "title",
    "addressees",
    "opening",
    "table_title",
    "disclosure",
    "signatory",
    "colophon",
)


def _object(properties: Json) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list_of(properties: Json) -> Json:
    return {"type": "array", "items": _object(properties)}
