"""YAML as a tree in which every value knows its line and column, and nothing is guessed.

PyYAML's loaders keep the last of two equal keys, read `no` as False and `012` as 10, and follow
aliases. Here every scalar is text, and whatever another reader could take otherwise is a problem.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from generator.catalog.messages import Kind
from generator.catalog.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 40 * 1024 * 1024
"""A list of 10,000 services weighs about 30 MB."""
MAX_DEPTH = 24
INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]"
)
"""Control characters, marks of direction and zero width: a reader cannot see them."""

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers
_TRAPS = {
    "tag:yaml.org,2002:bool": ("true or false", "是或否"),
    "tag:yaml.org,2002:null": ("nothing", "空值"),
    "tag:yaml.org,2002:float": ("a decimal number", "小数"),
    "tag:yaml.org,2002:int": ("another number", "另一个数"),
    "tag:yaml.org,2002:merge": ("a merge", "合并"),
}
_SYNTAX_ZH = {
    "mapping values are not allowed": "这里不能有冒号；文字里有“: ”时请加引号",
    "could not find expected ':'": "缺少冒号“:”",
    "did not find expected key": "缩进不齐，或多了一个引号",
    "did not find expected '-' indicator": "列表的缩进不齐，或缺少“- ”",
    "did not find expected ',' or ']'": "方括号没有合上",
    "did not find expected ',' or '}'": "花括号没有合上",
    "found character that cannot start any token": "用了制表符，或以特殊符号开头；请用空格缩进，或加引号",
    "found unexpected end of stream": "引号没有合上",
    "block sequence entries are not allowed": "这里不能开始列表；“- ”应另起一行",
}


@dataclass(slots=True)
class Node:
    """One value of the file: text, a list or a mapping, with its place and that of its key."""

    value: str | list[Node] | dict[str, Node]
    line: int
    column: int
    key_line: int = 0
    key_column: int = 0

    def to_plain(self) -> Any:  # noqa: ANN401  # YAML holds anything until it is bound to records
        """Give the value as strings, lists and dicts."""
        if isinstance(self.value, dict):
            return {key: node.to_plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.to_plain() for node in self.value]
        return self.value

    def child(self, step: str | int) -> Node | None:
        """The value under a key or an index, if there is one."""
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

    def scalars(self, key: str = "") -> Iterator[tuple[str, Node]]:
        """Yield every text below, with the key it stands under."""
        if isinstance(self.value, dict):
            for name, node in self.value.items():
                yield from node.scalars(name)
        elif isinstance(self.value, list):
            for node in self.value:
                yield from node.scalars(key)
        else:
            yield key, self


@dataclass
class Document:
    """One file of the catalog: its text, its tree if it is YAML, and what is wrong with it."""

    file: str
    """The path as messages show it."""
    text: str
    root: Node | None
    problems: list[Problem] = field(default_factory=list)

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
        node = self.root.find(path) if self.root else None
        line = self.text.splitlines()[position.line - 1] if node else ""
        if node and isinstance(node.value, str):
            start = line.find(node.value, position.column - 1)
            if start >= 0:
                return position._replace(column=start + 1 + offset)
        return position


def decode(file: str, content: bytes) -> tuple[str, list[Problem]]:
    """Decode a file of the catalog, with a problem for all that no reader can see in it."""
    if len(content) > MAX_BYTES:
        values = {"value": str(len(content)), "most": str(MAX_BYTES)}
        return "", [Problem(Position(file), Kind.TOO_LARGE, values)]
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
        position = _position(file, before, len(before))
        value = {"value": f"{content[error.start]:02x}"}
        return "", [Problem(position, Kind.NOT_UTF8, value)]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text, [
        Problem(
            _position(file, text, match.start()),
            Kind.CONTROL_CHARACTER,
            {"value": f"U+{ord(match[0]):04X}"},
        )
        for match in INVISIBLE.finditer(text)
    ]


def parse_yaml(file: str, content: bytes) -> Document:
    """Read one file into a tree; `root` is None where it is empty or no tree can be made."""
    text, problems = decode(file, content)
    if problems or not text.strip():
        return Document(file, text, None, problems)
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if not builder.add(event):
                break
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_syntax_problem(file, error))
    root = None if builder.broken(builder.problems) else builder.root
    return Document(file, text, root, builder.problems)


def _position(file: str, text: str, offset: int) -> Position:
    line = text.count("\n", 0, offset) + 1
    return Position(file, line, offset - (text.rfind("\n", 0, offset) + 1) + 1)


def _syntax_problem(file: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    position = Position(file, mark.line + 1, mark.column + 1) if mark else Position(file)
    detail = error.problem or "cannot be read"
    chinese = next((zh for en, zh in _SYNTAX_ZH.items() if detail.startswith(en)), detail)
    return Problem(position, Kind.YAML_SYNTAX, {"detail": detail, "detail_zh": chinese})


@dataclass
class _Frame:
    """A list or mapping that is still open."""

    node: Node
    key: str | None = None
    key_at: tuple[int, int] = (0, 0)


class _Builder:
    """Builds the tree from the parser's events, without recursion, so that depth does no harm."""

    FATAL = frozenset(
        {Kind.TOO_DEEP, Kind.YAML_SYNTAX, Kind.ALIAS, Kind.COMPLEX_KEY, Kind.SECOND_DOCUMENT}
    )

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.frames: list[_Frame] = []
        self.documents = 0

    @classmethod
    def broken(cls, problems: list[Problem]) -> bool:
        """Whether a problem leaves no tree that further checks could judge."""
        return any(problem.kind in cls.FATAL for problem in problems)

    def add(self, event: yaml.Event) -> bool:
        """Take one event; False ends the reading."""
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._complain(event, Kind.SECOND_DOCUMENT)
                return False
        elif isinstance(event, yaml.AliasEvent):
            self._complain(event, Kind.ALIAS, value=f"*{event.anchor}")
            return False
        elif isinstance(event, yaml.ScalarEvent):
            self._check_node(event)
            self._take_scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._check_node(event)
            return self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.frames.pop()
        return True

    def _complain(self, event: yaml.Event, kind: Kind, **values: str) -> None:
        mark = event.start_mark
        position = Position(self.file, mark.line + 1, mark.column + 1)
        self.problems.append(Problem(position, kind, values))

    def _check_node(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            self._complain(event, Kind.ALIAS, value=f"&{event.anchor}")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self._complain(event, Kind.TAG, value=tag)

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        frame = self.frames[-1] if self.frames else None
        if frame and isinstance(frame.node.value, dict) and frame.key is None:
            frame.key, frame.key_at = event.value, (line, column)
            if event.value in frame.node.value:
                first = str(frame.node.value[event.value].key_line)
                self._complain(event, Kind.DUPLICATE_KEY, value=event.value, first=first)
            return
        if event.style is None:
            self._check_trap(event)
        self._place(Node(event.value, line, column))

    def _check_trap(self, event: yaml.ScalarEvent) -> None:
        value = event.value
        for tag, pattern in _RESOLVERS.get(value[:1], ()):
            plain_int = tag.endswith(":int") and re.fullmatch(r"0|[1-9][0-9]*", value)
            if value and tag in _TRAPS and not plain_int and pattern.match(value):
                read, read_zh = _TRAPS[tag]
                digits = value.lstrip("0")
                form = f"'{value}'"
                if tag.endswith(":int") and digits.isdigit():
                    form = f"{digits} or '{value}'"
                self._complain(
                    event, Kind.YAML_TRAP, value=value, read=read, read_zh=read_zh, form=form
                )
                return

    def _open(self, event: yaml.CollectionStartEvent) -> bool:
        mark = event.start_mark
        frame = self.frames[-1] if self.frames else None
        if frame and isinstance(frame.node.value, dict) and frame.key is None:
            self._complain(event, Kind.COMPLEX_KEY)
            return False
        if len(self.frames) >= MAX_DEPTH:
            self._complain(event, Kind.TOO_DEEP, most=str(MAX_DEPTH))
            return False
        empty: list[Node] | dict[str, Node]
        empty = {} if isinstance(event, yaml.MappingStartEvent) else []
        node = Node(empty, mark.line + 1, mark.column + 1)
        self._place(node)
        self.frames.append(_Frame(node))
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
