"""Families to whom the rules of the real list once said what its words do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.criteria import read_profile
from carelist.eligibility.criteria import give_reasons, list_told
from carelist.eligibility.outlook import Outlooks
from carelist.eligibility.verdicts import ServiceVerdict, decide_service

from tests.speaking import EN

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog

NINE = "age=7-15 stage=none disability=other hardship=low-income"


def decide(catalog: Catalog, number: int, profile: str) -> ServiceVerdict:
    """The verdict of an item for a family."""
    [service] = [one for one in catalog.latest.services if one.number == number]
    return decide_service(catalog.latest, service, read_profile(profile))


@pytest.mark.parametrize("mental_health", ["none", "unsure"])
def test_a_deaf_child_is_no_case_for_psychiatric_rehabilitation(
    catalog: Catalog, mental_health: str
) -> None:
    """Item 21: nothing that the family answered speaks for it."""
    answers = "age=7-15 stage=compulsory disability=other care=none"
    answers += "" if mental_health == "unsure" else f" mental_health={mental_health}"
    rehabilitation = decide(catalog, 21, answers).clauses[0]
    assert rehabilitation.verdict == ("no" if mental_health == "none" else "depends")
    assert [reason for reason in rehabilitation.reasons if reason.outcome == "met"] == []


@pytest.mark.parametrize(
    "answer",
    ["mental_health=wants-support", "mental_health=none disability=autism-or-intellectual"],
)
def test_no_child_without_a_diagnosis_is_ticked_as_having_a_mental_disorder(
    catalog: Catalog, answer: str
) -> None:
    """Item 21: whether low spirits or autism count is not stated; a department says."""
    rehabilitation = decide(catalog, 21, answer).clauses[0]
    told = list_told(rehabilitation.reasons, catalog.latest.conditions)
    assert rehabilitation.verdict == "depends"
    assert [(reason.condition, reason.outcome) for reason in told] == [
        ("eligible-civil-affairs", "set_by")
    ]


@pytest.mark.parametrize("care", ["unattended", "orphan", "hiv"])
def test_a_claim_at_the_place_of_hukou_waits_for_the_circumstances_to_be_confirmed(
    catalog: Catalog, care: str
) -> None:
    """Item 10 says 在认定相关情形时: "fits" sent those in vain whose parents work elsewhere."""
    within, between = decide(catalog, 10, f"care={care} hukou=other-province").clauses
    assert (within.verdict, between.verdict) == ("no", "depends")
    decided = [r.condition for r in between.reasons if r.outcome == "set_by"]
    assert decided == ["circumstances-confirmed"]
    assert {c.verdict for c in decide(catalog, 10, "care=none hukou=other-city").clauses} == {"no"}


def test_the_two_allowances_are_not_said_to_fit(catalog: Catalog) -> None:
    """Item 11 makes it easier to apply; the list does not say who is granted them."""
    verdict = decide(catalog, 11, "disability=other")
    assert [clause.verdict for clause in verdict.clauses] == ["depends", "depends"]
    decided = {r.condition for c in verdict.clauses for r in c.reasons if r.outcome == "set_by"}
    assert decided == {"allowances-granted"}


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ("hardship=subsistence-allowance", ["receives-dibao met"]),
        ("hardship=low-income", ["dibao-granted set_by"]),
        ("hardship=none", ["receives-dibao failed", "may-need-dibao failed"]),
    ],
)
def test_money_difficulties_are_not_ticked_as_conditions_for_dibao(
    catalog: Catalog, answers: str, told: list[str]
) -> None:
    """Item 14: the tick was beside 最低生活保障条件, which the line below left to the bureau."""
    revision = catalog.latest
    [service] = [one for one in revision.services if one.number == 14]
    reasons = give_reasons(
        revision.criterion_of(service), revision.conditions, read_profile(answers)
    )
    shown = list_told(reasons, revision.conditions)
    assert [f"{reason.condition} {reason.outcome}" for reason in shown] == told


def test_no_child_is_ticked_as_a_pupil_and_as_too_young_for_school(catalog: Catalog) -> None:
    """Item 7: a child of six in kindergarten, about to start school."""
    joining = decide(catalog, 7, "age=6 stage=kindergarten,compulsory").clauses[0]
    words = [catalog.latest.conditions[reason.condition].words for reason in joining.reasons]
    assert joining.verdict == "yes"
    assert [text.source for text in words] == [
        "孩子上小学、中学或中专", "孩子 0 到 6 岁", "孩子在上幼儿园",
    ]  # fmt: skip


def test_a_situation_shows_with_a_service_what_is_for_everyone(catalog: Catalog) -> None:
    """High medical bills: settling them directly was left out, as no answer speaks for it alone."""
    outlooks = Outlooks(catalog)
    shown = {
        situation.id: [part.clause.id for part in match.clauses]
        for situation in catalog.situations
        for match in outlooks.find(situation).matches
        if match.service.service.number == 7
    }
    assert shown["medical-bills"] == [
        "joining-insurance",
        "registration-and-transfer",
        "three-layer-security",
        "direct-settlement",
    ]
    assert len(shown) > 10
    assert [name for name, clauses in shown.items() if "direct-settlement" not in clauses] == []
    # What is for everyone lifts no service that else depends.
    orphan = next(one for one in catalog.situations if one.id == "orphan")
    assert {match.service.service.number for match in outlooks.find(orphan).open} == {7, 10}


def test_nobody_is_told_what_they_may_need(catalog: Catalog) -> None:
    """Conditions say what was answered, and guess at nothing behind it."""
    words = [c.words for c in catalog.latest.conditions.values() if c.fact]
    assert [text.source for text in words if "可能需要" in text.source] == []
    assert [text.find(EN) for text in words if text.find(EN) and "may need" in text.find(EN)] == []


def test_a_child_who_has_left_school_is_not_said_to_have_been_to_none(catalog: Catalog) -> None:
    """The answer that the child is at no school is no answer that it never was."""
    reasons = [r for clause in decide(catalog, 3, NINE).clauses for r in clause.reasons]
    met = {r.condition for r in reasons if r.outcome == "met"}
    words = [catalog.latest.conditions[name].words for name in met]
    assert "the child is not at school" in [text.find(EN) for text in words]
    assert [text.source for text in words if "还没" in text.source] == []


def test_a_remark_is_whole_wherever_it_stands(catalog: Catalog) -> None:
    """In tables, on paper and by ear there is nothing above or below it to look at."""
    clauses = [clause for service in catalog.latest.services for clause in service.clauses]
    said = [clause.remark.text for clause in clauses if clause.remark]
    assert len(said) > 1
    assert [t.source for t in said if re.search("[上下]面|[见看][上下]", t.source)] == []
    assert [t.source for t in said if re.search(r"\b(above|below)\b", t.find(EN) or "")] == []


def test_the_summary_of_insurance_names_those_who_are_encouraged_to_join(catalog: Catalog) -> None:
    """Item 7: the clause names pupils and preschool children, and no others."""
    [service] = [one for one in catalog.latest.services if one.number == 7]
    assert "鼓励学生、学龄前儿童" in service.clauses[0].text.source
    assert "鼓励学生、学龄前儿童" in service.summary.source
    assert "encourages pupils and preschool children" in (service.summary.find(EN) or "")


def test_a_child_of_nine_who_does_not_go_to_school_is_treated_alike(catalog: Catalog) -> None:
    """Items 3 and 13: whether such a child counts is for the departments to say, in both."""
    schooling = decide(catalog, 3, NINE)
    disabled = decide(catalog, 13, NINE)
    assert {clause.verdict for clause in schooling.clauses} == {"depends"}
    assert [clause.verdict for clause in disabled.clauses] == ["depends", "no", "depends"]
    for verdict in (schooling, disabled):
        reasons = [reason for clause in verdict.clauses for reason in clause.reasons]
        assert "set_by" in {reason.outcome for reason in reasons}
    toddler = "age=0-2 stage=none disability=other"
    assert {clause.verdict for clause in decide(catalog, 13, toddler).clauses} == {"no"}
