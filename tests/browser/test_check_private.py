"""What comes out of the questionnaire tells nothing of what was answered to a personal question.

Every family is laid on paper, in both languages, and so is every other family that answers plain
questions alike.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from carelist.catalog.rules import EVERYONE, NONE_OF_THESE
from carelist.eligibility.inspecting import load_list
from carelist.eligibility.verdicts import decide_services

from tests.browser.driving import PHONE
from tests.eligibility.test_families import FAMILIES, read_family
from tests.eligibility.twins import read_answers
from tests.publicity.scanning import read_pages, squeeze
from tests.site.building import CATALOG
from tests.speaking import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.revision import Catalog
    from carelist.catalog.rules import Fact
    from carelist.catalog.texts import Text
    from carelist.speech.locales import Locale
    from playwright.sync_api import Browser, Page

ON_PAPER = {"zh": "只数印出来的", "en": "Only what is printed is counted"}
BEGIN = """async (folder) => {
  const { Questionnaire } = await import(`${folder}questionnaire.mjs`);
  const root = document.querySelector("[data-module=check]");
  const rules = await (await fetch(root.dataset.listHref)).json();
  window.questionnaire = new Questionnaire(root, rules);
  questionnaire.begin();
}"""
SHOW = """(answers) => {
  const { steps } = questionnaire;
  questionnaire.interview = questionnaire.interview.startAnother();
  const { interview } = questionnaire;
  interview.answers = {};
  interview.asked = [];
  interview.resume();
  while (interview.current) interview.answer(answers[interview.current] ?? []);
  steps.open(questionnaire.makeScreen());
  document.querySelector("[data-with-answers]").checked = true;
}"""
"""Answers what is asked of a family, and goes to its results, to be printed with the answers."""
READ = """() => {
  const read = (place) => [...document.querySelectorAll(place)].map(({ value }) => value);
  const said = read("[data-whom] option");
  const shared = read("[data-titles] input");
  dispatchEvent(new Event("beforeprint"));
  const main = document.querySelector("main").cloneNode(true);
  dispatchEvent(new Event("afterprint"));
  for (const template of main.querySelectorAll("template")) template.remove();
  const told = [...main.querySelectorAll(".result")].map((card) => [
    card.dataset.service,
    [...card.querySelectorAll("[data-clause]")].map(({ dataset }) => dataset.clause).sort(),
  ]);
  return { said, shared, told: Object.fromEntries(told), paper: main.innerHTML };
}"""
"""Gives all that comes out: what to say, what is shared, and the page as it is printed."""


class Private(NamedTuple):
    """What must not come out."""

    answers: dict[str, list[str]]
    """What can be answered to each sensitive question."""
    words: dict[Locale, set[str]]
    """By locale, the texts of the catalog that name such a question or an answer to it."""


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The real catalog."""
    return load_list(CATALOG)


@pytest.fixture(scope="module")
def private(catalog: Catalog) -> Private:
    """The sensitive questions, and all words for them that other questions do not share."""
    facts = [fact for fact in catalog.questions.facts if fact.is_sensitive]
    answers = {fact.id: [option.id for option in fact.options] for fact in facts}
    texts = [text for fact in facts for text in (fact.question, *list_labels(fact))]
    plain: list[Text] = []
    for condition in catalog.latest.rows.conditions:
        target = texts if condition.fact in answers else plain
        target += [condition.words, condition.quote]
    words = {
        locale: {text.write(locale) for text in texts} - {text.write(locale) for text in plain}
        for locale in LOCALES
    }
    return Private(answers, words)


def list_labels(fact: Fact) -> list[Text]:
    """The answers that tell something."""
    return [option.label for option in fact.options if option.id != NONE_OF_THESE]


@pytest.fixture(scope="module")
def opened(browser: Browser, root: str) -> Iterator[dict[Locale, Page]]:
    """The questionnaire in each language, begun."""
    with browser.new_context(viewport=PHONE, service_workers="block") as context:
        pages = {}
        for locale in LOCALES:
            pages[locale] = context.new_page()
            pages[locale].goto(f"{root}{locale.prefix}check/")
            pages[locale].evaluate(BEGIN, f"{root}scripts/check/")
        yield pages


def vary(answers: dict[str, list[str]], private: Private) -> Iterator[dict[str, list[str]]]:
    """Yield what else the family could have answered to the sensitive questions."""
    plain = {fact: chosen for fact, chosen in answers.items() if fact not in private.answers}
    yield plain
    denied = {fact: [NONE_OF_THESE] for fact in private.answers}
    for fact, options in private.answers.items():
        for option in options:
            yield {**plain, **denied, "hukou": ["other-city"], fact: [option]}


def find_told(
    catalog: Catalog, answers: dict[str, list[str]], private: Private
) -> dict[str, list[str]]:
    """The services that may be told, with their clauses that may fit.

    A clause may be told if its verdict is the same whatever is answered to the questions asked with
    care, and to that of the hukou, which is asked of few because of such an answer. A service that
    does not fit is named only if it asks nothing of the kind.
    """
    choices = [[(fact, (o,)) for o in options] for fact, options in private.answers.items()]
    choices.append([("hukou", ("same-district",)), ("hukou", ("other-province",))])
    tried = [
        decide_services(catalog.latest, {**read_answers(answers), **dict(each)})
        for each in product(*choices)
    ]
    found: dict[str, list[str]] = {}
    for verdicts in zip(*tried, strict=True):
        clauses = list(zip(*(verdict.clauses for verdict in verdicts), strict=True))
        values = [{part.verdict for part in parts} for parts in clauses]
        told = [str(n) for n, value in enumerate(values, 1) if value in ({"yes"}, {"depends"})]
        service = verdicts[0].service
        rules = catalog.latest.rules[service.id]
        names = {name for rule in rules for name in rule.list_conditions() if name != EVERYONE}
        asked = {catalog.latest.conditions[name].fact for name in names}
        if told or not asked & {*private.answers}:
            found[service.id] = told
    return found


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family["id"])
def test_nothing_private_comes_out(
    opened: dict[Locale, Page], catalog: Catalog, private: Private, family: dict[str, Any]
) -> None:
    """Not on paper, in its text and its markup; not in what is said and shared.

    What comes out is the same for every family that differs in private answers alone.
    """
    answers = read_family(family)
    told = find_told(catalog, answers, private)
    for number, (locale, page) in enumerate(opened.items()):
        page.evaluate(SHOW, answers)
        out = page.evaluate(READ)
        assert out["told"] == told
        assert {*out["shared"]} < {*told}
        printed = squeeze("".join(read_pages(page.pdf(format="A4"))))
        assert squeeze(ON_PAPER[locale.tag]) in printed
        text = "".join([*out["said"], out["paper"]])
        named = {w for w in private.words[locale] if w in text or squeeze(w) in printed}
        assert named == set()
        # Each family in one of the languages: they share the script that decides.
        for other in vary(answers, private) if number == FAMILIES.index(family) % 2 else ():
            page.evaluate(SHOW, other)
            assert page.evaluate(READ) == out, other
