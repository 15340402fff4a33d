"""How else words of the lists are typed into the search over all places: pinyin, traditional."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from carelist.search.analysis import HAN_RUN, fold
from carelist.search.forms import find_traditional
from carelist.search.sounds import read_aloud

if TYPE_CHECKING:
    from collections.abc import Iterable


def sound_out(texts: Iterable[str]) -> dict[str, str]:
    """Give the syllables of each text two by two, as a word of two characters is typed.

    >>> sound_out(["儿童接种", "Vaccines"])
    {'儿童接种': 'ertong tongjie jiezhong', 'Vaccines': ''}
    """
    runs = {text: HAN_RUN.findall(fold(text)) for text in texts}
    sounds = read_aloud(sorted({run for found in runs.values() for run in found})).runs
    return {
        text: " ".join(word for run in found for word in _pair(sounds[run]))
        for text, found in runs.items()
    }


def list_simplified(texts: Iterable[str]) -> dict[str, str]:
    """Give the character of the texts for each other one that is written in its place.

    >>> list_simplified(["儿童"])["兒"]
    '儿'
    """
    characters = sorted(
        {one for text in texts for run in HAN_RUN.findall(fold(text)) for one in run}
    )
    return find_traditional(characters)


def _pair(syllables: list[str]) -> list[str]:
    pairs = [one + other for one, other in pairwise(syllables)]
    return pairs or syllables
