"""Walks through a record: what of a kind stands in it, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.texts import Record, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from carelist.catalog.texts import Path


class Part(NamedTuple):
    """An entry of a list that a file holds, or what stands under one of its other keys."""

    path: Path
    value: object


def list_parts(record: BaseModel) -> Iterator[Part]:
    """Yield what a file was given, entry by entry."""
    for name, field in type(record).model_fields.items():
        if name in record.model_fields_set:
            path, value = (field.alias or name,), getattr(record, name)
            if isinstance(value, tuple):
                yield from (Part((*path, index), item) for index, item in enumerate(value))
            else:
                yield Part(path, value)
    yield from (Part((key,), value) for key, value in (record.model_extra or {}).items())


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
