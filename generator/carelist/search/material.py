"""All of a list that its search is made of: a document of each service, and words that lead to it.

Equal material makes equal libraries. An edit of what is no part of it, as of a summary, leaves the
search as it is.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from carelist.search.facts import list_numbers, spread
from carelist.search.signs import list_signs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import Service
    from carelist.catalog.revision import Catalog, Revision
    from carelist.catalog.texts import Text
    from carelist.catalog.vocabulary import Vocabulary
    from carelist.search.signs import Sign
    from carelist.speech.locales import Locale, Locales


@dataclass(frozen=True)
class Document:
    """All that one service is found by."""

    id: str
    title: str
    name: str
    """The official name; empty where it is the title."""
    audience: str
    text: tuple[str, ...]
    """Title and text of each clause, then heading and text of each further cell."""
    department: str
    """Its departments, its pillar and its types."""
    other: str
    """Title, name and audience in the other locales."""
    words: tuple[str, ...] = ()
    """Words of the vocabulary that lead to it first."""
    further: tuple[str, ...] = ()
    """Words that lead to others before it."""
    foreign: tuple[str, ...] = ()
    """Words of the vocabulary in the other locales."""
    numbers: tuple[str, ...] = ()
    """Its numbers as terms, each as often as it is firm (facts.py)."""


@dataclass(frozen=True)
class Material:
    """What the libraries of a list are made of, and nothing else."""

    locales: Locales
    spoken: Vocabulary
    """The vocabulary of the list that is in force."""
    official: tuple[str, ...]
    """Every text of the list itself, in the language of the source."""
    documents: dict[Locale, tuple[Document, ...]]
    """Of each service, without the words of the vocabulary: in the locales that are asked for, and
    in that of the source."""
    clauses: dict[str, tuple[str, ...]]
    """The ids of the clauses of each service, in their order."""
    signs: dict[Locale, tuple[Sign, ...]]
    """What may be named that is no service, in the locales that are asked for."""

    @cached_property
    def digest(self) -> str:
        """A digest of all of it."""
        return hashlib.sha256(repr(self).encode("utf-8", "surrogatepass")).hexdigest()


def gather_material(catalog: Catalog, only: Locale | None = None) -> Material:
    """Gather what the search of the latest revision is made of.

    Args:
        catalog: With the revision.
        only: The one locale that is asked for; None for all.
    """
    services = catalog.latest.services
    wanted = [locale for locale in catalog.locales if only is None or locale == only]
    numbers = {one.id: tuple(spread(list_numbers(catalog, one))) for one in services}
    return Material(
        catalog.locales,
        catalog.spoken,
        tuple(_list_official(catalog)),
        {
            locale: tuple(
                _make_document(catalog, locale, service, numbers[service.id])
                for service in services
            )
            for locale in dict.fromkeys([*wanted, catalog.locales.source])
        },
        {service.id: tuple(clause.id for clause in service.clauses) for service in services},
        {locale: tuple(list_signs(catalog, locale)) for locale in wanted},
    )


def _make_document(
    catalog: Catalog, locale: Locale, service: Service, numbers: tuple[str, ...]
) -> Document:
    revision = catalog.latest
    title, name = revision.title_of(service), revision.groups[service.group].name
    audience = revision.people_of(service)
    departments = [catalog.departments[one].name for one in service.departments]
    pillar = catalog.pillar_of(service)
    types = (revision.types[one].name for one in service.types)
    bodies = [*departments, *([pillar.name] if pillar else ()), *types]
    names = dict.fromkeys([title, name, *([audience] if audience else ())])
    return Document(
        service.id,
        title.write(locale),
        name.write(locale) if name != title else "",
        audience.write(locale) if audience else "",
        tuple(
            f"{heading.write(locale)}\n{text.write(locale)}"
            for heading, text in _list_parts(revision, service)
        ),
        "\n".join(text.write(locale) for text in bodies),
        "\n".join(text.write(other) for other in catalog.locales.others(locale) for text in names),
        numbers=numbers,
    )


def _list_parts(revision: Revision, service: Service) -> Iterator[tuple[Text, Text]]:
    """Yield what a service says, with what stands over it: its clauses, then its further cells."""
    yield from ((clause.title, clause.text) for clause in service.clauses)
    cells = service.cells.by_column
    for column in revision.rows.columns:
        if column.id in cells:
            yield column.heading, cells[column.id]


def _list_official(catalog: Catalog) -> Iterator[str]:
    """Yield every text of the list itself, in the language of the source."""
    revision = catalog.latest
    yield from (group.name.source for group in revision.groups.values())
    yield from (audience.name.source for audience in revision.audiences.values())
    yield from (department.name.source for department in catalog.departments.values())
    yield from (pillar.name.source for pillar in catalog.pillars.values())
    yield from (one.name.source for one in revision.types.values())
    for service in revision.services:
        yield revision.title_of(service).source
        yield service.task
        yield from (clause.title.source for clause in service.clauses)
        yield from (text.source for text in service.cells.by_column.values())
