"""The numbers that a service has by the rules of its list: its own, ages, grades, telephones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.rules import join_criteria
from carelist.eligibility.criteria import weigh
from carelist.search.constants import MEANT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import Service
    from carelist.catalog.revision import Catalog
    from carelist.catalog.rules import Criterion, Fact

FIRMLY = 3
"""How often a number is said that the audience itself names; a clause names it once or twice."""


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
