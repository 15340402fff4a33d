"""Files are written whole, with the folders above them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from carelist.site.writing import Folder, write_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    """Those that are there already stay, and so does what is in them."""
    folder = Folder(tmp_path)
    (tmp_path / "a").mkdir()
    (tmp_path / "a/other").write_bytes(b"other")
    for address in ("index.html", "a/b/c/index.html", "a/index.html", "a/b/index.html"):
        folder.write(address, address.encode())
        assert (tmp_path / address).read_bytes() == address.encode()
    folder.write("a/index.html", b"")
    assert (tmp_path / "a/index.html").read_bytes() == b""
    assert (tmp_path / "a/other").read_bytes() == b"other"
    write_file(tmp_path / "d/e", "e")
    assert (tmp_path / "d/e").read_text() == "e"


def test_a_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    """As the process says for all that it makes."""
    (tmp_path / "other").write_bytes(b"")
    Folder(tmp_path).write("one", b"")
    assert (tmp_path / "one").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_file_is_written_whole_where_the_system_takes_a_part_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it does of what is large, or where a disk is nearly full."""
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, content: write(file, content[:3]))
    Folder(tmp_path).write("one", b"0123456789")
    assert (tmp_path / "one").read_bytes() == b"0123456789"


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    """It stays what it is."""
    (tmp_path / "a").write_bytes(b"a")
    with pytest.raises(NotADirectoryError, match=r"a/index\.html"):
        Folder(tmp_path).write("a/index.html", b"")
    assert (tmp_path / "a").read_bytes() == b"a"
