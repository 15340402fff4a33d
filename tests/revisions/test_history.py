"""The history of a service: since when its clauses stand, and what took its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from carelist.revisions.content import put
from carelist.revisions.history import Chronicle
from carelist.revisions.kinds import ChangeKind

from tests.revisions.conftest import reword_check_ups

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog


@pytest.fixture(scope="module")
def chronicle(city: Catalog) -> Chronicle:
    """The chronicle of Cloudbridge."""
    return Chronicle(city)


@pytest.mark.parametrize(
    ("service", "standings"),
    [
        (
            "preschool",
            [
                ("places", "2031", "2031", "2033"),
                ("grant", "2031", "2033", "2033"),
                ("advice", "2032", "2032", "2033"),
            ],
        ),
        (
            "school",
            [
                ("enrolment", "2031", "2031", "2033"),
                ("after-school", "2031", "2032", "2033"),
                ("meals", "2031", "2031", "2031"),
            ],
        ),
        ("library", [("library", "2033", "2033", "2033")]),
        ("sport", [("weekends", "2031", "2031", "2031")]),
    ],
)
def test_since_when_clauses_stand(
    chronicle: Chronicle, service: str, standings: list[tuple[str, ...]]
) -> None:
    """A new mark at the end is no new wording; what was withdrawn is kept in mind."""
    told = chronicle.tell(service).clauses
    assert [(s.clause.id, s.since, s.worded_since, s.until) for s in told] == standings


@pytest.mark.parametrize(
    ("service", "first", "last", "successors"),
    [
        ("preschool", "2031", "2033", ()),
        ("sport", "2031", "2031", ()),
        ("health", "2031", "2031", ("vaccination", "check-ups")),
        ("temporary-assistance", "2031", "2031", ("family-aid",)),
        ("rehabilitation", "2031", "2032", ("disability-support",)),
        ("family-aid", "2032", "2033", ()),
    ],
)
def test_what_became_of_a_service(
    chronicle: Chronicle, service: str, first: str, last: str, successors: tuple[str, ...]
) -> None:
    """From its first revision to its last, and what follows it."""
    history = chronicle.tell(service)
    assert (history.first, history.last, history.successors) == (first, last, successors)


def test_what_changed_in_a_service(chronicle: Chronicle) -> None:
    """Year by year, without what no reader sees."""
    steps = chronicle.tell("rental").steps
    assert [(step.before, step.after) for step in steps] == [("2031", "2032"), ("2032", "2033")]
    assert [change.kind for change in steps[0].changes] == [ChangeKind.SERVICE_ADDED]
    assert {change.kind for change in steps[1].changes} == {
        ChangeKind.CLAUSE_REWORDED,
        ChangeKind.CRITERION_CHANGED,
        ChangeKind.DEPARTMENT_ADDED,
        ChangeKind.RENUMBERED,
    }


@pytest.mark.parametrize(
    ("before", "after", "worded_since"),
    [
        ("每年体检，补助1.5万元。", "每年体检，补助15万元。", "2033"),
        ("为≥3岁儿童体检。", "为≤3岁儿童体检。", "2033"),
        ("为0-6岁儿童体检。", "为06岁儿童体检。", "2033"),
        ("每年体检、接种。", "每年体检，接种；", "2032"),
    ],
)
def test_a_clause_is_as_old_as_what_it_says(
    city: Catalog, before: str, after: str, worded_since: str
) -> None:
    """A number, sign or range that is another is another wording."""
    changed = reword_check_ups(city, {"2032": before, "2033": after})
    standing = Chronicle(changed).tell("check-ups").clauses[0]
    assert (standing.since, standing.worded_since) == ("2032", worded_since)


def test_a_clause_that_comes_back_stands_since_then(city: Catalog) -> None:
    """Whatever it says: in the year between nobody could have it."""
    middle = city.revisions[1]
    first = next(s for s in city.revisions[0].services if s.id == "school")
    meals = next(clause for clause in first.clauses if clause.id == "meals")
    latest = city.revisions[2]
    path = ("services", "school", "clauses")
    now = next(s for s in latest.services if s.id == "school").clauses
    rows = put(latest.rows, path, (*now, meals))
    changed = replace(city, revisions=(*city.revisions[:2], replace(latest, rows=rows)))
    assert all(clause.id != "meals" for clause in middle.by_id["school"].clauses)
    told = {standing.clause.id: standing for standing in Chronicle(changed).tell("school").clauses}
    assert (told["meals"].since, told["meals"].worded_since) == ("2033", "2033")
