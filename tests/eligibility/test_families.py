"""Families whose verdicts were written down from the notice before there were rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from carelist.eligibility.verdicts import decide_services

from tests.eligibility.twins import read_answers

if TYPE_CHECKING:
    from carelist.catalog.revision import Revision
    from playwright.sync_api import Page

FAMILIES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "families.yml").read_text(encoding="utf-8")
)
DECIDE = """async ([scripts, list, families]) => {
  const { decideServices } = await import(scripts + "eligibility/verdicts.mjs");
  const tellClauses = (clauses) =>
    Object.fromEntries(clauses.map((part) => [part.clause.id, part.verdict]));
  const tell = ({ service, verdict, clauses }) => [service.id, [verdict, tellClauses(clauses)]];
  return families.map((answers) => Object.fromEntries(decideServices(list, answers).map(tell)));
}"""


def read_family(family: dict[str, Any]) -> dict[str, list[str]]:
    """The answers of a family: "not-sure" is an answer that says nothing."""
    given = {
        fact: chosen if isinstance(chosen, list) else [chosen]
        for fact, chosen in family["answers"].items()
    }
    return {fact: [] if chosen == ["not-sure"] else chosen for fact, chosen in given.items()}


def list_expected(family: dict[str, Any], revision: Revision) -> dict[str, list[Any]]:
    """The verdict of every service with that of each clause; those not named have the service's."""
    expected = family["expected"]
    return {
        service.id: [
            expected[service.id]["verdict"],
            {
                clause.id: expected[service.id]
                .get("clauses", {})
                .get(clause.id, expected[service.id]["verdict"])
                for clause in service.clauses
            },
        ]
        for service in revision.services
    }


def test_there_are_a_dozen_families_at_least() -> None:
    """Among them those that the questionnaire was asked to serve."""
    ids = {family["id"] for family in FAMILIES}
    assert len(ids) == len(FAMILIES) >= 12
    assert ids >= {
        "autism-seven-other-province",
        "orphan-two",
        "senior-high-father-lost-work",
        "two-nothing-special",
    }


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family["id"])
def test_family_in_python(family: dict[str, Any], revision: Revision) -> None:
    """Every service and every clause is answered as a careful reader of the table would."""
    found = {
        part.service.id: [part.verdict, {p.clause.id: p.verdict for p in part.clauses}]
        for part in decide_services(revision, read_answers(read_family(family)))
    }
    assert found == list_expected(family, revision)


def test_families_in_javascript(
    page: Page, scripts: str, exported: dict[str, Any], revision: Revision
) -> None:
    """The browser answers them alike."""
    page.goto(f"{scripts}site.mjs")
    answers = [read_family(family) for family in FAMILIES]
    found = page.evaluate(DECIDE, [scripts, exported, answers])
    assert found == [list_expected(family, revision) for family in FAMILIES]
