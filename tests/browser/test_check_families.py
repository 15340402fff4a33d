"""Families go through the questionnaire on a phone, and get what was written down for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from carelist.eligibility.inspecting import load_list
from carelist.eligibility.verdicts import decide_services

from tests.browser.checking import answer_all, read_verdicts, start
from tests.eligibility.test_families import FAMILIES, list_expected, read_family
from tests.site.building import CATALOG
from tests.speaking import LOCALES

if TYPE_CHECKING:
    from carelist.catalog.revision import Revision
    from carelist.speech.locales import Locale
    from playwright.sync_api import Page

NAMED = (
    "autism-seven-other-province",
    "orphan-two",
    "senior-high-father-lost-work",
    "two-nothing-special",
)
"""The families that the questionnaire was asked to serve before any other."""
MOST_TAPS = 12
"""A family of one answer to each question needs one tap for each, and one to start."""
QUOTED = {
    "autism-seven-other-province": ("disability-allowances", "disabled"),
    "orphan-two": ("basic-living", "orphan-hiv-unattended"),
    "senior-high-father-lost-work": ("senior-high-school", "in-senior-high-school"),
    "two-nothing-special": ("health-and-childcare", "aged-0-6"),
}
"""By family: a service, and the condition whose words of the notice it must quote."""
READ_REASONS = """() => [...document.querySelectorAll("[data-service] .reasons > li")].map(
  (line) => ["words", "quoted"].map((name) => line.querySelector(`[data-${name}]`).textContent),
)"""
READ_CARDS = """() => Object.fromEntries([...document.querySelectorAll("[data-service]")].map(
  (card) => [card.dataset.service, card.textContent]))"""
QUOTE = {"zh": "清单写“{quote}”", "en": "the list says “{quote}”"}
LIST_UNJUDGED = """() => [...document.querySelectorAll("[data-clause]")]
  .filter((clause) => clause.querySelector(".verdict").hidden)
  .map((one) => `${one.closest("[data-service]").dataset.service}/${one.dataset.clause}`)"""
"""The promises that are shown without a verdict, each by its service and its number there."""
NO_MORE = {"zh": "清单没有写别的条件", "en": "The list states no other condition"}


@pytest.fixture(scope="module")
def revision() -> Revision:
    """The real list."""
    return load_list(CATALOG).latest


def find_family(name: str) -> dict[str, Any]:
    """One of the families."""
    return next(family for family in FAMILIES if family["id"] == name)


def list_on_page(family: dict[str, Any], revision: Revision) -> dict[str, list[Any]]:
    """What is expected of a family, with clauses called by their number as the page does."""
    return {
        service: [verdict, {str(n): value for n, value in enumerate(clauses.values(), 1)}]
        for service, (verdict, clauses) in list_expected(family, revision).items()
    }


def list_strange_reasons(page: Page, revision: Revision, locale: Locale) -> list[str]:
    """The reasons shown that quote nothing of the notice, but for clauses that ask nothing."""
    quotes = {c.quote.write(locale) for c in revision.rows.conditions}
    told = {QUOTE[locale.tag].format(quote=quote) for quote in quotes}
    shown: list[list[str]] = page.evaluate(READ_REASONS)
    assert len(shown) > len(revision.services)
    return [words for words, quoted in shown if quoted not in told and words != NO_MORE[locale.tag]]


def list_untold(
    page: Page, revision: Revision, answers: dict[str, list[str]], locale: Locale
) -> list[str]:
    """What a department decides and the page does not say, by service and condition."""
    shown: dict[str, str] = page.evaluate(READ_CARDS)
    return [
        f"{service.service.id}: {condition.id}"
        for service in decide_services(revision, {k: tuple(v) for k, v in answers.items()})
        for part in service.clauses
        if part.verdict != "no"
        for condition in (revision.conditions[reason.condition] for reason in part.reasons)
        if condition.set_by and condition.words.write(locale) not in shown[service.service.id]
    ]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", NAMED)
def test_a_family_gets_what_a_careful_reader_would_tell_it(
    page: Page, root: str, revision: Revision, name: str, locale: Locale
) -> None:
    """Every verdict, the words of the notice with it, within about ten taps."""
    family = find_family(name)
    start(page, f"{root}{locale.prefix}check/")
    taps = 1 + answer_all(page, read_family(family))
    assert taps <= MOST_TAPS
    assert read_verdicts(page) == list_on_page(family, revision)
    assert list_strange_reasons(page, revision, locale) == []
    assert list_untold(page, revision, read_family(family), locale) == []
    assert sorted(page.evaluate(LIST_UNJUDGED)) == sorted(
        f"{service.id}/{number}"
        for service in revision.services
        for number, clause in enumerate(service.clauses, 1)
        if clause.how == "public"
    )
    service, condition = QUOTED[name]
    card = page.locator(f"[data-view=results] [data-service={service}]")
    assert revision.conditions[condition].quote.write(locale) in card.inner_text()


OTHERS = [family["id"] for family in FAMILIES if family["id"] not in NAMED]


@pytest.mark.parametrize(
    ("name", "locale"), [(name, LOCALES[place % 2]) for place, name in enumerate(OTHERS)]
)
def test_every_family_gets_its_verdicts(
    page: Page, root: str, revision: Revision, name: str, locale: Locale
) -> None:
    """Whoever skips questions too; what is not asked could change nothing."""
    family = find_family(name)
    start(page, f"{root}{locale.prefix}check/")
    answer_all(page, read_family(family))
    assert read_verdicts(page) == list_on_page(family, revision)
    assert list_strange_reasons(page, revision, locale) == []
    assert list_untold(page, revision, read_family(family), locale) == []
