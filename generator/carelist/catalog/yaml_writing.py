"""Plain values as YAML in the manner of the catalog's own files."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from carelist.catalog.traps import find_trap

if TYPE_CHECKING:
    from collections.abc import Iterator

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
"""Numbers and switches are texts too: `number`, `sure`, `others` are written without quotes."""

NOTE = "#"
"""The key whose text is written as a comment above the entry."""
WIDTH = 100
"""Columns of a line; Chinese is never folded, which would put a space into it."""
_STEP = "  "
_NUMBERS = frozenset({"number", "sure"})
_SWITCHES = frozenset({"others"})
_PLAIN = re.compile(
    r"(?![0-9a-f]{8}$)[A-Za-z0-9\u3400-\u9fff“《（](?:[^:#\n\"'\\]*[^:#\n\"'\\\s])?"
)
_LIKE_NUMBERS = re.compile(r"[-+.0-9_:eE,]*")


class OnOneLine(dict[str, Value]):
    """A mapping that is written within braces, as `{what: summary, of: housing}`."""


def write_yaml(value: Mapping[str, Value], heading: str = "") -> str:
    """Write a file of YAML below its opening comment.

    >>> print(write_yaml({"number": "7", "departments": ["health"], "name": {"en": "no"}}), end="")
    number: 7
    departments: [health]
    name:
      en: "no"
    """
    return heading + "\n".join(_list_lines(value, "")) + "\n"


def write_file(name: str, value: Mapping[str, Value], comment: str) -> str:
    """Write a file of a revision: the schema by which editors help, a comment, what it holds.

    Args:
        name: Of the file and its schema, without their endings.
        value: What it holds.
        comment: Lines that begin with `#`.
    """
    schema = f"# yaml-language-server: $schema=../../schema/{name}.schema.json\n"
    return write_yaml(value, f"{schema}{comment}\n")


def write_entries(entries: Sequence[Value], indent: str) -> list[str]:
    """Give the lines of the entries of a list, as they stand below its name."""
    return list(_list_entries(entries, indent))


def _list_lines(value: Mapping[str, Value], indent: str) -> Iterator[str]:
    for key, below in value.items():
        if key == NOTE:
            continue
        name = f"{indent}{_write_scalar(key)}:"
        if isinstance(below, str):
            yield from _write_text(name, key, below, indent)
        elif _is_flat(below):
            yield f"{name} {_write_flow(below)}"
        elif isinstance(below, Mapping):
            yield name
            yield from _list_lines(below, indent + _STEP)
        else:
            yield name
            yield from _list_entries(below, indent + _STEP)


def _write_text(name: str, key: str, text: str, indent: str) -> Iterator[str]:
    """Write a text; long English is folded, Chinese never."""
    is_bare = (key in _NUMBERS and text.isdecimal()) or key in _SWITCHES
    scalar = text if is_bare else _write_scalar(text)
    if text.isascii() and len(name) + 1 + len(scalar) > WIDTH and "\n" not in text:
        yield f"{name} >-"
        inner = indent + _STEP
        yield from (
            inner + line
            for line in textwrap.wrap(
                text, WIDTH - len(inner), break_long_words=False, break_on_hyphens=False
            )
        )
    else:
        yield f"{name} {scalar}"


def _list_entries(entries: Sequence[Value], indent: str) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, Mapping) and not isinstance(entry, OnOneLine):
            yield from (f"{indent}# {line}" for line in str(entry.get(NOTE, "")).splitlines())
            first, *others = _list_lines(entry, indent + _STEP)
            yield f"{indent}- {first.lstrip()}"
            yield from others
        else:
            written = _write_scalar(entry) if isinstance(entry, str) else _write_flow(entry)
            yield f"{indent}- {written}"


def _is_flat(value: Value) -> bool:
    """Whether a value stands well on one line: a list of words, or what holds no texts."""
    if isinstance(value, Mapping):
        return not value
    return all(isinstance(entry, str) for entry in value) and len(_write_flow(value)) < WIDTH - 20


def _write_flow(value: Value) -> str:
    if isinstance(value, str):
        return _write_scalar(value, is_inside=True)
    if isinstance(value, Mapping):
        pairs = (f"{_write_scalar(k)}: {_write_flow(v)}" for k, v in value.items() if k != NOTE)
        return "{" + ", ".join(pairs) + "}"
    return f"[{', '.join(_write_flow(entry) for entry in value)}]"


def _write_scalar(text: str, *, is_inside: bool = False) -> str:
    """Write a text without quotes where no reader of YAML can take it for anything else.

    `is_inside`: within brackets, where more characters have a meaning.
    """
    is_text = not _LIKE_NUMBERS.fullmatch(text) and not find_trap(text)
    is_plain = is_text and _PLAIN.fullmatch(text)
    if is_plain and not (is_inside and re.search(r"[\[\]{},?]", text)):
        return text
    return json.dumps(text, ensure_ascii=False)
