"""How Chinese is read aloud: with a table of phrases as with all phrases in memory."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from carelist.search import sounds
from carelist.search.analysis import HAN_RUN, fold
from carelist.search.sounds import find_table, has_table, read_once
from carelist.speech.pinyin import write_table
from carelist.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

ROOT = Path(__file__).parents[2]
READ = """
import json, sys
from pathlib import Path
from carelist.search.sounds import read_aloud
runs = json.load(sys.stdin)
read = read_aloud(runs, Path(sys.argv[1]) if sys.argv[1:] else None)
json.dump([read.runs, read.words], sys.stdout)
"""
"""Reads in a process of its own, since what pypinyin has once loaded it does not forget."""


def test_a_table_reads_as_all_phrases_do(tmp_path: Path) -> None:
    """All of the notice, and phrases that others begin with, overlap or are cut short."""
    table = tmp_path / "table"
    table.write_bytes(write_table())
    phrases = [line.partition("\t")[0] for line in table.read_text("utf-8").splitlines()]
    long = phrases[::97]
    notice = (ROOT / "catalog/revisions/2025/services.yml").read_text("utf-8")
    runs = [
        *dict.fromkeys(HAN_RUN.findall(fold(notice))),
        *map("".join, pairwise(long)),
        *(phrase[:-1] for phrase in long if len(phrase) > 2),
        "𠮷",
        "重残",
    ]
    with_table, with_all = _read(runs, str(table)), _read(runs)
    assert with_table == with_all
    assert with_table[0]["重残"] == ["zhong", "can"]
    assert with_table[0]["𠮷"] == ["~"]


def test_a_table_that_cannot_be_made_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system ends what makes it, phrases are loaded."""

    def refuse() -> bytes:
        raise subprocess.CalledProcessError(-9, "python")

    monkeypatch.setattr(sounds, "write_table", refuse)
    store = Store(tmp_path)
    assert find_table(store) is None
    assert not has_table(store)
    assert read_once(store)(["还款"]).runs == {"还款": ["huan", "kuan"]}


def _read(runs: Sequence[str], *arguments: str) -> tuple[dict[str, list[str]], list[str]]:
    command = (sys.executable, "-c", READ, *arguments)
    asked = json.dumps(runs).encode()
    told = subprocess.run(command, input=asked, capture_output=True, check=True).stdout
    syllables, words = json.loads(told)
    return syllables, words
