"""Plain values as YAML."""

from __future__ import annotations

from pathlib import Path

import pytest
from carelist.catalog.decoding import INVISIBLE
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.radicals import find_radicals
from carelist.catalog.yaml_writing import NOTE, WIDTH, Value, write_yaml
from hypothesis import example, given
from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent.parent
FILES = sorted((ROOT / "catalog" / "revisions" / "2025").glob("*.yml"))


def read(text: str) -> object:
    """Read YAML as the catalog does, which must find nothing wrong with it."""
    document = parse_yaml("file.yml", text.encode())
    assert document.root is not None
    assert [problem.line() for problem in document.problems] == []
    return document.root.to_plain()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_real_files_survive(path: Path) -> None:
    """Every field of the catalog's own files is written and read again, in lines of their width."""
    plain = read(path.read_text(encoding="utf-8"))
    assert isinstance(plain, dict)
    written = write_yaml(plain)
    assert read(written) == plain
    assert not [line for line in written.split("\n") if line.isascii() and len(line) > WIDTH]


_CHARACTERS = st.characters(exclude_categories=["C", "Z"], max_codepoint=0x9FFF)
_SEEN = _CHARACTERS.filter(lambda one: not (INVISIBLE.match(one) or find_radicals(one)))
_TEXTS = st.text(_SEEN, min_size=1)


@example([("0X0", "0xF"), ("0b1", "Null"), ("012", "1e3")])
@given(st.lists(st.tuples(_TEXTS, _TEXTS), min_size=1))
def test_any_text_survives(pairs: list[tuple[str, str]]) -> None:
    """Whatever a notice prints is read again as it was."""
    entries: list[Value] = [{"id": "one", "text": {"zh": zh, "en": en}} for zh, en in pairs]
    assert read(write_yaml({"entries": entries})) == {"entries": entries}


def test_looks_like_the_catalog() -> None:
    """Notes stand above their entry, digests in quotes, short lists on a line."""
    entry: Value = {
        NOTE: "看一看。\nLook.",
        "id": "one",
        "number": "7",
        "departments": ["health", "education"],
        "name": {"zh": "接种", "digest": "12345678"},
        "examples": {"yes": ["age=0-2"], "no": []},
    }
    assert write_yaml({"services": [entry]}, "# 一\n") == (
        "# 一\n"
        "services:\n"
        "  # 看一看。\n"
        "  # Look.\n"
        "  - id: one\n"
        "    number: 7\n"
        "    departments: [health, education]\n"
        "    name:\n"
        "      zh: 接种\n"
        '      digest: "12345678"\n'
        "    examples:\n"
        '      "yes": [age=0-2]\n'
        '      "no": []\n'
    )
