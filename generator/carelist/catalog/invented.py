"""Official words that the copy has nowhere, told where its readings cannot be relied on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelist.catalog.differences import shorten
from carelist.catalog.kinds import Kind
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.paragraphs import list_paragraphs
from carelist.catalog.problems import Problem
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.claims import Claims
    from carelist.catalog.problems import Position
    from carelist.catalog.records import Readings

_BETWEEN = re.compile(r"\s+|\||<br ?/?>|\*\*|__")
"""What stands between the words of a copy and is none of them."""


def find_invented(claims: Claims, file: str, text: str) -> Iterator[Problem]:
    """Yield the official texts that stand neither in a copy nor in what its readings say of it.

    It needs no reading to be right: what any of them reads otherwise is taken for read so.

    Args:
        claims: What the catalog says that the copy says.
        file: The copy's path, as messages show it.
        text: The copy, its line ends made one.
    """
    copy = _join(text)
    read = sorted(map(_join, _list_words(claims.readings)), key=len, reverse=True)
    others = re.compile("|".join(map(re.escape, read)) or "(?!)")
    for at, words in (*_list_names(claims), *_list_paragraphs(claims)):
        joined = _join(words)
        parts = [joined] if joined in copy else others.split(joined)
        if not all(part in copy for part in parts):
            yield Problem(at, Kind.NOT_IN_COPY, {"value": shorten(words), "file": file})


def _list_names(claims: Claims) -> Iterator[tuple[Position, str]]:
    """Yield what services.yml says in the words of the copy, with its places."""
    services = claims.services
    for shelf in ("audiences", "types", "groups"):
        for index, entry in enumerate(getattr(services.record, shelf)):
            yield services.at(shelf, index, "name", SOURCE.tag), entry.name.source
    for index, service in enumerate(services.record.services):
        for place, clause in enumerate(service.clauses):
            path = ("services", index, "clauses", place, "text", SOURCE.tag)
            yield services.at(*path), clause.text.source


def _list_paragraphs(claims: Claims) -> Iterator[tuple[Position, str]]:
    """Yield what notice.yml says in the words of the copy, with its places."""
    if claims.notice:
        for way, words in list_paragraphs(claims.notice.record):
            yield claims.notice.at(*way), words


def _list_words(readings: Sheet[Readings]) -> Iterator[str]:
    """Yield what any reading of the file says that words are read as, one that is broken too."""
    root = parse_yaml(readings.document.file, readings.document.text.encode()).root
    entries = root.child("readings") if root else None
    for entry in entries.value if entries and isinstance(entries.value, list) else ():
        read = entry.child("read")
        if read and isinstance(read.value, str) and read.value:
            yield read.value


def _join(text: str) -> str:
    return _BETWEEN.sub("", text)
