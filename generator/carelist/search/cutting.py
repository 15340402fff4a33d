"""Words of the vocabulary and of queries, without those that tell nothing.

Mirrored by theme/scripts/search/cutting.mjs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import budoux

from carelist.search.analysis import Token, fold, is_stop_word, pair, split, stem, stem_said
from carelist.search.constants import INFIXES, LONGEST_PHRASE, MOST_TIMES, POINTING
from carelist.search.numbers import read_numbers

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from carelist.search.tables import Tables


_POINTING = re.compile(POINTING)
KEPT = "\0"
"""Stands for a word while what is around it is cut."""
SPOKEN = 5
"""Characters of a term from which it is a sentence, of which only what a phrase has counts."""
TOLD = 4
"""The same of words in reserve, which hardly stand by themselves."""
ALONE = 3
"""How often an English word counts that is a term by itself: it needs no others beside it."""


def cut_words(term: str, tables: Tables, spoken: int = SPOKEN) -> list[str]:
    """Cut a term into what it is found by: pairs of characters, and English words.

    Its numbers are left out: what ages and grades a service has stands in its rules. `spoken`: the
    characters from which a run is a sentence.
    """
    rest, _ = read_numbers(fold(term))
    runs, words, _ = cut_pieces(split(rest), tables)
    english = list(join_phrases(words, tables))
    if not runs and len(english) == 1:
        english *= ALONE
    return [*(one for run in runs for one in _pair_phrases(run, spoken)), *english]


def _pair_phrases(run: str, spoken: int) -> list[str]:
    """List the pairs of a run; of a sentence, those that stand within a phrase.

    What joins two phrases is found by chance.
    """
    phrases = _load_parser().parse(run) if len(run) >= spoken else [run]
    return [two for phrase in phrases if len(phrase) > 1 for two in pair(phrase)] or pair(run)


@lru_cache(maxsize=1)
def _load_parser() -> budoux.Parser:
    return budoux.load_default_simplified_chinese_parser()


def join_phrases(words: list[str], tables: Tables) -> Iterator[str]:
    """Yield English words, those of a phrase that is one thing together."""
    if len(words) < 2:  # noqa: PLR2004  # no phrase
        yield from words
        return
    place, phrases = 0, tables.phrases
    stems = [" ".join(map(stem_said, word.split(" "))) for word in words]
    while place < len(words):
        length = min(LONGEST_PHRASE, len(words) - place)
        while length > 1 and " ".join(stems[place : place + length]) not in phrases:
            length -= 1
        yield " ".join(words[place : place + length])
        place += length


def stem_words(phrase: str) -> str:
    """Give the stems of an English phrase as it is said, or of a word."""
    words = phrase.split(" ")
    return " ".join(map(stem_said, words)) if len(words) > 1 else stem(phrase)


class Cut(NamedTuple):
    """What is left of words without those that tell nothing, or all of them where none tells."""

    runs: list[str]
    """Of Chinese."""
    words: list[str]
    """English ones."""
    tells: bool
    """Whether any tells something."""


def cut_pieces(pieces: list[Token], tables: Tables, *, counts: bool = False) -> Cut:
    """Give the runs of Chinese and the English words that tell something, or all where none does.

    Phrases are found before small words are left out: `not want to live` says more than `live`.
    `counts`: where there is a number beside them, which tells something too.
    """
    runs = [piece.text for piece in pieces if piece.is_han]
    words = [piece.text for piece in pieces if not piece.is_han]
    told = [part for run in runs for part in _cut(run, tables) if part]
    phrases = join_phrases(words, tables)
    told_words = [word for word in phrases if " " in word or not is_idle(word, tables)]
    if any(len(run) > 1 for run in told):
        told = [run for run in told if len(run) > 1]
    if not (told or told_words or counts):
        return Cut(runs, words, tells=False)
    return Cut(told, told_words, tells=True)


def _cut(run: str, tables: Tables) -> list[str]:
    """Cut a run at what tells nothing, but not within a word that has a synonym.

    `我想` tells nothing, but `我想死` does.
    """
    said = _POINTING.sub(INFIXES[0], run)
    words = iter(tables.also.findall(said))
    told = tables.cut.sub(" ", tables.also.sub(KEPT, said))
    return re.sub(KEPT, lambda _: next(words), told).split(" ")


def is_idle(word: str, tables: Tables) -> bool:
    """Whether an English word tells nothing."""
    return is_stop_word(word) or stem(word) in tables.ignored


def join_words(words: Collection[str]) -> tuple[str, ...]:
    """Join pairs of characters into the fewest runs that have those pairs and no others.

    Each pair is an edge from its first character to its second; the runs are the trails that
    cover all edges (Hierholzer, from every character that more pairs leave than reach). An English
    word is given for all of its stem, as often as they are said, but no more often than counts.

    >>> join_words(["疫苗", "苗接", "接种"])
    ('疫苗接种',)
    """
    said = Counter(stem_words(word) for word in words if word[0] <= "z")
    ordered = sorted(set(words))
    pairs = [word for word in ordered if len(word) > 1 and word[0] > "z"]
    leaving: defaultdict[str, list[str]] = defaultdict(list)
    surplus: Counter[str] = Counter()
    for first, second in ((term[0], term[1]) for term in reversed(pairs)):
        leaving[first].append(second)
        surplus[first] += 1
        surplus[second] -= 1
    starts = [one for one in sorted(leaving) for _ in range(surplus[one])]
    runs = [_walk(start, leaving) for start in starts]
    for start in sorted(leaving):
        while leaving[start]:
            runs.append(_walk(start, leaving))
    single = [word for word in ordered if len(word) == 1 and word > "z"]
    english = {stem_words(word): word for word in reversed(ordered) if word[0] <= "z"}
    counted = sorted((min(said[stemmed], MOST_TIMES), one) for stemmed, one in english.items())
    return (*runs, *single, *(one for times, one in counted for _ in range(times)))


def _walk(start: str, leaving: dict[str, list[str]]) -> str:
    """Follow pairs from a character until none leaves, and take them away."""
    run = start
    while leaving.get(run[-1]):
        run += leaving[run[-1]].pop()
    return run
