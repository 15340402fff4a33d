"""What analysis looks up: simplified forms, pinyin, synonyms, and words without meaning.

Made at build time from OpenCC and pypinyin, and only for the characters that a list needs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from carelist.search.analysis import HAN_RUN, fold, is_stop_word, pair, split, stem, stem_said
from carelist.search.characters import COMMON, list_readings
from carelist.search.forms import find_traditional
from carelist.search.sounds import read_aloud

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from carelist.catalog.vocabulary import Vocabulary
    from carelist.search.sounds import Reader
    from carelist.speech.locales import Locales


ABSENT = ""
"""Stands for a word of the list that is none: people ask for what the list does not have."""


@dataclass(frozen=True)
class Tables:
    """The tables of one list."""

    simplified: dict[str, str] = field(default_factory=dict)
    """The simplified character of each traditional one."""
    readings: dict[str, str] = field(default_factory=dict)
    """The syllable of each common character and of each of the list, as it mostly reads it."""
    exceptions: dict[str, str] = field(default_factory=dict)
    """Two syllables of pairs that the list reads otherwise, as `chang chun`."""
    synonyms: dict[str, str] = field(default_factory=dict)
    """The word of the list for each word that people use; English as stems. `ABSENT` where the
    list has no such thing."""
    ignored: frozenset[str] = frozenset()
    """Words of a query that tell nothing; English as stems."""
    characters: str = ""
    """Those of the list and its vocabulary: common ones in the order of GB 2312, then others."""

    @cached_property
    def phrases(self) -> frozenset[str]:
        """English phrases that are one thing, as stems: those that have or are a synonym."""
        return frozenset(one for pair in self.synonyms.items() for one in pair if " " in one)

    @cached_property
    def syllables(self) -> frozenset[str]:
        """Every syllable that occurs in the list and its vocabulary."""
        exceptions = (one for two in self.exceptions.values() for one in two.split())
        return frozenset([*(self.readings[one] for one in self.characters), *exceptions])

    @cached_property
    def cut(self) -> re.Pattern[str]:
        """Finds Chinese words that are ignored, the longest first."""
        return _find_longest(self.ignored)

    @cached_property
    def also(self) -> re.Pattern[str]:
        """Finds Chinese words that have a synonym, the longest first."""
        return _find_longest(self.synonyms)

    @cached_property
    def sounds(self) -> Sounds:
        """The two syllables of every pair that is asked for, each read once."""
        return Sounds(self)


class Sounds(dict[str, tuple[str, str]]):
    """The two syllables of pairs; a character that is not known sounds like nothing."""

    def __init__(self, tables: Tables) -> None:
        """Begin with none read."""
        self._tables = tables
        super().__init__()

    def __missing__(self, term: str) -> tuple[str, str]:
        """Read a pair."""
        first, _, second = self._tables.exceptions.get(term, " ").partition(" ")
        readings = self._tables.readings
        read = (first, second) if first else (readings.get(term[0], ""), readings.get(term[1], ""))
        self[term] = read
        return read


def _find_longest(words: Iterable[str]) -> re.Pattern[str]:
    chinese = sorted((word for word in words if word[0] > "z"), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, chinese)) or "(?!)")


def make_tables(
    texts: Iterable[str], vocabulary: Vocabulary, locales: Locales, read: Reader = read_aloud
) -> Tables:
    """Make the tables for a list's own texts and its vocabulary."""
    worded = [locale for locale in locales if locale.search == "latin"]
    paired = [locale for locale in locales if locale not in worded]
    synonyms = {
        also: synonym.word
        for locale in paired
        for synonym in vocabulary.synonyms.list(locale)
        for also in map(fold, synonym.also)
    }
    ignored = {fold(word) for locale in paired for word in vocabulary.ignored.list(locale)}
    ignored |= {stem_phrase(word) for one in worded for word in vocabulary.ignored.list(one)}
    for synonym in (one for locale in worded for one in vocabulary.synonyms.list(locale)):
        meant = stem_phrase(synonym.word, ignored)
        synonyms |= {_stem_said(also, ignored): meant for also in synonym.also}
    synonyms |= {fold(word): ABSENT for one in paired for word in vocabulary.absent.list(one)}
    synonyms |= {
        _stem_said(word, ignored): ABSENT for one in worded for word in vocabulary.absent.list(one)
    }
    synonyms.pop("", None)
    terms = (
        term
        for entry in vocabulary.terms
        for locale in paired
        if not entry.reserve
        for term in entry.list(locale)
    )
    own, further = (
        _cut_runs(texts),
        _cut_runs([*terms, *synonyms, *synonyms.values(), *sorted(ignored)]),
    )
    runs = _read_runs(own + further, read)
    readings, exceptions = _find_readings(own, runs)
    return Tables(
        runs.forms,
        list_readings() | readings,
        exceptions,
        synonyms,
        frozenset(ignored),
        _order_characters(readings),
    )


