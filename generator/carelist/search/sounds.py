"""What runs of Chinese characters sound like, each in its context, kept from build to build.

How other places write them is kept with it.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from importlib.metadata import version
from subprocess import CalledProcessError
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from carelist.search.forms import OPENCC, find_traditional
from carelist.speech.pinyin import SPOKEN, learn, name_dictionaries, pronounce, write_table
from carelist.store import find_store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from carelist.store import Store

SOUNDS = "sounds"
"""The store of what runs sound like."""


class Sounds(NamedTuple):
    """What some runs sound like."""

    runs: dict[str, list[str]]
    """The syllables of each run, one for a character."""
    words: list[str]
    """Pairs of characters that are words, and sound the same wherever they stand."""
    forms: dict[str, str] | None = None
    """How other places write their characters (forms.py); None where nobody has asked yet."""


Reader: TypeAlias = "Callable[[Sequence[str]], Sounds]"


def read_aloud(runs: Sequence[str], table: Path | None = None) -> Sounds:
    """Read every run; with a table of all phrases in a tenth of a second."""
    words = learn(runs, table)
    return Sounds({run: pronounce(run, marks_unread=True) for run in runs}, sorted(words))


def read_once(store: Store) -> Reader:
    """Give a reader that keeps in a store what it has read, and the table that it needs for it."""

    def read(runs: Sequence[str]) -> Sounds:
        key = _name_key("runs", SPOKEN, version(OPENCC), *runs)
        kept = store.find(key)
        if kept:
            return Sounds(*json.loads(kept.read_bytes()))
        sounds = read_aloud(runs, find_table(store))._replace(forms=find_traditional(runs))
        store.keep(key, json.dumps(sounds, ensure_ascii=False).encode())
        return sounds

    return read


def find_table(store: Store) -> Path | None:
    """Give the table of all phrases, made where there is none; None where it cannot be had."""
    key = _name_key("phrases")
    if kept := store.find(key):
        return kept
    with suppress(OSError, CalledProcessError):  # phrases are then loaded, as without a store
        return store.keep(key, write_table())
    return None


def has_table(store: Store) -> bool:
    """Whether a store has the table of all phrases."""
    return store.find(_name_key("phrases")) is not None


def find_reader(project: Path) -> Reader:
    """Give the reader for a list that stands in the folder of a project, or nowhere in one."""
    store = find_store(project, SOUNDS)
    return read_once(store) if store else read_aloud


def _name_key(*asked: object) -> str:
    told = json.dumps([name_dictionaries(), *asked], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()
