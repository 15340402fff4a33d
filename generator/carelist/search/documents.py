"""The services of a list as documents that can be searched, in one locale."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from carelist.search.analysis import NO_PHRASES, find_terms, fold
from carelist.search.constants import BOOSTS, MOST_TIMES, SAID
from carelist.search.cutting import SPOKEN, TOLD, cut_words, join_words
from carelist.search.facts import list_numbers, spread
from carelist.search.signs import list_signs
from carelist.search.sounds import read_aloud
from carelist.search.tables import make_tables, stem_phrase, widen_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from carelist.catalog.records import Service
    from carelist.catalog.revision import Catalog, Revision
    from carelist.catalog.texts import Text
    from carelist.search.signs import Sign
    from carelist.search.sounds import Reader
    from carelist.search.tables import Tables
    from carelist.speech.locales import Locale


class WordGroup(NamedTuple):
    """Words of the vocabulary that lead to the same places."""

    to: tuple[str, ...]
    """Services or `service/clause`, the best first."""
    words: tuple[str, ...]
    """Runs of Chinese characters, of which every pair counts, and English words."""

    @property
    def services(self) -> tuple[str, ...]:
        """The services it leads to, the best first."""
        return _list_services(self.to)


@lru_cache(maxsize=1 << 12)
def _list_services(targets: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(target.partition("/")[0] for target in targets))


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
                words=_pick_words(groups, document.id, first=True),
                further=_pick_words(groups, document.id, first=False),
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
    return make_libraries(catalog)[locale]


def make_libraries(catalog: Catalog, read: Reader = read_aloud) -> dict[Locale, Library]:
    """Make the documents of the latest revision in each locale; both share their tables."""
    locales = catalog.locales
    tables = make_tables(_list_official(catalog), catalog.spoken, locales, read)
    gathered = {locale: _gather_words(catalog, tables, locale) for locale in locales}
    reserve = {
        locale: _gather_words(catalog, tables, locale, in_reserve=True) for locale in locales
    }
    whole = {locale: _group_words(groups, {}) for locale, groups in gathered.items()}
    had = _list_had(catalog)
    wanted = _group_words(gathered[locales.source], had)
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
            reserve=(rest := _group_reserve(reserve[locale], own[locale], had)),
            wide_tables=_widen(tables, rest, catalog.spoken.idle.list(locale), locale, read),
        )
        for locale in locales
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
            words=_pick_words(own, service.id, first=True),
            further=_pick_words(own, service.id, first=False),
            foreign=_pick_words(others, service.id, first=True),
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


def _gather_words(
    catalog: Catalog, tables: Tables, locale: Locale, *, in_reserve: bool = False
) -> list[WordGroup]:
    """Gather the words of a language that lead to the same places, in the order of the list."""
    gathered: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for entry in catalog.spoken.terms:
        for term in entry.list(locale) if entry.reserve is in_reserve else ():
            gathered[entry.to] += cut_words(term, tables, TOLD if in_reserve else SPOKEN)
    return [WordGroup(to, tuple(words)) for to, words in gathered.items()]


def _group_words(groups: list[WordGroup], had: dict[str, set[str]]) -> tuple[WordGroup, ...]:
    """Leave out what other groups tell too, and join the rest into runs.

    `had`: what each place has in its own words, and need not be led to it.
    """
    told = (
        WordGroup(group.to, join_words(_drop_had(group.to, _drop_told(group, groups), had)))
        for group in groups
    )
    return tuple(group for group in told if group.words)


def _group_reserve(
    groups: list[WordGroup], own: tuple[WordGroup, ...], had: dict[str, set[str]]
) -> tuple[WordGroup, ...]:
    """Join words in reserve into runs, without what their services are found by already."""
    led: defaultdict[str, set[str]] = defaultdict(set)
    for group in own:
        for service in group.services:
            led[service] |= {term for word in group.words for term in _list_terms([word])}
    found = {
        target: led[target.partition("/")[0]] | had.get(target, set())
        for group in groups
        for target in group.to
    }
    joined = (
        WordGroup(
            group.to,
            join_words(
                [
                    word
                    for word in _drop_told(group, groups)
                    if not all(found[one].issuperset(_list_terms([word])) for one in group.to)
                ]
            ),
        )
        for group in groups
    )
    return tuple(group for group in joined if group.words)


def _widen(
    tables: Tables,
    groups: Iterable[WordGroup],
    idle: tuple[str, ...],
    locale: Locale,
    read: Reader,
) -> Tables:
    """Give tables that know the words in reserve too, and pass over idle ones."""
    if locale.search == "latin":
        return replace(tables, ignored=tables.ignored.union(map(stem_phrase, idle)))
    words = [word for group in groups for word in group.words]
    wide = widen_tables(tables, [*words, *idle], read)
    return replace(wide, ignored=tables.ignored.union(map(fold, idle)))


def _list_had(catalog: Catalog) -> dict[str, set[str]]:
    """Give the source that every service, and every clause as `service/clause`, has by itself."""
    had: dict[str, set[str]] = {}
    for service in catalog.latest.services:
        document = _make_document(catalog, catalog.locales.source, service)
        texts = (document.title, document.name, document.audience, *document.text)
        had[service.id] = set(_list_terms(texts))
        for clause, text in zip(service.clauses, document.text, strict=False):
            had[f"{service.id}/{clause.id}"] = set(_list_terms([text]))
    return had


def _drop_had(
    targets: tuple[str, ...], words: Iterable[str], had: dict[str, set[str]]
) -> list[str]:
    """Leave out what all targets have in their own words: it is found without the vocabulary."""
    return [word for word in words if not all(word in had.get(target, ()) for target in targets)]


def _drop_told(group: WordGroup, groups: Iterable[WordGroup]) -> list[str]:
    """Leave out of a group what a group that begins alike and leads further tells too."""
    wider = (
        one
        for one in groups
        if one.to[0] == group.to[0] and set(one.services) > set(group.services)
    )
    told = {word for one in wider for word in one.words}
    return [word for word in group.words if word not in told]


def _pick_words(groups: Iterable[WordGroup], service: str, *, first: bool) -> tuple[str, ...]:
    """Give the words that lead to a service first, or after others."""
    return tuple(
        word
        for group in groups
        if service in group.services and (group.services[0] == service) is first
        for word in group.words
    )


def list_fields(document: Document, phrases: AbstractSet[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield the terms of each field of a document; its phrases are terms too."""
    for name in BOOSTS:
        list_terms = _list_said if name in SAID else _list_terms
        if name == "numbers":
            yield name, list(document.numbers)
        else:
            yield name, list_terms(_list_texts_of(document, name), phrases)


def list_texts(document: Document) -> Iterator[str]:
    """Yield every text of a document."""
    for name in BOOSTS:
        if name != "numbers":
            yield from _list_texts_of(document, name)


def _list_texts_of(document: Document, name: str) -> tuple[str, ...]:
    value = getattr(document, name)
    return (value,) if isinstance(value, str) else value


def _list_terms(texts: Iterable[str], phrases: AbstractSet[str] = NO_PHRASES) -> list[str]:
    return [term.term for text in texts for term in find_terms(text, phrases)]


def _list_said(words: Iterable[str], phrases: AbstractSet[str]) -> list[str]:
    """List the terms of words: a pair of characters once, an English word as often as it counts."""
    terms = Counter(term.term for word in words for term in find_terms(word, phrases))
    return [
        term
        for term, said in sorted(terms.items())
        for _ in range(1 if term[0] > "z" else min(said, MOST_TIMES))
    ]
