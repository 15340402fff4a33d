"""JSON, written the same way everywhere, so that the same input gives the same bytes."""

from __future__ import annotations

import json


def to_json(value: object) -> str:
    r"""Write a value for people and programs: UTF-8, two spaces, a final line break.

    >>> to_json({"zh": "住房"})
    '{\n  "zh": "住房"\n}\n'
    """
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def to_compact_json(value: object) -> str:
    r"""Write a value for browsers, which pay for each byte: no space, a final line break.

    >>> to_compact_json({"zh": ["住房", 1]})
    '{"zh":["住房",1]}\n'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
