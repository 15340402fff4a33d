"""A site is made by jobs that go on beside each other, each in one of several processes.

A process that is forked from this one has the list and the templates without reading anything
again. Where there is one processor or no safe fork, this process does them.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from carelist.catalog.problems import RefusalError
from carelist.site.forked import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")

ALONE_VARIABLE = "CARELIST_ALONE"
"""Says, where it is not empty, that many builds go on beside each other, each in one process."""
FEW = 8
"""Jobs, after an edit of the list: more processes would take longer to begin than they save."""
MOST_WORKERS = 4
"""Each holds what it changes of the list's memory once more."""
STEP_BACK = 10
"""How far these processes let the one go first that clears, copies and writes: all wait for it."""


class WorkersEndedError(RefusalError):
    """A process that made a part of the site is gone, and with it what it was to make."""


class Workers(Generic[T]):
    """Do jobs, and give what comes of each in the order in which they are given.

    A few are shared with one other process: it begins with the first, this one with the last.
    """

    def __init__(self, jobs: Sequence[Callable[[], T]]) -> None:
        """Begin the jobs beside what this process does, or do each when its turn comes.

        Begun, nothing that they need may change.
        """
        workers = _count_workers() if len(jobs) > 1 else 0
        self._jobs = jobs
        self._is_shared = len(jobs) <= FEW
        self._begun: list[Future[T]] = []
        self._pool = _fork(jobs, 1 if self._is_shared else workers) if workers else None
        if self._pool:
            with suppress(BrokenProcessPool):  # it is told when the results are asked for
                self._begun += (self._pool.submit(_do, number) for number in range(len(jobs)))

    def list_results(self) -> Iterator[T]:
        """Yield what came of each job.

        Raises:
            WorkersEndedError: If the system ended one of the processes.
            Exception: Whatever a job raised.
        """
        if not self._pool:
            yield from (job() for job in self._jobs)
            return
        own: dict[int, T] = {}
        for number in reversed(range(len(self._begun))) if self._is_shared else ():
            if not self._begun[number].cancel():  # the other process has come to it
                break
            own[number] = self._jobs[number]()
        try:
            for number, future in enumerate(self._begun):
                yield own[number] if number in own else future.result()
        except BrokenProcessPool as error:
            raise WorkersEndedError("workers_ended") from error
        if len(self._begun) < len(self._jobs):
            raise WorkersEndedError("workers_ended")

    def close(self) -> None:
        """End the processes."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)


def _count_workers() -> int:
    """Give how many processes can make pages; 0 where this one makes them itself."""
    # Parts of other systems do not survive a fork, nor does what a thread is in the middle of.
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 0
    if os.environ.get(ALONE_VARIABLE):
        return 0
    processors = len(os.sched_getaffinity(0))
    return min(processors, MOST_WORKERS) if processors > 1 else 0


_work: Sequence[Callable[[], Any]]
"""The jobs of a process; set in it alone."""


def _fork(jobs: Sequence[Callable[[], T]], workers: int) -> ProcessPoolExecutor:
    gc.freeze()  # what all share is not gone through again, which would copy it for each
    context = multiprocessing.get_context("fork")
    back = STEP_BACK if workers > 1 else 0  # one that shares the work is waited for
    return ProcessPoolExecutor(workers, context, initializer=_take, initargs=(jobs, back))


def _take(jobs: Sequence[Callable[[], T]], back: int) -> None:
    global _work  # noqa: PLW0603  # a process of its own has nothing else to keep it in
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal tells all; the first one ends all
    _work = jobs
    os.nice(back)


def _do(number: int) -> Any:  # noqa: ANN401  # what comes of a job
    return _work[number]()
