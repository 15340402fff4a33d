"""YAML as a tree in which every value knows its line and column, and nothing is guessed.

PyYAML's loaders keep the last of two equal keys, read `no` as False and `012` as 10, and follow
aliases. Here every scalar is text, and whatever another reader could take otherwise is a problem.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import yaml

from carelist.catalog.decoding import INVISIBLE, decode, find_escapes, locate
from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Position, Problem
from carelist.catalog.syntax import explain_syntax, tell_syntax
from carelist.catalog.traps import find_trap
from carelist.speech.messages import Message
from carelist.speech.plain_yaml import LOADER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.speech.messages import Value

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
MAX_DEPTH = 24

_PLACEHOLDER = "\u200b"
"""Stands for every invisible character while YAML is read, so that columns stay true."""
_CHINESE_COMMA = re.compile("[\uff0c\u3001]")
_NO_TREE = frozenset(
    {Kind.TOO_DEEP, Kind.YAML_SYNTAX, Kind.ALIAS, Kind.COMPLEX_KEY, Kind.SECOND_DOCUMENT}
)


@dataclass(slots=True)
class Node:
    """One value of the file: text, a list or a mapping, with its place and that of its key."""

    value: str | list[Node] | dict[str, Node]
    line: int
    column: int
    key_line: int = 0
    key_column: int = 0

    def to_plain(self) -> Plain:
        """Give the value as strings, lists and dicts."""
        if isinstance(self.value, dict):
            return {key: node.to_plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.to_plain() for node in self.value]
        return self.value

    def child(self, step: str | int) -> Node | None:
        """Give the value under a key or an index, if there is one."""
        if isinstance(self.value, dict) and isinstance(step, str):
            return self.value.get(step)
        if isinstance(self.value, list) and isinstance(step, int) and step < len(self.value):
            return self.value[step]
        return None

    def find(self, path: tuple[str | int, ...]) -> Node:
        """Follow a path as far as it goes: the value there, or the nearest one around it."""
        node = self
        for step in path:
            below = node.child(step)
            if below is None:
                break
            node = below
        return node

    def scalars(self, key: str = "") -> Iterator[tuple[str, str]]:
        """Yield every text below, behind the key it stands under."""
        if isinstance(self.value, dict):
            for name, node in self.value.items():
                yield from node.scalars(name)
        elif isinstance(self.value, list):
            for node in self.value:
                yield from node.scalars(key)
        else:
            yield key, self.value


@dataclass
class Document:
    """One file of the catalog: its text, its tree if it is YAML, and what is wrong with it."""

    file: str
    """The path as messages show it."""
    text: str
    root: Node | None
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return self.text.split("\n")

    def at(self, *path: str | int, key: bool = False) -> Position:
        """Give the position of the value at a path, or of its key."""
        if self.root is None:
            return Position(self.file)
        node = self.root.find(path)
        if key and node.key_line:
            return Position(self.file, node.key_line, node.key_column)
        return Position(self.file, node.line, node.column)

    def inside(self, offset: int, *path: str | int) -> Position:
        """Give the position of a character of a text; of the text's start where it is folded."""
        position = self.at(*path)
        value = self.root.find(path).value if self.root else None
        if isinstance(value, str):
            start = self.lines[position.line - 1].find(value, position.column - 1)
            if start >= 0:
                return position._replace(column=start + 1 + offset)
        return position


def parse_yaml(file: str, content: bytes) -> Document:
    """Read one file into a tree; `root` is None where it is empty or no tree can be made."""
    text, problems = decode(file, content)
    readable = INVISIBLE.sub(_PLACEHOLDER, text)
    if not readable.strip():
        return Document(file, text, None, problems)
    builder = _Builder(file, readable, problems)
    try:
        for event in yaml.parse(readable, Loader=LOADER):
            if not builder.add(event):
                break
    except (yaml.YAMLError, ValueError) as error:  # ValueError: PyYAML without its C library
        problems.append(explain_syntax(file, readable, error))
    broken = any(problem.kind in _NO_TREE for problem in problems)
    return Document(file, text, None if broken else builder.root, problems)


@dataclass
class _Frame:
    """A list or mapping that is still open."""

    node: Node
    is_inline: bool = False
    """Whether it stands in brackets."""
    key: str | None = None
    key_at: tuple[int, int] = (0, 0)

    @property
    def awaits_key(self) -> bool:
        """Whether the next value is a key."""
        return isinstance(self.node.value, dict) and self.key is None


