"""From a YAML tree to a record: what does not fit is told with its place, and set aside.

A broken entry of a list is left out and its id remembered, and a broken part of a file is left
blank, so that one run can still judge all the rest without blaming it for what is missing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from carelist.catalog.kinds import Kind
from carelist.catalog.located_yaml import Document
from carelist.catalog.misfits import (
    Misfit,
    explain_misfit,
    explain_unknown_key,
    find_owner,
    is_open,
    is_switch,
    list_keys,
)
from carelist.catalog.problems import Position, Problem
from carelist.catalog.texts import SLUG, Path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic.fields import FieldInfo

    from carelist.catalog.located_yaml import Node

R = TypeVar("R", bound=BaseModel)

OURS = frozenset(
    {"title", "summary", "how", "condition", "remark", "criterion", "examples"}
    | {"name_source", "colour", "icon", "offices"}
)
"""Fields of entries that an entry can do without: they say nothing official."""


@dataclass(frozen=True)
class Sheet(Generic[R]):
    """One bound file: its record, where each part of it stands, and what had to be left out."""

    document: Document
    record: R
    gaps: frozenset[str]
    """Keys of the file of which something was left out."""
    blanks: frozenset[str]
    """Those of them that are blank or lack an entry of unknown name."""
    broken_ids: frozenset[str]
    """Ids of the entries left out: known, though not usable."""

    @property
    def is_there(self) -> bool:
        """Whether there is such a file; a list may do without some."""
        return self.document.root is not None

    @property
    def is_whole(self) -> bool:
        """Whether nothing had to be left out."""
        return not self.gaps

    def at(self, *path: str | int, key: bool = False) -> Position:
        """Give the position of a part of the record."""
        return self.document.at(*path, key=key)

    def list_ids(self, name: str) -> set[str] | None:
        """Give the ids of a list, broken entries included; None where not all are known."""
        if name in self.blanks:
            return None
        return {entry.id for entry in getattr(self.record, name)} | self.broken_ids


def bind(
    model: type[R], document: Document, tags: tuple[str, ...]
) -> tuple[Sheet[R] | None, list[Problem]]:
    """Bind a document to its record; no sheet where the file is something else altogether.

    Args:
        model: The record.
        document: The file.
        tags: Of the locales in which it may have texts.

    Returns:
        The sheet, in which what does not fit was left out, and a problem for each thing left out.
    """
    root = document.root
    keys = ", ".join(list_keys(model, tags))
    if root is None or root.value == "":  # "": of a document that is begun, and is empty
        if document.problems:
            return None, document.problems
        return None, [Problem(Position(document.file), Kind.EMPTY_FILE, {"keys": keys})]
    if not isinstance(root.value, dict):
        problem = explain_misfit(model, document, (), Misfit("model_type", root.to_plain()), tags)
        return None, [*document.problems, problem]
    binder = _Binder(document, root, tags)
    record = binder.bind(model)
    blanks, broken = frozenset(binder.blanks), frozenset(binder.broken_ids)
    sheet = Sheet(document, record, frozenset(binder.gaps), blanks, broken)
    return sheet, [problem for problem in binder.problems if not binder.is_meant(problem)]


def bind_entry(
    before: Sheet[R], document: Document, key: str, number: int, tags: tuple[str, ...]
) -> Sheet[R] | None:
    """Bind a file of which one entry of a list differs; None where something does not fit.

    Args:
        before: What the file was bound to, of which nothing was left out.
        document: The file as it is.
        key: Of the list.
        number: Of the entry, from 0.
        tags: Of the locales in which it may have texts.

    Returns:
        The sheet that `bind` would give. Its other entries are those of `before`.
    """
    model, root = type(before.record), document.root
    names = {field.alias or name: name for name, field in model.model_fields.items()}
    entry = root.find((key, number)) if root else None
    if root is None or entry is None or key not in names:
        return None
    binder = _Binder(document, root, tags)
    parts = {name: getattr(before.record, name) for name in model.model_fields}
    bound = parts[names[key]]
    entries = binder.bind_entry(model, names[key], entry, bound, number)
    if entries is None or not _share(entries, bound, but=number):
        return None
    record = model.model_construct(**{**parts, names[key]: entries})
    return replace(before, document=document, record=record)


def _share(entries: tuple[Any, ...], bound: tuple[Any, ...], *, but: int) -> bool:
    """Whether two lists have the same entries, but for one of them."""
    pairs = enumerate(zip(entries, bound, strict=True))
    return all(one is other for at, (one, other) in pairs if at != but)


def stand_in(file: str, record: R) -> Sheet[R]:
    """Give the sheet of a file that is not there, where the list can do without it."""
    return Sheet(Document(file, "", None), record, *(frozenset[str](),) * 3)


class _Binder:
    """Binds one tree; what does not fit is removed from it as it is found."""

    def __init__(self, document: Document, root: Node, tags: tuple[str, ...]) -> None:
        self.document = document
        self.root = root
        self.tags = tags
        self.problems = list(document.problems)
        self.switches: set[Position] = set()
        """Where true or false is no trap."""
        self.gaps: set[str] = set()
        self.blanks: set[str] = set()
        self.broken_ids: set[str] = set()
        self.dropped: set[tuple[Position, str]] = set()
        """Words of ours that were removed: where they belong, and their keys."""

    def bind(self, model: type[R]) -> R:
        """Give the record; its broken parts are None or empty."""
        self._mend_keys(model, self.root, ())
        parts: dict[str, Any] = {
            name: self._bind_field(model, name, field) for name, field in model.model_fields.items()
        }
        return model.model_construct(**parts)

    def bind_entry(
        self, model: type[R], name: str, entry: Node, bound: tuple[Any, ...], number: int
    ) -> Any:  # noqa: ANN401  # of the type that the field says
        """Give the entries of a field of which one is bound anew; None where it does not fit."""
        key = model.model_fields[name].alias or name
        if owner := find_owner(model, key):
            self._mend_keys(owner, entry, (key, number))
        if self.problems or number >= len(bound):
            return None
        entries = [*bound[:number], entry.to_plain(), *bound[number + 1 :]]
        try:
            return _adapter(model, name).validate_python(entries)
        except ValidationError:
            return None

    def is_meant(self, problem: Problem) -> bool:
        """Whether what looks like a trap is what is expected there."""
        return problem.kind == Kind.YAML_TRAP and problem.position in self.switches

    def _mend_keys(self, model: type[BaseModel], node: Node, path: tuple[str | int, ...]) -> None:
        """Tell unknown keys; a misspelt one is taken for the missing one that it resembles."""
        if isinstance(node.value, list):
            for index, entry in enumerate(node.value):
                self._mend_keys(model, entry, (*path, index))
        if not isinstance(node.value, dict):
            return
        known = list_keys(model, self.tags)
        for key in [key for key in node.value if key not in known and not is_open(model)]:
            absent = [name for name in known if name not in node.value]
            problem = explain_unknown_key(self.document, (*path, key), known, absent)
            self.problems.append(problem)
            below = node.value.pop(key)
            if (near := str(problem.values.get("near"))) in absent:
                node.value[near] = below
        for key, below in node.value.items():
            if is_switch(model, key):
                self.switches.add(Position(self.document.file, below.line, below.column))
            elif owner := find_owner(model, key):
                self._mend_keys(owner, below, (*path, key))

    def _bind_field(self, model: type[BaseModel], name: str, field: FieldInfo) -> object:
        key = field.alias or name
        blank = () if get_origin(field.annotation) is tuple else None
        node = self.root.child(key)
        if node is None:
            if not field.is_required():
                return field.get_default()
            values = {"key": key, "keys": ", ".join(list_keys(model, self.tags))}
            self.problems.append(Problem(self.document.at(), Kind.MISSING_KEY, values))
            self.gaps.add(key)
            self.blanks.add(key)
            return blank
        while True:
            try:
                return _adapter(model, name).validate_python(node.to_plain())
            except ValidationError as error:
                self.gaps.add(key)
                paths = list(self._tell(model, key, error))
            if not self._set_aside(key, node, paths):
                self.blanks.add(key)
                return blank

    def _tell(self, model: type[BaseModel], key: str, error: ValidationError) -> Iterable[Path]:
        """Tell what does not fit; yield the path of each."""
        blamed = {problem.position for problem in self.document.problems}
        for detail in error.errors(include_url=False):
            if detail["type"] == "too_short" and detail["input"]:
                continue  # its entries are told themselves
            if detail["type"] == "default_factory_not_called":
                continue  # what it is made from is told itself
            path = (key, *detail["loc"])
            if self._is_dropped(path):
                yield path  # what was wrong with it is told
                continue
            misfit = Misfit(detail["type"], detail["input"], detail.get("ctx", {}))
            problem = explain_misfit(model, self.document, path, misfit, self.tags)
            if problem.position not in blamed or problem.kind == Kind.MISSING_KEY:
                self.problems.append(problem)
            yield path

    def _set_aside(self, key: str, node: Node, paths: list[Path]) -> bool:
        """Remove what is broken: words of ours, else whole entries of a list.

        False where nothing usable is left. What is official beside words of ours is still proved.
        """
        left = [path for path in paths if not self._drop(node, path)]
        indices = [path[1] if len(path) > 1 else None for path in left]
        entries = {index for index in indices if isinstance(index, int)}
        if not isinstance(node.value, list) or len(entries) != len(set(indices)):
            return not indices
        for index in sorted(entries, reverse=True):
            texts = list(node.value.pop(index).scalars())
            ids = [text for name, text in texts if name == "id"]
            self.broken_ids.update(ids)
            if not ids or not re.fullmatch(SLUG, ids[0]):
                self.blanks.add(key)
        return bool(node.value)

    def _drop(self, node: Node, path: Path) -> bool:
        """Remove the words of ours on a path below a node; whether there were any."""
        below: Node | None = node
        for step in path[1:]:
            if below is None:
                return False
            if step in OURS and isinstance(below.value, dict):
                self.dropped.add((self._place(below), str(step)))
                return below.value.pop(str(step), None) is not None
            below = below.child(step)
        return False

    def _is_dropped(self, path: Path) -> bool:
        """Whether words on a path are missing because they were removed."""
        owner: Node | None = self.root
        for step in path[:-1]:
            owner = owner.child(step) if owner else None
        return owner is not None and (self._place(owner), str(path[-1])) in self.dropped

    def _place(self, node: Node) -> Position:
        return Position(self.document.file, node.line, node.column)


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[object]:
    return TypeAdapter(model.model_fields[name].rebuild_annotation())
