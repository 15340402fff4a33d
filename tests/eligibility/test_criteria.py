"""The shared cases: criteria over answers, in Python and in JavaScript."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from carelist.eligibility.criteria import decide, give_reasons
from carelist.exports.check_json import CONSTANTS

from tests.eligibility.twins import (
    DECIDE,
    read_answers,
    read_conditions,
    read_criterion,
    tell_reasons,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


def load(path: Path) -> dict[str, Any]:
    """Read a case file."""
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def list_expected(case: dict[str, Any]) -> list[list[Any]]:
    """What each case of a file expects: the verdict, and the reasons."""
    return [[one["verdict"], one["reasons"]] for one in case["cases"]]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case_in_python(path: Path) -> None:
    """Each case has its verdict and its reasons."""
    case = load(path)
    conditions, criterion = read_conditions(case["conditions"]), read_criterion(case["criterion"])
    found = []
    for one in case["cases"]:
        answers = read_answers(one["answers"])
        reasons = give_reasons(criterion, conditions, answers)
        found.append([decide(criterion, conditions, answers), tell_reasons(reasons)])
    assert found == list_expected(case)


def test_cases_in_javascript(page: Page, scripts: str) -> None:
    """The browser tells the same of the same files."""
    page.goto(f"{scripts}site.mjs")
    for path in CASES:
        case = load(path)
        tasks = [[case["criterion"], one["answers"]] for one in case["cases"]]
        found = page.evaluate(
            DECIDE, [scripts, {**CONSTANTS, "conditions": case["conditions"]}, tasks]
        )
        assert found == list_expected(case), path.stem
