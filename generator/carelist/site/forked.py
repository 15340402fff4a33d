"""A process that was forked ends with the one that it was forked from, however that one ends."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading

PR_SET_PDEATHSIG = 1
"""From Linux's prctl.h: the signal that a process gets when its parent ends; prctl(2)."""


def end_with_parent() -> None:
    """Bind the life of this process, which multiprocessing forked, to its parent's.

    The kernel ends it at once, whatever it does; where no kernel can be asked to, a thread waits
    for the parent's end.
    """
    if not _ask_kernel():
        threading.Thread(target=_wait_for_parent, daemon=True).start()
    parent = multiprocessing.parent_process()
    if parent and os.getppid() != parent.pid:  # it ended before the kernel was asked
        os._exit(1)


def _ask_kernel() -> bool:
    if sys.platform != "linux":
        return False
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    killed = ctypes.c_ulong(signal.SIGKILL)
    return prctl is not None and prctl(PR_SET_PDEATHSIG, killed, 0, 0, 0) == 0


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()  # which asks a pipe that the parent alone can write to
        os._exit(1)
