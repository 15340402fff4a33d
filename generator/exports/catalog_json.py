"""The latest revision as one JSON document, and its schema (documented in docs/data.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.catalog.cells import COLUMNS
from generator.catalog.json_writing import to_json
from generator.catalog.quoting import quote_task
from generator.exports import shapes
from generator.exports.rules_json import export_condition, export_criterion, export_fact

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
    published: shapes.Published = {
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
                "printed": {
                    "table": department.printed.table,
                    "addressees": department.printed.addressees,
                },
            }
            for department in catalog.departments.values()
        ],
        "questions": [export_fact(fact, _text) for fact in catalog.questions.facts],
        "conditions": [export_condition(c, _text) for c in revision.rows.conditions],
        "services": [_service(revision, service) for service in revision.services],
    }
    return to_json(published)


def _text(text: Text) -> Json:
    return {"zh": text.zh, "en": text.en if text.english_state == "fresh" else None}


def _notice(revision: Revision) -> shapes.Notice:
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


def _service(revision: Revision, service: Service) -> shapes.Service:
    english = [clause.text.en for clause in service.clauses if _text(clause.text)["en"]]
    complete = len(english) == len(service.clauses)
    readings: dict[str, shapes.Reading] = {}
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


def _clause(clause: Clause) -> shapes.Clause:
    return {
        "id": clause.id,
        "title": _text(clause.title),
        "how": clause.how,
        "condition": _text(clause.condition) if clause.condition else None,
        "text": _text(clause.text),
        "remark": _remark(clause.remark),
        "criterion": export_criterion(clause.criterion),
    }


def _remark(remark: Remark | None) -> shapes.Remark | None:
    return {"text": _text(remark.text), "services": list(remark.services)} if remark else None


def _reading(reading: Reading) -> shapes.Reading:
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
    """Give the JSON Schema of the document, of texts in Chinese and English."""
    properties = {"zh": {"type": "string"}, "en": {"type": ["string", "null"]}}
    text: Json = {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
    return to_json(shapes.make_schema(text))
