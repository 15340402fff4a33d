"""All that a revision declares, and how one part of it is put in place of another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from carelist.catalog.texts import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.catalog.records import (
        Audience,
        Group,
        Notice,
        Readings,
        Service,
        Services,
        ServiceType,
    )
    from carelist.catalog.revision import Revision
    from carelist.catalog.source import Page, Paragraph

Path = tuple[str, ...]
"""Names of fields, and ids of the entries of lists: `("rows", "services", "housing", "title")`."""
Shelf = Literal["audiences", "groups"]
T = TypeVar("T")


@dataclass(frozen=True)
class Copy:
    """The printed copy, whatever file holds it."""

    paragraphs: tuple[Paragraph, ...]
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class Content:
    """All that a revision declares, without what is derived from it."""

    notice: Notice
    rows: Services
    how_read: Readings
    copy: Copy

    @property
    def services(self) -> dict[str, Service]:
        """The services by id."""
        return {service.id: service for service in self.rows.services}

    @property
    def audiences(self) -> dict[str, Audience]:
        """The audiences by id."""
        return {audience.id: audience for audience in self.rows.audiences}

    @property
    def types(self) -> dict[str, ServiceType]:
        """The kinds of help by id."""
        return {one.id: one for one in self.rows.types}

    @property
    def groups(self) -> dict[str, Group]:
        """The service groups by id."""
        return {group.id: group for group in self.rows.groups}


def read_content(revision: Revision) -> Content:
    """Give what a revision declares."""
    copy = Copy(revision.source.paragraphs, revision.source.pages)
    return Content(revision.notice, revision.rows, revision.how_read, copy)


def put(whole: T, path: Path, value: object) -> T:
    """Give the whole with another value at a path; the path must lead to something.

    `put(content, ("rows", "services", "housing", "number"), 7)` renumbers the service `housing`.
    """
    changed: Any = _put(whole, path, value)
    return cast("T", changed)


def _put(part: Any, path: Path, value: object) -> Any:  # noqa: ANN401  # parts are of many types
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(part, tuple):
        return tuple(_put(e, rest, value) if find_key(e) == step else e for e in part)
    changed = {step: _put(getattr(part, step), rest, value)}
    return part.model_copy(update=changed) if isinstance(part, Record) else replace(part, **changed)


def take(whole: object, path: Path) -> Any:  # noqa: ANN401  # parts are of many types
    """Give the part at a path."""
    for step in path:
        if isinstance(whole, tuple):
            whole = next(entry for entry in whole if find_key(entry) == step)
        else:
            whole = getattr(whole, step)
    return whole


def insert(content: Content, path: Path, entry: object, place: int) -> Content:
    """Insert an entry into the list at a path, before what stands at `place`, from 0."""
    entries = take(content, path)
    return put(content, path, (*entries[:place], entry, *entries[place:]))


def remove(content: Content, path: Path, key: str) -> Content:
    """Take the entry of a key out of the list at a path."""
    kept = (entry for entry in take(content, path) if find_key(entry) != key)
    return put(content, path, tuple(kept))


def order(content: Content, path: Path, keys: Iterable[str]) -> Content:
    """Put the entries of the list at a path into an order."""
    entries = {find_key(entry): entry for entry in take(content, path)}
    return put(content, path, tuple(entries[key] for key in keys))


def find_key(entry: object) -> str:
    """Give the key by which an entry of a list is known: its id or number, or the plain name."""
    if isinstance(entry, str):
        return entry
    return str(getattr(entry, "id", "") or getattr(entry, "number", ""))


def shelve(content: Content, shelf: Shelf, entry: Audience | Group) -> Content:
    """Set an audience or a group on its shelf: in its place, else at the end."""
    path = ("rows", shelf)
    entries = take(content, path)
    if any(other.id == entry.id for other in entries):
        return put(content, (*path, entry.id), entry)
    return put(content, path, (*entries, entry))


def tidy(content: Content) -> Content:
    """Put the services in the order of their numbers, and drop the names that none of them uses."""
    rows = content.rows
    audiences = {service.audience for service in rows.services}
    groups = {service.group for service in rows.services}
    tidied = {
        "services": tuple(sorted(rows.services, key=lambda service: service.number)),
        "audiences": tuple(entry for entry in rows.audiences if entry.id in audiences),
        "groups": tuple(entry for entry in rows.groups if entry.id in groups),
    }
    return replace(content, rows=rows.model_copy(update=tidied))
