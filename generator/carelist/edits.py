"""Tells of edits as they are made: by a process of its own, so that who builds has no threads.

A process with threads cannot be forked safely, and a build shares its work with forked ones
(`site/workers.py`).
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirModifiedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

EDITS: list[type[FileSystemEvent]] = [
    *(DirCreatedEvent, DirDeletedEvent, DirModifiedEvent, DirMovedEvent),
    *(FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
]
"""Events by which a site changes; to read a file is none."""
SETTLED = 0.03
"""Seconds without another event after which a file is taken to be saved."""
COMPILED = "__pycache__"
"""Of the folders that Python itself writes while a program is loaded."""


class NoEditsError(Exception):
    """The system does not tell of edits; what it says stands in the errors of this process."""


@contextmanager
def listen(paths: Iterable[str]) -> Iterator[Callable[[], None]]:
    """Give what waits for the next edit of files, or of what is below folders.

    An edit that is made before somebody waits is told at once.

    Raises:
        NoEditsError: If the system cannot tell of them, then or later.
    """
    command = (sys.executable, "-m", __spec__.name, *paths)
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as process:  # noqa: S603  # ourselves

        def wait() -> None:
            if not process.stdout or not process.stdout.readline():
                raise NoEditsError

        try:
            wait()  # until it listens
            yield wait
        finally:
            process.kill()


def tell(paths: Iterable[str]) -> None:
    """Write a line once this listens, and one each time that what was edited is saved.

    This process ends with the one that reads the lines.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal tells all; who reads ends this
    threading.Thread(target=_end_with_reader, daemon=True).start()
    edited: SimpleQueue[None] = SimpleQueue()
    observer = Observer()
    for path in paths:
        at = Path(path)
        if at.is_dir():
            observer.schedule(_Telling(edited), path, recursive=True, event_filter=EDITS)
        elif at.parent.is_dir():
            alone = _Telling(edited, path)
            observer.schedule(alone, str(at.parent), recursive=False, event_filter=EDITS)
    observer.start()
    while True:
        sys.stdout.write("\n")
        sys.stdout.flush()
        edited.get()
        with suppress(Empty):
            while True:
                edited.get(timeout=SETTLED)


class _Telling(FileSystemEventHandler):
    """Tells of each edit, or of those of one file."""

    def __init__(self, edited: SimpleQueue[None], alone: str = "") -> None:
        self._edited, self._alone = edited, alone

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tell of an event, unless Python itself has compiled something."""
        paths = {os.fsdecode(path) for path in (event.src_path, event.dest_path) if path}
        if self._alone and self._alone not in paths:
            return
        if not all(COMPILED in Path(path).parts for path in paths):
            self._edited.put(None)


def _end_with_reader() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    tell(sys.argv[1:])