def widen_tables(tables: Tables, terms: Iterable[str], read: Reader = read_aloud) -> Tables:
    """Give tables that know the characters of further terms too; what is known stays as it is.

    Args:
        tables: Those of a list.
        terms: In the locales that are read as pairs of characters.
        read: Says how Chinese sounds.
    """
    runs = _cut_runs(terms)
    if not runs:
        return tables
    single, pairs, words, forms = _read_runs(runs, read)
    known = {**tables.readings}
    added = {
        one: counted.most_common(1)[0][0]
        for one, counted in sorted(single.items())
        if one not in tables.characters
    }
    known |= added
    exceptions = {
        term: sounds
        for term, sounds in sorted(pairs.items())
        if len(term) > 1 and term in words and term not in tables.exceptions
        if sounds != f"{known[term[0]]} {known[term[1]]}"
    }
    characters = tables.characters + _order_characters(added)
    simplified = {
        form: simple
        for form, simple in forms.items()
        if form not in tables.simplified and form not in characters
    }
    return replace(
        tables,
        simplified=tables.simplified | simplified,
        readings=known,
        exceptions=tables.exceptions | exceptions,
        characters=characters,
    )


def _cut_runs(texts: Iterable[str]) -> list[str]:
    return [run for text in texts for run in HAN_RUN.findall(fold(text))]


def stem_phrase(phrase: str, ignored: AbstractSet[str] | None = None) -> str:
    """Give an English phrase as its stems; with what is ignored, as a query comes to be read."""
    words = [piece.text for piece in split(fold(phrase))]
    if ignored is not None:
        words = [word for word in words if not is_stop_word(word) and stem(word) not in ignored]
    return " ".join(map(stem, words))


def _stem_said(phrase: str, ignored: AbstractSet[str]) -> str:
    """Give what people say as its stems; with all its words where they say `not`, or few remain."""
    said = [stem_said(piece.text) for piece in split(fold(phrase))]
    told = stem_phrase(phrase, ignored)
    return " ".join(said) if "not" in said or (" " not in told and len(said) > 1) else told


def _order_characters(characters: Iterable[str]) -> str:
    places = {character: place for place, character in enumerate(COMMON)}
    return "".join(sorted(characters, key=lambda one: (places.get(one, len(COMMON)), one)))


class _Runs(NamedTuple):
    """What was read of some runs."""

    single: dict[str, Counter[str]]
    """How often each character sounds how."""
    pairs: dict[str, str]
    """How each pair sounds where it stands first."""
    words: frozenset[str]
    """The pairs that are words."""
    forms: dict[str, str]
    """The character of the runs for each that others write in its place."""


def _find_readings(own: list[str], runs: _Runs) -> tuple[dict[str, str], dict[str, str]]:
    """Give each character's usual reading, and pairs that are read otherwise.

    Of pairs that only the vocabulary has, those that are words; others depend on what is around.
    """
    single, pairs, words, _ = runs
    usual = {one: counted.most_common(1)[0][0] for one, counted in sorted(single.items())}
    official = {term for run in own for term in pair(run)}
    exceptions = {
        term: sounds
        for term, sounds in sorted(pairs.items())
        if len(term) > 1 and sounds != f"{usual[term[0]]} {usual[term[1]]}"
        if term in official or term in words
    }
    return usual, exceptions


def _read_runs(runs: list[str], read: Reader) -> _Runs:
    """Read runs in their context."""
    single: defaultdict[str, Counter[str]] = defaultdict(Counter)
    pairs: dict[str, str] = {}
    asked = list(dict.fromkeys(runs))
    found, words, forms = read(asked)
    for run, sounds in found.items():
        for character, sound in zip(run, sounds, strict=True):
            single[character][sound] += 1
        for term, *two in zip(pair(run), sounds, sounds[1:], strict=False):
            pairs.setdefault(term, " ".join(two))
    return _Runs(
        single, pairs, frozenset(words), find_traditional(asked) if forms is None else forms
    )
