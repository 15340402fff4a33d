"""Writes the files of a site, of which there are thousands, by calls of the system alone.

A file of Python's own asks the system of each what it is and where it stands, which nobody needs
of one that is written once and whole.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_ANYBODY = 0o666
"""Who may read and write a file, but for what the process says of all that it makes."""


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file, and the folders above it."""
    written = content.encode() if isinstance(content, str) else content
    try:
        _write(str(path), written)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(str(path), written)


class Folder:
    """A folder that many files are written to, which nobody else removes anything from."""

    def __init__(self, path: Path) -> None:
        """Know of no folder below it yet."""
        self._path = str(path)
        self._there = {""}
        """The addresses of the folders that are there."""

    def write(self, address: str, content: bytes) -> None:
        """Write a file, and the folders above it."""
        self._make(address.rpartition("/")[0])
        _write(f"{self._path}/{address}", content)

    def _make(self, folder: str) -> None:
        """Make a folder, and those above it, where it is not there."""
        if folder not in self._there:
            self._make(folder.rpartition("/")[0])
            with suppress(FileExistsError):  # by another process
                os.mkdir(f"{self._path}/{folder}")  # noqa: PTH102  # a path for each takes longer
            self._there.add(folder)


def _write(path: str, content: bytes) -> None:
    file = os.open(path, _NEW, _ANYBODY)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(file, left) :]
    finally:
        os.close(file)
