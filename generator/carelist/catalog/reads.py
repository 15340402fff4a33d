"""What of a list is read while something is made of it: so a build knows what an edit concerns.

While a list is watched, each record notes that it was read in the `Note` of what is being made.
What is found once for several, and kept, has a note of its own, which whoever asks for it takes
over: so what a page reads does not depend on whether it is the first to ask.
"""

from __future__ import annotations

import threading
from array import array
from collections import deque
from contextlib import contextmanager
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

K = TypeVar("K")
T = TypeVar("T")
NOTE = " is made of"
"""Behind the name of what is kept: its note. No field of anything is called so."""


class Note:
    """The records that something is made of, by the ids of Python's objects."""

    __slots__ = ("noted", "notes", "records", "wholes")

    def __init__(self) -> None:
        self.records: set[int] = set()
        """Of which something was read, but for the records below."""
        self.noted: list[object] = []
        """The same while it is made, and not yet among them: they need not be noted again."""
        self.wholes: set[int] = set()
        """Of which all was read, with the records below."""
        self.notes: set[Noted] = set()
        """Of what was kept, and asked for."""


class Noted:
    """A note to which nothing is added any more, in a tenth of the memory."""

    __slots__ = ("notes", "records", "wholes")

    def __init__(self, note: Note) -> None:
        """Take over what a note holds."""
        self.records = array("Q", note.records)
        self.wholes = array("Q", note.wholes)
        self.notes = (*note.notes,)


class _Now(threading.local):
    note: Note | None = None
    """Of what this thread makes; None where nobody asks."""


_now = _Now()
_find_class = attrgetter("__class__")
_set_class = object.__dict__["__class__"].__set__


@contextmanager
def noting() -> Iterator[Note]:
    """Note what is read inside, by this thread; two threads may not do so at once."""
    before, note = _now.note, Note()
    settle_note()
    _now.note = note
    try:
        yield note
    finally:
        settle_note()
        _now.note = before


def settle_note() -> None:
    """Have the records of the present note tell again when they are read, as for another."""
    note = _now.note
    if note is not None and note.noted:
        noted = note.noted
        note.records.update(map(id, noted))
        deque(map(_set_class, noted, map(_find_class, noted)), maxlen=0)
        note.noted = []


def tell_again(record: object) -> None:
    """Have one record do so, before it is copied: a copy is of the class of all others."""
    _set_class(record, record.__class__)


def read_record(record: object) -> None:
    """Note that something of a record was read, where somebody asks."""
    if _now.note:
        _now.note.records.add(id(record))


def read_whole(record: object) -> None:
    """Note that a record was read with all below it, where somebody asks."""
    if _now.note:
        _now.note.wholes.add(id(record))


def read_noted(note: Noted) -> None:
    """Note that something was used that was made under another note."""
    if _now.note:
        _now.note.notes.add(note)


def _make(make: Callable[[], T]) -> tuple[T, Noted]:
    with noting() as note:
        made = make()
    return made, Noted(note)


class _Unnoted:
    """In place of a field that notes: what a record has of its own goes before it."""

    def __get__(self, record: object, owner: type) -> object:
        raise AttributeError


def make_noted(kind: type, names: Iterable[str], besides: Mapping[str, object]) -> type:
    """Give the class of a record while the present note has it: the same, and its fields are quick.

    A page reads two thousand fields of two hundred records, and each notes itself once. Whoever
    asks for the class of such a record, but by `type`, is told that of all others.

    Args:
        kind: The class of the record.
        names: Its fields.
        besides: What else it has then as it has it where nobody watches.
    """
    own = {"__slots__": (), "__module__": kind.__module__, "__class__": kind}
    fields = dict.fromkeys(names, _Unnoted())
    return type.__new__(type(kind), kind.__name__, (kind,), {**own, **fields, **besides})


class NotedField(property):
    """A field of a class of records, which notes that it was read."""

    def __init__(self, name: str, noted: Mapping[type, type]) -> None:
        """Take the place of a field.

        `noted` gives, to the class of a record, that of the record once the present note has it.
        """

        def read(record: object, now: _Now = _now) -> object:
            note = now.note
            if note is not None:
                note.noted.append(record)
                kind = type(record)
                _set_class(record, noted.get(kind, kind))
            try:
                return record.__dict__[name]
            except KeyError:
                raise AttributeError(name) from None

        def write(record: object, value: object) -> None:
            record.__dict__[name] = value

        super().__init__(read, write)


class kept_property(Generic[T]):  # noqa: N801  # it stands where `cached_property` would
    """A property that is found once, and takes its note along.

    What was found while nobody asked is found again where somebody does.
    """

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn what it is called."""
        self._name, self._noted = name, name + NOTE

    @overload
    def __get__(self, record: None, owner: type) -> kept_property[T]: ...
    @overload
    def __get__(self, record: object, owner: type) -> T: ...
    def __get__(self, record: object, owner: type) -> T | kept_property[T]:
        """Give what was found, or find it."""
        if record is None:
            return self
        kept = record.__dict__
        now = _now.note
        if now is None:
            if self._name not in kept:
                kept[self._name] = self._find(record)
            found: T = kept[self._name]
            return found
        if self._noted not in kept:
            kept[self._name], kept[self._noted] = _make(lambda: self._find(record))
        now.notes.add(kept[self._noted])
        value: T = kept[self._name]
        return value

    def __set__(self, record: object, value: T) -> None:
        """Refuse: it is found, and never given."""
        raise AttributeError(self._name)


class Keeping(Generic[K, T]):
    """What is found once for each key, and takes its note along."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._found: dict[K, T] = {}
        self._notes: dict[K, Noted] = {}

    def take(self, key: K, find: Callable[[], T]) -> T:
        """Give what was found for a key, or find it."""
        now = _now.note
        if now is None:
            if key not in self._found:
                self._found[key] = find()
            return self._found[key]
        if key not in self._notes:
            self._found[key], self._notes[key] = _make(find)
        now.notes.add(self._notes[key])
        return self._found[key]


class Kept(Keeping[K, T]):
    """The same, where what is to be found is known beforehand."""

    def __init__(self, find: Callable[[K], T]) -> None:
        """Find nothing yet."""
        super().__init__()
        self._find = find

    def __getitem__(self, key: K) -> T:
        """Give what was found for a key, or find it."""
        return self.take(key, lambda: self._find(key))
