"""Services as lines of a sheet: the words of the list, and how one gets each promise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from carelist.catalog.quoting import quote_clauses
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
    quoted: str
    """The text in the source as the copy prints it, readings in square brackets."""
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
    is_name_inferred: bool
    """Whether the official name is printed nowhere in the copy."""
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


def find_rows_read(revision: Revision) -> dict[str, tuple[int, ...]]:
    """Find the numbers of the services in whose cells each reading is at work, by its id.

    Those of a reading that no cell has are the ones that it declares; none where it is of the
    letter.
    """
    rows: dict[str, dict[int, None]] = {}
    for (row, _), origin in revision.fidelity.origins.items():
        for reading in origin.readings:
            rows.setdefault(reading.id, {})[row] = None
    return {
        one.id: tuple(sorted(rows[one.id])) if one.id in rows else tuple(one.rows)
        for one in revision.readings
    }


def name_stretches(rows: tuple[int, ...], comma: str) -> str:
    """Name numbers in their order, those that follow one another by the first and the last.

    >>> name_stretches((2, 17, 18, 19), ", ")
    '2, 17–19'
    """
    firsts = [row for row in rows if row - 1 not in rows]
    lasts = [row for row in rows if row + 1 not in rows]
    pairs = zip(firsts, lasts, strict=True)
    return comma.join(str(a) if a == b else f"{a}–{b}" for a, b in pairs)


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
            quoted,
            name_how(revision, clause.how, words, lambda text: str(say(text))),
            say(clause.remark.text) if clause.remark else None,
        )
        for clause, quoted in zip(service.clauses, quote_clauses(revision, service), strict=True)
    )
    return ServiceOnPaper(
        service.number,
        service.printed_number or "",
        say(revision.title_of(service)),
        say(revision.groups[service.group].name),
        service.title is not None,
        revision.fidelity.origins[service.number, "group"].state == "inferred",
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
