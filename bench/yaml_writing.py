"""Plain values as YAML in the manner of the catalog's own files."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TypeAlias

from generator.catalog.texts import find_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

Value: TypeAlias = "str | int | list[Value] | dict[str, Value]"

_PLAIN = re.compile(r"(?![0-9a-f]{8}$)[A-Za-z\u4e00-\u9fff](?:[^:#\n\"'\\]*[^:#\n\"'\\\s])?")
_MAPPING_STEP = "  "
_TOO_LIKE_A_BOOLEAN = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def make_text(zh: str, en: str) -> Value:
    """A text whose English was made from this Chinese."""
    return {"zh": zh, "en": en, "digest": find_digest(zh)}


def write_yaml(value: dict[str, Value]) -> str:
    """Write a file of YAML."""
    return "\n".join(_list_lines(value, "")) + "\n"


def _list_lines(value: dict[str, Value], indent: str) -> Iterator[str]:
    for key, below in value.items():
        if isinstance(below, dict):
            yield f"{indent}{key}:"
            yield from _list_lines(below, indent + _MAPPING_STEP)
        elif isinstance(below, list):
            yield from _list_entries(key, below, indent)
        else:
            yield f"{indent}{key}: {_write_scalar(below)}"


def _list_entries(key: str, entries: list[Value], indent: str) -> Iterator[str]:
    if not any(isinstance(entry, dict | list) for entry in entries):
        yield f"{indent}{key}: {_write_flow(entries)}"
        return
    yield f"{indent}{key}:"
    for entry in entries:
        if isinstance(entry, dict):
            first, *others = _list_lines(entry, indent + _MAPPING_STEP * 2)
            yield f"{indent}{_MAPPING_STEP}- {first.lstrip()}"
            yield from others
        else:
            written = _write_flow(entry) if isinstance(entry, list) else _write_scalar(entry)
            yield f"{indent}{_MAPPING_STEP}- {written}"


def _write_flow(entries: list[Value]) -> str:
    return f"[{', '.join(str(entry) for entry in entries)}]"


def _write_scalar(value: str | int) -> str:
    """Write a text without quotes where no reader of YAML can take it for anything else."""
    if isinstance(value, int):
        return str(value)
    if _PLAIN.fullmatch(value) and value.lower() not in _TOO_LIKE_A_BOOLEAN:
        return value
    return json.dumps(value, ensure_ascii=False)
