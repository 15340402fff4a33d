"""What is left to do in a draft, in the order in which a person would do it."""

from __future__ import annotations

import pytest
from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Position, Problem
from carelist.catalog.steps import Step, sort_steps


@pytest.mark.parametrize(
    ("kind", "step"),
    [
        (Kind.YAML_SYNTAX, Step.READABLE),
        (Kind.STRANGE_LETTERS, Step.READABLE),
        (Kind.UNKNOWN_DEPARTMENT, Step.OFFICIAL),
        (Kind.CELL_DIFFERS, Step.OFFICIAL),
        (Kind.PROPOSED_IDS, Step.IDS),
        (Kind.TITLE_NEEDED, Step.OURS),
        (Kind.UNUSED_FACT, Step.OURS),
        (Kind.EXAMPLE_MISSING, Step.OURS),
        (Kind.UNCONFIRMED, Step.OURS),
        (Kind.MISSING_TRANSLATION, Step.TRANSLATIONS),
        (Kind.TAG_MISSING, Step.SITE),
    ],
)
def test_each_kind_has_its_step(kind: Kind, step: Step) -> None:
    """It stands alone there."""
    (left,) = sort_steps([Problem(Position("x.yml"), kind)])
    assert left.step is step


def test_steps_keep_the_order_of_files() -> None:
    """Official words come before ours, wherever they stand."""
    places = [
        (Kind.UNUSED_FACT, "questions.yml"),
        (Kind.TITLE_NEEDED, "services.yml"),
        (Kind.TASK_DIFFERS, "services.yml"),
    ]
    found = sort_steps(Problem(Position(file), kind) for kind, file in places)
    assert [[p.kind for p in left.problems] for left in found] == [
        [Kind.TASK_DIFFERS],
        [Kind.UNUSED_FACT, Kind.TITLE_NEEDED],
    ]
