"""Python and JavaScript say the same of the real list, wherever they are asked."""

from __future__ import annotations

import hashlib
import random
from itertools import product
from typing import TYPE_CHECKING, Any

from carelist.eligibility.criteria import decide, give_reasons
from carelist.eligibility.questions import open_questions
from carelist.eligibility.verdicts import list_ruled_clauses
from carelist.exports.check_json import CONSTANTS

from tests.eligibility.twins import (
    ASK,
    DECIDE,
    DECIDE_LIST,
    Teller,
    list_possible,
    read_answers,
    tell_reasons,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.revision import Catalog
    from carelist.catalog.rules import Criterion, Questions
    from playwright.sync_api import Page

PROFILES = 20_000
ASKED = 500
SEED = 2025
MOST_ANSWERS = 5_000
"""A rule with more answers than this is left to the generated profiles."""


def draw_profiles(questions: Questions, count: int) -> list[dict[str, list[str]]]:
    """Draw profiles of every kind: much or little answered, some questions skipped."""
    draw = random.Random(SEED)
    spaces = {fact.id: [list(chosen) for chosen in list_possible(fact)] for fact in questions.facts}
    profiles = []
    for _ in range(count):
        known = draw.random()
        profile = {
            fact: draw.choice(space) for fact, space in spaces.items() if draw.random() < known
        }
        for fact in profile:
            if draw.random() < 0.1:
                profile[fact] = []
        profiles.append(profile)
    return profiles


def list_spaces(rule: Criterion, catalog: Catalog) -> Iterator[dict[str, list[str]]]:
    """Yield every answer to the questions of a rule, none included."""
    conditions = catalog.latest.conditions
    used = {conditions[name].fact for name in rule.list_conditions() if name in conditions}
    facts = [fact for fact in catalog.questions.facts if fact.id in used]
    spaces = [[[], *map(list, list_possible(fact))] for fact in facts]
    for given in product(*spaces):
        yield {fact.id: chosen for fact, chosen in zip(facts, given, strict=True)}


def test_whole_answer_space_of_every_small_rule(
    page: Page, scripts: str, catalog: Catalog, exported: dict[str, Any]
) -> None:
    """Every answer to every rule has the same verdict and the same reasons in both languages."""
    page.goto(f"{scripts}site.mjs")
    conditions = catalog.latest.conditions
    clauses = [
        ({"all": [service["audience"], clause["criterion"]]})
        for service in exported["services"]
        for clause in service["clauses"]
    ]
    tasks, expected = [], []
    seen: set[str] = set()
    for written, (_, _, rule) in zip(clauses, list_ruled_clauses(catalog.latest), strict=True):
        spaces = list(list_spaces(rule, catalog))
        if str(written) in seen or len(spaces) > MOST_ANSWERS:
            continue
        seen.add(str(written))
        for answers in spaces:
            tasks.append([written, answers])
            read = read_answers(answers)
            reasons = tell_reasons(give_reasons(rule, conditions, read))
            expected.append([decide(rule, conditions, read), reasons])
    assert len(seen) > 40
    assert page.evaluate(DECIDE, [scripts, exported, tasks]) == expected


def test_generated_profiles(
    page: Page, scripts: str, catalog: Catalog, exported: dict[str, Any]
) -> None:
    """20,000 families hear the same in both languages, to the last reason."""
    page.goto(f"{scripts}site.mjs")
    profiles = draw_profiles(catalog.questions, PROFILES)
    teller = Teller(catalog.latest)
    digests = page.evaluate(DECIDE_LIST, [scripts, exported, profiles])
    different = [
        profile
        for profile, digest in zip(profiles, digests, strict=True)
        if hashlib.sha256(teller.tell(read_answers(profile)).encode()).hexdigest() != digest
    ]
    assert different == []


def test_a_question_with_many_options(page: Page, scripts: str) -> None:
    """The page tries the ways to meet the conditions, 7, and not 2 to the 60th answers."""
    page.goto(f"{scripts}site.mjs")
    options = [f"o{number}" for number in range(60)]
    conditions = {
        f"c{number}": {"fact": "need", "is": options[number::3], "quote": "", "words": ""}
        for number in range(3)
    }
    rule = {"all": ["c0", {"not": "c1"}, "c2"]}
    clauses = [{"id": "clause", "criterion": rule}]
    exported = {
        **CONSTANTS,
        "facts": [{"id": "need", "several": 1, "sensitive": False, "options": options}],
        "conditions": conditions,
        "services": [{"id": "service", "audience": "everyone", "clauses": clauses}],
    }
    profiles = [{}, {"need": ["o0", "o2"]}, {"need": []}]
    assert page.evaluate(ASK, [scripts, exported, profiles]) == [[["need", 1]], [], []]


def test_open_questions(
    page: Page, scripts: str, catalog: Catalog, exported: dict[str, Any]
) -> None:
    """Both ask the same next, and leave out the same."""
    page.goto(f"{scripts}site.mjs")
    profiles = draw_profiles(catalog.questions, ASKED)
    found = page.evaluate(ASK, [scripts, exported, profiles])
    expected = [
        [list(open_) for open_ in open_questions(catalog.latest, catalog.questions, read)]
        for read in map(read_answers, profiles)
    ]
    assert found == expected
