"""How runs of Chinese characters are read aloud, each in its context, by pypinyin."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.search.analysis import pair

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.store import Store

UNREAD = "~"
"""The syllable of a character that pypinyin does not know."""


class Sounds(NamedTuple):
    """What some runs sound like."""

    runs: dict[str, list[str]]
    """The syllables of each run, one for a character."""
    words: list[str]
    """Pairs of characters that are words, and sound the same wherever they stand."""


Reader: TypeAlias = "Callable[[Sequence[str]], Sounds]"


def read_aloud(runs: Sequence[str]) -> Sounds:
    """Read every run."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  # its words take long to load
    from pypinyin.constants import PHRASES_DICT  # noqa: PLC0415

    def read(run: str) -> list[str]:
        return lazy_pinyin(run, style=Style.NORMAL, errors=_mark_unread)  # type: ignore[arg-type]  # lists too, by its docs

    pairs = {term for run in runs for term in pair(run) if len(term) > 1}
    return Sounds({run: read(run) for run in runs}, sorted(pairs & PHRASES_DICT.keys()))


def read_once(store: Store) -> Reader:
    """Give a reader that keeps in a store what it has read."""

    def read(runs: Sequence[str]) -> Sounds:
        asked = json.dumps([version("pypinyin"), *runs], ensure_ascii=False)
        key = hashlib.sha256(asked.encode()).hexdigest()
        kept = store.find(key)
        if kept:
            return Sounds(*json.loads(kept.read_bytes()))
        sounds = read_aloud(runs)
        store.keep(key, json.dumps(sounds, ensure_ascii=False).encode())
        return sounds

    return read


def _mark_unread(characters: str) -> list[str]:
    return [UNREAD] * len(characters)
