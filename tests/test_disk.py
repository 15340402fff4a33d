"""A disk that cannot be written is named, with what is left on it."""

from __future__ import annotations

import errno
import os
import re
from typing import TYPE_CHECKING

import pytest
from carelist.disk import REASONS, tell_disk_error

from tests.speaking import EN, LOCALES, ZH

if TYPE_CHECKING:
    from pathlib import Path

SIZES = r"[\d,]+\.\d MB"


def refuse(code: int, *names: str) -> OSError:
    """What the system answers."""
    return OSError(code, os.strerror(code), *names)


def test_a_full_disk_is_named(tmp_path: Path) -> None:
    """With the file, and the folder that the disk is mounted at; the file need not be there."""
    file = tmp_path / "none" / "index.html"
    told = tell_disk_error(refuse(errno.ENOSPC, str(file)), [], EN)
    mount = next(str(one) for one in tmp_path.resolve().parents if one.is_mount())
    expected = f"cannot write '{file}': the disk is full; the disk '{mount}' has "
    assert told
    assert re.fullmatch(f"{re.escape(expected)}{SIZES} free of {SIZES}", told)


def test_it_is_named_in_chinese(tmp_path: Path) -> None:
    """For a clerk."""
    told = tell_disk_error(refuse(errno.EROFS, str(tmp_path)), [], ZH)
    assert told
    assert re.fullmatch(
        f"无法写入“{tmp_path}”：磁盘是只读的；磁盘“.+”共 {SIZES}，剩余 {SIZES}", told
    )


def test_an_error_that_names_no_file_is_of_the_fullest_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a write that runs out of room."""
    site, cache = tmp_path / "site", tmp_path / "cache"
    free = {site: 5, cache: 3}
    monkeypatch.setattr("carelist.disk._find_free", free.__getitem__)
    told = tell_disk_error(refuse(errno.ENOSPC), [site, cache], EN)
    assert told
    assert told.startswith(f"cannot write '{cache}': the disk is full; ")


def test_of_a_copy_the_fuller_disk_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Although what was copied stands first in the error."""
    kept, copy = tmp_path / "kept", tmp_path / "copy"
    free = {kept: 5, copy: 0}
    monkeypatch.setattr("carelist.disk._find_free", free.__getitem__)
    error = OSError(errno.ENOSPC, "No space left", str(kept), None, str(copy))
    told = tell_disk_error(error, [tmp_path], EN)
    assert told
    assert told.startswith(f"cannot write '{copy}': ")


@pytest.mark.parametrize("code", sorted(REASONS))
def test_each_reason_is_told(tmp_path: Path, code: int) -> None:
    """In both languages, with the place."""
    error = refuse(code, str(tmp_path))
    for language in LOCALES:
        words = language.words("commands")[f"disk_{REASONS[code]}"]
        told = tell_disk_error(error, [], language)
        assert told
        assert words in told
        assert str(tmp_path) in told


def test_what_is_no_fault_of_a_disk_is_not_told() -> None:
    """A missing file is the fault of a program, which has to show where."""
    assert tell_disk_error(refuse(errno.ENOENT, "x"), [], EN) is None
