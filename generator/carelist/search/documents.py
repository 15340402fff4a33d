"""The services of a list as documents that can be searched, in one locale."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelist.search.analysis import find_terms
from carelist.search.constants import BOOSTS, MOST_TIMES, SAID
from carelist.search.facts import list_numbers, spread
from carelist.search.groups import (
    gather_words,
    group_reserve,
    group_words,
    list_terms,
    pick_words,
    widen,
)
from carelist.search.signs import list_signs
from carelist.search.sounds import read_aloud
from carelist.search.tables import make_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from carelist.catalog.records import Service
    from carelist.catalog.revision import Catalog, Revision
    from carelist.catalog.texts import Text
    from carelist.search.groups import WordGroup
    from carelist.search.signs import Sign
    from carelist.search.sounds import Reader
    from carelist.search.tables import Tables
    from carelist.speech.locales import Locale


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
class Library:
    """The documents of a list, with the tables that they are read by."""

    documents: tuple[Document, ...]
    tables: Tables
    wide_tables: Tables
    """With the characters of the words in reserve too."""
    locale: Locale
    own: tuple[WordGroup, ...]
    """Words of the vocabulary in the locale."""
    foreign: dict[Locale, tuple[WordGroup, ...]]
    """Those in each of the others."""
    signs: tuple[Sign, ...]
    """What may be named that is no service."""
    clauses: dict[tuple[str, str], int]
    """The number of each clause in its service, from 1, by the ids of both."""
    reserve: tuple[WordGroup, ...] = ()
    """Words in the locale that are asked only where no other answers."""

    def widen(self) -> Library:
        """Give the library with the words in reserve among the others."""
        groups = (*self.own, *self.reserve)
        documents = (
            replace(
                document,
                words=pick_words(groups, document.id, first=True),
                further=pick_words(groups, document.id, first=False),
            )
            for document in self.documents
        )
        return replace(
            self, documents=tuple(documents), tables=self.wide_tables, own=groups, reserve=()
        )

    def find_clause(self, service: str, clause: str) -> int:
        """Give the number of a clause in its service, from 1."""
        return self.clauses[service, clause]


def make_library(catalog: Catalog, locale: Locale) -> Library:
    """Make the documents of the latest revision in one locale."""
    return make_libraries(catalog, only=locale)[locale]


def make_libraries(
    catalog: Catalog, read: Reader = read_aloud, *, only: Locale | None = None
) -> dict[Locale, Library]:
    """Make the documents of the latest revision in each locale; all share their tables.

    Args:
        catalog: With the revision.
        read: How Chinese sounds.
        only: The one locale that is asked for; None for all.
    """
    locales = catalog.locales
    wanted_in = [locale for locale in locales if only is None or locale == only]
    tables = make_tables(_list_official(catalog), catalog.spoken, locales, read)
    gathered = {locale: gather_words(catalog, tables, locale) for locale in locales}
    reserve = {
        locale: gather_words(catalog, tables, locale, in_reserve=True) for locale in wanted_in
    }
    whole = {locale: group_words(groups, {}) for locale, groups in gathered.items()}
    had = _list_had(catalog)
    wanted = group_words(gathered[locales.source], had)
    own = {locale: wanted if locale.is_source else whole[locale] for locale in locales}
    return {
        locale: replace(
            _make_library(
                catalog,
                tables,
                own[locale],
                {other: whole[other] for other in locales.others(locale)},
                locale,
            ),
            reserve=(rest := group_reserve(reserve[locale], own[locale], had)),
            wide_tables=widen(tables, rest, catalog.spoken.idle.list(locale), locale, read),
        )
        for locale in wanted_in
    }


def _make_library(
    catalog: Catalog,
    tables: Tables,
    own: tuple[WordGroup, ...],
    foreign: dict[Locale, tuple[WordGroup, ...]],
    locale: Locale,
) -> Library:
    others = [group for groups in foreign.values() for group in groups]
    documents = (
        replace(
            _make_document(catalog, locale, service),
            words=pick_words(own, service.id, first=True),
            further=pick_words(own, service.id, first=False),
            foreign=pick_words(others, service.id, first=True),
            numbers=tuple(spread(list_numbers(catalog, service))),
        )
        for service in catalog.latest.services
    )
    return Library(
        tuple(documents),
        tables,
        tables,
        locale,
        own,
        foreign,
        tuple(list_signs(catalog, locale)),
        {
            (service.id, clause.id): place
            for service in catalog.latest.services
            for place, clause in enumerate(service.clauses, start=1)
        },
    )


def _make_document(catalog: Catalog, locale: Locale, service: Service) -> Document:
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


def _list_had(catalog: Catalog) -> dict[str, set[str]]:
    """Give the source that every service, and every clause as `service/clause`, has by itself."""
    had: dict[str, set[str]] = {}
    for service in catalog.latest.services:
        document = _make_document(catalog, catalog.locales.source, service)
        texts = (document.title, document.name, document.audience, *document.text)
        had[service.id] = set(list_terms(texts))
        for clause, text in zip(service.clauses, document.text, strict=False):
            had[f"{service.id}/{clause.id}"] = set(list_terms([text]))
    return had


def list_fields(document: Document, phrases: AbstractSet[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the terms of each field of a document; its phrases are terms too."""
    for name in BOOSTS:
        list_them = _list_said if name in SAID else list_terms
        if name == "numbers":
            yield name, list(document.numbers)
        else:
            yield name, list_them(_list_texts_of(document, name), phrases)


def list_texts(document: Document) -> Iterator[str]:
    """Yield every text of a document."""
    for name in BOOSTS:
        if name != "numbers":
            yield from _list_texts_of(document, name)


def _list_texts_of(document: Document, name: str) -> tuple[str, ...]:
    value = getattr(document, name)
    return (value,) if isinstance(value, str) else value


def _list_said(words: Iterable[str], phrases: AbstractSet[str]) -> list[str]:
    """List the terms of words: a pair of characters once, an English word as often as it counts."""
    terms = Counter(term.term for word in words for term in find_terms(word, phrases))
    return [
        term
        for term, said in sorted(terms.items())
        for _ in range(1 if term[0] > "z" else min(said, MOST_TIMES))
    ]
