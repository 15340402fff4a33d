"""JSON, written the same way everywhere, so that the same input gives the same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


_STEP = "  "
_write_plain = json.JSONEncoder(ensure_ascii=False).encode
"""Of Python, for what holds nothing else: with indents, it writes in Python alone."""


def to_json(value: object, write: Callable[[Any], object] | None = None) -> str:
    r"""Write a value for people and programs: UTF-8, two spaces, a final line break.

    `write` gives what stands for a part that is not JSON itself.

    >>> to_json({"zh": "住房"})
    '{\n  "zh": "住房"\n}\n'
    """
    return _write(value, write, "\n") + "\n"


def _write(value: object, write: Callable[[Any], object] | None, end: str) -> str:
    """Write a value; `end` is that of a line, with the indent of what the value stands in."""
    if isinstance(value, str):
        return _write_plain(value)
    inner = end + _STEP
    if isinstance(value, dict):
        pairs = [f"{_write_plain(key)}: {_write(one, write, inner)}" for key, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(pairs)}{end}}}" if pairs else "{}"
    if isinstance(value, list | tuple):
        parts = [_write(one, write, inner) for one in value]
        return f"[{inner}{f',{inner}'.join(parts)}{end}]" if parts else "[]"
    if write is None or value is None or isinstance(value, int | float):
        return _write_plain(value)
    return _write(write(value), write, end)


def to_compact_json(value: object, write: Callable[[Any], object] | None = None) -> str:
    r"""Write a value for browsers, which pay for each byte: no space, a final line break.

    >>> to_compact_json({"zh": ["住房", 1]})
    '{"zh":["住房",1]}\n'
    """
    return json.dumps(value, default=write, ensure_ascii=False, separators=(",", ":")) + "\n"
