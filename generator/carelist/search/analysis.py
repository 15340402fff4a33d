"""Text as terms that can be searched for: pairs of characters, stems of English words.

What is written in Latin letters is cut into words; what is not, Chinese as other scripts, into
overlapping pairs of its characters, for which nobody need know where a word ends.

Mirrored by theme/scripts/search/analysis.mjs; tests/search/cases run through both.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lunr.stemmer import PorterStemmer

from carelist.search.constants import (
    ACCENTS,
    APART,
    LONGEST_PHRASE,
    NOT,
    PIECE,
    QUOTES,
    SPELLING,
    STOP_WORDS,
    UMLAUTS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN_RUN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
"""A run of Chinese characters alone, which have a sound and traditional forms."""
_PIECE = re.compile(PIECE)
_UMLAUT = re.compile(UMLAUTS)
_QUOTE = re.compile(QUOTES)
_ACCENT = re.compile(ACCENTS)
_NOT = re.compile(NOT)
_STOP_WORD = re.compile(STOP_WORDS)
_SPELLING = tuple(
    (re.compile(pattern), written.replace("$", "\\")) for pattern, written in SPELLING
)
_SPELT = re.compile("|".join(pattern for pattern, _ in SPELLING))
"""What some of them change: most words are as they are."""
NO_PHRASES: frozenset[str] = frozenset()


class _Stemmer(PorterStemmer):  # type: ignore[misc]  # lunr has no types
    """Lunr's stemmer, but that `y` is `i` behind a consonant alone: `cri` of `cry`, `play`."""

    def step1c(self) -> None:
        """Turn a final `y` into `i`."""
        word: str = self.b  # type: ignore[has-type]
        if self.k > 1 and word[self.k] == "y" and word[self.k - 1] not in "aeiou":
            self.b = f"{word[: self.k]}i{word[self.k + 1 :]}"


_STEMMER = _Stemmer()


class Token(NamedTuple):
    """A run of Chinese characters, or an English word, and where it begins."""

    text: str
    start: int

    @property
    def is_han(self) -> bool:
        """Whether it is Chinese."""
        return self.text[0] > "z"


class Term(NamedTuple):
    """A term of a text, and the characters that it is made of."""

    term: str
    start: int
    end: int


def fold(text: str, simplified: dict[str, str] | None = None) -> str:
    """Give a text as it is compared: compatible forms, small letters, no accents, simplified.

    >>> fold("ＨＰＶ Café 癲癇", {"癲": "癫", "癇": "痫"})
    'hpv cafe 癫痫'
    """
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", text).lower()
    folded = _QUOTE.sub("'", _UMLAUT.sub("v", folded))
    folded = _ACCENT.sub("", unicodedata.normalize("NFD", folded))
    folded = unicodedata.normalize("NFC", folded)
    if simplified:
        folded = "".join(simplified.get(character, character) for character in folded)
    return folded


def split(folded: str) -> list[Token]:
    """Split a folded text into runs of Chinese characters and English words.

    >>> [piece.text for piece in split("打hpv疫苗")]
    ['打', 'hpv', '疫苗']
    """
    return [Token(match[0], match.start()) for match in _PIECE.finditer(folded)]


def pair(run: str) -> list[str]:
    """List the overlapping pairs of a run's characters; a single character for itself.

    >>> pair("疫苗接种"), pair("苗")
    (['疫苗', '苗接', '接种'], ['苗'])
    """
    return [run[place : place + 2] for place in range(len(run) - 1)] or [run]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Give the stem of an English word, in American spelling.

    >>> stem("vaccinations"), stem("colour")
    ('vaccin', 'color')
    """
    spelt = word.partition("'")[0]
    for whole in (spelt, spelt.removesuffix("s")):
        if whole in APART:
            return whole
    return str(_STEMMER.stem(spell_american(spelt)))


def spell_american(word: str) -> str:
    """Give a word in American spelling, as far as its ending tells."""
    for pattern, written in _SPELLING if _SPELT.search(word) else ():
        word = pattern.sub(written, word)
    return word


def stem_said(word: str) -> str:
    """Give the stem of a word as a phrase has it: `doesn't` says `not`."""
    return "not" if _NOT.fullmatch(word) else stem(word)


def is_stop_word(word: str) -> bool:
    """Whether an English word tells nothing."""
    return _STOP_WORD.fullmatch(word) is not None


def find_terms(text: str, phrases: frozenset[str] = NO_PHRASES) -> list[Term]:
    """Find the terms of a text of the list, in their order; their places are those in the text.

    A phrase of several English words, named by their stems, is a term besides its words.
    """
    terms: list[Term] = []
    for piece in split(_fold_each(text)):
        start = piece.start
        if piece.is_han:
            length = min(2, len(piece.text))
            terms += [
                Term(term, start + place, start + place + length)
                for place, term in enumerate(pair(piece.text))
            ]
        elif not is_stop_word(piece.text):
            terms.append(Term(stem(piece.text), start, start + len(piece.text)))
    return terms + list(_find_phrases(terms, phrases)) if phrases else terms


def name_terms(text: str) -> list[str]:
    """Name the terms of a text of the list, in their order, as `find_terms` finds them.

    >>> name_terms("接种hpv疫苗")
    ['接种', 'hpv', '疫苗']
    """
    terms: list[str] = []
    for match in _PIECE.finditer(_fold_each(text)):
        piece = match[0]
        if piece[0] > "z":
            terms += pair(piece)
        elif not is_stop_word(piece):
            terms.append(stem(piece))
    return terms


def _find_phrases(terms: list[Term], phrases: frozenset[str]) -> Iterator[Term]:
    begun = _list_beginnings(phrases)
    for first in [place for place, term in enumerate(terms) if term.term in begun]:
        for last in range(first + 1, min(first + LONGEST_PHRASE, len(terms))):
            joined = " ".join(term.term for term in terms[first : last + 1])
            if joined in phrases:
                yield Term(joined, terms[first].start, terms[last].end)


@lru_cache
def _list_beginnings(phrases: frozenset[str]) -> frozenset[str]:
    """Give the first words of phrases: nothing else begins one."""
    return frozenset(phrase.partition(" ")[0] for phrase in phrases)


def _fold_each(text: str) -> str:
    """Fold a text character by character, so that places stay true."""
    return "".join(map(_fold_character, text))


@lru_cache(maxsize=50_000)
def _fold_character(character: str) -> str:
    folded = fold(character)
    return folded if len(folded) == 1 else character
