"""What was made is kept by its key, and what is found is as it was kept."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest
from carelist.search import sounds
from carelist.search.forms import find_traditional
from carelist.search.sounds import Sounds, read_aloud, read_once
from carelist.store import CACHE_VARIABLE, CANNOT_CLONE, DAYS_KEPT, HOUR, Store, clone, find_store


def keep(store: Store, key: str, content: bytes) -> Path:
    """Keep a file, for which there is room."""
    kept = store.keep(key, content)
    assert kept
    return kept


def test_what_was_kept_is_found(tmp_path: Path) -> None:
    """By its key alone, by later builds too; nothing unfinished stays beside it."""
    store = Store(tmp_path / "new")
    assert store.find("a") is None
    kept = keep(store, "a", b"first")
    assert store.find("a") == Store(tmp_path / "new").find("a") == kept
    assert kept.read_bytes() == b"first"
    assert list((tmp_path / "new").iterdir()) == [kept]


@pytest.mark.parametrize("damaged", [b"", b"conten", b"contents", b"Content"])
def test_what_was_damaged_is_not_found_and_can_be_kept_again(
    tmp_path: Path, damaged: bytes
) -> None:
    """Emptied, cut short, gone on with or changed: no build sees it again."""
    kept = keep(Store(tmp_path), "a", b"content")
    kept.write_bytes(damaged)
    store = Store(tmp_path)
    assert store.find("a") is None
    assert list(tmp_path.iterdir()) == []
    assert keep(store, "a", b"content").read_bytes() == b"content"
    assert store.find("a") == kept


def test_what_another_build_forgot_is_not_found(tmp_path: Path) -> None:
    """Although it was there when this one began to ask."""
    store = Store(tmp_path)
    keep(store, "a", b"content").unlink()
    assert store.find("a") is None
    assert store.find("a") is None


@pytest.mark.parametrize("step", ["mkdir", "write_bytes", "replace"])
def test_a_full_disk_keeps_nothing_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """At whichever step it is found to be full; nothing unfinished stays."""

    def refuse(path: Path, *_: object, **__: object) -> None:
        if step == "write_bytes":
            path.touch()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    store = Store(tmp_path / "new")
    monkeypatch.setattr(Path, step, refuse)
    assert store.keep("a", b"content") is None
    assert store.refusal
    assert store.refusal.errno == errno.ENOSPC
    monkeypatch.undo()
    assert list(tmp_path.glob("new/*")) == []
    assert store.find("a") is None


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path) -> None:
    """A file that was found again counts from that day; what is unfinished goes in an hour."""
    store = Store(tmp_path)
    long_ago = time.time() - (DAYS_KEPT + 1) * 24 * HOUR
    for key in ("asked", "left"):
        os.utime(keep(store, key, b""), (long_ago, long_ago))
    for name, age in (("dead.123", 2 * HOUR), ("begun.123", 0)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (time.time() - age, time.time() - age))
    store.find("asked")
    store.forget()
    assert sorted(path.name.split(".")[0] for path in tmp_path.iterdir()) == ["asked", "begun"]
    Store(tmp_path / "none").forget()


def test_the_eldest_makes_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only so much is kept, but all that a build has just asked for."""
    monkeypatch.setattr("carelist.store.MOST_BYTES", 30)
    store = Store(tmp_path)
    for key, hours in (("a", 5), ("b", 4), ("c", 3), ("now1", 0), ("now2", 0)):
        kept, then = keep(store, key, b"0123456789"), time.time() - hours * HOUR
        os.utime(kept, (then, then))
    store.forget()
    assert sorted(path.name.split(".")[0] for path in tmp_path.iterdir()) == ["c", "now1", "now2"]
    monkeypatch.setattr("carelist.store.MOST_BYTES", 10)
    store.forget()
    assert sorted(path.name.split(".")[0] for path in tmp_path.iterdir()) == ["now1", "now2"]


def test_a_copy_shares_nothing_with_what_is_kept(tmp_path: Path) -> None:
    """What is done to it there, an emptied poster, is not done to what later builds take."""
    kept, place = keep(Store(tmp_path / "store"), "a", b"content"), tmp_path / "place"
    place.write_bytes(b"something longer")
    clone(kept, place)
    assert place.read_bytes() == b"content"
    place.write_bytes(b"")
    assert kept.read_bytes() == b"content"


@pytest.mark.parametrize("code", sorted(CANNOT_CLONE))
def test_a_system_that_cannot_clone_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """As between disks, for an old kernel."""

    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "copy_file_range", refuse, raising=False)
    kept = keep(Store(tmp_path / "store"), "a", b"content")
    clone(kept, tmp_path / "place")
    assert (tmp_path / "place").read_bytes() == b"content"


def test_a_disk_that_is_full_while_copying_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second attempt would only hide it."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "copy_file_range", refuse, raising=False)
    kept = keep(Store(tmp_path / "store"), "a", b"content")
    with pytest.raises(OSError, match="No space left"):
        clone(kept, tmp_path / "place")


def test_a_text_is_read_aloud_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And then as pypinyin read it: 长 by its word, a rare character not at all."""
    runs, read = ["长春市", "长大", "𠮷"], read_once(Store(tmp_path))
    expected = Sounds(
        {"长春市": ["chang", "chun", "shi"], "长大": ["zhang", "da"], "𠮷": ["~"]},
        ["长大", "长春"],
        find_traditional(runs),
    )
    assert read(runs) == expected
    for name in ("read_aloud", "find_traditional"):
        monkeypatch.setattr(sounds, name, lambda *_: pytest.fail("read again"))
    assert read(runs) == expected
    assert read_aloud([]) == Sounds({}, [])


@pytest.mark.parametrize("left", [b"", b"[{"])
def test_readings_that_are_damaged_are_made_anew(
    tmp_path: Path, left: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An entry that was emptied or cut short is no error of the build, nor a damaged table."""
    monkeypatch.setattr(sounds, "write_table", "长春\tcháng chūn\n".encode)
    runs = ["长春市"]
    expected = read_once(Store(tmp_path))(runs)
    for kept in tmp_path.iterdir():
        kept.write_bytes(left)
    assert read_once(Store(tmp_path))(runs) == expected


def test_nothing_is_kept_beside_a_list_without_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only where settings say that a site is made there, or somebody names a folder for it."""
    monkeypatch.delenv(CACHE_VARIABLE, raising=False)
    assert find_store(tmp_path, "sounds") is None
    (tmp_path / "mkdocs.yml").write_text("theme: carelist\n", encoding="utf-8")
    found = find_store(tmp_path, "sounds")
    assert found
    assert found.folder == tmp_path / ".cache" / "sounds"
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "kept"))
    named = find_store(tmp_path / "elsewhere", "sounds")
    assert named
    assert named.folder == tmp_path / "kept" / "sounds"
