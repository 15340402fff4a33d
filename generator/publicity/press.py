"""Makes pieces beside each other, and none twice: what was made is kept by its content."""

from __future__ import annotations

import os
import time
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from generator.publicity.pieces import Piece

DAYS_KEPT = 30
"""How long a piece stays in the cache after it was last asked for."""


class Press:
    """A few threads that typeset: Typst leaves Python free meanwhile."""

    def __init__(self, cache: Path) -> None:
        """Keep what is made in the folder `cache`."""
        self._cache = cache
        self._pool = ThreadPoolExecutor(max_workers=os.cpu_count() or 1, thread_name_prefix="press")
        self._work: dict[str, Future[bytes]] = {}

    def start(self, pieces: Iterable[Piece], note: Callable[[], object] | None = None) -> None:
        """Begin to make pieces; `note` is called after each."""
        self._cache.mkdir(parents=True, exist_ok=True)
        for piece in pieces:
            key = piece.key
            if key not in self._work:
                self._work[key] = self._pool.submit(self._make, key, piece)
            if note:
                self._work[key].add_done_callback(lambda _: note())

    def fetch(self, piece: Piece) -> bytes:
        """Give the bytes of a piece that was begun, once they are there.

        Raises:
            CannotTypesetError: If it cannot be made as it should be.
        """
        return self._work[piece.key].result()

    def close(self) -> None:
        """End the threads, and forget what was not asked for in a long time."""
        self._pool.shutdown(cancel_futures=True)
        long_ago = time.time() - DAYS_KEPT * 24 * 60 * 60
        for kept in self._cache.iterdir():
            if kept.stat().st_mtime < long_ago:
                kept.unlink(missing_ok=True)

    def _make(self, key: str, piece: Piece) -> bytes:
        kept = self._cache / key
        if kept.exists():
            os.utime(kept)
            return kept.read_bytes()
        made = piece.recipe.make()
        unfinished = self._cache / f"{key}.{os.getpid()}"
        unfinished.write_bytes(made)
        unfinished.replace(kept)
        return made
