"""Walks through a record: what of a kind stands in it, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.texts import Record, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.texts import Path


def find_texts(value: object, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Yield every text that a record was given, with the path of YAML keys that leads to it."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, Record):
        for name, field in type(value).model_fields.items():
            if name in value.model_fields_set:
                yield from find_texts(getattr(value, name), (*path, field.alias or name))
        for key, below in (value.model_extra or {}).items():
            yield from find_texts(below, (*path, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from find_texts(item, (*path, index))


def find_ids(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every id of a record, with the path of YAML keys that leads to it."""
    if isinstance(value, Record):
        for name, field in type(value).model_fields.items():
            below = getattr(value, name)
            if name == "id":
                yield (*path, "id"), below
            yield from find_ids(below, (*path, field.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from find_ids(item, (*path, index))