class _Builder:
    """Builds the tree from the parser's events, without recursion, so that depth does no harm."""

    def __init__(self, file: str, text: str, problems: list[Problem]) -> None:
        self.file = file
        self.text = text
        self.problems = problems
        self.root: Node | None = None
        self.frames: list[_Frame] = []
        self.documents = 0
        self.anchors: set[str] = set()

    def add(self, event: yaml.Event) -> bool:
        """Take one event; False ends the reading."""
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self._complain(event, Kind.SECOND_DOCUMENT)
                    return False
            case yaml.AliasEvent():
                self._refuse_anchor(event, "*")
                self._take_text(event, f"*{event.anchor}")
            case yaml.ScalarEvent():
                self._check_node(event)
                if self._is_ended(event):
                    return False
                self._take_scalar(event)
            case yaml.CollectionStartEvent():
                self._check_node(event)
                return self._open(event)
            case yaml.CollectionEndEvent():
                self.frames.pop()
        return True

    def _complain(self, event: yaml.Event, kind: Kind, **values: Value) -> None:
        self.problems.append(Problem(Position(self.file, *_place_of(event)), kind, values))

    def _check_node(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            self._refuse_anchor(event, "&")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self._complain(event, Kind.TAG, value=tag.replace("tag:yaml.org,2002:", "!!"))

    def _refuse_anchor(self, event: yaml.NodeEvent, sign: str) -> None:
        """Refuse an anchor or alias; each name once, so that a bomb is told in a few lines."""
        name = str(event.anchor)
        if name not in self.anchors:
            self.anchors.add(name)
            self._complain(event, Kind.ALIAS, value=sign + name)

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        if not event.style and not (self.frames and self.frames[-1].awaits_key):
            self._check_trap(event)
            self._check_comma(event)
        if event.style == '"':
            self._check_escapes(event)
        value = event.value
        if "\t" in value:
            self._complain(event, Kind.CONTROL_CHARACTER, value="Tab (U+0009)")
        self._take_text(event, INVISIBLE.sub("", value.replace("\t", "")))

    def _take_text(self, event: yaml.Event, value: str) -> None:
        frame = self.frames[-1] if self.frames else None
        if frame is None or not frame.awaits_key:
            self._place(Node(value, *_place_of(event)))
            return
        assert isinstance(frame.node.value, dict)  # noqa: S101  # as awaits_key says; for mypy
        if value in frame.node.value:
            first = str(frame.node.value[value].key_line)
            self._complain(event, Kind.DUPLICATE_KEY, value=value, first=first)
        frame.key, frame.key_at = value, _place_of(event)

    def _check_trap(self, event: yaml.ScalarEvent) -> None:
        if trap := find_trap(event.value):
            read = Message("problems", f"trap_{trap.reading}")
            form = _name_forms(*trap.forms)
            self._complain(event, Kind.YAML_TRAP, value=event.value, read=read, form=form)

    def _check_comma(self, event: yaml.ScalarEvent) -> None:
        """Find entries in brackets that only a Chinese comma divides: YAML takes them for one."""
        frame = self.frames[-1] if self.frames else None
        is_entry = frame and frame.is_inline and isinstance(frame.node.value, list)
        if is_entry and _CHINESE_COMMA.search(event.value):
            self._complain(event, Kind.CHINESE_COMMA, value=event.value)

    def _is_ended(self, event: yaml.ScalarEvent) -> bool:
        """Refuse `?` in brackets, where PyYAML ends a text, and its C library does not."""
        frame = self.frames[-1] if self.frames else None
        if event.style or not (frame and frame.is_inline) or "?" not in event.value:
            return False
        start = event.start_mark.index if event.start_mark else 0
        at = locate(self.file, self.text, self.text.index("?", start))
        self.problems.append(tell_syntax("question", at))
        return True

    def _check_escapes(self, event: yaml.ScalarEvent) -> None:
        start, end = event.start_mark, event.end_mark
        if start is not None and end is not None:
            self.problems += find_escapes(self.file, self.text, start.index, end.index)

    def _open(self, event: yaml.CollectionStartEvent) -> bool:
        if self.frames and self.frames[-1].awaits_key:
            self._complain(event, Kind.COMPLEX_KEY)
            return False
        if len(self.frames) >= MAX_DEPTH:
            self._complain(event, Kind.TOO_DEEP, most=str(MAX_DEPTH))
            return False
        empty: list[Node] | dict[str, Node]
        empty = {} if isinstance(event, yaml.MappingStartEvent) else []
        node = Node(empty, *_place_of(event))
        self._place(node)
        self.frames.append(_Frame(node, is_inline=bool(event.flow_style)))
        return True

    def _place(self, node: Node) -> None:
        if not self.frames:
            self.root = node
            return
        frame = self.frames[-1]
        if isinstance(frame.node.value, list):
            frame.node.value.append(node)
        elif isinstance(frame.node.value, dict) and frame.key is not None:
            node.key_line, node.key_column = frame.key_at
            frame.node.value.setdefault(frame.key, node)
            frame.key = None


def _name_forms(form: str, other: str = "") -> Value:
    """Say in which of one or two ways something is written."""
    return Message("problems", "either", {"one": form, "other": other}) if other else form


def _place_of(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
