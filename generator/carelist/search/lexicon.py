"""The terms that a list has: which are known, which are near to a slip, which sound alike.

Mirrored by theme/scripts/search/lexicon.mjs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lunr.token_set import TokenSet

from carelist.search.analysis import fold, is_stop_word, split, stem
from carelist.search.constants import LONG, LONGEST_WORD, SHORT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.speech.locales import Locale


@dataclass(frozen=True)
class Lexicon:
    """The terms of an index, and the English words behind its stems."""

    terms: frozenset[str]
    words: dict[str, str]
    """The stem of each English word."""
    locale: Locale
    """Whose sense goes first."""
    services: tuple[frozenset[str], ...] = ()
    """The terms of each service; none where that is not known."""

    @cached_property
    def _letters(self) -> TokenSet:
        return TokenSet.from_list(sorted(self.words))

    @cached_property
    def _pairs(self) -> list[str]:
        return sorted(term for term in self.terms if len(term) > 1 and term[0] > "z")

    @cached_property
    def pairs_with(self) -> dict[str, list[str]]:
        """The pairs that have a Chinese character, by it, in their order."""
        found: dict[str, list[str]] = {}
        for term in self._pairs:
            for character in dict.fromkeys(term):
                found.setdefault(character, []).append(term)
        return found

    def list_pairs(self) -> list[str]:
        """List the pairs of Chinese characters."""
        return self._pairs

    def has_together(self, found: list[list[str]]) -> bool:
        """Whether some service has a whole word of the pairs that may stand at each place."""
        return not self.services or any(
            link([[term for term in terms if term in had] for terms in found])
            for had in self.services
        )

    def list_with(self, character: str) -> list[str]:
        """List the terms that have a Chinese character."""
        return sorted(term for term in self.terms if character in term and term[0] > "z")

    def list_near(self, word: str) -> list[str]:
        """List the stems of words from which a word differs by a slip, or two if it is long."""
        if not SHORT < len(word) <= LONGEST_WORD:
            return []
        slips = 1 if len(word) < LONG else 2
        near = self._letters.intersect(TokenSet.from_fuzzy_string(word, slips)).to_list()
        return sorted({self.words[one] for one in near})

    @cached_property
    def measures(self) -> frozenset[str]:
        """What the numbers of the list count: a list without ages has none of age."""
        return frozenset(term[-1] for term in self.terms if term[0].isdecimal())

    def list_numbers(self, digits: str) -> list[str]:
        """List the longer numbers that have some digits in a row; those of one or two begin so."""
        has = str.startswith if len(digits) < SHORT - 1 else str.__contains__
        numbers = (term for term in self.terms if term.isdecimal() and term != digits)
        return sorted(number for number in numbers if has(number, digits))

    def list_beginning(self, letters: str) -> list[str]:
        """List the stems of words that begin so."""
        if len(letters) < SHORT - 1:
            return []
        return sorted({stemmed for word, stemmed in self.words.items() if word.startswith(letters)})


def link(found: list[list[str]]) -> list[list[str]]:
    """Keep the pairs that join into whole words; nothing where none do."""
    linked = [found[0]]
    for terms in found[1:]:
        ends = {term[1] for term in linked[-1]}
        linked.append([term for term in terms if term[0] in ends])
    for place in range(len(linked) - 2, -1, -1):
        starts = {term[0] for term in linked[place + 1]}
        linked[place] = [term for term in linked[place] if term[1] in starts]
    return linked if all(linked) else []


def list_words(texts: Iterable[str]) -> dict[str, str]:
    """Give the stem of every English word of some texts that tells something."""
    found = {
        piece.text
        for text in texts
        for piece in split(fold(text))
        if not piece.is_han and not is_stop_word(piece.text)
    }
    return {word: stem(word) for word in sorted(found)}
