"""The key of a questionnaire on paper: rules as boxes to compare with those that were ticked.

Kleene's three values are a chain, on which `all` is the least and `any` the greatest: so each of
the two distributes over the other, `not` goes down to the single conditions (De Morgan), and every
rule can be told as ways of needs of boxes, exactly.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from carelist.catalog.rules import EVERYONE
from carelist.eligibility.criteria import ORDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from carelist.catalog.rules import Criterion, Verdict
    from carelist.eligibility.criteria import Conditions


class Boxes(NamedTuple):
    """Answers to one question, any of which is ticked; or what a department decides."""

    fact: str
    """Empty where a department decides: nothing on the sheet tells it."""
    options: frozenset[str] = frozenset()
    negated: bool = False
    """Whether none of them may be ticked, while the question is answered."""


ASK = Boxes("")
"""Left to a department."""

Need: TypeAlias = frozenset[Boxes]
"""Boxes of which one is enough."""
Way: TypeAlias = frozenset[Need]
"""Needs that must all be met; without any, it is for everyone."""
P = TypeVar("P")
Key: TypeAlias = tuple[Way, ...]
"""Ways of which one is enough; without any, it is for nobody."""


def make_key(rule: Criterion, conditions: Conditions) -> Key:
    """Tell a rule as ways of needs of boxes, with none that another makes needless."""
    ways = [
        _leave_out(map(_join_boxes, way), lambda need, other: _is_need_within(other, need))
        for way in _list_ways(rule, conditions, negated=False)
    ]
    least = dict.fromkeys(frozenset(way) for way in ways)
    return tuple(_leave_out(least, _is_way_within))


def find_by_answer(key: Key, fact: str, option: str) -> Verdict:
    """Give the best that an answer leads to by the needs that ask for it.

    The rest of a need is taken as not so, and its way's other needs as met: `yes` where the answer
    meets a need, `depends` where a department may decide in its place, else `no`.
    """
    asked = [need for way in key for need in way if any(boxes.fact == fact for boxes in need)]
    values: list[Verdict] = ["no"]
    for boxes in (boxes for need in asked for boxes in need):
        if boxes == ASK:
            values.append("depends")
        elif boxes.fact == fact and (option in boxes.options) != boxes.negated:
            values.append("yes")
    return max(values, key=ORDER.__getitem__)


def _list_ways(rule: Criterion, conditions: Conditions, *, negated: bool) -> list[Way]:
    if rule.condition:
        if rule.condition == EVERYONE:
            return [] if negated else [frozenset()]
        condition = conditions[rule.condition]
        asked = Boxes(condition.fact or "", frozenset(condition.is_), negated)
        return [frozenset([frozenset([asked if condition.fact else ASK])])]
    if rule.not_:
        return _list_ways(rule.not_, conditions, negated=not negated)
    parts = [_list_ways(part, conditions, negated=negated) for part in rule.parts]
    if bool(rule.all_) != negated:
        return [frozenset[Need]().union(*chosen) for chosen in product(*parts)]
    # Single needs of which one is enough are one need, which is shorter to tell.
    single = [ways[0] for ways in parts if len(ways) == 1 and len(ways[0]) == 1]
    others = [way for ways in parts if len(ways) != 1 or len(ways[0]) != 1 for way in ways]
    joined = frozenset(boxes for way in single for need in way for boxes in need)
    return [frozenset([joined]), *others] if joined else others


def _join_boxes(need: Need) -> Need:
    """Tell boxes of one question together."""
    plain: dict[str, frozenset[str]] = {}
    for boxes in need:
        if boxes.fact and not boxes.negated:
            plain[boxes.fact] = plain.get(boxes.fact, frozenset()) | boxes.options
    others = [boxes for boxes in need if not boxes.fact or boxes.negated]
    joined = [Boxes(fact, options) for fact, options in plain.items()]
    return frozenset(_leave_out([*others, *joined], _are_among))


def _leave_out(parts: Iterable[P], is_needless: Callable[[P, P], bool]) -> list[P]:
    """Leave out each part that is needless beside another."""
    kept = list(dict.fromkeys(parts))
    return [p for p in kept if not any(is_needless(p, other) for other in kept if other != p)]


def _is_way_within(way: Way, other: Way) -> bool:
    """Whether a way is never of a better value than another, whatever is ticked."""
    return all(any(_is_need_within(need, wanted) for need in way) for wanted in other)


def _is_need_within(need: Need, other: Need) -> bool:
    """Whether a need is never of a better value than another, whatever is ticked."""
    return all(any(_are_among(boxes, more) for more in other) for boxes in need)


def _are_among(one: Boxes, other: Boxes) -> bool:
    """Whether boxes are never of a better value than others, whatever is ticked."""
    if (one.fact, one.negated) != (other.fact, other.negated):
        return False
    return one.options >= other.options if one.negated else one.options <= other.options


def name_codes(facts: Sequence[str]) -> dict[str, str]:
    """Give each question the letter that it has on the sheet: A to Z, then AA, AB and so on.

    >>> name_codes(["age", "stage"])
    {'age': 'A', 'stage': 'B'}
    """
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    names = [*letters, *(first + second for first, second in product(letters, letters))]
    return dict(zip(facts, names, strict=False))
