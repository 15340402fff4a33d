"""A site is made by jobs that go on beside each other, each in one of several processes.

A process that is forked from this one has the list and the templates without reading anything
again. Where there is one processor or no safe fork, this process does them.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from carelist.catalog.problems import RefusalError
from carelist.site.forked import can_fork, do_apart, end_with_parent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")

FEW = 8
"""Jobs, after an edit of the list: more processes would take longer to begin than they save."""
MANY = 200
"""Jobs of a long list: below, what a process of its own takes to begin is more than it saves."""
MOST_PROCESSES = 4
"""With this one. Each holds what it changes of the list's memory once more."""


class WorkersEndedError(RefusalError):
    """A process that made a part of the site is gone, and with it what it was to make."""


class Workers(Generic[T]):
    """Do jobs, and give what comes of each in the order in which they are given.

    Other processes begin with the first. This one begins with the last, once it asks for what came
    of the first: it holds the list already, so that there is one copy of it less.
    """

    def __init__(self, jobs: Sequence[Callable[[], T]], large: int = 0) -> None:
        """Begin the jobs beside what this process does, or do each when its turn comes.

        Begun, nothing that they need may change.

        Args:
            jobs: What is to be done.
            large: How many of them, the first ones, take so much memory of a long list that each is
                done in a process of its own: what Python has once had, it seldom gives back.
        """
        others = _count_others() if len(jobs) > 1 else 0
        self._jobs = jobs
        self._left = len(jobs)
        """How many this process has not done itself: the first ones."""
        self._begun: dict[int, Future[T]] = {}
        """By number: those that are yet to be given."""
        self._pool: ProcessPoolExecutor | None = None
        if others:
            apart = large if len(jobs) >= MANY else 0
            self._pool = _fork(jobs, 1 if len(jobs) <= FEW else others, apart)
            with suppress(BrokenProcessPool):  # it is told when the results are asked for
                for number in range(len(jobs)):
                    self._begun[number] = self._pool.submit(_do, number)

    def list_results(self) -> Iterator[T]:
        """Yield what came of each job.

        Raises:
            WorkersEndedError: If the system ended one of the processes.
            Exception: Whatever a job raised.
        """
        if not self._pool:
            yield from (job() for job in self._jobs)
            return
        try:
            for number in range(len(self._jobs)):
                if number not in self._begun:
                    raise WorkersEndedError("workers_ended")
                while not self._begun[number].done() and self._do_last():
                    continue
                yield self._begun[number].result()
                del self._begun[number]
        except BrokenProcessPool as error:
            raise WorkersEndedError("workers_ended") from error

    def _do_last(self) -> bool:
        """Do the last job that is left; false where another process has come to it."""
        number = self._left - 1
        if number not in self._begun or not self._begun[number].cancel():
            return False
        self._left, own = number, Future[T]()
        self._begun[number] = own
        try:
            own.set_result(self._jobs[number]())
        except Exception as error:  # noqa: BLE001  # it is raised when its turn comes
            own.set_exception(error)
        return True

    def close(self) -> None:
        """End the processes."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)


def _count_others() -> int:
    """Give how many processes can make pages beside this one."""
    processors = len(os.sched_getaffinity(0)) if can_fork() else 1
    return min(processors, MOST_PROCESSES) - 1


_work: Sequence[Callable[[], Any]]
"""The jobs of a process; set in it alone."""
_large: int
"""How many of them, the first ones, are done each in a process of its own."""


def _fork(jobs: Sequence[Callable[[], T]], others: int, large: int) -> ProcessPoolExecutor:
    gc.freeze()  # what all share is not gone through again, which would copy it for each
    context = multiprocessing.get_context("fork")
    return ProcessPoolExecutor(others, context, initializer=_take, initargs=(jobs, large))


def _take(jobs: Sequence[Callable[[], T]], large: int) -> None:
    global _work, _large  # a process of its own has nothing else to keep it in
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal tells all; the first one ends all
    _work, _large = jobs, large


def _do(number: int) -> Any:  # noqa: ANN401  # what comes of a job
    job = _work[number]
    return do_apart(job) if number < _large else job()
