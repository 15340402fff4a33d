"""The numbers that rows print, in any form, and whether they go on from row to row."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Steps = tuple[int, ...]
"""A number by its levels: 1.2 is (1, 2)."""

_DIGITS = {character: at for at, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_TENS = {"十": 10, "百": 100}
_SPOKEN = "[零〇一二两三四五六七八九十百]{1,6}"
_FORM = re.compile(
    rf"[（(\[【]?\s*(?:第\s*|[A-Za-z]\s*[-－.]?\s*)?(\d{{1,6}}(?:\s*[.．·\-－—]\s*\d{{1,4}}){{0,3}}|{_SPOKEN})"
    r"\s*[项号条]?\s*[)）\]】]?\s*[.．、。]?"
)


def read_steps(text: str) -> Steps | None:
    """Read the number of a row; None where a cell holds anything else.

    >>> [read_steps(text) for text in ("7", "１.", "（七）", "⑦", "1.10", "2-3", "第3项", "A2")]
    [(7,), (1,), (7,), (7,), (1, 10), (2, 3), (3,), (2,)]
    """
    text = text.strip()
    if len(text) == 1 and unicodedata.category(text) == "No":
        number = unicodedata.numeric(text)
        return (int(number),) if number >= 1 and number.is_integer() else None
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    if match[1][0] in _DIGITS or match[1][0] in _TENS:
        return (_read_spoken(match[1]),)
    return tuple(int(part) for part in re.findall(r"\d+", match[1]))


def _read_spoken(text: str) -> int:
    """Read 十二, 二十, 一百零五; signs one after the other are digits (二〇)."""
    total = digit = 0
    for character in text:
        if character in _TENS:
            total += (digit or 1) * _TENS[character]
            digit = 0
        else:
            digit = digit * 10 + _DIGITS[character]
    return total + digit


def go_on(numbers: Sequence[Steps]) -> bool:
    """Whether numbers go on from one to the next: by one, or anew from 1, on any level.

    >>> go_on([(1,), (2,), (1,), (2,)]), go_on([(1, 1), (1, 2), (2, 1)]), go_on([(1,), (3,)])
    (True, True, False)
    """
    return bool(numbers) and all(_follows(before, after) for before, after in pairwise(numbers))


def is_next(before: Steps, after: Steps) -> bool:
    """Whether a number is the next one, so that the rows of both are of one list.

    >>> is_next((2,), (3,)), is_next((1, 4), (2, 1)), is_next((3,), (1,))
    (True, True, False)
    """
    if after[:-1] == before[:-1] and after[-1] == before[-1] + 1:
        return True
    return len(after) > 1 and after[0] == before[0] + 1 and set(after[1:]) == {1}


def _follows(before: Steps, after: Steps) -> bool:
    if after[-1] == 1 and after != before:
        return True
    return after[:-1] == before[:-1] and after[-1] == before[-1] + 1
