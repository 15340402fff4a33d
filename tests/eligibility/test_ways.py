"""In how many ways a question can meet conditions: all of them, and never more than are told."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.rules import Fact
from carelist.eligibility.inspecting import inspect_list
from carelist.eligibility.questions import MOST_WAYS, list_ways

from tests.eligibility.twins import list_possible
from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from pathlib import Path

TEXT = {"zh": "需要"}
TOO_WIDE = (
    "the conditions of this rule, with its audience's, can be met in 4097 ways or more; "
    "expected at most 4096: where several conditions ask the same question, write one, with all "
    "their options under 'is'"
)
TOO_WIDE_ZH = (
    "这条规则连同服务对象的条件，有至少 4097 种符合的组合；最多 4096 种："
    "同一个问题的几个条件，请合成一条，选项一起写进“is”"
)


def make_fact(options: list[str], choose: str = "several") -> Fact:
    """Make a question with these options."""
    texts = {"name": TEXT, "question": TEXT, "why": TEXT}
    listed = [{"id": option, "label": TEXT} for option in options]
    kind = {"id": "need", "about": "family", "choose": choose, "asked": "plainly"}
    return Fact.model_validate({**kind, **texts, "options": listed})


def try_all(fact: Fact, sets: list[set[str]]) -> list[tuple[str, ...]]:
    """The first answer of all possible ones for each way to meet the sets."""
    ways: dict[tuple[bool, ...], tuple[str, ...]] = {}
    for chosen in list_possible(fact):
        ways.setdefault(tuple(not options.isdisjoint(chosen) for options in sets), chosen)
    return list(ways.values()) if sets else []


def test_the_ways_are_those_of_all_answers() -> None:
    """The same answers in the same order as where all are tried, `none` wherever it stands."""
    draw = random.Random(15)
    for _ in range(400):
        options = [f"o{number}" for number in range(draw.randint(1, 6))]
        if draw.random() < 0.5:
            options.insert(draw.randint(0, len(options)), "none")
        fact = make_fact(options, draw.choice(["one", "several", "several"]))
        sets = [
            {option for option in options if draw.random() < draw.choice([0.2, 0.5])}
            for _ in range(draw.randint(0, 5))
        ]
        assert list_ways(fact, sets) == try_all(fact, sets), (options, sets)


def test_many_options_are_few_ways() -> None:
    """What no condition tells apart makes no more ways, however many options there are."""
    options = [f"o{number}" for number in range(1000)]
    sets = [set(options[start::3]) for start in range(3)]
    ways = list_ways(make_fact(options), sets)
    assert ways[:3] == [("o0",), ("o1",), ("o2",)]
    assert [len(chosen) for chosen in ways] == [1, 1, 1, 2, 2, 2, 3]


def test_no_more_ways_are_listed_than_are_told() -> None:
    """With a condition for each of 60 options, the list ends one behind the limit."""
    options = [f"o{number}" for number in range(60)]
    assert len(list_ways(make_fact(options), [{option} for option in options])) == MOST_WAYS + 1


def ask_of_many(folder: Path, count: int) -> None:
    """Give a rule of the list one condition more for each of many options of one question."""
    names = [f"o{number}" for number in range(count)]
    options = "".join(f"      - {{id: {name}, label: {{zh: 需要}}}}\n" for name in names)
    words = "quote: {zh: 困难}, words: {zh: 困难}"
    conditions = "".join(f"  - {{id: {n}, fact: need, is: [{n}], {words}}}\n" for n in names)
    rule = f"criterion: {{any: [in-difficulty, {', '.join(names)}]}}\n"
    services = folder / "revisions" / "2031" / "services.yml"
    for path, place, more in (
        (folder / "questions.yml", "      - id: money\n", options),
        (services, "  - id: in-difficulty\n", conditions),
        (services, "criterion: in-difficulty\n", rule),
    ):
        text = path.read_text(encoding="utf-8")
        kept = place if place.startswith(" ") else ""
        path.write_text(text.replace(place, more + kept, 1), encoding="utf-8")


@pytest.mark.parametrize(("count", "is_told"), [(11, False), (12, True), (40, True)])
def test_a_rule_that_can_be_met_in_too_many_ways_is_told(
    count: int, lakeside: Path, *, is_told: bool
) -> None:
    """The message names the value, the limit, and what can be written instead."""
    ask_of_many(lakeside, count)
    problems = inspect_list(lakeside).problems
    told = [problem for problem in problems if not problem.is_translation]
    assert [problem.message(EN) for problem in told] == is_told * [TOO_WIDE]
    assert [problem.message(ZH) for problem in told] == is_told * [TOO_WIDE_ZH]
