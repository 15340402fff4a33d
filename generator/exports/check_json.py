"""What the questionnaire loads: the rules of the latest revision with the words of one locale."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

from generator.exports.rules_json import export_criterion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.catalog.records import Service
    from generator.catalog.revision import Catalog, Revision
    from generator.catalog.rules import Condition

Json = dict[str, Any]


def export_check(catalog: Catalog, locale: Literal["zh", "en"], words: Mapping[str, str]) -> str:
    """Give the rules as compact JSON, with the words of the questionnaire.

    `words` are in `locale` too.
    The shape is `List` of docs/scripts/eligibility/verdicts.mjs.
    """
    revision = catalog.latest
    used = {name for service in revision.services for name in service.departments}
    used |= {name for condition in revision.rows.conditions for name in condition.set_by}
    content = {
        "revision": revision.id,
        "words": dict(words),
        "facts": [
            {
                "id": fact.id,
                "about": fact.about,
                "choose": fact.choose,
                "asked": fact.asked,
                "options": [option.id for option in fact.options],
            }
            for fact in catalog.questions.facts
        ],
        "conditions": {
            condition.id: _condition(condition, locale) for condition in revision.rows.conditions
        },
        "departments": {
            name: department.name.write(locale)
            for name, department in catalog.departments.items()
            if name in used
        },
        "services": [_service(revision, service, locale) for service in revision.services],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _condition(condition: Condition, locale: Literal["zh", "en"]) -> Json:
    words = {"quote": condition.quote.write(locale), "words": condition.words.write(locale)}
    if condition.set_by:
        return {"by": list(condition.set_by), **words}
    return {"fact": condition.fact, "is": list(condition.is_), **words}


def _service(revision: Revision, service: Service, locale: Literal["zh", "en"]) -> Json:
    return {
        "id": service.id,
        "number": service.number,
        "title": revision.title_of(service).write(locale),
        "pillar": service.pillar,
        "departments": list(service.departments),
        "audience": export_criterion(revision.audiences[service.audience].criterion),
        "clauses": [
            {
                "id": clause.id,
                "title": clause.title.write(locale),
                "how": clause.how,
                "criterion": export_criterion(clause.criterion),
            }
            for clause in service.clauses
        ],
    }
