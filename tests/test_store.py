"""What was made is kept by its key, and nothing that was asked for lately is forgotten."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.search import sounds
from generator.search.sounds import Sounds, read_aloud, read_once
from generator.store import DAYS_KEPT, Store, link


def test_what_was_kept_is_found(tmp_path: Path) -> None:
    """By its key alone; nothing unfinished stays beside it."""
    store = Store(tmp_path / "new")
    assert store.find("a") is None
    kept = store.keep("a", b"first")
    assert store.find("a") == kept
    assert kept.read_bytes() == b"first"
    assert list((tmp_path / "new").iterdir()) == [kept]


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path) -> None:
    """A file that was found again counts from that day."""
    store = Store(tmp_path)
    long_ago = time.time() - (DAYS_KEPT + 1) * 24 * 60 * 60
    for key in ("asked", "left"):
        os.utime(store.keep(key, b""), (long_ago, long_ago))
    store.find("asked")
    store.forget()
    assert [path.name for path in tmp_path.iterdir()] == ["asked"]
    Store(tmp_path / "none").forget()


def test_a_second_name_replaces_what_was_there(tmp_path: Path) -> None:
    """It takes no room, and leaves alone what the name stood for before."""
    store, place = Store(tmp_path / "store"), tmp_path / "place"
    old, new = store.keep("old", b"old"), store.keep("new", b"new")
    link(old, place)
    link(new, place)
    assert place.samefile(new)
    assert old.read_bytes() == b"old"


def test_another_disk_gets_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no second name can be given."""

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    kept = Store(tmp_path / "store").keep("a", b"content")
    link(kept, tmp_path / "place")
    assert (tmp_path / "place").read_bytes() == b"content"
    assert not (tmp_path / "place").samefile(kept)


def test_a_text_is_read_aloud_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And then as pypinyin read it: 长 by its word, a rare character not at all."""
    runs, read = ["长春市", "长大", "𠮷"], read_once(Store(tmp_path))
    expected = Sounds(
        {"长春市": ["chang", "chun", "shi"], "长大": ["zhang", "da"], "𠮷": ["~"]},
        ["长大", "长春"],
    )
    assert read(runs) == expected
    monkeypatch.setattr(sounds, "read_aloud", lambda _: pytest.fail("read again"))
    assert read(runs) == expected
    assert read_aloud([]) == Sounds({}, [])
