"""Where services stand among results: alike in both languages, what is for the family first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from carelist.eligibility.criteria import list_told
from carelist.eligibility.groups import find_group
from carelist.eligibility.verdicts import decide_services
from carelist.exports.check_json import export_check

from tests.eligibility.test_twins import draw_profiles
from tests.eligibility.twins import read_answers, tell_reasons
from tests.speaking import LOCALES

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from carelist.eligibility.verdicts import ServiceVerdict
    from carelist.speech.locales import Locale
    from playwright.sync_api import Page

PROFILES = 500
SORT = """async ([scripts, list, profiles]) => {
  const { decideServices } = await import(scripts + "eligibility/verdicts.mjs");
  const { sortServices } = await import(scripts + "check/reporting.mjs");
  return profiles.map((answers) =>
    Object.fromEntries(Object.entries(sortServices(list, decideServices(list, answers))).map(
      ([name, services]) => [name, services.map(({ service }) => service.id)],
    )),
  );
}"""
COUNT = """async ([scripts, list, profiles]) => {
  const { countServices } = await import(scripts + "check/reporting.mjs");
  return profiles.map((answers) => countServices(list, answers));
}"""


TELL = """async ([scripts, list, profiles]) => {
  const { decideServices } = await import(scripts + "eligibility/verdicts.mjs");
  const { listTold } = await import(scripts + "check/reporting.mjs");
  const tell = ({ condition, outcome, negated }) =>
    `${negated ? "not " : ""}${condition} ${outcome}`;
  return profiles.map((answers) =>
    decideServices(list, answers).flatMap(({ clauses }) =>
      clauses.map(({ reasons }) => listTold(list, reasons).map(tell)),
    ),
  );
}"""


def sort_services(catalog: Catalog, services: tuple[ServiceVerdict, ...]) -> dict[str, list[str]]:
    """The ids of services by group: first those that an answer speaks for.

    Not those of which a promise still turns on a personal question.
    """
    groups: dict[str, list[str]] = {"yes": [], "depends": [], "public": [], "no": []}
    sensitive = {fact.id for fact in catalog.questions.facts if fact.is_sensitive}
    personal = {c.id for c in catalog.latest.conditions.values() if c.fact in sensitive}
    for first in (True, False):
        for service in services:
            told = [
                {(reason.outcome, reason.condition in personal) for reason in part.reasons}
                for part in service.clauses
                if part.verdict != "no"
            ]
            spoken = any(
                "met" in {outcome for outcome, _ in some} and ("open", True) not in some
                for some in told
            )
            if spoken == first:
                groups[find_group(service.clauses)].append(service.service.id)
    return groups


def test_services_stand_in_the_same_groups(
    page: Page, scripts: str, catalog: Catalog, exported: dict[str, Any]
) -> None:
    """Python and JavaScript group and order alike."""
    page.goto(f"{scripts}site.mjs")
    profiles = draw_profiles(catalog.questions, PROFILES)
    expected = [
        sort_services(catalog, decide_services(catalog.latest, read_answers(profile)))
        for profile in profiles
    ]
    assert page.evaluate(SORT, [scripts, exported, profiles]) == expected
    counts = [{name: len(services) for name, services in groups.items()} for groups in expected]
    assert page.evaluate(COUNT, [scripts, exported, profiles]) == counts


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.tag)
def test_the_same_reasons_are_told(
    page: Page, scripts: str, catalog: Catalog, locale: Locale
) -> None:
    """In both languages of the program, in every one of readers."""
    page.goto(f"{scripts}site.mjs")
    revision = catalog.latest
    profiles = draw_profiles(catalog.questions, PROFILES)
    exported = json.loads(export_check(catalog, locale, {}))
    expected = [
        [
            tell_reasons(list_told(part.reasons, revision.conditions))
            for service in decide_services(revision, read_answers(profile))
            for part in service.clauses
        ]
        for profile in profiles
    ]
    assert page.evaluate(TELL, [scripts, exported, profiles]) == expected


def test_what_is_done_for_everybody_lifts_no_service(catalog: Catalog) -> None:
    """Publicity is for all disabled children, and assistance depends: so does the service."""
    answers = {"disability": ("other",)}
    services = decide_services(catalog.latest, answers)
    groups = {service.service.id: find_group(service.clauses) for service in services}
    assert groups["disability-rehabilitation"] == "depends"
    assert groups["clean-internet"] == "public"
    assert groups["disability-education"] == "depends"


def test_who_skips_personal_questions_meets_school_before_orphans(
    page: Page, scripts: str, exported: dict[str, Any]
) -> None:
    """A father with a child of school age and no permit; nothing that he said is about care."""
    page.goto(f"{scripts}site.mjs")
    father = {
        "age": ["7-15"],
        "stage": ["compulsory"],
        "hukou": ["other-province"],
        "residence_permit": ["no"],
        "hardship": ["none"],
        "disability": [],
        "care": [],
        "mental_health": [],
    }
    (groups,) = page.evaluate(SORT, [scripts, exported, [father]])
    assert groups["depends"][:2] == ["compulsory-education", "school-places"]
    assert {"basic-living", "disability-education"} <= set(groups["depends"])
