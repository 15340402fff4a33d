"""Services as lines of a sheet: the words of the list, and how one gets each promise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from carelist.publicity.ways import name_how

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from carelist.catalog.records import Service
    from carelist.catalog.revision import Catalog, Revision
    from carelist.catalog.texts import Text
    from carelist.speech.words import Words


T = TypeVar("T")
"""A text as it is shown: plain on what is typeset, with the marks of its translation on a page."""


@dataclass(frozen=True)
class Promise(Generic[T]):
    """One clause of a service."""

    title: T
    """All of its text where nobody has called it anything: on paper there may be nothing else."""
    text: T
    how: str
    """How one gets it, in a few words."""
    remark: T | None
    """What this site says beside it."""


@dataclass(frozen=True)
class BodyOnPaper(Generic[T]):
    """One department of a service."""

    id: str
    name: T
    ending: str
    """What follows its name: its role, and that there are others that the list does not name."""


@dataclass(frozen=True)
class FactOnPaper(Generic[T]):
    """What the list prints of a service in a further column, or of its types."""

    heading: str
    texts: tuple[T, ...]


@dataclass(frozen=True)
class ServiceOnPaper(Generic[T]):
    """One service on a sheet."""

    number: int
    printed_number: str
    """What is printed in its place, where that is another thing; else empty."""
    title: T
    group: T
    """The official name."""
    has_own_title: bool
    """Whether the title is editorial, and the official name another."""
    audience: T | None
    """None where the list does not say for whom it is."""
    clauses: tuple[Promise[T], ...]
    facts: tuple[FactOnPaper[T], ...]
    departments: tuple[BodyOnPaper[T], ...]
    read: bool
    """Whether some cell is not as the copy prints it."""


def is_read(revision: Revision, services: Iterable[Service]) -> bool:
    """Whether some cell of some services was read otherwise than the copy prints it."""
    origins = revision.fidelity.origins
    return any(
        reading.kind != "note" and revision.is_told(reading)
        for service in services
        for column in revision.columns
        for reading in origins[service.number, column].readings
    )


def make_row(
    catalog: Catalog,
    service: Service,
    say: Callable[[Text], T],
    words: Words,
) -> ServiceOnPaper[T]:
    """Write a service as a line of a sheet.

    Args:
        catalog: As of the year of the sheet.
        service: Of its latest revision.
        say: Gives a text as it is shown.
        words: Of pages or of print, which call roles and ways to get something alike.
    """
    revision = catalog.latest
    clauses = (
        Promise(
            say(clause.title if clause.is_titled else clause.text),
            say(clause.text),
            name_how(revision, clause.how, words, lambda text: str(say(text))),
            say(clause.remark.text) if clause.remark else None,
        )
        for clause in service.clauses
    )
    return ServiceOnPaper(
        service.number,
        service.printed_number or "",
        say(revision.title_of(service)),
        say(revision.groups[service.group].name),
        service.title is not None,
        say(people) if (people := revision.people_of(service)) else None,
        tuple(clauses),
        tuple(_list_facts(revision, service, say, words)),
        tuple(
            BodyOnPaper(name, say(catalog.departments[name].name), ending)
            for name, ending in list_endings(service, words)
        ),
        is_read(revision, [service]),
    )


def list_endings(service: Service, words: Words) -> Iterator[tuple[str, str]]:
    """Yield the departments of a service by id, the leading ones first, each with what follows it.

    `words` are those of pages or of print.
    """
    named = sorted(service.departments, key=service.supporting.__contains__)
    for place, name in enumerate(named, start=1):
        ending = words.role_supporting if name in service.supporting else ""
        is_last = place == len(named)
        yield name, ending + (words.other_departments if service.others and is_last else "")


def _list_facts(
    revision: Revision, service: Service, say: Callable[[Text], T], words: Words
) -> Iterator[FactOnPaper[T]]:
    """Yield the types of a service, then its cells in the further columns, in printed order."""
    if service.types:
        names = (revision.types[name].name for name in service.types)
        yield FactOnPaper(words.column_types, tuple(map(say, names)))
    cells = service.cells.by_column
    for column in revision.rows.columns:
        if column.id in cells:
            yield FactOnPaper(str(say(column.heading)), (say(cells[column.id]),))
