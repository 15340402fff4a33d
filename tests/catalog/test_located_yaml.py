"""The tree of a YAML file: places of values, and nothing guessed."""

from __future__ import annotations

import json
import re

import pytest
from carelist.catalog.decoding import check_text
from carelist.catalog.kinds import Kind
from carelist.catalog.located_yaml import MAX_DEPTH, Document, Node, parse_yaml
from carelist.catalog.problems import Position
from hypothesis import given
from hypothesis import strategies as st

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")).filter(
        lambda character: not check_text("x.yml", character)
    ),
    max_size=8,
)
"""Of characters of which nothing is told: that is tested elsewhere."""
TREES = st.recursive(
    WORDS,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(WORDS, below, max_size=4),
    max_leaves=12,
)


def read(text: str) -> Document:
    """Read a text as the file x.yml."""
    return parse_yaml("x.yml", text.encode())


def root_of(document: Document) -> Node:
    """The tree of a document that has one."""
    assert document.root is not None
    return document.root


@given(TREES.filter(bool))
def test_reads_what_was_written(tree: object) -> None:
    """Any tree written as JSON, which is YAML, is read back the same."""
    document = read(json.dumps(tree, ensure_ascii=False))
    assert document.problems == []
    assert root_of(document).to_plain() == tree


@given(st.lists(WORDS, min_size=1, max_size=6, unique=True), st.integers(0, 3))
def test_places_of_values_and_keys(words: list[str], blank: int) -> None:
    """A value's position is that of its first character, and a key's that of the key."""
    lines = [""] * blank + [f"{json.dumps(w, ensure_ascii=False)}:  '值'" for w in words]
    document = read("\n".join(lines))
    for number, word in enumerate(words, start=blank + 1):
        key = len(json.dumps(word, ensure_ascii=False))
        assert document.at(word) == Position("x.yml", number, key + 4)
        assert document.at(word, key=True) == Position("x.yml", number, 1)


def test_position_of_what_is_missing_is_that_of_its_surroundings() -> None:
    """A path that leads nowhere ends at the nearest value."""
    document = read("a:\n  b:\n    - c: 值\n")
    assert document.at("a", "b", 0, "d") == Position("x.yml", 3, 7)
    assert document.at("a", "b", 7) == Position("x.yml", 3, 5)
    assert document.at("z") == Position("x.yml", 1, 1)


def test_position_inside_a_text() -> None:
    """A character of a text has its own column, also in quotes; a folded text has its start."""
    document = read('a: 一二三\nb: "一二三"\nc: >-\n  一二三\n  四\n')
    assert document.inside(2, "a") == Position("x.yml", 1, 6)
    assert document.inside(2, "b") == Position("x.yml", 2, 7)
    assert document.inside(2, "c") == Position("x.yml", 3, 4)


def test_position_without_a_tree() -> None:
    """A file that is no YAML has its beginning as the place of everything."""
    document = read("a: [")
    assert document.root is None
    assert document.at("a") == Position("x.yml", 1, 1)
    assert document.inside(3, "a") == Position("x.yml", 1, 1)


def test_every_scalar_is_text() -> None:
    """Numbers, dates and quoted words stay as they are written."""
    document = read('a: 7\nb: 2025-09-18\nc: "no"\nd: "012"\n')
    assert root_of(document).to_plain() == {"a": "7", "b": "2025-09-18", "c": "no", "d": "012"}
    assert document.problems == []


def test_first_of_two_equal_keys_is_kept() -> None:
    """The second of two equal keys is told and not used."""
    document = read("a: 1\nb: 2\na: 3\n")
    assert root_of(document).to_plain() == {"a": "1", "b": "2"}
    assert [(p.kind, p.position) for p in document.problems] == [
        (Kind.DUPLICATE_KEY, Position("x.yml", 3, 1))
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# 注释\n", "\ufeff"])
def test_nothing_to_read(text: str) -> None:
    """An empty file has neither a tree nor, by itself, a problem."""
    document = read(text)
    assert (document.root, document.problems) == (None, [])


def test_byte_order_mark_and_line_ends_of_windows() -> None:
    """A file saved by Windows reads as any other, with the same positions."""
    document = read("\ufeffa: 1\r\nb: 2\r\n")
    assert root_of(document).to_plain() == {"a": "1", "b": "2"}
    assert document.at("b") == Position("x.yml", 2, 4)


def test_depth_that_is_allowed() -> None:
    """Lists may stand in each other as deep as the limit, and no deeper."""
    assert read("[" * MAX_DEPTH + "]" * MAX_DEPTH).problems == []
    deeper = read("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))
    assert [(p.kind, p.position.column) for p in deeper.problems] == [(Kind.TOO_DEEP, 25)]


def test_invisible_characters_are_left_out_of_values() -> None:
    """What is told as invisible does not make the value differ as well."""
    document = read('a: 一\u200b二\nb: "一\\u202e二"\nc: 一\t二\n')
    assert root_of(document).to_plain() == {"a": "一二", "b": "一二", "c": "一二"}
    assert [p.position for p in document.problems] == [
        Position("x.yml", 1, 5),
        Position("x.yml", 2, 6),
        Position("x.yml", 3, 4),
    ]


def test_escapes_that_a_reader_can_see_are_read() -> None:
    """A line break written as an escape is what it says; a doubled backslash is no escape."""
    document = read(r'a: "文\n\n广"' + "\n" + r'b: "\\u202e"' + "\n")
    assert root_of(document).to_plain() == {"a": "文\n\n广", "b": "\\u202e"}
    assert document.problems == []


@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    """Whatever the bytes, there is a document, and problems lie inside the file."""
    document = parse_yaml("x.yml", content)
    lines = 1 + len(re.findall(rb"\r\n|\r|\n", content))
    for problem in document.problems:
        assert 1 <= problem.position.line <= lines
        assert problem.position.column >= 1
