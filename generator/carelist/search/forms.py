"""How characters are written in other places than the mainland, by OpenCC."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from carelist.catalog.radicals import CHARACTERS
from carelist.search.analysis import fold, pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from opencc import OpenCC

OPENCC = "opencc"
"""The distribution."""
CONVERSIONS = ("t2s", "tw2s", "hk2s")
"""Of OpenCC: traditional characters as on the mainland, in Taiwan and in Hong Kong."""
WRITTEN = ("s2t", "s2tw", "s2hk")
"""Of OpenCC: how those places write what is simplified."""
FIRST, LAST = 0x3400, 0x9FFF
RARE = 0xC9
"""The first byte of the characters that Big5 keeps apart as seldom used."""


def find_traditional(runs: Sequence[str]) -> dict[str, str]:
    """Find how characters are written in other places.

    As they are written in some runs and their pairs; of all traditional characters that there are,
    those that are often used; and the radicals that look the same, as PDFs name them.
    """
    characters = {character for run in runs for character in run}
    found: dict[str, str] = {}
    texts = "\n".join([*runs, *sorted({term for run in runs for term in pair(run)} | characters)])
    for name in WRITTEN:
        for simple, one in zip(texts, _convert(name, texts), strict=True):
            if one not in characters and one > "z":
                found.setdefault(one, simple)
    for one, simple in _list_simplified():
        if simple in characters and one not in characters:
            found.setdefault(one, simple)
    for radical, one in CHARACTERS.items():
        written, simple = fold(radical), found.get(one, one)
        if simple in characters and written not in characters:
            found.setdefault(written, simple)
    return dict(sorted(found.items()))


def _convert(name: str, texts: str) -> str:
    return str(_open_converter(name).convert(texts))


@cache
def _open_converter(name: str) -> OpenCC:
    from opencc import OpenCC  # noqa: PLC0415  # slow to load

    return OpenCC(name)


def forget_converters() -> None:
    """Let go of what turns scripts into others: ten megabytes each, opened in a tenth of a second.

    For a process that has made its search, and goes on to pages.
    """
    _open_converter.cache_clear()


@cache
def _list_simplified() -> tuple[tuple[str, str], ...]:
    """List all traditional characters that are often used, each with its simplified one."""
    every = "\n".join(map(chr, range(FIRST, LAST + 1)))
    return tuple(
        (one, simple)
        for name in CONVERSIONS
        for one, simple in zip(every, _convert(name, every), strict=True)
        if one != simple and _is_common(one)
    )


def _is_common(character: str) -> bool:
    """Whether Big5 has a traditional character, among those that are often used."""
    try:
        return character.encode("big5")[0] < RARE
    except UnicodeEncodeError:
        return False
