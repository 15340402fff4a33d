"""What a service is found and filtered by that its list says by rules: ages, grades, numbers."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.rules import join_criteria
from carelist.eligibility.criteria import decide, weigh
from carelist.search.constants import MEANT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from carelist.catalog.records import Service
    from carelist.catalog.revision import Catalog, Revision
    from carelist.catalog.rules import Criterion, Fact, Questions

Answers = dict[str, tuple[str, ...]]
FIRMLY = 3
"""How often a number is said that the audience itself names; a clause names it once or twice."""


class Facts(NamedTuple):
    """What the search asks of a service, in any locale."""

    ages: tuple[str, ...]
    """The answers to the question of age with which somebody may have it."""
    numbers: tuple[str, ...]


def find_facts(
    catalog: Catalog, service: Service, answers: Mapping[str, Sequence[Answers]]
) -> Facts:
    """Find the facts of a service; `answers` are those of `list_answers` at each age."""
    ages = (age for age, some in answers.items() if _is_open_to(catalog.latest, service, some))
    return Facts(tuple(ages), list_numbers(catalog, service))


def _is_open_to(revision: Revision, service: Service, answers: Sequence[Answers]) -> bool:
    """Whether somebody may have a service by one of some answers."""
    return any(
        decide(rule, revision.conditions, one) != "no"
        for one in answers
        for rule in revision.rules[service.id]
    )


def list_answers(questions: Questions) -> dict[str, tuple[Answers, ...]]:
    """List at each age all that somebody may answer to the questions that hang on age.

    Nobody of two is at senior high, so a service for those who are is not for a child of two.
    """
    ages = questions.age.options if questions.age else ()
    return {option.id: tuple(_list_answers_at(questions, option.id)) for option in ages}


def _list_answers_at(questions: Questions, age: str) -> Iterator[Answers]:
    own = {questions.age.id: [age]} if questions.age else {}
    fitting = own | {
        fact.id: [option.id for option in fact.options if not option.ages or age in option.ages]
        for fact in questions.facts
        if any(option.ages for option in fact.options)
    }
    asked = {fact: options for fact, options in fitting.items() if options}
    for answers in product(*asked.values()):
        yield {fact: (answer,) for fact, answer in zip(asked, answers, strict=True)}


def list_numbers(catalog: Catalog, service: Service) -> tuple[str, ...]:
    """Give the numbers of a service as terms, or as a span of them: `9项`, `0-6岁`, `12356`.

    An age is named where an answer of that age meets a condition that a rule rests on; the
    question of age is the one of which all options are ages. A grade is named in the same way, by
    the options that have grades.
    """
    numbers = [f"{service.number}{MEANT['item']}", f"{catalog.latest.id}{MEANT['year']}"]
    for fact in catalog.questions.facts:
        for span, option in _list_spans(fact):
            numbers += [span] * _count_naming(catalog, service, fact, option)
    for hotline in catalog.hotlines:
        if service.id in hotline.services or {*hotline.departments} & {*service.departments}:
            numbers += [hotline.number] * (1 + (service.id in hotline.services))
    return tuple(numbers)


def spread(numbers: tuple[str, ...]) -> Iterator[str]:
    """Yield every term of some numbers: those between the ends of a span too."""
    for number in numbers:
        first, dash, rest = number.partition("-")
        if dash:
            last, measure = rest[:-1], rest[-1]
            yield from (f"{one}{measure}" for one in range(int(first), int(last) + 1))
        else:
            yield number


def _list_spans(fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield the options of a fact that are ages or have grades, with what they span."""
    for option in fact.options:
        if fact.is_age:
            yield f"{option.id}{MEANT['age']}", option.id
        elif option.grades:
            yield f"{option.grades}{MEANT['grade']}", option.id


def _count_naming(catalog: Catalog, service: Service, fact: Fact, option: str) -> int:
    """Count how firmly a service names an option: by its audience, or by a clause for everyone."""
    audience = catalog.latest.criterion_of(service)
    if _names(catalog, audience, fact, option):
        return FIRMLY
    wholes = (join_criteria(audience, clause.criterion) for clause in service.clauses)
    if any(_names(catalog, whole, fact, option) for whole in wholes):
        return 1 + (audience.condition == "everyone")
    return 0


def _names(catalog: Catalog, criterion: Criterion, fact: Fact, option: str) -> bool:
    """Whether a rule rests on a condition that an option meets."""
    conditions = catalog.latest.conditions
    verdict, reasons = weigh(criterion, conditions, {fact.id: (option,)})
    return verdict != "no" and any(
        reason.outcome == "met"
        and not reason.negated
        and conditions[reason.condition].fact == fact.id
        for reason in reasons
    )
