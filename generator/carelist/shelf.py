"""What was made of files and need not be made again, by name, of one program on one machine."""

from __future__ import annotations

import gc
import hashlib
import os
import pickle  # of what this machine kept itself
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

SIGNED = 32
"""Bytes of a SHA-256."""


class Shelf:
    """A folder in which things are kept by name, of this program on this machine alone."""

    def __init__(self, folder: Path, signature: str) -> None:
        """Keep things in a folder, which is made when the first comes."""
        self._folder, self._signature = folder, signature
        self.changed: set[str] = set()
        """The names of what is to be kept anew."""

    def find(self, name: str) -> Any:  # noqa: ANN401  # whatever was kept
        """Give what is kept under a name; None where there is nothing whole of this program."""
        try:
            content = self._file(name).read_bytes()
        except OSError:
            return None
        kept = content[SIGNED:]
        if content[:SIGNED] != self._sign(name, kept):
            return None
        is_looking = gc.isenabled()
        gc.disable()  # what is unpickled is held by itself in no circle
        try:
            return pickle.loads(kept)  # noqa: S301  # of what this machine kept itself
        finally:
            if is_looking:
                gc.enable()

    def keep(self, name: str, thing: object) -> None:
        """Keep a thing under a name; nothing where no disk takes it."""
        kept = pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
        file = self._file(name)
        unfinished = file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(self._sign(name, kept) + kept)
            unfinished.replace(file)
        self.changed.discard(name)

    def _file(self, name: str) -> Path:
        path = os.path.realpath(name)
        return self._folder / hashlib.sha256(os.fsencode(path)).hexdigest()[:32]

    def _sign(self, name: str, kept: bytes) -> bytes:
        told = f"{self._signature}\n{name}\n".encode("utf-8", "surrogateescape")
        return hashlib.sha256(told + kept).digest()
