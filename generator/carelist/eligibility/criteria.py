"""Criteria in three values, and the reasons for each value.

theme/scripts/eligibility/criteria.mjs is this module in JavaScript; both run the same cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from carelist.catalog.rules import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from carelist.catalog.rules import Condition, Criterion, Verdict

Answers: TypeAlias = Mapping[str, tuple[str, ...]]
"""Chosen options by fact; a fact that is missing or has none is unknown."""
Conditions: TypeAlias = Mapping[str, "Condition"]
"""By id."""
Outcome = Literal["met", "failed", "open", "set_by"]

WORST_FIRST: tuple[Verdict, ...] = ("no", "depends", "yes")
"""Kleene's order: `all` takes the first of its parts' values, `any` the last."""
BEST_FIRST: tuple[Verdict, ...] = WORST_FIRST[::-1]
ORDER: dict[Verdict, int] = {value: place for place, value in enumerate(WORST_FIRST)}
VALUES: dict[Outcome, Verdict] = {
    "met": "yes",
    "failed": "no",
    "open": "depends",
    "set_by": "depends",
}
OPPOSITE: dict[Verdict, Verdict] = {"no": "yes", "depends": "depends", "yes": "no"}


class Reason(NamedTuple):
    """What one condition has to do with a verdict."""

    condition: str
    outcome: Outcome
    """`met` and `failed` by an answer, `open` for want of one, `set_by` a department."""
    negated: bool = False
    """Whether the criterion wants the condition not to hold."""


def decide(criterion: Criterion, conditions: Conditions, answers: Answers) -> Verdict:
    """Give the value of a criterion for some answers, by Kleene's strong logic of three values.

    `conditions` hold each condition that it names, `everyone` apart: the check has seen to that.
    """
    if criterion.condition == EVERYONE:
        return "yes"
    if criterion.condition:
        return VALUES[_find_outcome(conditions[criterion.condition], answers)]
    return _join(criterion, {decide(part, conditions, answers) for part in criterion.parts})


def _join(criterion: Criterion, values: Collection[Verdict]) -> Verdict:
    """Give the value of a criterion whose parts have these."""
    if criterion.not_:
        return OPPOSITE[next(iter(values))]
    return next(
        value for value in (WORST_FIRST if criterion.all_ else BEST_FIRST) if value in values
    )


def give_reasons(
    criterion: Criterion, conditions: Conditions, answers: Answers
) -> tuple[Reason, ...]:
    """Give the reasons for a criterion's value alone, as `weigh` finds them."""
    return weigh(criterion, conditions, answers)[1]


def weigh(
    criterion: Criterion, conditions: Conditions, answers: Answers
) -> tuple[Verdict, tuple[Reason, ...]]:
    """Give a criterion's value with its reasons, each once, in the order of its conditions."""
    value, reasons = _weigh(criterion, conditions, answers, negated=False)
    return value, tuple(dict.fromkeys(reasons))


def _weigh(
    criterion: Criterion, conditions: Conditions, answers: Answers, *, negated: bool
) -> tuple[Verdict, list[Reason]]:
    """Give the value, and the reasons of the parts that it rests on.

    A part of another value matters only to an `all` that has not failed: every part had its say.
    """
    name = criterion.condition
    if name == EVERYONE:
        return "yes", []
    if name:
        outcome = _find_outcome(conditions[name], answers)
        return VALUES[outcome], [Reason(name, outcome, negated)]
    turned = negated != bool(criterion.not_)
    weighed = [_weigh(part, conditions, answers, negated=turned) for part in criterion.parts]
    value = _join(criterion, {part for part, _ in weighed})
    whole = bool(criterion.not_) or (bool(criterion.all_) and value != "no")
    return value, [r for part, reasons in weighed if whole or part == value for r in reasons]


def list_told(reasons: Iterable[Reason], conditions: Conditions) -> tuple[Reason, ...]:
    """List the reasons that are told beside each other; listTold of check/reporting.mjs is this.

    What is open under the same words of the notice is told once; what a department decides always,
    as it may be a way round what is open. That an answer meets words on which a department decides
    is not told: whether a child is "eligible" or "in difficulty" is not ticked beside the line
    which says who decides just that.
    """
    given = tuple(reasons)
    quotes = {r.condition: conditions[r.condition].quote.source for r in given}
    decided = [quotes[r.condition] for r in given if r.outcome == "set_by"]
    seen: set[str] = set()
    told = []
    for reason in given:
        quote = quotes[reason.condition]
        if reason.outcome == "open":
            is_told = quote not in seen
            seen.add(quote)
        else:
            is_told = reason.outcome != "met" or not any(quote in words for words in decided)
        if is_told:
            told.append(reason)
    return tuple(told)


def _find_outcome(condition: Condition, answers: Answers) -> Outcome:
    if condition.set_by:
        return "set_by"
    chosen = answers.get(condition.fact or "", ())
    if not chosen:
        return "open"
    return "failed" if set(chosen).isdisjoint(condition.is_) else "met"
