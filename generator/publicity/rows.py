"""Services as lines of a sheet: the words of the list, and how one gets each promise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.catalog.records import How, Service
    from generator.catalog.revision import Catalog, Revision
    from generator.catalog.texts import Text


T = TypeVar("T")
"""A text as it is shown: plain on what is typeset, with the marks of its English on a page."""


@dataclass(frozen=True)
class Promise(Generic[T]):
    """One clause of a service."""

    title: T
    text: T
    how: str
    """How one gets it, in a few words."""
    remark: T | None
    """What this site says beside it."""


@dataclass(frozen=True)
class ServiceOnPaper(Generic[T]):
    """One service on a sheet."""

    number: int
    title: T
    group: T
    """The official name."""
    has_own_title: bool
    """Whether the title is editorial, and the official name another."""
    audience: T | None
    """None where the list does not say for whom it is."""
    clauses: tuple[Promise[T], ...]
    departments: tuple[T, ...]
    read: bool
    """Whether some cell is not as the copy prints it."""


def is_read(revision: Revision, services: Iterable[Service]) -> bool:
    """Whether some cell of some services was read otherwise than the copy prints it."""
    origins = revision.fidelity.origins
    return any(
        reading.kind != "note"
        for service in services
        for column in revision.columns
        for reading in origins[service.number, column].readings
    )


def make_row(
    catalog: Catalog,
    service: Service,
    speak: Callable[[Text], T],
    name_how: Callable[[How], str],
) -> ServiceOnPaper[T]:
    """Write a service as a line of a sheet.

    Args:
        catalog: As of the year of the sheet.
        service: Of its latest revision.
        speak: Gives a text as it is shown.
        name_how: Says how one gets something.
    """
    revision = catalog.latest
    clauses = (
        Promise(
            speak(clause.title),
            speak(clause.text),
            name_how(clause.how),
            speak(clause.remark.text) if clause.remark else None,
        )
        for clause in service.clauses
    )
    return ServiceOnPaper(
        service.number,
        speak(revision.title_of(service)),
        speak(revision.groups[service.group].name),
        service.title is not None,
        speak(people) if (people := revision.people_of(service)) else None,
        tuple(clauses),
        tuple(speak(catalog.departments[name].name) for name in service.departments),
        is_read(revision, [service]),
    )
