"""What keeps a file from being written, in words that name the disk."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.speech.locales import Locale

FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""No room is left on the disk, or none for this user."""
REASONS = {
    errno.EACCES: "no_permission",
    errno.EBUSY: "busy",
    errno.EEXIST: "in_the_way",
    errno.EFBIG: "too_large",
    errno.EIO: "broken",
    errno.EISDIR: "in_the_way",
    errno.ENOTDIR: "in_the_way",
    errno.EPERM: "not_permitted",
    errno.EROFS: "read_only",
    **dict.fromkeys(FULL, "full"),
}
"""Why the system refuses, by what the words of commands call it behind `disk_`."""


def tell_disk_error(error: OSError, places: Iterable[Path], language: Locale) -> str | None:
    """Say which file and disk cannot be written, and why.

    Args:
        error: What the system answered.
        places: Folders that were being written to, for an error that names no file.
        language: The language of the message.

    Returns:
        One line; None where the error is of another kind, so that a program is at fault.
    """
    if error.errno not in REASONS:
        return None
    words = language.words("commands")
    # Of a copy both names are told, and what is full need not be the first.
    names = (error.filename2, error.filename)
    named = [Path(os.fsdecode(name)) for name in names if isinstance(name, str | bytes)]
    place = min(named or places, key=_find_free, default=Path.cwd())
    there = _find_existing(place)
    usage = shutil.disk_usage(there)
    free, total = (f"{size / 1e6:,.1f} MB" for size in (usage.free, usage.total))
    disk, reason = _find_mount(there), words[f"disk_{REASONS[error.errno]}"]
    return words.fill("unwritable", place=place, reason=reason, disk=disk, free=free, total=total)


def _find_free(place: Path) -> int:
    return shutil.disk_usage(_find_existing(place)).free


def _find_existing(place: Path) -> Path:
    """Give a file or folder, or the nearest one above it that is there."""
    place = place.absolute()
    return next(one for one in (place, *place.parents) if one.exists())


def _find_mount(place: Path) -> Path:
    """Give the folder that the disk of a file is mounted at."""
    real = place.resolve()
    return next(one for one in (real, *real.parents) if one.is_mount())
