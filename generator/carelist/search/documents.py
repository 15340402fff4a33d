"""The services of a list as documents that can be searched, in one locale."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelist.search.analysis import find_terms
from carelist.search.constants import BOOSTS, MOST_TIMES, SAID
from carelist.search.groups import (
    gather_words,
    group_reserve,
    group_words,
    list_terms,
    pick_words,
    widen,
)
from carelist.search.material import gather_material
from carelist.search.sounds import read_aloud
from carelist.search.tables import make_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.revision import Catalog
    from carelist.search.groups import WordGroup
    from carelist.search.material import Document, Material
    from carelist.search.signs import Sign
    from carelist.search.sounds import Reader
    from carelist.search.tables import Tables
    from carelist.speech.locales import Locale


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
    return make_libraries_of(gather_material(catalog, only), read)


def make_libraries_of(material: Material, read: Reader = read_aloud) -> dict[Locale, Library]:
    """Make the documents of what was gathered, in each locale that was asked for."""
    locales, spoken = material.locales, material.spoken
    tables = make_tables(material.official, spoken, locales, read)
    gathered = {locale: gather_words(spoken, tables, locale) for locale in locales}
    reserve = {
        locale: gather_words(spoken, tables, locale, in_reserve=True) for locale in material.signs
    }
    whole = {locale: group_words(groups, {}) for locale, groups in gathered.items()}
    had = _list_had(material)
    wanted = group_words(gathered[locales.source], had)
    own = {locale: wanted if locale.is_source else whole[locale] for locale in locales}
    return {
        locale: replace(
            _make_library(
                material,
                tables,
                own[locale],
                {other: whole[other] for other in locales.others(locale)},
                locale,
            ),
            reserve=(rest := group_reserve(reserve[locale], own[locale], had)),
            wide_tables=widen(tables, rest, spoken.idle.list(locale), locale, read),
        )
        for locale in material.signs
    }


def _make_library(
    material: Material,
    tables: Tables,
    own: tuple[WordGroup, ...],
    foreign: dict[Locale, tuple[WordGroup, ...]],
    locale: Locale,
) -> Library:
    others = [group for groups in foreign.values() for group in groups]
    documents = (
        replace(
            document,
            words=pick_words(own, document.id, first=True),
            further=pick_words(own, document.id, first=False),
            foreign=pick_words(others, document.id, first=True),
        )
        for document in material.documents[locale]
    )
    return Library(
        tuple(documents),
        tables,
        tables,
        locale,
        own,
        foreign,
        material.signs[locale],
        {
            (service, clause): place
            for service, clauses in material.clauses.items()
            for place, clause in enumerate(clauses, start=1)
        },
    )


def _list_had(material: Material) -> dict[str, set[str]]:
    """Give the source that every service, and every clause as `service/clause`, has by itself."""
    had: dict[str, set[str]] = {}
    for document in material.documents[material.locales.source]:
        told = [set(list_terms([text])) for text in document.text]
        named = list_terms((document.title, document.name, document.audience))
        had[document.id] = set(named).union(*told)
        for clause, terms in zip(material.clauses[document.id], told, strict=False):
            had[f"{document.id}/{clause}"] = terms
    return had


def list_fields(document: Document, phrases: frozenset[str]) -> Iterator[tuple[str, list[str]]]:
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


def _list_said(words: Iterable[str], phrases: frozenset[str]) -> list[str]:
    """List the terms of words: a pair of characters once, an English word as often as it counts."""
    terms = Counter(term.term for word in words for term in find_terms(word, phrases))
    return [
        term
        for term, said in sorted(terms.items())
        for _ in range(1 if term[0] > "z" else min(said, MOST_TIMES))
    ]
