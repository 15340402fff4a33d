"""Where a line of Chinese in large letters may end: between phrases, and never within a word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import budoux

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.revision import Catalog

HAN = re.compile("[\u3400-\u9fff]")
LONGEST_WORD = 5
"""Characters of a word that stays whole; a longer one of the vocabulary is a phrase of several."""
SHORT = 7
"""Characters of a title that stand on one line of any phone, in large text too."""
_WORD = re.compile(f"[\u3400-\u9fff]{{2,{LONGEST_WORD}}}")
_UNBROKEN = re.compile(r"（[^（）]{1,8}）|《[^《》]{1,8}》|[!-~]+\S?| \S|\S(?= )")
"""A few words in brackets, a number with what it counts, Latin letters; spaces are ends already."""
_LEANS_BACK = frozenset("的了着过")
"""Words of one character that belong to what stands before; others to what comes behind."""


@dataclass(frozen=True)
class Phrases:
    """Divides texts into phrases: by BudouX, with the words of a list kept whole."""

    words: frozenset[str]

    @classmethod
    def of(cls, catalog: Catalog) -> Phrases:
        """Keep whole what the list's vocabulary, pillars and departments are called."""
        vocabulary, source = catalog.vocabulary, catalog.locales.source
        return cls(
            frozenset(
                word
                for word in (
                    *source.words("print").whole_words.split(),
                    *(pillar.name.source for pillar in catalog.pillars.values()),
                    *(department.name.source for department in catalog.departments.values()),
                    *(
                        term
                        for entry in vocabulary.terms
                        if not entry.reserve
                        for term in entry.list(source)
                    ),
                    *(t for one in vocabulary.synonyms.list(source) for t in (one.word, *one.also)),
                )
                if _WORD.fullmatch(word)
            )
        )

    @lru_cache(maxsize=1 << 13)  # noqa: B019  # one lives as long as a build
    def split(self, text: str) -> tuple[str, ...]:
        """Give the phrases of a text, in its order; together they are the text.

        >>> Phrases(frozenset({"孤独症"})).split("孩子有孤独症或智力障碍")
        ('孩子', '有孤独症', '或智力', '障碍')
        """
        if not HAN.search(text):
            return (text,)
        ends = set(_list_ends(_load_parser().parse(text)))
        for start, end in self._find_words(text):
            ends.difference_update(range(start + 1, end))
        for unbroken in _UNBROKEN.finditer(text):
            ends.difference_update(range(unbroken.start() + 1, unbroken.end()))
        return tuple(_join_lone(_cut(text, sorted(ends))))

    def mark(self, title: str, sign: str, short: int = SHORT) -> str:
        """Put a sign between the phrases of a title, unless it stands on one line everywhere."""
        return sign.join(self.split(title)) if len(title) > short else title

    def _find_words(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where words stand that stay whole: at each place the longest."""
        for start in range(len(text)):
            for end in range(min(start + LONGEST_WORD, len(text)), start + 1, -1):
                if text[start:end] in self.words:
                    yield start, end
                    break


@cache
def _load_parser() -> budoux.Parser:
    """Load the model of simplified Chinese once."""
    return budoux.load_default_simplified_chinese_parser()


def _list_ends(parts: Iterable[str]) -> Iterator[int]:
    end = 0
    for part in parts:
        end += len(part)
        yield end


def _cut(text: str, ends: Iterable[int]) -> Iterator[str]:
    start = 0
    for end in ends:
        yield text[start:end]
        start = end


def _is_lone(part: str) -> bool:
    return len(part) == 1


def _join_lone(parts: Iterable[str]) -> list[str]:
    """Join a single character to its neighbour: no line begins or ends with a part of a word."""
    phrases: list[str] = []
    for part in parts:
        lone = phrases and (_is_lone(phrases[-1]) or part in _LEANS_BACK)
        if lone:
            phrases[-1] += part
        else:
            phrases.append(part)
    if len(phrases) > 1 and _is_lone(phrases[-1]):
        phrases[-2:] = [phrases[-2] + phrases[-1]]
    return phrases
