"""A file that was edited in one entry of a list is read as if it were read whole."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from carelist.catalog import reparsing
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.reparsing import parse_again

from tests.conftest import LAKESIDE

if TYPE_CHECKING:
    from carelist.catalog.located_yaml import Document

FILE = "services.yml"
SHORT = """\
first: one
list:
  - id: a
    text: words
  # of the next
  - id: b
    text: >-
      more
      words
  - id: c
    names: [p, q]
last:
  - id: d
    text: "words"
"""
SIGNS = (
    *("'", '"', "|", ">-", "|+", "#", " #", ": ", "- ", "  - id: x", "---", "...", "[", "]", "{"),
    *("}", ",", "&a", "*a", "!t", "? ", "%", " ", "    ", "\t", "新", "、", "a: b", "\\n", "no"),
)


def read(text: str) -> Document:
    """Read a file whole."""
    return parse_yaml(FILE, text.encode())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: a", "id: aa"),
        ("    text: words\n", "    text: [words]\n"),
        ("      more\n", "      less\n"),
        ("names: [p, q]", "names: {p: q}"),
        ('"words"', '"more words"'),
    ],
)
def test_an_entry_is_read_alone(monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    """And no more of the file."""
    seen: list[int] = []

    def note(file: str, content: bytes) -> Document:
        seen.append(len(content))
        return parse_yaml(file, content)

    monkeypatch.setattr(reparsing, "parse_yaml", note)
    edited = SHORT.replace(old, new)
    again = parse_again(read(SHORT), edited.encode())
    assert again
    assert again.document == read(edited)
    assert 0 < sum(seen) < len(SHORT) / 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("first: one", "first: two"),
        ("  - id: b", "  - id: b\n    also: this"),
        ("    text: words\n", "    text: 'words\n"),
        ("    text: words\n", "  - text: words\n"),
        ("    text: words\n", "text: words\n"),
        ("    text: words\n", "...\n"),
        ("    text: words\n", "    text: wo\trds\n"),
        ("    text: words\n", "    text: &a words\n"),
        ("  - id: b\n", "    id: b\n"),
        ("  - id: c", " - id: c"),
        ("last:", "  last:"),
    ],
)
def test_what_may_concern_more_is_read_whole(old: str, new: str) -> None:
    """What is no entry, ends one, or begins what does not end in it."""
    edited = SHORT.replace(old, new)
    assert edited != SHORT
    assert parse_again(read(SHORT), edited.encode()) is None


def test_whatever_is_edited_is_read_as_it_is() -> None:
    """Signs of YAML are put anywhere into lines, lines are moved, emptied and cut."""
    chance = random.Random(20)
    text = (LAKESIDE / "revisions" / "2031" / FILE).read_text(encoding="utf-8")
    before, alone = read(text), 0
    for _ in range(150):
        lines = text.split("\n")
        for _ in range(chance.choice([1, 1, 2])):
            at = chance.randrange(len(lines))
            line, sign = lines[at], chance.choice(SIGNS)
            place = chance.randrange(len(line) + 1)
            lines[at] = chance.choice(
                [
                    *[line[:place] + sign + line[place:]] * 3,
                    line[:place] + line[place + 2 :],
                    " " * chance.randrange(8) + line.strip(),
                    sign + line.strip(),
                    "",
                ]
            )
        edited = "\n".join(lines)
        again = parse_again(before, edited.encode())
        if again:
            alone += 1
            assert again.document == read(edited), edited
    assert alone > 150 / 6
