"""JSON for people is as Python writes it."""

from __future__ import annotations

import json
from typing import Any

from carelist.catalog.json_writing import to_json
from hypothesis import given
from hypothesis import strategies as st

Value = Any
PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(
    PLAIN | st.binary(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


def tell_bytes(value: Value) -> Value:
    """What stands for bytes, which JSON has not: other values, down to numbers."""
    return {"bytes": list(value), "none": []}


@given(VALUES)
def test_json_is_written_as_python_writes_it(value: Value) -> None:
    """With two spaces a level, whatever stands in it."""
    written = json.dumps(value, default=tell_bytes, ensure_ascii=False, indent=2)
    assert to_json(value, tell_bytes) == f"{written}\n"
