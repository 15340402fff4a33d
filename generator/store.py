"""What was made once and need not be made again: files, kept by the key of all they depend on."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

CACHE = ".cache"
CACHE_VARIABLE = "CARELIST_CACHE"
"""Names another folder in which to keep what need not be made again."""
DAYS_KEPT = 30
"""How long a file is kept after it was last asked for."""


def find_cache(project: Path) -> Path:
    """Give the folder below which the stores of a project are."""
    named = os.environ.get(CACHE_VARIABLE)
    return Path(named) if named else project / CACHE


class Store:
    """A folder of files by their keys; several builds may use it at once."""

    def __init__(self, folder: Path) -> None:
        """Keep files in a folder, which is made when the first comes."""
        self._folder = folder

    def find(self, key: str) -> Path | None:
        """Give the file of a key, where there is one."""
        kept = self._folder / key
        try:
            os.utime(kept)
        except FileNotFoundError:
            return None
        return kept

    def keep(self, key: str, content: bytes) -> Path:
        """Keep the file of a key, whole or not at all."""
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = self._folder / f"{key}.{os.getpid()}"
        unfinished.write_bytes(content)
        return unfinished.replace(self._folder / key)

    def forget(self) -> None:
        """Remove what was not asked for in a long time."""
        if not self._folder.exists():
            return
        long_ago = time.time() - DAYS_KEPT * 24 * 60 * 60
        for kept in self._folder.iterdir():
            if kept.stat().st_mtime < long_ago:
                kept.unlink(missing_ok=True)


def link(kept: Path, path: Path) -> None:
    """Give a file that is kept a second name, in a folder that is made anew each time.

    A file that was changed in its place there would be changed here too: into people's own
    folders things are copied.
    """
    path.unlink(missing_ok=True)
    try:
        path.hardlink_to(kept)
    except OSError:  # another disk, or one that knows no second names
        shutil.copyfile(kept, path)
