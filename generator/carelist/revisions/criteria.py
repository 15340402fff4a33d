"""What a changed rule means for families: who gains and who loses, found by asking both rules."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.rules import FREE, join_criteria
from carelist.eligibility.criteria import ORDER, decide
from carelist.eligibility.questions import list_ways
from carelist.revisions.family import Family

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.records import Clause, Service
    from carelist.catalog.rules import Condition, Criterion, Fact
    from carelist.revisions.content import Content

Answers = dict[str, tuple[str, ...]]
_MOST_FAMILIES = 65_536
"""So many are asked of two rules; each alone tells at most 4,096 apart."""


class ClauseRule(NamedTuple):
    """The whole rule of a clause in one revision."""

    criterion: Criterion
    conditions: dict[str, Condition]

    @property
    def used(self) -> list[Condition]:
        """The conditions that it is made of."""
        names = self.criterion.list_conditions()
        return [self.conditions[name] for name in names if name in self.conditions]


class Shift(NamedTuple):
    """A family that gains most by a change of rule, and one that loses most."""

    gained: Family | None
    lost: Family | None


def read_rule(content: Content, service: Service, clause: Clause) -> ClauseRule:
    """Give the rule of a clause: to be of the audience, and to meet the clause's own criterion."""
    audience = content.audiences.get(service.audience or "")
    rule = join_criteria(audience.criterion if audience else FREE, clause.criterion)
    return ClauseRule(rule, content.rows.named_conditions)


def find_shift(before: ClauseRule, after: ClauseRule, facts: Iterable[Fact]) -> Shift:
    """Ask both rules for every family that they can tell apart."""
    if _say(before) == _say(after):
        return Shift(None, None)
    gains: dict[int, Family] = {}
    for answers in _list_families((*before.used, *after.used), facts):
        then = decide(before.criterion, before.conditions, answers)
        now = decide(after.criterion, after.conditions, answers)
        gains.setdefault(ORDER[now] - ORDER[then], Family(tuple(answers.items()), then, now))
    most, least = max(gains), min(gains)
    return Shift(
        _shorten(gains[most], before, after) if most > 0 else None,
        _shorten(gains[least], before, after) if least < 0 else None,
    )


def _shorten(family: Family, before: ClauseRule, after: ClauseRule) -> Family:
    """Leave out the answers without which the verdicts are the same."""
    answers = dict(family.answers)
    for fact in list(answers):
        fewer = {name: chosen for name, chosen in answers.items() if name != fact}
        then = decide(before.criterion, before.conditions, fewer)
        now = decide(after.criterion, after.conditions, fewer)
        if (then, now) == (family.before, family.after):
            answers = fewer
    return Family(tuple(answers.items()), family.before, family.after)


def _say(rule: ClauseRule) -> tuple[str, ...]:
    """Write out all that decides about a rule's value."""
    used = (f"{c.id} {c.fact} {c.is_} {bool(c.set_by)}" for c in rule.used)
    return (rule.criterion.model_dump_json(), *used)


def _list_families(conditions: tuple[Condition, ...], facts: Iterable[Fact]) -> Iterator[Answers]:
    """Yield one family for each way in which the conditions can be met and missed together."""
    spaces: dict[str, list[tuple[str, ...]]] = {}
    for fact in facts:
        sets = [set(condition.is_) for condition in conditions if condition.fact == fact.id]
        if ways := list_ways(fact, sets):
            spaces[fact.id] = ways
    for given in islice(product(*spaces.values()), _MOST_FAMILIES):
        yield dict(zip(spaces, given, strict=True))
