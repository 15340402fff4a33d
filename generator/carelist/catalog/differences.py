"""Where two texts part, and the words around that place, for messages."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_COMPARED = 400
"""Characters of a text that are compared; longer comparisons take too long."""
MOST_AMONG = 500
"""Texts that one is compared with, the first ones."""


def find_first_difference(one: Sequence[str], other: Sequence[str]) -> int:
    """Give the index of the first character, or word, in which two texts differ.

    Where one begins with the other, that is the length of the shorter.
    """
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


def quote_around(text: str, offset: int) -> str:
    """Quote a few characters on both sides of a place, six before and eight from it on.

    >>> quote_around("为符合条件的流动儿童提供疫苗接种服务", 10)
    '…件的流动儿童提供疫苗接种服务'
    """
    start, end = max(0, offset - 6), offset + 8
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def shorten(text: str, most: int = 24) -> str:
    """Quote the beginning of a text: `most` characters, and a sign that more follow."""
    return text if len(text) <= most else text[:most] + "…"


def find_closest(text: str, among: list[str]) -> str:
    """Give the text whose beginning is most like that of another; empty where none is like it."""
    beginnings = {other[:MOST_COMPARED]: other for other in reversed(among[:MOST_AMONG])}
    near = difflib.get_close_matches(text[:MOST_COMPARED], list(beginnings), n=1, cutoff=0.5)
    return beginnings[near[0]] if near else ""
