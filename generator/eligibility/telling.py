"""Verdicts for people at a terminal, and as JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.catalog.messages import Words
from generator.eligibility.clashes import find_clashes
from generator.eligibility.groups import find_group
from generator.eligibility.questions import open_questions
from generator.eligibility.verdicts import decide_services

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.problems import Language
    from generator.catalog.revision import Catalog
    from generator.catalog.texts import Text
    from generator.eligibility.criteria import Answers, Outcome, Reason
    from generator.eligibility.groups import Group
    from generator.eligibility.verdicts import ClauseVerdict, ServiceVerdict

HEADINGS: dict[Group, Words] = {
    "yes": Words("According to the {revision} list, this fits:", "按 {revision} 年版清单，适合："),
    "depends": Words("This may fit; ask:", "也许适合，问一问："),
    "public": Words("Work of departments:", "部门的工作："),
    "no": Words("This does not fit:", "不适合："),
}
OUTCOMES: dict[Outcome, Words] = {
    "met": Words("answered: {words} (“{quote}”)", "已符合：{words}（“{quote}”）"),
    "failed": Words("not so: {words} (“{quote}”)", "不符合：{words}（“{quote}”）"),
    "open": Words("also depends on this: {words} (“{quote}”)", "还要看：{words}（“{quote}”）"),
    "set-by": Words(
        "{departments} decides {words} (the list says only “{quote}”)",
        "由{departments}认定{words}（清单只写“{quote}”）",
    ),
}
NEGATED = Words("must not be: ", "不能是：")
CLASH = Words(
    "Look again, there may be a slip ({facts}): {words}",
    "请再看看，可能写错了（{facts}）：{words}",
)
NEXT = Words("Next question: {question} ({fact})", "下一个问题：{question}（{fact}）")


def tell_family(catalog: Catalog, answers: Answers, language: Language) -> Iterator[str]:
    """Yield lines: what may be a slip, services by group with their reasons, the next question."""
    teller = _Teller(catalog, language)
    for clash in find_clashes(catalog.questions, answers):
        facts = ", ".join(clash.list_facts())
        yield teller.say(CLASH, facts=facts, words=teller.write(clash.words))
    verdicts = decide_services(catalog.latest, answers)
    for group, heading in HEADINGS.items():
        found = [service for service in verdicts if find_group(service.clauses) == group]
        if found:
            yield teller.say(heading, revision=catalog.latest.id)
        for service in found:
            yield from teller.tell_service(service)
    questions = open_questions(catalog.latest, catalog.questions, answers)
    for fact in catalog.questions.facts:
        if questions and fact.id == questions[0].fact:
            yield teller.say(NEXT, question=teller.write(fact.question), fact=fact.id)


def export_family(catalog: Catalog, answers: Answers, language: Language) -> str:
    """Give the verdicts as JSON, with the reasons in one language."""
    teller = _Teller(catalog, language)
    questions = open_questions(catalog.latest, catalog.questions, answers)
    content = {
        "revision": catalog.latest.id,
        "answers": {fact: list(options) for fact, options in answers.items()},
        "clashes": [
            {"facts": list(clash.list_facts()), "words": teller.write(clash.words)}
            for clash in find_clashes(catalog.questions, answers)
        ],
        "services": [
            teller.export_service(service) for service in decide_services(catalog.latest, answers)
        ],
        "open_questions": [question._asdict() for question in questions],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


class _Teller:
    """Tells verdicts in one language."""

    def __init__(self, catalog: Catalog, language: Language) -> None:
        self.catalog = catalog
        self.revision = catalog.latest
        self.language = language

    def say(self, pattern: Words, **values: str) -> str:
        return (pattern.zh if self.language == "zh" else pattern.en).format(**values)

    def write(self, text: Text) -> str:
        return text.write(self.language)

    def tell_service(self, service: ServiceVerdict) -> Iterator[str]:
        yield f"  {service.service.number} {self.write(self.revision.title_of(service.service))}"
        for part in service.clauses:
            yield f"     {part.verdict:<8}{self.write(part.clause.title)}"
            for reason in part.reasons:
                yield f"             {self.tell_reason(reason)}"

    def tell_reason(self, reason: Reason) -> str:
        condition = self.revision.conditions[reason.condition]
        told = self.say(
            OUTCOMES[reason.outcome],
            words=self.write(condition.words),
            quote=self.write(condition.quote),
            departments=self._name_departments(condition.set_by),
        )
        return (self.say(NEGATED) if reason.negated else "") + told

    def _name_departments(self, ids: tuple[str, ...]) -> str:
        names = [self.write(self.catalog.departments[name].name) for name in ids]
        return ("、" if self.language == "zh" else ", ").join(names)

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
