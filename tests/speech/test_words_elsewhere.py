"""Words stand in generator/carelist/speech/locales/ alone: none in Python, none in templates."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from carelist.theme import THEME

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODULES = sorted((ROOT / "generator" / "carelist").rglob("*.py"))
SHEETS = sorted((ROOT / "generator" / "carelist" / "publicity" / "templates").glob("*.typ"))
HAN = re.compile("[\u4e00-\u9fff]")

READ = {
    "catalog/bodies.py": "what stands between the names of bodies, and their roles",
    "catalog/headings.py": "years and levels of government before a heading",
    "catalog/letter_duties.py": "how a letter names bodies and turns to all of them",
    "catalog/printed_numbers.py": "numerals",
    "catalog/proposed_ids.py": "what ids are proposed from",
    "catalog/radicals.py": "characters that a copy has in place of others",
    "catalog/records.py": "eligible, as a notice says it without saying what for",
    "catalog/sameness.py": "how a notice says that a table is annexed",
    "catalog/sections.py": "how headings among rows are counted, sums and notes",
    "catalog/table_lines.py": "numbers of rows, as a notice writes them",
    "catalog/telephones.py": "how extensions of telephone numbers are written",
    "eligibility/lint.py": "ages as a notice prints them",
    "formats/": "marks, numbers and days in files of clerks",
    "intake/body_names.py": "how names of one body are written",
    "intake/dittos.py": "how a cell says that it is as another",
    "intake/draft_services.py": "how clauses speak of applying",
    "intake/letter.py": "how the parts of a notice begin",
    "intake/letter_forms.py": "kinds of documents, endings of issuers, days",
    "intake/mends.py": "how the parts of a notice begin, and names of bodies end",
    "intake/names.py": "how names of bodies and services end",
    "intake/report_beside.py": "how a note says which body leads, and units of amounts",
    "intake/suspicions.py": "characters that may stand twice",
    "publicity/phrases.py": "characters that lean on the word before",
    "revisions/quantities.py": "numbers, and what they count",
    "revisions/substance.py": "numerals",
    "search/": "numbers, sounds and signs as people type them",
    "speech/pinyin.py": "words that families say otherwise than dictionaries do",
}
"""Modules and folders that read Chinese, and which: they look for it and show none of it."""
TEMPLATES = sorted(THEME.rglob("*.html"))
CLASSES = re.compile(r"\{% block page_class %\}.*?\{% endblock %\}")
FILLED = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
MARKS = re.compile(r"<(script|style)\b.*?</\1>|<[^<>]*>", re.DOTALL)
"""What of a template is not shown as it stands."""


def list_literals(path: Path) -> Iterator[str]:
    """The texts of a module as it writes them, without docstrings."""
    source = path.read_text(encoding="utf-8")
    if not HAN.search(source):
        return
    tree = ast.parse(source)
    nodes = list(ast.walk(tree))
    told = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.JoinedStr | ast.Constant) and id(node) not in told:
            yield ast.get_source_segment(source, node) or ""


def list_pairs(path: Path) -> Iterator[int]:
    """The lines on which a module says something in several languages."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Dict):
            said = {
                key.value
                for key, value in zip(node.keys, node.values, strict=True)
                if isinstance(key, ast.Constant) and isinstance(value, ast.Constant | ast.JoinedStr)
            }
            if {"zh", "en"} <= said:
                yield node.lineno


def test_modules_hold_no_chinese_but_what_they_look_for() -> None:
    """Whoever adds words to Python is told where they belong; the list has none that is clean."""
    folder = ROOT / "generator" / "carelist"
    speaking = [
        path.relative_to(folder).as_posix()
        for path in MODULES
        if any(HAN.search(text) for text in list_literals(path))
    ]
    strange = [name for name in speaking if not name.startswith(tuple(READ))]
    assert strange == [], (
        "words belong to generator/carelist/speech/locales/; what reads Chinese, to READ"
    )
    assert [one for one in READ if not any(name.startswith(one) for name in speaking)] == []


def test_modules_hold_no_pairs_of_words() -> None:
    """What is said in several languages stands in their files."""
    assert [(path.name, line) for path in MODULES for line in list_pairs(path)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_templates_hold_no_words(path: Path) -> None:
    """They place words that they are given; the name of a format is none."""
    shown = path.read_text(encoding="utf-8")
    for plain in (CLASSES, FILLED, MARKS):
        shown = plain.sub("", shown)
    assert set(re.findall(r"[A-Za-z\u4e00-\u9fff]{2,}", shown)) <= {"ZIP"}


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_sheets_hold_no_words(path: Path) -> None:
    """A character to measure by is none."""
    assert len(HAN.findall(path.read_text(encoding="utf-8"))) <= 1
