"""Makes pieces beside each other, and none twice: what was made is kept by its content."""

from __future__ import annotations

import os
import time
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from generator.publicity.glyphs import find_missing_glyphs
from generator.publicity.typesetting import CannotTypesetError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.publicity.pieces import Piece

DAYS_KEPT = 30
"""How long a piece stays in the cache after it was last asked for."""


class Made(NamedTuple):
    """A piece that was made."""

    content: bytes
    """Empty where it could not be made at all."""
    problems: tuple[str, ...] = ()
    """Why it is not as it should be."""


class Press:
    """A few threads that typeset: Typst leaves Python free meanwhile."""

    def __init__(self, cache: Path) -> None:
        """Keep what is made in the folder `cache`."""
        self._cache = cache
        self._pool = ThreadPoolExecutor(max_workers=os.cpu_count() or 1, thread_name_prefix="press")
        self._work: dict[str, Future[Made]] = {}

    def start(self, pieces: Iterable[Piece]) -> None:
        """Begin to make pieces."""
        self._cache.mkdir(parents=True, exist_ok=True)
        for piece in pieces:
            if piece.key not in self._work:
                self._work[piece.key] = self._pool.submit(self._make, piece.key, piece)

    def fetch(self, piece: Piece) -> Made:
        """Give a piece that was begun, once it is there."""
        return self._work[piece.key].result()

    def close(self) -> None:
        """End the threads, and forget what was not asked for in a long time."""
        self._pool.shutdown(cancel_futures=True)
        long_ago = time.time() - DAYS_KEPT * 24 * 60 * 60
        for kept in self._cache.iterdir():
            if kept.stat().st_mtime < long_ago:
                kept.unlink(missing_ok=True)

    def _make(self, key: str, piece: Piece) -> Made:
        kept = self._cache / key
        if kept.exists():
            os.utime(kept)
            return Made(kept.read_bytes())
        missing = tuple(map(str, find_missing_glyphs(piece.recipe.content)))
        try:
            made = piece.recipe.make()
        except CannotTypesetError as error:
            return Made(self._make_leniently(piece), (*missing, str(error)))
        if not missing:
            unfinished = self._cache / f"{key}.{os.getpid()}"
            unfinished.write_bytes(made)
            unfinished.replace(kept)
        return Made(made, missing)

    def _make_leniently(self, piece: Piece) -> bytes:
        """Give a piece with its long texts cut short, or nothing: better than no site at all."""
        try:
            return piece.recipe.make(lenient=True)
        except CannotTypesetError:
            return b""
