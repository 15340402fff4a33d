"""The rules in words: what every clause asks for, on which words of the notice, with examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.criteria import read_profile
from carelist.catalog.rules import EVERYONE
from carelist.catalog.unwritten import is_unwritten
from carelist.site import addresses
from carelist.site.views.check import make_form
from carelist.site.views.results import is_bare, name_departments

if TYPE_CHECKING:
    from carelist.catalog.records import Service
    from carelist.catalog.rules import Criterion, Examples, Verdict
    from carelist.site.desk import Desk
    from carelist.site.parts import Link, PillarTag
    from carelist.site.speaking import Said
    from carelist.site.views.check import QuestionPart


class RulePart(NamedTuple):
    """A criterion in words: a condition, or how its parts are joined."""

    label: str
    """Who decides it, or how the parts are joined; empty for what is answered."""
    words: Said | None
    """None where they are those of the list, which are quoted."""
    quote: Said | None
    parts: tuple[RulePart, ...] = ()


class ExamplePart(NamedTuple):
    """A profile in words with the verdict that it gets."""

    verdict: Verdict
    label: str
    answers: str


class ClauseRule(NamedTuple):
    """The rule of one clause, besides that of the audience."""

    id: str
    title: Said
    rule: RulePart
    examples: tuple[ExamplePart, ...]


class ServiceRule(NamedTuple):
    """The rules of one service."""

    id: str
    number: int
    title: Said
    href: str
    audience: Said | None
    rule: RulePart
    clauses: tuple[ClauseRule, ...]


class RuleSection(NamedTuple):
    """The rules of a pillar's services, or of all services of a list without pillars."""

    tag: PillarTag | None
    services: tuple[ServiceRule, ...]


class RulesView(NamedTuple):
    """Every rule of the list."""

    sections: tuple[RuleSection, ...]
    questions: tuple[QuestionPart, ...]
    """With what each answer opens."""
    for_all: tuple[Link, ...]
    """Services with something for everyone."""
    check_href: str


def make_rules(desk: Desk) -> RulesView:
    """The page of all rules."""
    sections = tuple(
        _make_section(desk, desk.pillar_tag(name), desk.index.by_pillar[name])
        for name in desk.catalog.pillars
    ) or (_make_section(desk, None, desk.revision.services),)
    form = make_form(desk)
    questions = (*form.plain, *form.sensitive)
    return RulesView(sections, questions, form.for_all, desk.links.page(addresses.CHECK))


def _make_section(desk: Desk, tag: PillarTag | None, services: tuple[Service, ...]) -> RuleSection:
    return RuleSection(tag, tuple(_make_service(desk, service) for service in services))


def make_rule(desk: Desk, criterion: Criterion) -> RulePart:
    """Put a criterion into words."""
    if criterion.condition == EVERYONE:
        return RulePart(desk.words.rule_everyone, None, None)
    if is_unwritten(criterion):
        return RulePart(desk.words.rule_unwritten, None, None)
    if criterion.condition:
        condition = desk.revision.conditions[criterion.condition]
        label = desk.words.outcome_set_by.format(departments=name_departments(desk, condition))
        words, quote = desk.say(condition.words), desk.say(condition.quote)
        own = None if is_bare(words, quote) else words
        return RulePart(label if condition.set_by else "", own, quote)
    parts = tuple(make_rule(desk, part) for part in criterion.parts)
    if criterion.not_:
        return RulePart(desk.words.rule_not, None, None, parts)
    return RulePart(
        desk.words.rule_all if criterion.all_ else desk.words.rule_any, None, None, parts
    )


def _make_service(desk: Desk, service: Service) -> ServiceRule:
    return ServiceRule(
        service.id,
        service.number,
        desk.title_of(service),
        desk.links.page(addresses.service(service.id)),
        desk.say(desk.revision.people_of(service)),
        make_rule(desk, desk.revision.criterion_of(service)),
        tuple(
            ClauseRule(
                clause.id,
                desk.say(clause.title),
                make_rule(desk, clause.criterion),
                make_examples(desk, clause.examples),
            )
            for clause in service.clauses
        ),
    )


def make_examples(desk: Desk, examples: Examples) -> tuple[ExamplePart, ...]:
    """Put the examples of a rule into words."""
    return tuple(
        ExamplePart(verdict, desk.words[f"verdict_{verdict}"], _write_profile(desk, profile))
        for verdict, _, profile in examples.listed()
    )


def _write_profile(desk: Desk, profile: str) -> str:
    facts = {fact.id: fact for fact in desk.catalog.questions.facts}
    words, answers = desk.words, []
    for name, chosen in read_profile(profile).items():
        labels = [desk.write(o.label) for o in facts[name].options if o.id in chosen]
        answers.append(
            f"{desk.write(facts[name].name)}{words.colon}{words.list_comma.join(labels)}"
        )
    return words.answer_stop.join(answers) or words.nothing_answered
