"""What does not fit a record, told as problems: pydantic's findings in a clerk's words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel

from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Problem, find_nearest
from carelist.catalog.texts import ByLocale, Open
from carelist.speech.locales import SOURCE
from carelist.speech.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic.fields import FieldInfo

    from carelist.catalog.located_yaml import Document
    from carelist.catalog.problems import Position
    from carelist.catalog.texts import Path
    from carelist.speech.messages import Values


class Misfit(NamedTuple):
    """One finding of pydantic: the shape it misses, what it found, and what it says of it."""

    shape: str
    found: object
    context: Mapping[str, Any] = {}


_BETWEEN_ENTRIES = r"[,，、;；\[\]【】（）()]|(?<![^\s\w-])\s+(?![^=]*=)"
_OWN_KINDS = frozenset(kind.value for kind in Kind)
_EMPTY_SHAPES = {"tuple_type": Kind.EMPTY_LIST, "too_short": Kind.EMPTY_LIST}


def explain_unknown_key(
    document: Document, path: Path, known: list[str], absent: list[str]
) -> Problem:
    """Tell a key that a record does not have; a key that is still absent is the nearest guess."""
    key = str(path[-1])
    near = find_nearest(key, absent) or find_nearest(key, known)
    values = {"value": key, "keys": ", ".join(known), **near}
    return Problem(document.at(*path, key=True), Kind.UNKNOWN_KEY, values)


def explain_misfit(
    model: type[BaseModel],
    document: Document,
    path: Path,
    misfit: Misfit,
    tags: Iterable[str] = (),
) -> Problem:
    """Tell one misfit at its path in a file of a model."""
    at = document.at(*path)
    key = _name_key(path)
    shape, found, context = misfit
    if shape == "missing":
        owner = _model_at(model, path[:-1])
        keys = {"keys": ", ".join(list_keys(owner, tags)) if owner else key}
        return Problem(document.at(*path[:-1]), Kind.MISSING_KEY, {"key": key, **keys})
    if shape in _OWN_KINDS:
        return Problem(at, Kind(shape), {name: str(value) for name, value in context.items()})
    if found == "" or shape == "too_short":
        return Problem(at, _EMPTY_SHAPES.get(shape, Kind.EMPTY_TEXT), {"key": key})
    if shape == "literal_error" and isinstance(found, str):
        choices = re.findall(r"'([^']*)'", context["expected"])
        values = {"value": found, "key": key, "choices": ", ".join(choices)}
        return Problem(at, Kind.NOT_ONE_OF, values | find_nearest(found, choices))
    return _explain_shape(model, path, at, found, tags)


@cache
def find_fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a record by their keys in YAML."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def list_keys(model: type[BaseModel], tags: Iterable[str] = ()) -> list[str]:
    """List the keys of a record as YAML writes them, and the tags of locales where it has any."""
    fields = list(find_fields(model))
    if not issubclass(model, ByLocale):
        return fields
    others = [tag for tag in tags if tag not in fields]
    place = fields.index(SOURCE.tag) + 1 if SOURCE.tag in fields else len(fields)
    return [*fields[:place], *others, *fields[place:]]


@cache
def find_owner(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    """The record that stands under a key of a record, if any."""
    return _model_in(_annotation(model, key))


def is_open(model: type[BaseModel]) -> bool:
    """Whether a record may have keys of the list's own, as the ids of columns are."""
    return issubclass(model, Open) and not issubclass(model, ByLocale)


def is_switch(model: type[BaseModel], key: str) -> bool:
    """Whether true or false stands under a key of a record."""
    return _annotation(model, key) is bool


def _model_in(annotation: object) -> type[BaseModel] | None:
    """Find the record that a type is made of, also inside lists and options."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def _explain_shape(
    model: type[BaseModel], path: Path, at: Position, found: object, tags: Iterable[str]
) -> Problem:
    """Tell that a list, a set of keys or a text stands where another of them is expected."""
    name = _name_key(path) or at.file.rpartition("/")[2]
    values: Values = {"key": name, "found": Message("problems", f"found_{_name_shape(found)}")}
    owner = _model_at(model, path)
    is_list = bool(path) and isinstance(path[-1], str) and _is_list(model, path)
    if is_list:
        return Problem(at, Kind.EXPECTED_LIST, {**values, "form": _form_of(found, owner)})
    if owner:
        keys = ", ".join(list_keys(owner, tags))
        return Problem(at, Kind.EXPECTED_MAPPING, {**values, "keys": keys})
    return Problem(at, Kind.EXPECTED_TEXT, values)


def _name_key(path: Path) -> str:
    """Name the last key of a path; nothing for the file as a whole."""
    return next((str(step) for step in reversed(path) if isinstance(step, str)), "")


def _name_shape(found: object) -> str:
    if isinstance(found, dict):
        return "mapping"
    return "list" if isinstance(found, list | tuple) else "text"


def _form_of(found: object, owner: type[BaseModel] | None) -> str:
    """Write the list that was probably meant."""
    if owner:
        return f"'- {list_keys(owner)[0]}: …'"
    parts = re.split(_BETWEEN_ENTRIES, found) if isinstance(found, str) else []
    words = [word for part in parts if (word := part.strip())]
    return f"[{', '.join(words) or 'one, two'}]"


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Follow a path through the fields of a model to the record that stands there."""
    for step in path:
        if isinstance(step, int):
            continue
        below = find_owner(model, step)
        if below is None:
            return None
        model = below
    return model


def _is_list(model: type[BaseModel], path: Path) -> bool:
    owner = _model_at(model, path[:-1])
    return owner is not None and get_origin(_annotation(owner, str(path[-1]))) is tuple


def _annotation(model: type[BaseModel], key: str) -> object:
    field = find_fields(model).get(key)
    if field:
        return field.annotation
    return model.holds if issubclass(model, Open) else None
