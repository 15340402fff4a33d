"""Verdicts for people at a terminal, and as JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, get_args

from carelist.eligibility.clashes import find_clashes
from carelist.eligibility.criteria import list_told
from carelist.eligibility.groups import Group, find_group
from carelist.eligibility.questions import open_questions
from carelist.eligibility.verdicts import decide_services

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.revision import Catalog
    from carelist.catalog.texts import Text
    from carelist.eligibility.criteria import Answers, Reason
    from carelist.eligibility.verdicts import ClauseVerdict, ServiceVerdict
    from carelist.speech.locales import Locale

GROUPS: tuple[Group, ...] = get_args(Group)


def tell_family(catalog: Catalog, answers: Answers, language: Locale) -> Iterator[str]:
    """Yield lines: what may be a slip, services by group with their reasons, the next question."""
    report = _Report(catalog, language)
    for clash in find_clashes(catalog.questions, answers):
        facts = ", ".join(clash.list_facts())
        yield report.words.fill("clash", facts=facts, words=report.write(clash.words))
    verdicts = decide_services(catalog.latest, answers)
    for group in GROUPS:
        found = [service for service in verdicts if find_group(service.clauses) == group]
        if found:
            yield report.words.fill(f"heading_{group}", revision=catalog.latest.id)
        for service in found:
            yield from report.tell_service(service)
    questions = open_questions(catalog.latest, catalog.questions, answers)
    for fact in catalog.questions.facts:
        if questions and fact.id == questions[0].fact:
            yield report.words.fill("next", question=report.write(fact.question), fact=fact.id)


def export_family(catalog: Catalog, answers: Answers, language: Locale) -> str:
    """Give the verdicts as JSON, with the reasons in one language."""
    report = _Report(catalog, language)
    questions = open_questions(catalog.latest, catalog.questions, answers)
    content = {
        "revision": catalog.latest.id,
        "answers": {fact: list(options) for fact, options in answers.items()},
        "clashes": [
            {"facts": list(clash.list_facts()), "words": report.write(clash.words)}
            for clash in find_clashes(catalog.questions, answers)
        ],
        "services": [
            report.export_service(service) for service in decide_services(catalog.latest, answers)
        ],
        "open_questions": [question._asdict() for question in questions],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


class _Report:
    """What the verdicts of a family are called in one locale, on lines and in JSON alike."""

    def __init__(self, catalog: Catalog, locale: Locale) -> None:
        self.catalog = catalog
        self.revision = catalog.latest
        self.locale = locale
        self.words = locale.words("verdicts")

    def write(self, text: Text) -> str:
        return text.write(self.locale)

    def tell_service(self, service: ServiceVerdict) -> Iterator[str]:
        yield f"  {service.service.number} {self.write(self.revision.title_of(service.service))}"
        for part in service.clauses:
            yield f"     {part.verdict:<8}{self.write(part.clause.title)}"
            for reason in list_told(part.reasons, self.revision.conditions):
                yield f"             {self.tell_reason(reason)}"

    def tell_reason(self, reason: Reason) -> str:
        condition = self.revision.conditions[reason.condition]
        told = self.words.fill(
            f"outcome_{reason.outcome}",
            words=self.write(condition.words),
            quote=self.write(condition.quote),
            departments=self._name_departments(condition.set_by),
        )
        return (self.words.negated if reason.negated else "") + told

    def _name_departments(self, ids: tuple[str, ...]) -> str:
        names = [self.write(self.catalog.departments[name].name) for name in ids]
        return self.locale.list(names)

    def export_service(self, service: ServiceVerdict) -> dict[str, object]:
        return {
            "id": service.service.id,
            "number": service.service.number,
            "title": self.write(self.revision.title_of(service.service)),
            "verdict": service.verdict,
            "group": find_group(service.clauses),
            "clauses": [self._export_clause(part) for part in service.clauses],
        }

    def _export_clause(self, part: ClauseVerdict) -> dict[str, object]:
        return {
            "id": part.clause.id,
            "title": self.write(part.clause.title),
            "verdict": part.verdict,
            "reasons": [
                {
                    "condition": reason.condition,
                    "outcome": reason.outcome,
                    "negated": reason.negated,
                    "words": self.write(self.revision.conditions[reason.condition].words),
                    "quote": self.write(self.revision.conditions[reason.condition].quote),
                    "departments": list(self.revision.conditions[reason.condition].set_by),
                }
                for reason in part.reasons
            ],
        }
