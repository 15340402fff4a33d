"""Services as lines of a sheet: the words of the list, and how one gets each promise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.catalog.cells import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.catalog.records import Service
    from generator.catalog.revision import Catalog, Revision
    from generator.publicity.voice import Voice


@dataclass(frozen=True)
class Promise:
    """One clause of a service."""

    title: str
    text: str
    how: str


@dataclass(frozen=True)
class Row:
    """One service on a sheet."""

    number: int
    title: str
    group: str
    """The official name, where the title is editorial; else the title again."""
    audience: str
    clauses: tuple[Promise, ...]
    task: str
    departments: tuple[str, ...]
    partners: tuple[str, ...]
    """The departments but for the one whose sheet it is."""
    read: bool
    """Whether some cell is not as the copy prints it."""


def is_read(revision: Revision, services: Iterable[Service]) -> bool:
    """Whether some cell of some services was read otherwise than the copy prints it."""
    origins = revision.fidelity.origins
    return any(
        reading.kind != "note"
        for service in services
        for column in COLUMNS
        for reading in origins[service.number, column].readings
    )


def make_row(catalog: Catalog, service: Service, voice: Voice, holder: str = "") -> Row:
    """Write a service as a line; `holder` is the department whose sheet it is for."""
    revision, speak = catalog.latest, voice.speak
    clauses = tuple(
        Promise(speak(clause.title), speak(clause.text), voice.words[f"how_{clause.how}"])
        for clause in service.clauses
    )
    names = {name: speak(catalog.departments[name].name) for name in service.departments}
    between = "" if voice.locale == "zh" else " "
    return Row(
        service.number,
        speak(revision.title_of(service)),
        speak(revision.groups[service.group].name),
        speak(revision.audiences[service.audience].name),
        clauses,
        between.join(clause.text for clause in clauses),
        tuple(names.values()),
        tuple(name for key, name in names.items() if key != holder),
        is_read(revision, [service]),
    )
