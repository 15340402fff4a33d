"""The key of the questionnaire on paper says what the rules say."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.rules import Condition, Criterion
from carelist.eligibility.criteria import ORDER, decide
from carelist.eligibility.inspecting import load_list
from carelist.eligibility.key import find_by_answer, make_key, name_codes
from carelist.eligibility.verdicts import list_ruled_clauses

from tests.eligibility.test_twins import list_spaces
from tests.eligibility.twins import read_answers
from tests.site.building import CATALOG, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.catalog.revision import Catalog
    from carelist.catalog.rules import Verdict
    from carelist.eligibility.criteria import Answers
    from carelist.eligibility.key import Boxes, Key

WORST_FIRST: tuple[Verdict, ...] = ("no", "depends", "yes")
CITIES = [CATALOG, *(ROOT / "tests" / "cities" / city for city in ("clearwater", "lakeside"))]
MOST = 3_000
"""Answers that one rule is held against."""


def name_condition(name: str) -> Condition:
    """A condition by its name: `a1` and `a12` are answers to a question, `ask` is none."""
    text = {"zh": "字", "en": "word", "digest": "00000000"}
    own = {"set_by": ["x"]} if name == "ask" else {"fact": name[0], "is": list(name[1:])}
    return Condition.model_validate({"id": name, "quote": text, "words": text, **own})


CONDITIONS = {name: name_condition(name) for name in ("a1", "a2", "a12", "b1", "c1", "ask")}


def make(rule: object) -> Key:
    """The key of a rule over these conditions."""
    return make_key(Criterion.model_validate(rule), CONDITIONS)


def read(key: Key, answers: Answers) -> Verdict:
    """Compare by hand what is ticked with a key."""
    return max(
        (
            min((read_need(need, answers) for need in way), key=ORDER.__getitem__, default="yes")
            for way in key
        ),
        key=ORDER.__getitem__,
        default="no",
    )


def read_need(need: frozenset[Boxes], answers: Answers) -> Verdict:
    """Compare what is ticked with a need: one box is enough."""
    return max((read_boxes(boxes, answers) for boxes in need), key=ORDER.__getitem__)


def read_boxes(boxes: Boxes, answers: Answers) -> Verdict:
    """Nothing ticked in a question leaves it open."""
    ticked = set(answers.get(boxes.fact, ()))
    if not ticked:
        return "depends"
    return "yes" if ticked.isdisjoint(boxes.options) == boxes.negated else "no"


@pytest.mark.parametrize("folder", CITIES, ids=lambda folder: folder.name)
def test_every_rule_is_told_exactly(folder: Path) -> None:
    """Whatever is answered, and whatever is left empty."""
    catalog = load_list(folder)
    conditions = catalog.latest.conditions
    for service, clause, rule in list_ruled_clauses(catalog.latest):
        key = make_key(rule, conditions)
        for given in islice(list_spaces(rule, catalog), MOST):
            answers = read_answers(given)
            expected = decide(rule, conditions, answers)
            assert read(key, answers) == expected, (service.id, clause.id, answers)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("everyone", "all"),
        ("ask", "?"),
        ({"not": "ask"}, "?"),
        ({"not": "everyone"}, "none"),
        ({"any": ["a1", "a2"]}, "a12"),
        ({"any": ["a1", "b1", "ask"]}, "a1/b1/?"),
        ({"all": ["a1", {"any": ["a1", "ask"]}]}, "a1"),
        ({"all": ["a1", "a12"]}, "a1"),
        ({"any": ["a1", {"all": ["a12", "b1"]}]}, "a1 or a12+b1"),
        ({"any": ["a12", {"all": ["a1", "b1"]}]}, "a12"),
        ({"any": ["a1", "everyone"]}, "all"),
        ({"not": {"any": ["a1", {"not": "b1"}]}}, "b1+not a1"),
        ({"not": {"all": ["a1", "a12"]}}, "not a1"),
        ({"all": [{"not": "a1"}, {"not": "a12"}]}, "not a12"),
        ({"all": [{"any": ["a1", "b1"]}, {"any": ["a1", "c1"]}]}, "a1/b1+a1/c1"),
    ],
)
def test_a_key_has_nothing_needless(rule: object, told: str) -> None:
    """What another part makes sure of is not told."""
    assert tell(make(rule)) == told


def tell(key: Key) -> str:
    """A key on one line."""
    ways = ["+".join(sorted(map(tell_need, way))) or "all" for way in key]
    return " or ".join(sorted(ways)) or "none"


def tell_need(need: frozenset[Boxes]) -> str:
    """A need in a few signs."""
    told = [
        "not " * boxes.negated + (boxes.fact or "?") + "".join(sorted(boxes.options))
        for boxes in need
    ]
    return "/".join(sorted(told, key=lambda sign: (sign == "?", sign)))


def test_an_answer_leads_where_a_need_asks_for_it_or_a_department_may_decide() -> None:
    """So "not yet" leads to what can be had on another basis, and "none" to nothing."""
    key = make({"all": [{"any": ["a1", "ask"]}, {"any": ["b1", "c1"]}]})
    assert [find_by_answer(key, *answer) for answer in ("a1", "a2", "b1", "b2", "d1")] == [
        "yes", "depends", "yes", "no", "no",
    ]  # fmt: skip
    negated = make({"not": "a1"})
    assert [find_by_answer(negated, "a", option) for option in "12"] == ["no", "yes"]


def test_no_permit_yet_leads_to_a_place_at_school(catalog: Catalog) -> None:
    """The list says "main basis": whoever has none asks."""
    rule = catalog.latest.rules["school-places"][0]
    key = make_key(rule, catalog.latest.conditions)
    found = [find_by_answer(key, "residence_permit", option) for option in ("yes", "no")]
    assert found == ["yes", "depends"]


def test_questions_have_letters_however_many_there_are() -> None:
    """Those behind Z have two."""
    codes = name_codes([str(place) for place in range(28)])
    assert [codes[place] for place in ("0", "25", "26", "27")] == ["A", "Z", "AA", "AB"]
