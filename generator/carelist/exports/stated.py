"""What exports say of themselves, and leave out: the licence, and what the list does not state."""

from __future__ import annotations

from typing import Any

LICENCE = "CC-BY-4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
"""Of what this site wrote and translated; official texts are public documents."""


def drop_empty(record: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not stated: standards know no null where they want a text.

    >>> drop_empty({"title": "住房", "summary": None, "types": []})
    {'title': '住房'}
    """
    return {key: value for key, value in record.items() if value not in (None, [], {})}
