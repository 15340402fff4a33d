"""The decisions: each has a number of its own, and no number is missing without a word."""

from __future__ import annotations

import re

from tests.conftest import ROOT

FOLDER = ROOT / "docs" / "decisions"
FILES = sorted(FOLDER.glob("[0-9]*.md"))
NUMBERS = [int(path.name[:4]) for path in FILES]


def test_each_decision_has_its_number() -> None:
    """One file a number, which its title and its name say alike, and the day it was decided."""
    assert len(set(NUMBERS)) == len(NUMBERS)
    for path, number in zip(FILES, NUMBERS, strict=True):
        title, _, day = path.read_text(encoding="utf-8").split("\n")[:3]
        assert re.fullmatch(r"\d{4}(-[a-z0-9]+)+\.md", path.name), path.name
        assert title.startswith(f"# {number}. "), path.name
        assert re.match(r"\*\*Decided\*\* \d{4}-\d{2}-\d{2}\b", day), path.name


def test_missing_numbers_say_what_became_of_them() -> None:
    """The numbers that no file has are those that the index explains."""
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([\d, ]+) \| .+ \|$", index, re.MULTILINE)
    explained = sorted(int(number) for row in rows for number in row.split(", "))
    assert explained == sorted(set(range(1, max(NUMBERS) + 1)) - set(NUMBERS))
