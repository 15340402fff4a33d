"""The history of a service: since when its clauses stand, and what took its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.revisions.history import Chronicle
from generator.revisions.kinds import Kind

if TYPE_CHECKING:
    from generator.catalog.revision import Catalog


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
    """New punctuation is no new wording; what was withdrawn is kept in mind."""
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
    assert [change.kind for change in steps[0].changes] == [Kind.SERVICE_ADDED]
    assert {change.kind for change in steps[1].changes} == {
        Kind.CLAUSE_REWORDED,
        Kind.CRITERION_CHANGED,
        Kind.DEPARTMENT_ADDED,
        Kind.RENUMBERED,
    }
