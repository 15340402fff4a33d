"""The rules of the synthetic list: ages for audiences, and what departments decide for clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.city import name_age
from bench.phrases import AGES, CONDITIONS, make_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.catalog.yaml_writing import Value

    from bench.phrases import Words


def make_audience_rule(index: int) -> dict[str, Value]:
    """The rule of an audience, which names an age."""
    age = name_age(index % len(AGES))
    return {"criterion": age, "examples": {"yes": [f"age={age}"]}}


def make_clause_rule(condition: Words | None) -> dict[str, Value]:
    """The rule of a clause under a condition, or under none."""
    if condition is None:
        return {"criterion": "everyone"}
    return {"criterion": _name(condition), "examples": {"depends": ["nothing"]}}


def list_conditions(clauses: Iterable[Value]) -> list[Value]:
    """The conditions of ages, and those that the clauses use."""
    used = {clause["criterion"] for clause in clauses if isinstance(clause, dict)}
    ages: list[Value] = [
        {
            "id": name_age(index),
            "fact": "age",
            "is": [name_age(index)],
            "quote": make_text(*age),
            "words": make_text(f"孩子{age.zh}", f"the child is {age.en}"),
        }
        for index, age in enumerate(AGES)
    ]
    return ages + [
        {
            "id": _name(condition),
            "set_by": ["civil-affairs"],
            "quote": make_text(*condition),
            "words": make_text(f"属于{condition.zh}", f"to be among {condition.en}"),
        }
        for condition in CONDITIONS
        if _name(condition) in used
    ]


def _name(condition: Words) -> str:
    return f"condition-{CONDITIONS.index(condition) + 1}"
