"""From a YAML tree to a record: what does not fit is told with its place, and set aside.

A broken entry of a list is left out and its id remembered, so that one run can still judge all
the others without blaming them for the missing one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from generator.catalog.messages import Kind
from generator.catalog.problems import Position, Problem, find_nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from generator.catalog.located_yaml import Document, Node
    from generator.catalog.texts import Path

R = TypeVar("R", bound=BaseModel)

_FOUND = {
    str: ("text", "文字"),
    list: ("list", "列表"),
    dict: ("mapping", "一组“项: 值”"),
}


@dataclass(frozen=True)
class Sheet(Generic[R]):
    """One bound file: its record, and where each part of the record stands."""

    document: Document
    record: R
    complete: bool
    """Whether no entry had to be left out."""
    broken_ids: frozenset[str]
    """Ids of the entries left out: known, though not usable."""

    def at(self, *path: str | int, key: bool = False) -> Position:
        """Give the position of a part of the record."""
        return self.document.at(*path, key=key)


def bind(model: type[R], document: Document) -> tuple[Sheet[R] | None, list[Problem]]:
    """Bind a document to its record; no sheet where not even a part of it can be used."""
    problems = list(document.problems)
    if document.root is None:
        if not problems:
            keys = _name_keys(model)
            problems.append(Problem(Position(document.file), Kind.EMPTY_FILE, {"keys": keys}))
        return None, problems
    broken: set[str] = set()
    complete = not problems
    while True:
        try:
            record = model.model_validate(document.root.to_plain())
        except ValidationError as error:
            details = error.errors(include_url=False)
            problems.extend(_explain(model, document, detail) for detail in details)
            complete = False
            if not _set_aside(document.root, details, broken):
                return None, problems
        else:
            return Sheet(document, record, complete, frozenset(broken)), problems


def _set_aside(root: Node, details: list[ErrorDetails], broken: set[str]) -> bool:
    """Remove the entries of top-level lists that have errors; False if some error is elsewhere."""
    entries: set[tuple[str, int]] = set()
    for detail in details:
        match detail["loc"]:
            case (str() as name, int() as index, *_) if root.find((name, index)) is not root:
                entries.add((name, index))
            case _:
                return False
    for name, index in sorted(entries, reverse=True):
        below = root.child(name)
        if below is None or not isinstance(below.value, list) or len(below.value) <= 1:
            return False
        node = below.value.pop(index)
        for key, scalar in node.scalars():
            if key == "id" and isinstance(scalar.value, str):
                broken.add(scalar.value)
    return True


def _explain(model: type[BaseModel], document: Document, detail: ErrorDetails) -> Problem:
    path: Path = tuple(detail["loc"])
    at = document.at(*path)
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    context: dict[str, Any] = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return Problem(document.at(*path[:-1]), Kind.MISSING_KEY, {"key": key})
        case "extra_forbidden":
            owner = _model_at(model, path[:-1])
            known = _keys(owner) if owner else []
            values = {"value": key, "keys": ", ".join(known), **find_nearest(key, known)}
            return Problem(document.at(*path, key=True), Kind.UNKNOWN_KEY, values)
        case "literal_error":
            choices = [choice.strip("'") for choice in _choices(context["expected"])]
            value = str(detail["input"])
            values = {"value": value, "key": key, "choices": ", ".join(choices)}
            return Problem(at, Kind.NOT_ONE_OF, values | find_nearest(value, choices))
        case "too_short" | "string_too_short":
            kind = Kind.EMPTY_LIST if detail["type"] == "too_short" else Kind.EMPTY_TEXT
            return Problem(at, kind, {"key": key})
        case "string_pattern_mismatch":
            values = {"value": str(detail["input"]), "key": key, "choices": context["pattern"]}
            return Problem(at, Kind.NOT_ONE_OF, values)
        case custom if custom in Kind:
            return Problem(at, Kind(custom), {name: str(v) for name, v in context.items()})
        case shape:
            return _explain_shape(model, path, at, shape, detail["input"])


def _explain_shape(
    model: type[BaseModel], path: Path, at: Position, shape: str, found: object
) -> Problem:
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    en, zh = _FOUND[type(found)]
    values = {"key": key, "found": en, "found_zh": zh}
    if found == "":
        return Problem(at, Kind.EMPTY_TEXT, {"key": key})
    if shape == "tuple_type":
        return Problem(at, Kind.EXPECTED_LIST, values)
    owner = _model_at(model, path)
    if owner:
        return Problem(at, Kind.EXPECTED_MAPPING, values | {"keys": _name_keys(owner)})
    return Problem(at, Kind.EXPECTED_TEXT, values)


def _choices(expected: str) -> Iterator[str]:
    for part in expected.replace(" or ", ", ").split(", "):
        if part:
            yield part


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _name_keys(model: type[BaseModel]) -> str:
    return ", ".join(_keys(model))


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Follow a path through the fields of a model to the model that stands there."""
    for step in path:
        if isinstance(step, int):
            continue
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        below = _model_in(fields[step].annotation) if step in fields else None
        if below is None:
            return None
        model = below
    return model


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
