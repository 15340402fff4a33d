"""What keeps a file from being written, in words that name the disk."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""No room is left on the disk, or none for this user."""
REASONS = {
    errno.EACCES: ("没有权限", "permission denied"),
    errno.EBUSY: ("正在被使用", "it is in use"),
    errno.EFBIG: ("文件超过允许的大小", "the file is larger than is allowed"),
    errno.EIO: ("磁盘读写出错", "the disk cannot be read or written"),
    errno.EPERM: ("不允许", "not permitted"),
    errno.EROFS: ("磁盘是只读的", "the disk is read-only"),
    **dict.fromkeys(FULL, ("磁盘已满", "the disk is full")),
}
"""Why the system refuses, in Chinese and English."""


def tell_disk_error(
    error: OSError, places: Iterable[Path], language: Literal["zh", "en"]
) -> str | None:
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
    chinese, english = REASONS[error.errno]
    # Of a copy both names are told, and what is full need not be the first.
    names = (error.filename2, error.filename)
    named = [Path(os.fsdecode(name)) for name in names if isinstance(name, str | bytes)]
    place = min(named or places, key=_find_free, default=Path.cwd())
    there = _find_existing(place)
    usage = shutil.disk_usage(there)
    free, total = (f"{size / 1e6:,.1f} MB" for size in (usage.free, usage.total))
    disk = _find_mount(there)
    if language == "zh":
        return f"无法写入“{place}”：{chinese}；磁盘“{disk}”共 {total}，剩余 {free}"
    return f"cannot write '{place}': {english}; the disk '{disk}' has {free} free of {total}"


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
