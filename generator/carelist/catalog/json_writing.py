"""JSON, written the same way everywhere, so that the same input gives the same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def to_json(value: object, write: Callable[[Any], object] | None = None) -> str:
    r"""Write a value for people and programs: UTF-8, two spaces, a final line break.

    `write` gives what stands for a part that is not JSON itself.

    >>> to_json({"zh": "住房"})
    '{\n  "zh": "住房"\n}\n'
    """
    return json.dumps(value, default=write, ensure_ascii=False, indent=2) + "\n"


def to_compact_json(value: object, write: Callable[[Any], object] | None = None) -> str:
    r"""Write a value for browsers, which pay for each byte: no space, a final line break.

    >>> to_compact_json({"zh": ["住房", 1]})
    '{"zh":["住房",1]}\n'
    """
    return json.dumps(value, default=write, ensure_ascii=False, separators=(",", ":")) + "\n"
