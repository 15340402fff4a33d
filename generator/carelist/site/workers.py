"""Pages are made beside each other, in processes that begin with all that was prepared.

A process that is forked from this one has the list and the templates without reading anything
again. Where there is one processor or no safe fork, pages are made in this process.
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
from typing import TYPE_CHECKING

from carelist.catalog.problems import RefusalError
from carelist.site.forked import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carelist.site.page import Page

ALONE_VARIABLE = "CARELIST_ALONE"
"""Says, where it is not empty, that many builds go on beside each other, each in one process."""
MOST_WORKERS = 4
"""Each holds what it changes of the list's memory once more."""
SLICE = 8
"""How many pages a process makes at a time."""
AHEAD = 64
"""How many slices, at most, are begun or made before their pages are asked for."""
STEP_BACK = 10
"""How far these processes let the one go first that clears, copies and writes: all wait for it."""


class WorkersEndedError(RefusalError):
    """A process that made pages is gone, and with it what it was to make."""


class PageWorkers:
    """Make the HTML of pages, in the order in which they are asked for."""

    def __init__(self, pages: Sequence[Page], make: Callable[[Page], str], *, beside: bool) -> None:
        """Begin to make pages beside what this process does, or make each when it is asked for.

        Begun, nothing that `make` needs may change.
        """
        workers = _count_workers() if beside else 0
        self.pages = pages
        self._make = make
        self._places = {page.address: place for place, page in enumerate(pages)}
        self._slices: dict[int, Future[list[str]]] = {}
        self._pool = _fork(pages, make, workers) if workers else None
        with suppress(BrokenProcessPool):  # it is told when a page is asked for
            self._begin(0)

    def fetch(self, page: Page) -> str:
        """Give the HTML of a page.

        Raises:
            WorkersEndedError: If the system ended one of the processes.
            Exception: Whatever `make` raised.
        """
        if not self._pool:
            return self._make(page)
        number, place = divmod(self._places[page.address], SLICE)
        try:
            self._begin(number)
            return self._slices[number].result()[place]
        except BrokenProcessPool as error:
            raise WorkersEndedError("workers_ended") from error

    def close(self) -> None:
        """End the processes."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def _begin(self, first: int) -> None:
        """Begin the slices from a number on that are not, and forget those before it."""
        if not self._pool:
            return
        last = min(first + AHEAD, -(-len(self.pages) // SLICE))
        for number in range(first, last):
            if number not in self._slices:
                self._slices[number] = self._pool.submit(_make_slice, number)
        for number in [one for one in self._slices if one < first]:
            del self._slices[number]


def _count_workers() -> int:
    """Give how many processes can make pages; 0 where this one makes them itself."""
    # Parts of other systems do not survive a fork, nor does what a thread is in the middle of.
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return 0
    if os.environ.get(ALONE_VARIABLE):
        return 0
    processors = len(os.sched_getaffinity(0))
    return min(processors, MOST_WORKERS) if processors > 1 else 0


_work: tuple[Sequence[Page], Callable[[Page], str]]
"""What a process makes; set in it alone."""


def _fork(pages: Sequence[Page], make: Callable[[Page], str], workers: int) -> ProcessPoolExecutor:
    gc.freeze()  # what all share is not gone through again, which would copy it for each
    context = multiprocessing.get_context("fork")
    return ProcessPoolExecutor(workers, context, initializer=_take, initargs=(pages, make))


def _take(pages: Sequence[Page], make: Callable[[Page], str]) -> None:
    global _work  # noqa: PLW0603  # a process of its own has nothing else to keep it in
    end_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal tells all; the first one ends all
    _work = (pages, make)
    os.nice(STEP_BACK)


def _make_slice(number: int) -> list[str]:
    pages, make = _work
    return [make(page) for page in pages[number * SLICE : (number + 1) * SLICE]]
