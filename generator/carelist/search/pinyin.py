"""Latin letters read as pinyin: whole syllables, initials, or a beginning.

Mirrored by theme/scripts/search/pinyin.mjs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from carelist.search.constants import (
    HELD,
    INITIAL_COST,
    INITIALS,
    LONGEST_SYLLABLE,
    MOST_INITIALS,
    MOST_LETTERS,
    SPEAKABLE,
    SYLLABLE_COST,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

_HELD = re.compile(HELD)
_INITIALS = frozenset(INITIALS.split())
_SPEAKABLE = re.compile(SPEAKABLE)


class Sound(NamedTuple):
    """A syllable that was typed, or only its beginning."""

    letters: str
    whole: bool

    def fits(self, syllable: str) -> bool:
        """Whether a character that is read so may be meant."""
        return syllable == self.letters if self.whole else syllable.startswith(self.letters)


Reading = tuple[Sound, ...]


class _Way(NamedTuple):
    cost: int
    sounds: Reading


def is_speakable(word: str) -> bool:
    """Whether the letters of a word could be syllables of pinyin.

    >>> is_speakable("yimiao"), is_speakable("vaccine")
    (True, False)
    """
    return _SPEAKABLE.fullmatch(word) is not None


def read_letters(words: Iterable[str], syllables: AbstractSet[str]) -> Reading:
    """Read words as pinyin, whole syllables rather than initials; nothing where it is none."""
    reading: list[Sound] = []
    total = 0
    for word in words:
        for part in word.split("'"):
            total += len(part)
            is_read = total <= MOST_LETTERS and not _HELD.search(part)
            sounds = _read_word(part, syllables) if is_read else ()
            if not sounds:
                return ()
            reading += sounds
    is_word = sum(not sound.whole for sound in reading) <= MOST_INITIALS
    return tuple(reading) if is_word else ()


def _read_word(word: str, syllables: AbstractSet[str]) -> Reading:
    """Read one word in the way that costs least; of equal ones, that with the longer start."""
    ways: list[_Way | None] = [None] * len(word) + [_Way(0, ())]
    for start in range(len(word) - 1, -1, -1):
        for end in range(min(len(word), start + LONGEST_SYLLABLE), start, -1):
            rest, letters = ways[end], word[start:end]
            if rest is None:
                continue
            if letters in syllables:
                cost, whole = SYLLABLE_COST, True
            elif letters in _INITIALS or _is_beginning(letters, end == len(word), syllables):
                cost, whole = INITIAL_COST, False
            else:
                continue
            best = ways[start]
            if best is None or rest.cost + cost < best.cost:
                ways[start] = _Way(rest.cost + cost, (Sound(letters, whole), *rest.sounds))
    found = ways[0]
    return found.sounds if found else ()


def _is_beginning(letters: str, is_last: bool, syllables: AbstractSet[str]) -> bool:  # noqa: FBT001  # mirrors JavaScript
    """Whether a syllable has been typed in part."""
    return is_last and len(letters) > 1 and any(one.startswith(letters) for one in syllables)
