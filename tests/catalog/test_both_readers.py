"""YAML reads the same with libyaml, which PyYAML's wheels bring, and without it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from carelist.catalog import located_yaml
from carelist.catalog.located_yaml import Document, parse_yaml

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for folder in ("catalog", "generator", "tests/cities/lakeside")
    for path in (ROOT / folder).rglob("*.yml")
    if "skeleton" not in path.parts  # templates of files
)


def read_twice(name: str, content: bytes, monkeypatch: pytest.MonkeyPatch) -> list[Document]:
    """Read a file by the C library, and by Python alone."""
    documents = []
    for loader in (yaml.CBaseLoader, yaml.BaseLoader):
        monkeypatch.setattr(located_yaml, "LOADER", loader)
        documents.append(parse_yaml(name, content))
    return documents


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_of_ours_is_read_alike(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same tree with the same places."""
    by_c, by_python = read_twice(path.name, path.read_bytes(), monkeypatch)
    assert by_c.root is not None
    assert (by_c.root, by_c.problems) == (by_python.root, by_python.problems)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[why?, how]", (1, 5)),
        ("a: {zh: 为什么？, en: Is it so?}", (1, 27)),
        ("a:\n  - {why?: x}", (2, 9)),
        ("[a, what\n  now? then]", (2, 6)),
    ],
)
def test_a_question_mark_in_brackets_is_told_alike(
    text: str, place: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """PyYAML alone ends a text there; so that nobody's list is read by one and not by the other."""
    for document in read_twice("x.yml", text.encode(), monkeypatch):
        (problem,) = document.problems
        assert (document.root, (problem.position.line, problem.position.column)) == (None, place)
        assert problem.message() == (
            "a question mark ends a text in brackets for some readers of YAML; "
            "put the whole text in double quotes"
        )


@pytest.mark.parametrize(
    "text", ['["why?"]', "a: why?", "- why?\n- {a: 为什么？}", "a: [x] # why?"]
)
def test_other_question_marks_are_text(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In quotes, outside of brackets, and the Chinese one anywhere."""
    by_c, by_python = read_twice("x.yml", text.encode(), monkeypatch)
    assert (by_c.root, by_c.problems) == (by_python.root, by_python.problems)
    assert by_c.problems == []
