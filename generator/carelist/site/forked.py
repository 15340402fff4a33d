"""A process that was forked ends with the one that it was forked from, however that one ends.

What a process does in another one leaves nothing in its own memory.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, Any, TypeVar

from carelist.site.circles import NEVER, looking

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

T = TypeVar("T")

ALONE_VARIABLE = "CARELIST_ALONE"
"""Says, where it is not empty, that many builds go on beside each other, each in one process."""
PR_SET_PDEATHSIG = 1
"""From Linux's prctl.h: the signal that a process gets when its parent ends; prctl(2)."""


def can_fork() -> bool:
    """Whether this process can have others beside it."""
    # Parts of other systems do not survive a fork, nor does what a thread is in the middle of.
    is_safe = sys.platform.startswith("linux") and threading.active_count() == 1
    return is_safe and not os.environ.get(ALONE_VARIABLE)


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


def do_apart(job: Callable[[], T]) -> T:
    """Do a job in a process that is forked for it, and give what comes of it.

    Raises:
        BrokenProcessPool: If the system ended that process.
        Exception: Whatever the job raised.
    """
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(job, there))
    process.start()
    there.close()
    try:
        with looking(NEVER):  # what is received is held by itself in no circle
            done, error = here.recv()
    except EOFError as ended:
        message = "a process ended before its job"
        raise BrokenProcessPool(message) from ended
    finally:
        process.join()
        here.close()
    if error:
        raise error
    result: T = done
    return result


def _send(job: Callable[[], Any], there: Connection) -> None:
    end_with_parent()
    told: tuple[Any, Exception | None]
    try:
        told = job(), None
    except Exception as error:  # noqa: BLE001  # it is raised where the job was asked for
        told = None, error
    there.send(told)
