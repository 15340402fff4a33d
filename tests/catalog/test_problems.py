"""Problems as lines and annotations, their order, their language."""

from __future__ import annotations

import re

import pytest
from carelist.catalog.kinds import Kind
from carelist.catalog.problems import (
    CatalogError,
    Position,
    Problem,
    find_nearest,
    list_more_lines,
    sort_problems,
)
from carelist.speech.locales import SHIPPED_LOCALES, Locale
from carelist.speech.messages import Values, show
from carelist.speech.own import find_own_locale

from tests.conftest import ROOT
from tests.speaking import EN, LOCALES, ZH

PROBLEM = Problem(
    Position("catalog/revisions/2025/services.yml", 214, 9),
    Kind.UNKNOWN_DEPARTMENT,
    {"value": "healh", "near": "health"},
)


def test_line() -> None:
    """A line is what the design promises."""
    assert PROBLEM.line() == (
        "catalog/revisions/2025/services.yml:214:9: "
        "unknown department 'healh'; did you mean 'health'?"
    )
    assert PROBLEM.line(ZH) == (
        "catalog/revisions/2025/services.yml:214:9: "
        "departments.yml 里没有 id 为“healh”的部门；是不是“health”？"
    )


def test_annotation() -> None:
    """An annotation escapes what GitHub gives a meaning to."""
    position = Position("a,b:c.yml", 3, 4)
    problem = Problem(position, Kind.UNKNOWN_PILLAR, {"value": "100%: a,b"})
    assert problem.annotation() == (
        "::error file=a%2Cb%3Ac.yml,line=3,col=4::unknown pillar '100%25: a,b'"
    )


def test_annotation_of_a_stale_translation_is_a_warning() -> None:
    """What does not stop the Chinese list only warns."""
    values: Values = {"value": "文", "digest": "00000000", "language": EN, "tag": EN.tag}
    problem = Problem(Position("a.yml"), Kind.STALE_TRANSLATION, values)
    assert problem.annotation(ZH) == (
        "::warning file=a.yml,line=1,col=1::"
        '英语译文不是照现在的原文“文”译的；改好译文后，请把 digest 改为 "00000000"'
    )


def test_message_is_one_printable_line() -> None:
    """A value cannot break the line, colour the terminal or fill the screen."""
    assert show("a\nb\x1b[31m\u202e\udcff") == "a⏎b\\x1b[31m\\u202e\\udcff"
    assert show("长" * 500) == "长" * 200 + "…"
    assert show("全\u3000角") == "全\u3000角"


def test_error_lists_all_problems() -> None:
    """The error's text is all its lines."""
    other = Problem(Position("site.yml"), Kind.MISSING_FILE)
    error = CatalogError([PROBLEM, other])
    assert str(error).splitlines() == [PROBLEM.line(), other.line()]


def test_lines_in_file_order() -> None:
    """Problems are told in the order of files, lines and columns."""
    places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 1)]
    problems = [Problem(Position(*place), Kind.MISSING_FILE) for place in places]
    words = "this file is missing; the catalog needs it"
    assert [problem.line() for problem in sort_problems(problems)] == [
        f"a:2:1: {words}",
        f"a:2:9: {words}",
        f"a:10:1: {words}",
        f"b:1:1: {words}",
    ]


@pytest.mark.parametrize(
    ("value", "near"),
    [("healh", {"near": "health"}), ("helth", {"near": "health"}), ("xyz", {}), ("", {})],
)
def test_nearest(value: str, near: dict[str, str]) -> None:
    """A near miss is suggested, and nothing else."""
    assert find_nearest(value, {"health", "housing", "education"}) == near


def test_more_lines() -> None:
    """Lines that repeat a mistake are listed, the first five of them."""
    places = [Position("a", line) for line in range(1, 9)]
    assert list_more_lines(places[:1]) == {}
    assert list_more_lines(places[:3]) == {"more": "2, 3"}
    assert list_more_lines(places) == {"more": "2, 3, 4, 5, 6, …"}


@pytest.mark.parametrize(
    ("environment", "system", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "", "zh"),
        ({"LANG": "en_GB.UTF-8"}, "zh_CN", "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "", "en"),
        ({"LC_MESSAGES": "zh_TW", "LANG": "en_US"}, "", "zh"),
        ({"LC_ALL": "", "LANG": "zh_CN"}, "", "zh"),
        ({"LANG": "de_DE"}, "", "en"),
        ({}, "Chinese (Simplified)_China", "zh"),
        ({}, "zh_CN", "zh"),
        ({}, "English_United States", "en"),
        ({}, "", "en"),
    ],
)
def test_language(environment: dict[str, str], system: str, language: str) -> None:
    """The first variable that is set decides, else the system's own name of the locale."""
    assert find_own_locale(SHIPPED_LOCALES, environment, system).tag == language


PROGRAM = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "generator" / "carelist").rglob("*.py"))
)
NAMED = re.compile(r'"problems", f?"([a-z_]+)')


@pytest.mark.parametrize("language", LOCALES)
def test_every_kind_has_its_words(language: Locale) -> None:
    """No kind of problem is without a message; all other words are parts that modules name."""
    words = language.words("problems")
    assert [kind for kind in Kind if kind not in words] == []
    parts = tuple({*NAMED.findall(PROGRAM), "near", "more"})
    assert [key for key in words if key not in set(Kind) and not key.startswith(parts)] == []


@pytest.mark.parametrize("language", LOCALES)
def test_no_message_ends_in_a_full_stop(language: Locale) -> None:
    """A message is a line that stands behind its place."""
    words = language.words("problems")
    assert [key for key, word in words.items() if word.endswith((".", "。"))] == []
