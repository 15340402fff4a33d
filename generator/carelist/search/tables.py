"""What analysis looks up: simplified forms, pinyin, synonyms, and words without meaning.

Made at build time from OpenCC and pypinyin, and only for the characters that a list needs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

import opencc

from carelist.catalog.radicals import CHARACTERS
from carelist.search.analysis import HAN_RUN, fold, is_stop_word, pair, split, stem, stem_said
from carelist.search.characters import COMMON, list_readings
from carelist.search.sounds import read_aloud

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from carelist.catalog.vocabulary import Vocabulary
    from carelist.search.sounds import Reader
    from carelist.speech.locales import Locales

CONVERSIONS = ("t2s", "tw2s", "hk2s")
"""Of OpenCC: traditional characters as on the mainland, in Taiwan and in Hong Kong."""
WRITTEN = ("s2t", "s2tw", "s2hk")
"""Of OpenCC: how those places write what is simplified."""
FIRST, LAST = 0x3400, 0x9FFF
RARE = 0xC9
"""The first byte of the characters that Big5 keeps apart as seldom used."""


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
    """The word of the list for each word that people use; English as stems."""
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

    def read_pair(self, term: str) -> tuple[str, str]:
        """Give the two syllables of a pair; a character that is not known sounds like nothing."""
        if exception := self.exceptions.get(term):
            first, second = exception.split()
            return first, second
        return self.readings.get(term[0], ""), self.readings.get(term[1], "")


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
    readings, exceptions = _find_readings(own, further, read)
    return Tables(
        find_traditional(own + further),
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
    single, pairs, words = _read_runs(runs, read)
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
        for form, simple in find_traditional(runs).items()
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


def find_traditional(runs: list[str]) -> dict[str, str]:
    """Find how characters are written in other places.

    As they are written in some runs and their pairs; of all traditional characters that there are,
    those that are often used; and the radicals that look the same, as PDFs name them.
    """
    characters = {character for run in runs for character in run}
    found: dict[str, str] = {}
    texts = "\n".join([*runs, *sorted({term for run in runs for term in pair(run)} | characters)])
    for name in WRITTEN:
        for simple, one in zip(texts, _convert(name, texts), strict=True):
            if one not in characters and one > "z":
                found.setdefault(one, simple)
    for one, simple in _list_simplified():
        if simple in characters and one not in characters:
            found.setdefault(one, simple)
    for radical, one in CHARACTERS.items():
        written, simple = fold(radical), found.get(one, one)
        if simple in characters and written not in characters:
            found.setdefault(written, simple)
    return dict(sorted(found.items()))


def _convert(name: str, texts: str) -> str:
    return str(_open_converter(name).convert(texts))


@cache
def _open_converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


def forget_converters() -> None:
    """Let go of what turns scripts into others: ten megabytes each, opened in a tenth of a second.

    For a process that has made its search, and goes on to pages.
    """
    _open_converter.cache_clear()


@cache
def _list_simplified() -> tuple[tuple[str, str], ...]:
    """List all traditional characters that are often used, each with its simplified one."""
    every = "\n".join(map(chr, range(FIRST, LAST + 1)))
    return tuple(
        (one, simple)
        for name in CONVERSIONS
        for one, simple in zip(every, _convert(name, every), strict=True)
        if one != simple and _is_common(one)
    )


def _is_common(character: str) -> bool:
    """Whether Big5 has a traditional character, among those that are often used."""
    try:
        return character.encode("big5")[0] < RARE
    except UnicodeEncodeError:
        return False


def _find_readings(
    own: list[str], further: list[str], read: Reader
) -> tuple[dict[str, str], dict[str, str]]:
    """Read every run in its context; give each character's usual reading, and other pairs.

    Of pairs that only the vocabulary has, those that are words; others depend on what is around.
    """
    single, pairs, words = _read_runs(own + further, read)
    usual = {one: counted.most_common(1)[0][0] for one, counted in sorted(single.items())}
    official = {term for run in own for term in pair(run)}
    exceptions = {
        term: sounds
        for term, sounds in sorted(pairs.items())
        if len(term) > 1 and sounds != f"{usual[term[0]]} {usual[term[1]]}"
        if term in official or term in words
    }
    return usual, exceptions


def _read_runs(
    runs: list[str], read: Reader
) -> tuple[dict[str, Counter[str]], dict[str, str], frozenset[str]]:
    """Read runs in their context.

    Returns:
        How often each character sounds how, how each pair sounds where it stands first, and the
        pairs that are words.
    """
    single: defaultdict[str, Counter[str]] = defaultdict(Counter)
    pairs: dict[str, str] = {}
    found, words = read(list(dict.fromkeys(runs)))
    for run, sounds in found.items():
        for character, sound in zip(run, sounds, strict=True):
            single[character][sound] += 1
        for term, *two in zip(pair(run), sounds, sounds[1:], strict=False):
            pairs.setdefault(term, " ".join(two))
    return single, pairs, frozenset(words)
