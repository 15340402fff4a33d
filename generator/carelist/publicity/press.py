"""Makes pieces beside each other, and none twice: what was made is kept by its content."""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.publicity.glyphs import tell_missing
from carelist.publicity.typesetting import CannotTypesetError
from carelist.speech.own import find_own_locale
from carelist.store import clone

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from carelist.publicity.pieces import Piece
    from carelist.store import Store


@dataclass(frozen=True)
class Made:
    """A piece that was made."""

    kept: Path | None
    """The file that is kept of it; None of one that is not as it should be."""
    loose: bytes = b""
    """The bytes of what is not kept; empty where it could not be made at all."""
    problems: tuple[str, ...] = ()
    """Why it is not as it should be."""

    @property
    def content(self) -> bytes:
        """Its bytes."""
        return self.kept.read_bytes() if self.kept else self.loose

    def put(self, path: Path) -> None:
        """Put it into a file, whole or not at all; nothing where it could not be made.

        The file shares nothing with the one that is kept: people may change it.
        """
        unfinished = path.with_name(f".{path.name}.part")
        try:
            if self.kept:
                clone(self.kept, unfinished)
            elif self.loose:
                unfinished.write_bytes(self.loose)
            else:
                return
            unfinished.replace(path)
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise


class Press:
    """A few threads that typeset: Typst leaves Python free meanwhile."""

    def __init__(self, store: Store) -> None:
        """Keep what is made in a store."""
        self._store = store
        self._pool = ThreadPoolExecutor(max_workers=os.cpu_count() or 1, thread_name_prefix="press")
        self._work: dict[str, Future[Made]] = {}

    def start(self, pieces: Iterable[Piece]) -> None:
        """Begin to make the pieces that are not kept."""
        for piece in pieces:
            if piece.key in self._work:
                continue
            kept = self._store.find(piece.key)
            if kept:
                self._work[piece.key] = Future()
                self._work[piece.key].set_result(Made(kept))
            else:
                self._work[piece.key] = self._pool.submit(self._make, piece)

    def fetch(self, piece: Piece) -> Made:
        """Give a piece that was begun, once it is there."""
        return self._work[piece.key].result()

    def close(self) -> None:
        """End the threads, and forget what was not asked for in a long time."""
        self._pool.shutdown(cancel_futures=True)
        self._store.forget()

    def _make(self, piece: Piece) -> Made:
        language = find_own_locale()
        missing = tuple(tell_missing(piece.recipe.content, piece.fonts, language))
        try:
            made = piece.recipe.make(piece.fonts)
        except CannotTypesetError as error:
            return Made(None, self._make_leniently(piece), (*missing, str(error)))
        kept = None if missing else self._store.keep(piece.key, made)
        return Made(kept, b"" if kept else made, missing)

    def _make_leniently(self, piece: Piece) -> bytes:
        """Give a piece with its long texts cut short, or nothing: better than no site at all."""
        try:
            return piece.recipe.make(piece.fonts, lenient=True)
        except CannotTypesetError:
            return b""
