"""The program knows no locale by its name: what differs between them stands in their records."""

from __future__ import annotations

import ast
import re
from itertools import chain
from typing import TYPE_CHECKING

from carelist.speech.locales import SHIPPED_LOCALES
from carelist.theme import THEME

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = {name for one in SHIPPED_LOCALES for name in (one.tag, one.language, one.cldr)}
COMPARED = re.compile(
    r"""[=!]={1,2}\s*["'](?:NAMES)["']|["'](?:NAMES)["']\s*[=!]={1,2}|startsWith\(["'](?:NAMES)["']\)""".replace(
        "NAMES", "|".join(sorted(NAMES))
    )
)
"""A comparison in a template, a script or a sheet for print."""
ALLOWED = {
    "generator/carelist/search/pinyin.py": "initials of pinyin",
    "generator/carelist/speech/locales.py": "the official texts are Chinese",
}
"""Where a name is no locale's."""


def find_names(path: Path) -> Iterator[str]:
    """Yield every place in a module of the program that has the name of a locale as a value."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value in NAMES:
            yield f"{path.relative_to(ROOT)}:{node.lineno}: {node.value}"


def find_comparisons(path: Path) -> Iterator[str]:
    """Yield every line of another file that compares something with the name of a locale."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if COMPARED.search(line):
            yield f"{path.relative_to(ROOT)}:{number}: {line.strip()}"


def test_no_module_has_the_name_of_a_locale() -> None:
    """Neither to compare with it, nor as a key: another locale needs no line of code."""
    modules = (ROOT / "generator" / "carelist").rglob("*.py")
    found = (
        place
        for path in modules
        if path.relative_to(ROOT).as_posix() not in ALLOWED
        for place in find_names(path)
    )
    assert sorted(found) == []


def test_nothing_that_readers_load_compares_with_the_name_of_a_locale() -> None:
    """Templates, scripts, and the sheets of the kit."""
    files = chain(
        THEME.rglob("*.html"),
        (THEME / "scripts").rglob("*.mjs"),
        (ROOT / "generator" / "carelist" / "publicity" / "templates").glob("*.typ"),
    )
    assert [place for path in files for place in find_comparisons(path)] == []


def test_a_comparison_is_found() -> None:
    """In each way that it can be written."""
    assert COMPARED.findall('if locale === "zh" {}') == ['=== "zh"']
    assert COMPARED.findall("{% if frame.locale == 'en' %}") == ["== 'en'"]
    assert COMPARED.findall('"zh" == locale') == ['"zh" ==']
    assert COMPARED.findall('lang.startsWith("en")') == ['startsWith("en")']
    assert COMPARED.findall('Object.keys({ zh: 1 }), name === "zhou"') == []
