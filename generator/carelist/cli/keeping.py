"""What a command made of a list is kept, and taken again while neither list nor program changed.

What is kept is one file for each thing that can be asked, in the cache of the project, written anew
when something has changed. It begins with the signature of all that it depends on, among it numbers
and times of files that only this machine knows: nobody else can write one that is taken.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from carelist.site.circles import ANSWERING, look
from carelist.site.unchanged import VARIABLES, sign_files
from carelist.store import find_store

if TYPE_CHECKING:
    from collections.abc import Sequence

ANSWERS = "answers"
"""The folder of the cache in which it is kept."""
PROGRAM = Path(__file__).parents[1]
SIGNATURE = 64
"""Characters of a SHA-256."""


class Answer:
    """What a command once made of a list."""

    def __init__(self, folder: Path, asked: Sequence[str]) -> None:
        """Look for what was made of a list, where a project is around it.

        Args:
            folder: Of the list.
            asked: What was asked for, and whatever else it depends on.
        """
        store = None if _has_links(folder) else find_store(folder.parent, ANSWERS)
        told = "\n".join((str(folder.resolve()), *asked))
        name = hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()[:32]
        self._file = store.folder / name if store else None
        self._roots = (str(folder.resolve()), str(PROGRAM))
        self._signature = self._sign() if store else ""

    def find(self) -> bytes | None:
        """Give what was kept; None where there is nothing, or where something has changed since.

        What is then to be made is made with few looks for circles in memory.
        """
        kept = self._read()
        if kept is None:
            look(ANSWERING)
        return kept

    def _read(self) -> bytes | None:
        try:
            content = self._file.read_bytes() if self._file else b""
        except OSError:
            return None
        signature, digest = content[:SIGNATURE], content[SIGNATURE : 2 * SIGNATURE]
        kept = content[2 * SIGNATURE :]
        is_whole = hashlib.sha256(kept).hexdigest().encode() == digest
        return kept if is_whole and signature == self._signature.encode() else None

    def keep(self, content: bytes) -> None:
        """Keep what was made; nothing where the list was edited meanwhile, or no disk takes it."""
        if not self._file or self._sign() != self._signature:
            return
        unfinished = self._file.with_suffix(f".{os.getpid()}")
        digest = hashlib.sha256(content).hexdigest()
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(f"{self._signature}{digest}".encode() + content)
            unfinished.replace(self._file)

    def _sign(self) -> str:
        return sign_files(self._roots, VARIABLES)


def _has_links(folder: Path) -> bool:
    """Whether a list has folders that stand elsewhere, in which no edit would be seen."""
    return any(path.is_symlink() and path.is_dir() for path in folder.rglob("*"))
