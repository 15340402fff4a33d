"""Answers that hardly stand together: told alike in both languages, and none that can be so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from carelist.catalog.rules import Clash
from carelist.eligibility.clashes import find_clashes
from carelist.eligibility.profiles import read_answers as read_words

from tests.eligibility.test_twins import draw_profiles
from tests.eligibility.twins import read_answers

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from playwright.sync_api import Page

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "clashes.yml").read_text(encoding="utf-8")
)
FIND = """async ([scripts, list, profiles]) => {
  const { findClashes } = await import(scripts + "eligibility/clashes.mjs");
  return profiles.map((answers) => findClashes(list, answers).map(({ words }) => words));
}"""


def test_clashes_in_python(catalog: Catalog) -> None:
    """Each case has its clashes, in the order of the list."""
    for case in CASES:
        clashes = [
            Clash.model_validate({**clash, "words": {"zh": clash["words"]}})
            for clash in case["clashes"]
        ]
        questions = catalog.questions.model_copy(update={"clashes": tuple(clashes)})
        for one in case["cases"]:
            found = find_clashes(questions, read_answers(one["answers"]))
            assert [clash.words.source for clash in found] == one["found"], one["answers"]


def test_clashes_in_javascript(page: Page, scripts: str) -> None:
    """The browser tells the same of the same cases."""
    page.goto(f"{scripts}site.mjs")
    for case in CASES:
        answers = [one["answers"] for one in case["cases"]]
        found = page.evaluate(FIND, [scripts, {"clashes": case["clashes"]}, answers])
        assert found == [one["found"] for one in case["cases"]]


def test_the_real_clashes_are_alike(
    page: Page, scripts: str, catalog: Catalog, exported: dict[str, Any]
) -> None:
    """Some hundred families of every kind, of whom many answered at random."""
    page.goto(f"{scripts}site.mjs")
    profiles = draw_profiles(catalog.questions, 500)
    expected = [
        [clash.words.source for clash in find_clashes(catalog.questions, read_answers(profile))]
        for profile in profiles
    ]
    assert page.evaluate(FIND, [scripts, exported, profiles]) == expected
    assert {words for found in expected for words in found} == {
        clash.words.source for clash in catalog.questions.clashes
    }


def test_what_can_be_is_no_clash(catalog: Catalog) -> None:
    """A child about to start school at five, one who stays on, one out of school: real families."""
    families = (
        "age=0-2 stage=kindergarten",
        "age=3-5 stage=compulsory",
        "age=6 stage=kindergarten",
        "age=7-15 stage=kindergarten",
        "age=7-15 stage=senior-high",
        "age=7-15 stage=vocational",
        "age=7-15 stage=none",
        "age=16-17 stage=compulsory",
        "age=16-17 stage=none",
        "hardship=subsistence-allowance,sudden",
        "care=orphan,in-shelter,hiv",
        "hukou=same-district residence_permit=yes",
    )
    for family in families:
        answers = read_words(family.split(), catalog.questions)
        assert find_clashes(catalog.questions, answers) == (), family
