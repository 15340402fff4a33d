"""What was made once and need not be made again: files, kept by the key of all they depend on."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import sys
import time
from contextlib import suppress
from functools import cached_property
from pathlib import Path

CACHE = ".cache"
CACHE_VARIABLE = "CARELIST_CACHE"
"""Names another folder in which to keep what need not be made again."""
DAYS_KEPT = 30
"""How long a file is kept after it was last asked for."""
MOST_BYTES = 500_000_000
"""How much is kept at most, besides what was asked for in the last hour: about four kits."""
HOUR = 60 * 60
NAME = re.compile(r"([0-9a-zA-Z]+)\.[0-9a-f]{64}")
"""A kept file is named by its key, and by the SHA-256 of its bytes."""
CANNOT_CLONE = frozenset({errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM, errno.EXDEV})
"""What systems answer that cannot copy from file to file themselves."""
MOST_AT_ONCE = 2**30
"""Bytes that the system is asked to copy at a time."""


def find_cache(project: Path) -> Path:
    """Give the folder below which the stores of a project are."""
    named = os.environ.get(CACHE_VARIABLE)
    return Path(named) if named else project / CACHE


def find_store(project: Path, name: str) -> Store | None:
    """Give a store for a command that reads a list alone; None where no project is around it.

    So nothing is written beside a list that somebody only looks at.
    """
    is_kept = os.environ.get(CACHE_VARIABLE) or (project / "mkdocs.yml").is_file()
    return Store(find_cache(project) / name) if is_kept else None


class Store:
    """A folder of files by their keys, which are letters and digits.

    Several builds may use it at once. What was damaged since it was kept is not found again.
    """

    def __init__(self, folder: Path) -> None:
        """Keep files in a folder, which is made when the first comes."""
        self.folder = folder
        self.refusal: OSError | None = None
        """Why something could not be kept; the disk may be full, or not for writing."""

    def find(self, key: str) -> Path | None:
        """Give the file of a key, where there is one that is as it was kept.

        One that was damaged since is taken for none. Asking makes it count as asked for today.
        """
        name = self._names.get(key)
        if not name:
            return None
        kept = self.folder / name
        with suppress(OSError):  # another build forgot it, or the disk cannot read it
            if name == f"{key}.{_digest(kept)}":
                with suppress(PermissionError):  # what may only be read lasts as its owner says
                    os.utime(kept)
                return kept
            kept.unlink()
        del self._names[key]
        return None

    def keep(self, key: str, content: bytes) -> Path | None:
        """Keep the file of a key, whole or not at all; None where there is no room for it."""
        name = f"{key}.{hashlib.sha256(content).hexdigest()}"
        unfinished = self.folder / f"{key}.{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(content)
            kept = unfinished.replace(self.folder / name)
        except OSError as error:
            self.refusal = error
            with suppress(OSError):  # it was not begun
                unfinished.unlink()
            return None
        self._names[key] = name
        return kept

    def forget(self) -> None:
        """Remove what was not asked for in a long time, and the eldest of what is too much."""
        now, held = time.time(), 0
        for age, size, path in sorted(self._weigh(now)):
            held += size
            lasting = DAYS_KEPT * 24 * HOUR if NAME.fullmatch(path.name) else HOUR
            if age > lasting or (age > HOUR and held > MOST_BYTES):
                path.unlink(missing_ok=True)

    def _weigh(self, now: float) -> list[tuple[float, int, Path]]:
        """List the seconds since each file was asked for, its bytes, and the file."""
        weighed = []
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            try:
                stat = path.stat()
            except FileNotFoundError:  # another build forgot it
                continue
            if path.is_file():
                weighed.append((now - stat.st_mtime, stat.st_size, path))
        return weighed

    @cached_property
    def _names(self) -> dict[str, str]:
        """The names of what is kept, by key."""
        paths = self.folder.iterdir() if self.folder.is_dir() else ()
        return {found[1]: found[0] for path in paths if (found := NAME.fullmatch(path.name))}


def clone(kept: Path, path: Path) -> None:
    """Copy a file; where the file system can, both share their bytes until one is changed."""
    if sys.platform != "linux":
        shutil.copyfile(kept, path)
        return
    try:
        with kept.open("rb") as source, path.open("wb") as copy:
            while os.copy_file_range(source.fileno(), copy.fileno(), MOST_AT_ONCE):
                continue
    except OSError as error:
        if error.errno not in CANNOT_CLONE:
            raise
        shutil.copyfile(kept, path)


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
