"""How Chinese is read aloud, a syllable for each character, by pypinyin in its phrases.

Its own phrases are those of old books; those of CC-CEDICT, the words of today, go before them, and
before those a few as families use them. They are 150,000, of which a list has some hundreds. Where
they stand in a table, pypinyin is given those alone that a text may hold: it reads the same, and
this process holds a tenth of the memory. `python -m carelist.speech.pinyin` writes such a table.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping
    from pathlib import Path

UNREAD = "~"
"""Stands for the syllable of a character that pypinyin does not know."""
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
WITHOUT_PHRASES = ("PYPINYIN_NO_PHRASES", "PYPINYIN_NO_DICT_COPY")
"""Variables by which pypinyin comes without the phrases of old books."""
GAP = "\t"
"""Between a phrase and its syllables in a line of a table."""


def name_dictionaries() -> list[str]:
    """Name the dictionaries by which Chinese is read, with their versions."""
    return [f"{name} {version(name)}" for name in DICTIONARIES]


def pronounce(text: str, *, marks_unread: bool = False) -> list[str]:
    """Give the syllables of a text that was learnt, without tones.

    Args:
        text: Whatever is no character of Chinese stays as it is, in one piece.
        marks_unread: Whether a character without a reading becomes `UNREAD`, so that there are as
            many syllables as characters.
    """
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  # slow to load

    errors = _mark_unread if marks_unread else "default"
    return lazy_pinyin(text, style=Style.NORMAL, errors=errors)  # type: ignore[arg-type]  # lists too, by its docs


def learn(texts: Iterable[str], table: Path | None = None) -> set[str]:
    """Have pypinyin know the phrases that texts may hold; give the pairs of characters among them.

    Args:
        texts: To be read.
        table: All phrases, as `write_table` writes them. Without it they are loaded, once in a
            process, which takes half a second and 100 MB.
    """
    begun = {text[at : at + 2] for text in texts for at in range(len(text) - 1)}
    if table:
        _load(dict(_find_phrases(table, begun)))
    else:
        _load_all()
    from pypinyin.constants import PHRASES_DICT  # noqa: PLC0415  # slow to load

    return begun & PHRASES_DICT.keys()


def write_table() -> bytes:
    """Write all phrases with their syllables, in a process of its own that then lets go of them.

    Raises:
        OSError: If there can be no such process.
        subprocess.CalledProcessError: If the system ended it.
    """
    command = (sys.executable, "-m", __name__)
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout  # noqa: S603  # ourselves


def _find_phrases(table: Path, begun: Container[str]) -> Iterator[tuple[str, str]]:
    """Yield the phrases that begin with certain pairs, each with its syllables.

    A text is cut into the longest phrases that stand in it: no other can make a difference.
    """
    with table.open(encoding="utf-8") as lines:
        for line in lines:
            if line[:2] in begun:
                phrase, _, syllables = line.rstrip("\n").partition(GAP)
                yield phrase, syllables


@cache
def _load_all() -> None:
    _load(dict(_list_all()))


def _load(phrases: Mapping[str, str]) -> None:
    _import_without_phrases()
    from pypinyin import load_phrases_dict  # noqa: PLC0415  # slow to load

    known = {**phrases, **SPOKEN}
    load_phrases_dict({one: [[syllable] for syllable in known[one].split()] for one in known})


def _import_without_phrases() -> None:
    """Import pypinyin; where another has, it knows phrases already, and may."""
    before = {name: os.environ.get(name) for name in WITHOUT_PHRASES}
    os.environ |= dict.fromkeys(WITHOUT_PHRASES, "1")
    try:
        import_module("pypinyin")
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _list_all() -> Iterator[tuple[str, str]]:
    """Yield all phrases: of two that are written alike, the later is meant."""
    from pypinyin.phrases_dict import phrases_dict  # noqa: PLC0415  # slow to load
    from pypinyin_dict.phrase_pinyin_data.cc_cedict import phrases_dict as today  # noqa: PLC0415

    for phrases in (phrases_dict, today):
        for phrase, readings in phrases.items():
            yield phrase, " ".join(first for first, *_ in readings)


def _mark_unread(characters: str) -> list[str]:
    return [UNREAD] * len(characters)


def main() -> None:
    """Write a table."""
    for phrase, syllables in _list_all():
        sys.stdout.buffer.write(f"{phrase}{GAP}{syllables}\n".encode())


if __name__ == "__main__":
    main()
