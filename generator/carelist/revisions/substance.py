"""The one rule of which differences between two official texts are small.

Small is white space, and a mark that only parts words: anything else may change what somebody gets,
or who does. A doubtful difference is no small one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from carelist.catalog.texts import HAN

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""Characters that neither show nor part words. Those that turn the direction of writing do more."""
ENDINGS = "、。,;."
"""Marks, as narrow as they can be: one of them at the end says no more than that a text ends."""
NUMERALS = "〇零一二三四五六七八九十百千万亿两"
_DASHES = "-‐‑‒–—―−~"
_SPACE = re.compile(r"\s+")
_LISTED = re.compile(r"(?<=\d)(?: [,，] ?|[,，] )(?=\d)|(?<=[0-9])，(?=[0-9])")
"""A comma that parts two numbers; without space, and as wide as they are, it may part thousands."""
_LISTED_MARK = "\n"  # no other is left where white space is one kind of space
_RANGE = re.compile(rf" ([{_DASHES}]) (?=\d)")
"""Between two numbers; with space on one side only, it may be the sign of the second."""
_COMMA = re.compile("[,、]")


@lru_cache(maxsize=4096)
def find_substance(text: str) -> str:
    """Give what texts have in common that differ by no more than what is small.

    Numbers, signs, units, names, quotation marks, brackets and letters stay as they are. A mark as
    wide as a Chinese character and its narrow twin are one. `、` and `，` are one between words,
    but not between numbers. White space goes but where words or numbers would run into one.

    >>> find_substance("补助 １５００ 元，")
    '补助1500元'
    """
    shown = unicodedata.normalize("NFC", text.translate(INVISIBLE))
    shown = _LISTED.sub(_LISTED_MARK, _SPACE.sub(" ", shown).strip())
    shown = unicodedata.normalize("NFC", "".join(map(_narrow, shown)))
    shown = _drop_spaces(_RANGE.sub(r"\1", shown))
    if shown and shown[-1] in ENDINGS:
        shown = shown[:-1].rstrip()
    return _COMMA.sub(lambda match: _join_commas(shown, match.start()), shown)


def differ(before: str, after: str) -> bool:
    """Whether two official texts differ by more than what is small.

    >>> differ("0－6岁", "0-6岁"), differ("0-6岁", "6岁")
    (False, True)
    """
    return before != after and find_substance(before) != find_substance(after)


def _narrow(character: str) -> str:
    """Give the other twin of what is wide or narrow only: `１` is `1`, but `²` and `③` stay."""
    width, _, twin = unicodedata.decomposition(character).partition(" ")
    return chr(int(twin, 16)) if width in {"<wide>", "<narrow>"} else character


def _drop_spaces(text: str) -> str:
    return "".join(
        character
        for place, character in enumerate(text)
        if character != " " or _parts(text[place - 1], text[place + 1])
    )


def _parts(left: str, right: str) -> bool:
    """Whether a space between two characters keeps them from running into one."""
    if left in NUMERALS or right in NUMERALS:
        return left in NUMERALS and right in NUMERALS
    if left.isdecimal() or right.isdecimal():
        other = right if left.isdecimal() else left
        return other.isdecimal() or other in f".{_DASHES}"
    return all(side.isalpha() and not HAN.match(side) for side in (left, right))


def _join_commas(text: str, place: int) -> str:
    """Give the one mark for what parts words; between two numbers, the mark itself."""
    sides = text[max(0, place - 1) : place], text[place + 1 : place + 2]
    if all(side and (side.isdecimal() or side in NUMERALS) for side in sides):
        return text[place]
    return "、"
