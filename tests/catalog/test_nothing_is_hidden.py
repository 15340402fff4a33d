"""Mistakes of every kind at once: each is told in one run, with and without English."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pytest
from carelist.catalog.kinds import Kind
from carelist.eligibility.inspecting import inspect_list
from carelist.search.checks import inspect_vocabulary

if TYPE_CHECKING:
    from pathlib import Path

SERVICES = "revisions/2031/services.yml"
READINGS = "revisions/2031/readings.yml"
NOTICE = "revisions/2031/notice.yml"
ENGLISH = re.compile(r'^ +(?:en: [^\[].*|digest: "[0-9a-f]{8}")\n(?: {8,}[^-:]*\n)*?', re.MULTILINE)
BREAKS_READINGS = "read: 辅导和托管\n    sure: 100", "read: 辅导和托管\n    sure: 100%"
"""Because of it no cell can be proved where it stands."""


class Mistake(NamedTuple):
    """Words that somebody writes in place of others, and what is told of them."""

    file: str
    old: str
    new: str
    kind: Kind


OURS = (
    Mistake("site.yml", "zh: 湖滨市\n", "zh: Hubin\n", Kind.NO_OWN_LETTERS),
    Mistake("pillars.yml", "colour: amber", "colour: pink", Kind.NOT_ONE_OF),
    Mistake(
        "departments.yml", "      addressees: 财政局", "      adressees: 财政局", Kind.UNKNOWN_KEY
    ),
    Mistake("hotlines.yml", "[education]", "[eduction]", Kind.UNKNOWN_DEPARTMENT),
    Mistake("vocabulary.yml", "[放学没人接]", "[放学没人接, 没学上]", Kind.TERM_TWICE),
    Mistake("vocabulary.yml", "放学没人接, ", "放学没人接, 入学服务, ", Kind.TERM_OUTRANKS),
    Mistake("situations.yml", "profile: ", "profile: pets=many ", Kind.UNKNOWN_FACT),
    Mistake(SERVICES, "how: apply\n", "how: free\n", Kind.NOT_ONE_OF),
    Mistake(SERVICES, "id: advice", "id: places", Kind.DUPLICATE_ID),
    Mistake(SERVICES, "criterion: low-spirits", "criterion: low-spirit", Kind.UNKNOWN_CONDITION),
    Mistake(SERVICES, '"no": [age=0-5]', '"no": [age=6-15]', Kind.EXAMPLE_FAILS),
)
"""In words of this site."""
OFFICIAL = (
    Mistake(SERVICES, "zh: 阅读服务", "zh: 免费阅读服务", Kind.CELL_DIFFERS),
    Mistake(SERVICES, "zh: 为符合条件的随迁学生提供", "zh: 为全部随迁学生提供", Kind.TASK_DIFFERS),
    Mistake(SERVICES, "zh: 学校提供课后", "zh: 学校免费提供课后", Kind.TASK_DIFFERS),
    Mistake(SERVICES, "zh: 为困难家庭发放临时", "zh: 为困难家庭发放万元", Kind.TASK_DIFFERS),
    Mistake(NOTICE, "zh: 2031年5月6日印发", "zh: 2031年5月7日印发", Kind.PARAGRAPH_DIFFERS),
)
"""In words of the notice."""
FOLLOWING = Counter({Kind.QUOTE_ELSEWHERE: 1, Kind.UNKNOWN_CLAUSE: 1})
"""A rule quotes what its clause no longer says, and words lead to a clause of another name."""


def plant(folder: Path, mistakes: tuple[Mistake, ...], *, with_english: bool) -> None:
    """Make the mistakes, each once."""
    for mistake in mistakes:
        path = folder / mistake.file
        text = path.read_text(encoding="utf-8")
        assert mistake.old in text
        path.write_text(text.replace(mistake.old, mistake.new, 1), encoding="utf-8")
    for path in () if with_english else folder.rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(ENGLISH.sub("", text), encoding="utf-8")


def count_kinds(folder: Path) -> Counter[Kind]:
    """Count what is told, but for translations, by its kind."""
    problems = inspect_vocabulary(inspect_list(folder)).problems
    return Counter(problem.kind for problem in problems if not problem.is_translation)


@pytest.mark.parametrize("with_english", [True, False])
def test_no_mistake_hides_another(lakeside: Path, *, with_english: bool) -> None:
    """In words of ours and of the notice, in every file."""
    plant(lakeside, (*OURS, *OFFICIAL), with_english=with_english)
    told = Counter(mistake.kind for mistake in (*OURS, *OFFICIAL))
    assert count_kinds(lakeside) == told + FOLLOWING


@pytest.mark.parametrize("with_english", [True, False])
def test_a_broken_reading_hides_no_invented_word(lakeside: Path, *, with_english: bool) -> None:
    """What the copy nowhere says is told, though no cell can be proved in its place."""
    broken = Mistake(READINGS, *BREAKS_READINGS, Kind.NOT_A_PERCENTAGE)
    plant(lakeside, (broken, *OURS, *OFFICIAL), with_english=with_english)
    told = Counter(mistake.kind for mistake in (broken, *OURS))
    told[Kind.NOT_IN_COPY] = len(OFFICIAL)
    assert count_kinds(lakeside) == told + FOLLOWING


@pytest.mark.parametrize("with_english", [True, False])
def test_words_that_lead_nowhere_are_told_beside_all_else(
    lakeside: Path, *, with_english: bool
) -> None:
    """Unless a service or a rule cannot be read, which may be what they lead to."""
    lost = (
        Mistake("vocabulary.yml", "word: 学位", "word: 学籍", Kind.SYNONYM_NOWHERE),
        Mistake(
            "vocabulary.yml", "ignored:", "examples: {zh: [打针]}\nignored:", Kind.EXAMPLE_NOWHERE
        ),
    )
    plant(lakeside, (*lost, *OFFICIAL), with_english=with_english)
    told = Counter(mistake.kind for mistake in (*lost, *OFFICIAL))
    assert count_kinds(lakeside) == told + Counter({Kind.QUOTE_ELSEWHERE: 1})
    rule = Mistake(
        SERVICES, "criterion: low-spirits", "criterion: low-spirit", Kind.UNKNOWN_CONDITION
    )
    plant(lakeside, (rule,), with_english=with_english)
    found = count_kinds(lakeside)
    assert found[Kind.UNKNOWN_CONDITION] == 1
    assert found.keys().isdisjoint({mistake.kind for mistake in lost})


@pytest.mark.parametrize(
    ("services", "kind"),
    [
        ("", Kind.MISSING_KEY),
        ("services:\n", Kind.EMPTY_LIST),
        ("services: []\n", Kind.EMPTY_LIST),
    ],
)
def test_a_list_without_services_is_told_to_have_none(
    lakeside: Path, services: str, kind: Kind
) -> None:
    """Nothing is searched for words that lead nowhere: there is nowhere to lead to."""
    path = lakeside / SERVICES
    before, found, _ = path.read_text(encoding="utf-8").partition("services:\n")
    assert found
    path.write_text(before + services, encoding="utf-8")
    assert count_kinds(lakeside) == Counter([kind])
