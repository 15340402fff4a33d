"""Characters of a copy that look wrong: told to the clerk, never changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from carelist.intake.near_names import NearNames

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Fault = Literal["double", "near", "unclosed"]

_DOUBLE = re.compile(r"([\u3400-\u9fff])\1")
_ORDINARY = frozenset("人天常刚渐处时大好事年家户妈爸爷奶哥姐弟妹宝仅往稳多层点步娃代月日个")
"""Characters that Chinese often doubles on purpose."""
_NUMBERS = frozenset("0123456789０１２３４５６７８９〇零一二两三四五六七八九十百")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"), ("‘", "’"))
_SHORTEST_NAME, _LONGEST_NAME = 6, 40
_AROUND = 3


class Suspicion(NamedTuple):
    """Words that look wrong, and what they may be meant for."""

    fault: Fault
    line: int
    words: str
    maybe: str = ""


def find_suspicions(text: str, names: Iterable[str]) -> Iterator[Suspicion]:
    """Yield doubled characters, names that miss a character, and brackets that stay open.

    A number in the place of another is no slip: 60周岁 beside 65周岁.
    """
    near = NearNames(name for name in names if _SHORTEST_NAME <= len(name) <= _LONGEST_NAME)
    for number, line in enumerate(text.split("\n"), start=1):
        for match in _DOUBLE.finditer(line):
            if match[1] not in _ORDINARY:
                words = line[max(0, match.start() - _AROUND) : match.end() + _AROUND]
                yield Suspicion("double", number, words)
        for name in near.find(line):
            if words := _find_shortened(name, line):
                yield Suspicion("near", number, words, name)
        for first, last in _PAIRS:
            if line.count(first) != line.count(last):
                yield Suspicion("unclosed", number, first + last)


def _find_shortened(name: str, line: str) -> str:
    """Find a name in which one character is lost or exchanged; empty where there is none."""
    rest = line.replace(name, "\n")
    for at in range(1, len(name) - 1):
        before, after = re.escape(name[:at]), re.escape(name[at + 1 :])
        match = re.search(f"{before}[^\n]?{after}", rest)
        if match and not _is_number(name, at, match[0]):
            return match[0]
    return ""


def _is_number(name: str, at: int, words: str) -> bool:
    """Whether words differ from a name, in the character at a place, by a number alone."""
    if len(words) == len(name):
        return {name[at], words[at]} <= _NUMBERS
    return name[at] in _NUMBERS and not _NUMBERS.isdisjoint(name[at - 1] + name[at + 1])
