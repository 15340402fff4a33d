"""How runs of Chinese characters are read aloud, each in its context, by pypinyin.

Its own phrases are those of old books; those of CC-CEDICT, the words of today, go before them.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from carelist.search.analysis import pair
from carelist.store import find_store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from carelist.store import Store

SOUNDS = "sounds"
"""The store of what runs sound like."""
UNREAD = "~"
"""The syllable of a character that pypinyin does not know."""
SPOKEN = {
    "不了": "bu liao",
    "中的": "zhong de",
    "便宜": "pian yi",
    "大夫": "dai fu",
    "落下": "la xia",
    "还不上": "huan bu shang",
    "还不起": "huan bu qi",
    "重点": "zhong dian",
    "重残": "zhong can",
}
"""Words that CC-CEDICT has in another sense than families use them, as families read them."""
DICTIONARIES = ("pypinyin", "pypinyin-dict")


class Sounds(NamedTuple):
    """What some runs sound like."""

    runs: dict[str, list[str]]
    """The syllables of each run, one for a character."""
    words: list[str]
    """Pairs of characters that are words, and sound the same wherever they stand."""


Reader: TypeAlias = "Callable[[Sequence[str]], Sounds]"


def read_aloud(runs: Sequence[str]) -> Sounds:
    """Read every run."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  # slow to load
    from pypinyin.constants import PHRASES_DICT  # noqa: PLC0415

    _load_words()

    def read(run: str) -> list[str]:
        return lazy_pinyin(run, style=Style.NORMAL, errors=_mark_unread)  # type: ignore[arg-type]  # lists too, by its docs

    pairs = {term for run in runs for term in pair(run) if len(term) > 1}
    return Sounds({run: read(run) for run in runs}, sorted(pairs & PHRASES_DICT.keys()))


@cache
def _load_words() -> None:
    """Have pypinyin know the words of today and of families: once, which takes half a second."""
    from pypinyin import load_phrases_dict  # noqa: PLC0415  # slow to load
    from pypinyin_dict.phrase_pinyin_data import cc_cedict  # noqa: PLC0415

    cc_cedict.load()
    load_phrases_dict({word: [[one] for one in SPOKEN[word].split()] for word in SPOKEN})


def read_once(store: Store) -> Reader:
    """Give a reader that keeps in a store what it has read."""

    def read(runs: Sequence[str]) -> Sounds:
        key = _name_key(runs)
        kept = store.find(key)
        if kept:
            return Sounds(*json.loads(kept.read_bytes()))
        sounds = read_aloud(runs)
        store.keep(key, json.dumps(sounds, ensure_ascii=False).encode())
        return sounds

    return read


def find_reader(project: Path) -> Reader:
    """Give the reader for a list that stands in the folder of a project, or nowhere in one."""
    store = find_store(project, SOUNDS)
    return read_once(store) if store else read_aloud


def knows(store: Store, runs: Sequence[str]) -> bool:
    """Whether a store has what some runs sound like."""
    return store.find(_name_key(runs)) is not None


def _name_key(runs: Sequence[str]) -> str:
    made_by = [*map(version, DICTIONARIES), SPOKEN]
    asked = json.dumps([made_by, *runs], ensure_ascii=False)
    return hashlib.sha256(asked.encode()).hexdigest()


def _mark_unread(characters: str) -> list[str]:
    return [UNREAD] * len(characters)
