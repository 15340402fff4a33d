"""Situations, questions and rules on the built pages, which say what the evaluator says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.criteria import read_profile
from carelist.eligibility.outlook import Outlooks
from carelist.eligibility.verdicts import decide_services

from tests.site.documents import show

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog

    from tests.site.documents import Document

PREFIXES = ("", "en/")
PROMISES = re.compile(r"\bentitled\b|有权|一定能|保证", re.IGNORECASE)


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_situation_shows_what_its_profile_gets(
    prefix: str, catalog: Catalog, pages: dict[str, Document]
) -> None:
    """Every clause shown has the verdict of the evaluator, and none of them is a `no`."""
    for situation in catalog.situations:
        page = pages[f"{prefix}situations/{situation.id}/"]
        verdicts = decide_services(catalog.latest, read_profile(situation.profile))
        expected = {
            (service.service.id, part.clause.id): part.verdict
            for service in verdicts
            for part in service.clauses
        }
        shown = {}
        for item in page.find("li", data_service=None, data_verdict=None):
            service = item.get("data-service", "")
            for clause in item.iter("li"):
                for chip in clause.iter("span") if clause.get("data-clause") else ():
                    if chip.get("class") == "verdict":
                        shown[service, clause.get("data-clause")] = chip.get("data-verdict")
        assert shown, situation.id
        assert shown.items() <= expected.items(), situation.id
        assert "no" not in shown.values()


def test_a_clinic_is_named_for_no_age_alone(catalog: Catalog) -> None:
    """Page, poster and loudspeaker would tell of a child of whom nobody has said so."""
    named = {
        situation.id: {
            match.service.service.id for match in Outlooks(catalog).find(situation).matches
        }
        for situation in catalog.situations
    }
    clinics = [name for name, found in named.items() if "mental-health-clinic" in found]
    assert clinics == ["low-in-spirits"]
    assert "disability-allowances" in named["autism"]
    assert "self-protection" in named["grandparents"]


def test_work_of_departments_is_not_said_to_fit(
    catalog: Catalog, pages: dict[str, Document]
) -> None:
    """That would be a promise; every other promise says whether it fits."""
    public = {
        clause.id
        for service in catalog.latest.services
        for clause in service.clauses
        if clause.how == "public"
    }
    for situation in catalog.situations:
        for clause in pages[f"situations/{situation.id}/"].find("li", data_clause=None):
            judged = [one for one in clause.iter("span") if one.get("class") == "verdict"]
            assert len(judged) == (clause.get("data-clause") not in public)


def test_every_reason_quotes_the_notice(catalog: Catalog, pages: dict[str, Document]) -> None:
    """What stands in quotation marks beside a reason stands in the list, to the character."""
    revision = catalog.latest
    texts = [audience.name.source for audience in revision.rows.audiences]
    texts += [group.name.source for group in revision.rows.groups]
    texts += [service.task for service in revision.services]
    for situation in catalog.situations:
        page = pages[f"situations/{situation.id}/"]
        quotes = {show(quote) for quote in page.find("q")}
        assert quotes, situation.id
        assert [quote for quote in quotes if not any(quote in text for text in texts)] == []


@pytest.mark.parametrize(
    ("prefix", "told"),
    [
        ("", "清单是给流动儿童的。 通知没有写明谁算。"),
        ("en/", "The list is for migrant children. The notice does not say who counts."),
    ],
)
def test_a_situation_says_for_whom_the_list_is_before_it_says_what_fits(
    prefix: str, told: str, catalog: Catalog, pages: dict[str, Document]
) -> None:
    """And leads to what is known of who counts, as the questionnaire does."""
    for situation in catalog.situations:
        page = pages[f"{prefix}situations/{situation.id}/"]
        lines = list(page.one("main").iter())
        (line,) = (one for one in lines if one.tag == "p" and show(one) == told)
        verdicts = [one for one in lines if one.get("data-verdict")]
        assert lines.index(line) < lines.index(verdicts[0])
        (link,) = line.iter("a")
        assert link.get("href") == "../../readings/#background"


@pytest.mark.parametrize("prefix", PREFIXES)
def test_nothing_is_promised(prefix: str, catalog: Catalog, pages: dict[str, Document]) -> None:
    """No page of verdicts says more than the list, and each names its revision."""
    paths = [f"situations/{situation.id}/" for situation in catalog.situations]
    for path in (*paths, "situations/", "check/", "check/rules/"):
        words = show(pages[prefix + path].one("main"))
        assert not PROMISES.search(words), path
        if path.startswith("situations/") and path != "situations/":
            assert catalog.latest.id in words


def test_the_first_service_of_a_situation_is_the_most_telling(
    catalog: Catalog, pages: dict[str, Document]
) -> None:
    """What it names itself, else what rests on the answer that its profile names first."""
    firsts = {
        name: next(iter(pages[f"situations/{name}/"].find("li", data_service=None))).get(
            "data-service"
        )
        for name in (situation.id for situation in catalog.situations)
    }
    assert firsts == {
        "new-school-age": "school-places",
        "no-residence-permit": "school-places",
        "baby": "health-and-childcare",
        "kindergarten-low-income": "preschool",
        "lost-income": "temporary-assistance",
        "dibao": "subsistence-allowance",
        "disabled": "disability-education",
        "autism": "disability-education",
        "grandparents": "family-education",
        "orphan": "basic-living",
        "senior-high": "senior-high-school",
        "vocational": "vocational-school",
        "housing": "housing",
        "medical-bills": "medical-insurance",
        "low-in-spirits": "mental-health-clinic",
        "parents-work": "parents-employment",
    }


@pytest.mark.parametrize("name", ["new-school-age", "no-residence-permit"])
def test_a_child_of_six_who_starts_school_has_what_its_page_says(
    name: str, catalog: Catalog, pages: dict[str, Document]
) -> None:
    """The list names the stage of school and no age: what is shown holds for six and for twelve."""
    (situation,) = (one for one in catalog.situations if one.id == name)
    shown = {
        (card.get("data-service"), clause.get("data-clause"))
        for card in pages[f"situations/{name}/"].find("li", data_service=None)
        for clause in card.iter("li")
    }
    found = []
    for age in ("6", "7-15"):
        answers = {**read_profile(situation.profile), "age": (age,)}
        found.append(
            [
                ((service.service.id, part.clause.id), part.verdict)
                for service in decide_services(catalog.latest, answers)
                for part in service.clauses
                if (service.service.id, part.clause.id) in shown
            ]
        )
    assert found[0] == found[1]
    assert "no" not in dict(found[0]).values()


def test_grandparents_are_told_of_the_guidance_for_guardians_and_nothing_before(
    pages: dict[str, Document],
) -> None:
    """The list speaks of 父母或者其他监护人; the service is not named again below."""
    for prefix in PREFIXES:
        page = pages[f"{prefix}situations/grandparents/"]
        first = page.one("section", aria_labelledby="first")
        clauses = [e.get("data-clause") for e in first.iter("li") if e.get("data-clause")]
        assert clauses == ["guidance-for-guardians"]
        services = [e.get("data-service") for e in page.find("li", data_service=None)]
        assert services.count("family-education") == 1
        every = page.one("section", aria_labelledby="for-all")
        assert not [a for a in every.iter("a") if "family-education" in (a.get("href") or "")]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_form_asks_what_the_catalog_asks(
    prefix: str, catalog: Catalog, pages: dict[str, Document]
) -> None:
    """Inputs are named by fact, their values are options; each question can be left open."""
    page = pages[f"{prefix}check/"]
    asked: dict[str, list[str]] = {}
    for field in page.find("input"):
        if field.get("type") in {"radio", "checkbox"}:
            asked.setdefault(field.get("name", ""), []).append(field.get("value", ""))
    assert asked == {
        fact.id: [*(option.id for option in fact.options), "unsure"]
        for fact in catalog.questions.facts
    }


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_rule_stands_in_words(
    prefix: str, catalog: Catalog, pages: dict[str, Document]
) -> None:
    """There is a place for each service, with all the examples of its clauses."""
    page = pages[f"{prefix}check/rules/"]
    for service in catalog.latest.services:
        section = page.one("section", id=service.id)
        examples = [e for e in section.iter("span") if "verdict" in (e.get("class") or "")]
        expected = [
            verdict for clause in service.clauses for verdict, _, _ in clause.examples.listed()
        ]
        assert [example.get("data-verdict") for example in examples] == expected
        links = [link.get("href") for link in section.iter("a")]
        assert links[-2:] == [f"../../services/{service.id}/#official", "#wrong"]
    link = next(page.one("p", id="wrong").iter("a"))
    assert link.get("href") == f"../../report/#page={prefix}check/rules/"


def test_a_situation_lifts_no_service_by_what_is_done_for_everybody(
    pages: dict[str, Document],
) -> None:
    """It groups services as the questionnaire does."""
    page = pages["situations/autism/"]
    sections = {e.get("aria-labelledby"): e for e in page.find("section", aria_labelledby=None)}
    named = {
        name: [item.get("data-service") for item in sections[name].iter("li")]
        for name in ("fits", "open")
    }
    assert "disability-rehabilitation" in named["open"]
    assert "disability-rehabilitation" not in named["fits"]
