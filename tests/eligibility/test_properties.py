"""What holds of every rule of the list, whatever is answered."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.rules import EVERYONE
from carelist.eligibility.criteria import OPPOSITE, VALUES, decide, give_reasons
from carelist.eligibility.questions import open_questions
from carelist.eligibility.verdicts import decide_services, list_ruled_clauses

from tests.eligibility.test_twins import draw_profiles, list_spaces
from tests.eligibility.twins import list_possible, read_answers

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from carelist.catalog.rules import Verdict
    from carelist.eligibility.criteria import Answers

ENCOURAGED = {("medical-insurance", "joining-insurance")}
"""What the notice encourages some to do, and forbids nobody: a department says of whom else."""
FEW = 300


@pytest.fixture(scope="module")
def profiles(catalog: Catalog) -> list[Answers]:
    """Some hundred families of every kind."""
    return [read_answers(profile) for profile in draw_profiles(catalog.questions, FEW)]


def list_verdicts(catalog: Catalog, answers: Answers) -> list[Verdict]:
    """The verdicts of all clauses."""
    conditions = catalog.latest.conditions
    return [decide(rule, conditions, answers) for _, _, rule in list_ruled_clauses(catalog.latest)]


def test_answering_an_unknown_never_reverses_a_verdict(
    catalog: Catalog, profiles: list[Answers]
) -> None:
    """What is decided stays decided, whatever is answered besides.

    Rules that do not look at a question are asked with its first answer alone.
    """
    conditions = catalog.latest.conditions
    rules = [rule for _, _, rule in list_ruled_clauses(catalog.latest)]
    facts = [
        {conditions[name].fact for name in r.list_conditions() if name in conditions} for r in rules
    ]
    for answers in profiles:
        before = list_verdicts(catalog, answers)
        for fact in catalog.questions.facts:
            if answers.get(fact.id):
                continue
            for place, chosen in enumerate(list_possible(fact)):
                answered = {**answers, fact.id: chosen}
                for rule, seen, old in zip(rules, facts, before, strict=True):
                    if place == 0 or fact.id in seen:
                        new = decide(rule, conditions, answered)
                        assert old in {"depends", new}, (answers, fact.id)


def test_unknown_never_becomes_no(catalog: Catalog, profiles: list[Answers]) -> None:
    """Nothing is refused to those who say nothing, and every `no` rests on answers alone."""
    assert "no" not in list_verdicts(catalog, {})
    assert "no" not in list_verdicts(catalog, {fact.id: () for fact in catalog.questions.facts})
    for answers in profiles:
        for service in decide_services(catalog.latest, answers):
            for part in service.clauses:
                if part.verdict == "no":
                    values = {VALUES[reason.outcome] for reason in part.reasons}
                    assert values == {"no"}, (answers, part)


def test_verdicts_are_those_of_the_rules(catalog: Catalog, profiles: list[Answers]) -> None:
    """A list is decided clause by clause; what comes with the reasons is what comes without."""
    for answers in profiles:
        decided = decide_services(catalog.latest, answers)
        verdicts = [part.verdict for service in decided for part in service.clauses]
        assert verdicts == list_verdicts(catalog, answers)


def test_reasons_fit_their_verdict(catalog: Catalog, profiles: list[Answers]) -> None:
    """A `yes` is all met; what depends says on what it depends."""
    for answers in profiles:
        for service in decide_services(catalog.latest, answers):
            for part in service.clauses:
                values = [
                    OPPOSITE[VALUES[reason.outcome]] if reason.negated else VALUES[reason.outcome]
                    for reason in part.reasons
                ]
                assert part.verdict != "yes" or set(values) <= {"yes"}
                assert part.verdict != "depends" or "depends" in values


def test_order_of_answers_does_not_matter(catalog: Catalog, profiles: list[Answers]) -> None:
    """Neither the order of questions nor that of options changes a verdict or a reason."""
    draw = random.Random(1)
    for answers in profiles:
        facts = list(answers)
        draw.shuffle(facts)
        turned = {fact: tuple(reversed(answers[fact])) for fact in facts}
        assert decide_services(catalog.latest, turned) == decide_services(catalog.latest, answers)


def test_every_clause_can_be_had_or_asked_for(catalog: Catalog) -> None:
    """There is a family for each clause, and one for which it does not fit unless it is for all."""
    conditions = catalog.latest.conditions
    for service, clause, rule in list_ruled_clauses(catalog.latest):
        values = {decide(rule, conditions, read_answers(a)) for a in list_spaces(rule, catalog)}
        assert values & {"yes", "depends"}, (service.id, clause.id)
        asks = any(conditions[name].fact for name in rule.list_conditions() if name != EVERYONE)
        denies = asks and (service.id, clause.id) not in ENCOURAGED
        assert ("no" in values) == denies, (service.id, clause.id)


def test_questions_that_can_change_nothing_are_not_asked(
    catalog: Catalog, profiles: list[Answers]
) -> None:
    """A question is left out only if no answer changes any verdict, now or later."""
    revision, questions = catalog.latest, catalog.questions
    for answers in profiles[: FEW // 6]:
        asked = {question.fact for question in open_questions(revision, questions, answers)}
        for fact in questions.facts:
            if fact.id in answers or fact.id in asked:
                continue
            verdicts = {
                tuple(list_verdicts(catalog, {**answers, fact.id: chosen}))
                for chosen in list_possible(fact)
            }
            assert len(verdicts) == 1, (answers, fact.id)


def test_asking_to_the_end_leaves_nothing_open(catalog: Catalog, profiles: list[Answers]) -> None:
    """Once nothing is asked any more, what depends rests on departments and skipped questions."""
    revision, questions = catalog.latest, catalog.questions
    draw = random.Random(2)
    facts = {fact.id: fact for fact in questions.facts}
    for start in profiles[: FEW // 6]:
        answers = dict(start)
        while found := open_questions(revision, questions, answers):
            answers[found[0].fact] = draw.choice(list(list_possible(facts[found[0].fact])))
        skipped = {fact for fact, chosen in answers.items() if not chosen}
        for _, _, rule in list_ruled_clauses(revision):
            if decide(rule, revision.conditions, answers) != "depends":
                continue
            reasons = give_reasons(rule, revision.conditions, answers)
            assert any(
                reason.outcome == "set_by" or revision.conditions[reason.condition].fact in skipped
                for reason in reasons
            )


def test_plain_questions_come_first(catalog: Catalog) -> None:
    """A family is asked by weight; sensitive questions are last, and what hangs on them after."""
    order = [q.fact for q in open_questions(catalog.latest, catalog.questions, {})]
    assert order == [
        "age",
        "stage",
        "hardship",
        "parent_support",
        "housing_difficulty",
        "residence_permit",
        "disability",
        "care",
        "mental_health",
        "hukou",
    ]
    without = {"care": ("none",)}
    assert "hukou" not in {
        question.fact for question in open_questions(catalog.latest, catalog.questions, without)
    }
