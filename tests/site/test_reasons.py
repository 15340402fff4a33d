"""The reasons beside a promise say what is still to be asked, and nothing that cannot be so."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.rules import NONE_OF_THESE
from carelist.eligibility.verdicts import decide_services
from carelist.site.views.results import make_reasons
from carelist.site.views.situation import make_situation

from tests.speaking import LOCALES, ZH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.site.desk import Desk
    from carelist.site.site import Site
    from carelist.speech.locales import Locale


def list_asked(desk: Desk, answers: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, list[str]]]:
    """Every promise with what its reasons leave to an answer or to a department, in words."""
    for verdict in decide_services(desk.revision, answers):
        for part in verdict.clauses:
            shown = make_reasons(desk, part.reasons)
            asked = [str(one.words) for one in shown if one.outcome in {"open", "set_by"}]
            yield f"{verdict.service.id}/{part.clause.id}", asked


def test_of_the_same_words_no_two_things_are_asked_that_exclude_each_other(site: Site) -> None:
    """Of a child who is a pupil, or is not at school, the first way is told alone."""
    desk = site.desk("situations/disabled/", ZH)
    facts = site.catalog.questions.facts
    single = {fact.id for fact in facts if fact.choose == "one"}
    excluded = {
        frozenset((one.words.source, other.words.source))
        for one, other in permutations(desk.revision.conditions.values(), 2)
        if one.fact and one.fact == other.fact
        if one.fact in single or (NONE_OF_THESE,) in {one.is_, other.is_}
        if one.quote.source in other.quote.source and not {*one.is_} & {*other.is_}
    }
    answers: list[dict[str, tuple[str, ...]]] = [
        {fact.id: (option.id,)} for fact in facts for option in fact.options
    ]
    wrong = {
        (name, *pair)
        for some in ({}, *answers)
        for name, asked in list_asked(desk, some)
        for pair in combinations(asked, 2)
        if frozenset(pair) in excluded
    }
    assert frozenset(("孩子上小学、中学或中专", "孩子没有在上学")) in excluded
    assert wrong == set()


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.tag)
def test_nothing_is_ticked_that_a_department_decides(site: Site, locale: Locale) -> None:
    """A tick beside 符合条件的 or 困难儿童 would be a promise, and for a sad child a verdict.

    So it is in every situation, in either language.
    """
    desk = site.desk("situations/", locale)
    shown = {}
    for situation in site.catalog.situations:
        view = make_situation(desk, situation)
        for result in (*view.first, *view.fitting, *view.open):
            for clause in result.clauses:
                reasons = (*result.reasons, *clause.reasons)
                name = situation.id, result.id, clause.id
                shown[name] = [(one.outcome, str(one.quote)) for one in reasons]
    ticked = {
        name
        for name, told in shown.items()
        for outcome, quote in told
        if outcome == "met" and any(left == "set_by" and quote in words for left, words in told)
    }
    assert ticked == set()
    low = shown["low-in-spirits", "mental-health-in-care", "community-rehabilitation"]
    assert [outcome for outcome, _ in low] == ["set_by"]
    quotes = {quote for told in shown.values() for outcome, quote in told if outcome == "met"}
    assert not {"困难儿童", "children in difficulty", "eligible"} & quotes


def test_what_a_department_may_waive_stands_beside_what_is_asked(site: Site) -> None:
    """A family that reads "if you are short of money" or "with a permit" alone would turn away."""
    desk = site.desk("situations/no-residence-permit/", ZH)
    asked = dict(list_asked(desk, {"stage": ("compulsory",)}))
    assert asked["compulsory-education/public-school-place"] == [
        "家庭经济困难",
        "要不要家庭经济困难（这几个字可能是印重了）",
        "孩子是否符合条件",
    ]
    assert asked["school-places/equal-schooling"] == [
        "家里有居住证",
        "没有居住证，能不能凭别的依据",
    ]
