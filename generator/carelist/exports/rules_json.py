"""The rules in the published list: what is asked, conditions in words, criteria over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelist.catalog.unwritten import is_unwritten

if TYPE_CHECKING:
    from carelist.catalog.rules import Condition, Criterion, Fact
    from carelist.exports import shapes

Json = dict[str, Any]


def export_written(criterion: Criterion) -> str | Json | None:
    """Give a criterion that somebody has written; None where nobody has."""
    return None if is_unwritten(criterion) else export_criterion(criterion)


def export_criterion(criterion: Criterion) -> str | Json:
    """Give a criterion as YAML writes it: a condition's id, or `all`, `any`, `not`."""
    if criterion.condition:
        return criterion.condition
    if criterion.not_:
        return {"not": export_criterion(criterion.not_)}
    key = "all" if criterion.all_ else "any"
    return {key: [export_criterion(part) for part in criterion.parts]}


def export_fact(fact: Fact) -> shapes.Question:
    """Give a question with its options."""
    return {
        "id": fact.id,
        "about": fact.about,
        "choose": fact.choose,
        "asked": "with-care" if fact.is_sensitive else "plainly",  # as it was published first
        "name": fact.name,
        "question": fact.question,
        "why": fact.why,
        "options": [{"id": option.id, "label": option.label} for option in fact.options],
    }


def export_condition(condition: Condition) -> shapes.Condition:
    """Give a condition: a fact with the options that meet it, or the departments that decide it."""
    return {
        "id": condition.id,
        "fact": condition.fact,
        "is": list(condition.is_),
        "set_by": list(condition.set_by),
        "quote": condition.quote,
        "words": condition.words,
    }
