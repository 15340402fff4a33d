"""Criteria in three values, and the reasons for each value.

docs/scripts/eligibility/criteria.mjs is this module in JavaScript; both run the same cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from generator.catalog.rules import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.rules import Condition, Criterion, Verdict

Answers: TypeAlias = Mapping[str, tuple[str, ...]]
"""Chosen options by fact; a fact that is missing or has none is unknown."""
Conditions: TypeAlias = Mapping[str, "Condition"]
Outcome = Literal["met", "failed", "open", "set-by"]

ORDER: dict[Verdict, int] = {"no": 0, "depends": 1, "yes": 2}
"""Kleene's order: `all` takes the least of its parts, `any` the greatest."""
VALUES: dict[Outcome, Verdict] = {
    "met": "yes",
    "failed": "no",
    "open": "depends",
    "set-by": "depends",
}
OPPOSITE: dict[Verdict, Verdict] = {"no": "yes", "depends": "depends", "yes": "no"}


@dataclass(frozen=True)
class Reason:
    """What one condition has to do with a verdict."""

    condition: str
    outcome: Outcome
    """`met` and `failed` by an answer, `open` for want of one, `set-by` a department."""
    negated: bool = False
    """Whether the criterion wants the condition not to hold."""


def decide(criterion: Criterion, conditions: Conditions, answers: Answers) -> Verdict:
    """Give the value of a criterion for some answers."""
    if criterion.condition:
        return _decide_condition(criterion.condition, conditions, answers)
    values = (decide(part, conditions, answers) for part in criterion.parts)
    if criterion.not_:
        return OPPOSITE[next(values)]
    return (min if criterion.all_ else max)(values, key=ORDER.__getitem__)


def _decide_condition(name: str, conditions: Conditions, answers: Answers) -> Verdict:
    return "yes" if name == EVERYONE else VALUES[_find_outcome(conditions[name], answers)]


def give_reasons(
    criterion: Criterion, conditions: Conditions, answers: Answers
) -> tuple[Reason, ...]:
    """Give the reasons for a criterion's value, each once, in the order of its conditions."""
    return tuple(dict.fromkeys(_list_reasons(criterion, conditions, answers, negated=False)))


def _list_reasons(
    criterion: Criterion, conditions: Conditions, answers: Answers, *, negated: bool
) -> Iterator[Reason]:
    """Yield the reasons of the parts that the value rests on.

    A part of another value matters only to an `all` that has not failed: every part had its say.
    """
    if criterion.condition:
        if criterion.condition != EVERYONE:
            outcome = _find_outcome(conditions[criterion.condition], answers)
            yield Reason(criterion.condition, outcome, negated)
        return
    value = decide(criterion, conditions, answers)
    whole = bool(criterion.not_) or (bool(criterion.all_) and value != "no")
    for part in criterion.parts:
        if whole or decide(part, conditions, answers) == value:
            turned = negated != bool(criterion.not_)
            yield from _list_reasons(part, conditions, answers, negated=turned)


def _find_outcome(condition: Condition, answers: Answers) -> Outcome:
    if condition.set_by:
        return "set-by"
    chosen = answers.get(condition.fact or "", ())
    if not chosen:
        return "open"
    return "failed" if set(chosen).isdisjoint(condition.is_) else "met"
