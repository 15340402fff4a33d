"""One folder takes the place of another: in one step, where the system knows one."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
"""Both from Linux's fcntl.h; renameat2(2)."""
CANNOT_EXCHANGE = frozenset({errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP})
"""What kernels and file systems answer that do not know how to."""


def swap(new: Path, place: Path, aside: Path) -> None:
    """Put a folder in the place of another, which is then at `new` or at `aside`.

    Where the system cannot exchange them, there is nothing in that place for a moment. Killed in
    it, the former folder is at `aside`, whole; `put_back` knows what to do.
    """
    if not os.path.lexists(place):
        new.rename(place)
    elif not exchange(new, place):
        place.rename(aside)
        try:
            new.rename(place)
        except BaseException:  # an interruption too
            put_back(place, aside)
            raise


def put_back(place: Path, aside: Path) -> None:
    """Undo half a swap: what was put aside has its place again, where nothing came into it."""
    if aside.exists() and not os.path.lexists(place):
        aside.rename(place)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two files or folders in one step; False where the system cannot.

    Raises:
        OSError: If the system can, and refuses.
    """
    renameat2 = _find_exchange()
    if not renameat2:
        return False
    names = os.fsencode(one), os.fsencode(other)
    if renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in CANNOT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _find_exchange() -> ctypes._NamedFuncPointer | None:
    """Give Linux's renameat2; None on other systems, and where the C library has none."""
    if sys.platform != "linux":
        return None
    return getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)


def is_fixed(folder: Path) -> bool:
    """Whether a folder is there and cannot be renamed: a disk begins there, or so its parent says.

    A part of a disk can be mounted too, as containers do.
    """
    if not folder.exists():
        return False
    may = os.access(folder.parent, os.W_OK | os.X_OK)
    return not may or folder.is_mount() or _read_mount(folder) != _read_mount(folder.parent)


def _read_mount(folder: Path) -> str:
    """Give Linux's number of the mount that a folder is in."""
    if sys.platform != "linux":
        return ""
    opened = os.open(folder, os.O_PATH | os.O_DIRECTORY)
    try:
        told = Path(f"/proc/self/fdinfo/{opened}").read_text(encoding="ascii")
    except OSError:  # a system without /proc
        return ""
    finally:
        os.close(opened)
    return next((line for line in told.splitlines() if line.startswith("mnt_id")), "")
