"""Records that note when they are read, and the numbers and digests by which they are compared."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import fields
from functools import wraps
from typing import TYPE_CHECKING, Any

from carelist.catalog.reads import (
    NotedField,
    make_noted,
    read_record,
    read_whole,
    settle_note,
    tell_again,
)
from carelist.catalog.revision import Catalog, Fidelity, Revision
from carelist.catalog.source import Source
from carelist.catalog.texts import Record
from carelist.catalog.traces import Trace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from carelist.catalog.reads import Note, Noted
    from carelist.catalog.traces import Traces

DATACLASSES: tuple[type, ...] = (Catalog, Revision, Fidelity, Source)
KINDS = (Record, *DATACLASSES)
LEAVES = (Fidelity, Source)
"""What is compared as a whole."""
SCALARS = frozenset({str, int, bool, type(None)})
"""What is in no record by itself: most values, and lists, hold nothing else."""
SHALLOW = ("model_copy", "__copy__")
"""What reads all of a record but what is below."""
DEEP = (
    *("__eq__", "__hash__", "__iter__", "__repr__", "__str__", "__deepcopy__", "__getstate__"),
    *("__reduce__", "__reduce_ex__", "model_dump", "model_dump_json", "copy", "dict", "json"),
)
"""What reads a record with all below it."""
COPYING = frozenset({*SHALLOW, "__deepcopy__", "__reduce__", "__reduce_ex__", "copy"})
"""What makes another record of its class, or says how."""
ATTRIBUTES = ("model_extra", "model_fields_set")
DIGEST = 8
"""Bytes: of two hundred thousand records, two that differ are taken for one in 10^9 edits."""


@contextmanager
def watching() -> Iterator[None]:
    """Let records note what is read of them; inside another `watching`, they do already."""
    if isinstance(Catalog.__dict__.get("site"), NotedField):
        yield
        return
    put = [*_list_noting()]
    before = [(kind, name, kind.__dict__.get(name, _NONE)) for kind, name, _ in put]
    for kind, name, value in put:
        type.__setattr__(kind, name, value)
    try:
        yield
    finally:
        settle_note()
        for kind, name, value in before:
            if value is _NONE:
                type.__delattr__(kind, name)
            else:
                type.__setattr__(kind, name, value)


def _list_noting() -> Iterator[tuple[type, str, object]]:
    """Yield what is to stand in each class under a name, so that reading is noted."""
    attributes = {name: getattr(Record, name) for name in ATTRIBUTES}
    kinds: list[type[Record]] = [Record, *_list_below(Record)]
    for kind in kinds:
        for name in (*SHALLOW, *DEEP):
            if kind is Record or name in kind.__dict__:
                note = read_record if name in SHALLOW else read_whole
                yield kind, name, _note(note, getattr(kind, name), copies=name in COPYING)
        yield from _list_fields(kind, kind.model_fields, attributes)
    for name, attribute in attributes.items():
        yield Record, name, property(_note(read_record, attribute.fget))
    for dataclass in DATACLASSES:
        yield from _list_fields(dataclass, [field.name for field in fields(dataclass)], {})


def _list_fields(
    kind: type, names: Iterable[str], besides: Mapping[str, object]
) -> Iterator[tuple[type, str, object]]:
    if kind not in _noted:
        _noted[kind] = make_noted(kind, names, besides)
    for name in names:
        yield kind, name, NotedField(name, _noted)


_noted: dict[type, type] = {}
"""By class of records: that of those which the present note has."""
_NONE = object()


def _list_below(kind: type[Record]) -> Iterator[type[Record]]:
    for below in kind.__subclasses__():
        if below is _noted.get(kind):
            continue
        yield below
        yield from _list_below(below)


def _note(
    note: Callable[[object], None], do: Callable[..., Any], *, copies: bool = False
) -> Callable[..., Any]:
    @wraps(do)
    def noted(record: object, *given: Any, **named: Any) -> Any:  # noqa: ANN401  # what it does
        note(record)
        if copies:
            tell_again(record)
        for other in given:
            if isinstance(other, Record):
                note(other)
        return do(record, *given, **named)

    return noted


class Cells:
    """The records of a catalog in their order, each with its place and a digest.

    The digest is of what a record holds itself; of the records below it, of their names alone.
    """

    def __init__(self, catalog: Catalog) -> None:
        """Walk through a catalog."""
        self.digests: dict[str, str] = {}
        """By place, in the order of the numbers of the records."""
        self.records: dict[str, Any] = {}
        """By place, as they are numbered: from 0."""
        self._places: list[str] = []
        self._numbers: dict[int, int] = {}
        self._ends: list[int] = []
        """By number: that of the first record which is not below."""
        self._walk(catalog, "")
        self._names: dict[Noted, bytes] = {}
        self._traces: Traces = {}

    def trace(self, note: Note, others: Iterable[bytes] = ()) -> bytes:
        """Give the name of the trace of a note, which `take_traces` then gives.

        Args:
            note: What was read.
            others: The names of traces of what else was read.
        """
        return self._keep(note, {*others, *map(self._trace_kept, note.notes)})

    def take_traces(self) -> Traces:
        """Give the traces that were found since somebody asked."""
        taken, self._traces = self._traces, {}
        return taken

    def _trace_kept(self, note: Noted) -> bytes:
        """Give the name of the trace of what is kept, and may be asked for again."""
        if note not in self._names:
            self._names[note] = self._keep(note, {*map(self._trace_kept, note.notes)})
        return self._names[note]

    def _keep(self, note: Note | Noted, below: set[bytes]) -> bytes:
        found = map(self._numbers.get, note.records)
        numbers = {number for number in found if number is not None}
        for one in note.wholes:
            number = self._numbers.get(one)
            if number is not None:
                numbers.update(range(number, self._ends[number]))
        trace = Trace.of(numbers, below)
        name = trace.name
        self._traces[name] = trace
        return name

    def _walk(self, value: object, place: str) -> str:
        """Give what a value holds, and number the records in it."""
        if type(value) in SCALARS:
            return repr(value)
        if isinstance(value, KINDS):
            return self._walk_record(value, place)
        if isinstance(value, tuple | list):
            if SCALARS.issuperset(map(type, value)):
                return repr(value)
            parts = (self._walk(one, f"{place}[{_name(one, at)}]") for at, one in enumerate(value))
            return f"({','.join(parts)})"
        if isinstance(value, dict):
            below = ((key, self._walk(one, f"{place}[{key}]")) for key, one in value.items())
            return f"{{{','.join(f'{key!r}:{told}' for key, told in below)}}}"
        return repr(value)

    def _walk_record(self, record: Any, place: str) -> str:  # noqa: ANN401  # of any kind
        if id(record) in self._numbers:
            return f"={self._places[self._numbers[id(record)]]}"
        number = len(self.records)
        while place in self.digests:
            place += "'"
        self._numbers[id(record)] = number
        self.records[place] = record
        self._places.append(place)
        self._ends.append(0)
        self.digests[place] = ""
        parts = [type(record).__name__]
        if isinstance(record, LEAVES):
            parts.append(repr(record))
        else:
            for name, one in _list_parts(record):
                # Most are scalars: to ask of each here takes a third less than to walk there.
                told = repr(one) if type(one) in SCALARS else self._walk(one, f"{place}.{name}")
                parts.append(f"{name}={told}")
        held = "\n".join(parts).encode("utf-8", "surrogatepass")
        self.digests[place] = hashlib.blake2b(held, digest_size=DIGEST).hexdigest()
        self._ends[number] = len(self.records)
        return f"*{_name(record, 0)}"


def _list_parts(record: Any) -> Iterator[tuple[str, object]]:  # noqa: ANN401  # of any kind
    """Yield what a record holds, but for what its class gives it where a list says nothing.

    All of a class share such a default, until some of them are read again or by another process:
    where it stands for the first time is nothing that the list says.
    """
    held = record.__dict__
    if not isinstance(record, Record):
        for field in fields(record):
            yield field.name, held[field.name]
        return
    said = record.__pydantic_fields_set__
    for name, declared in type(record).model_fields.items():
        value = held.get(name)
        if name in said or value != declared.default:
            yield name, value
    yield "set", sorted(said)
    yield "extra", record.__pydantic_extra__


def _name(value: object, at: int) -> object:
    """Give the id of a record, or else where it stands; what is not kept in it is none."""
    held = getattr(value, "__dict__", None)
    return at if held is None else held.get("id", at)
