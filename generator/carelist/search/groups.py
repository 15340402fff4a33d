"""The words of the vocabulary as groups that lead to the same services."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from carelist.search.analysis import NO_PHRASES, find_terms, fold, name_terms
from carelist.search.cutting import SPOKEN, TOLD, cut_words, join_words
from carelist.search.tables import stem_phrase, widen_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.vocabulary import Vocabulary
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


def gather_words(
    spoken: Vocabulary, tables: Tables, locale: Locale, *, in_reserve: bool = False
) -> list[WordGroup]:
    """Gather the words of a language that lead to the same places, in the order of the list."""
    gathered: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for entry in spoken.terms:
        for term in entry.list(locale) if entry.reserve is in_reserve else ():
            gathered[entry.to] += cut_words(term, tables, TOLD if in_reserve else SPOKEN)
    return [WordGroup(to, tuple(words)) for to, words in gathered.items()]


def group_words(groups: list[WordGroup], had: dict[str, set[str]]) -> tuple[WordGroup, ...]:
    """Leave out what other groups tell too, and join the rest into runs.

    `had`: what each place has in its own words, and need not be led to it.
    """
    told = (
        WordGroup(group.to, join_words(_drop_had(group.to, words, had)))
        for group, words in _list_untold(groups)
    )
    return tuple(group for group in told if group.words)


def group_reserve(
    groups: list[WordGroup], own: tuple[WordGroup, ...], had: dict[str, set[str]]
) -> tuple[WordGroup, ...]:
    """Join words in reserve into runs, without what their services are found by already."""
    led: defaultdict[str, set[str]] = defaultdict(set)
    for group in own:
        for service in group.services:
            led[service] |= {term for word in group.words for term in _list_own(word)}
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
                    for word in words
                    if not all(found[one].issuperset(_list_own(word)) for one in group.to)
                ]
            ),
        )
        for group, words in _list_untold(groups)
    )
    return tuple(group for group in joined if group.words)


def widen(
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


def _drop_had(
    targets: tuple[str, ...], words: Iterable[str], had: dict[str, set[str]]
) -> list[str]:
    """Leave out what all targets have in their own words: it is found without the vocabulary."""
    return [word for word in words if not all(word in had.get(target, ()) for target in targets)]


def _list_untold(groups: Iterable[WordGroup]) -> Iterator[tuple[WordGroup, list[str]]]:
    """Yield each group with its words but those that a wider group tells too.

    A wider group begins alike and leads further.
    """
    alike: defaultdict[str, list[tuple[frozenset[str], WordGroup]]] = defaultdict(list)
    for group in groups:
        alike[group.to[0]].append((frozenset(group.services), group))
    for group in groups:
        services = frozenset(group.services)
        wider = (one for led, one in alike[group.to[0]] if led > services)
        told = {word for one in wider for word in one.words}
        yield group, [word for word in group.words if word not in told]


def pick_words(groups: Iterable[WordGroup], service: str, *, first: bool) -> tuple[str, ...]:
    """Give the words that lead to a service first, or after others."""
    return tuple(
        word
        for group in groups
        if service in group.services and (group.services[0] == service) is first
        for word in group.words
    )


@lru_cache(maxsize=1 << 14)
def _list_own(word: str) -> tuple[str, ...]:
    """List the terms of a word of the vocabulary, which leads to several places."""
    return tuple(list_terms([word]))


def list_terms(texts: Iterable[str], phrases: frozenset[str] = NO_PHRASES) -> list[str]:
    """List the terms of texts, in their order; phrases are terms too."""
    if not phrases:
        return [term for text in texts for term in name_terms(text)]
    return [term.term for text in texts for term in find_terms(text, phrases)]
