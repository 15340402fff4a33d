"""What equal records of a list share, so that thousands take less memory."""

from __future__ import annotations

from pydantic import BaseModel

SETS = "__pydantic_fields_set__"


def share_sets(value: object, known: dict[frozenset[str], set[str]] | None = None) -> None:
    """Let records, and those below, share the sets of which of their fields were given.

    Nobody changes them: a copy of a record begins with a copy of its set.

    Args:
        value: A record, or what holds some.
        known: The sets that there are.
    """
    known = {} if known is None else known
    if isinstance(value, tuple):
        for one in value:
            share_sets(one, known)
    elif isinstance(value, BaseModel):
        given = value.model_fields_set
        object.__setattr__(value, SETS, known.setdefault(frozenset(given), given))
        for one in (*value.__dict__.values(), *(value.model_extra or {}).values()):
            share_sets(one, known)
