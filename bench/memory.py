"""How much memory a process and its children hold together, at the most."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from bench.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Iterator

PROCESSES = Path("/proc")
PAUSE = 0.1
_SHARE = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


class MemoryWatch(Watch):
    """Looks ten times a second; what several processes share is counted once (PSS).

    What the system says of the largest child (`ru_maxrss`) is no measure: a process begins as a
    copy of the one that started it, so that it is never smaller than that one was.

    Only Linux tells; elsewhere the peak stays 0.
    """

    def __init__(self, process: int) -> None:
        """Watch a process by its number."""
        super().__init__(PAUSE)
        self.peak = 0
        """Bytes."""
        self._process = process

    def look(self) -> None:
        """Weigh the process and its children once."""
        held = sum(map(_weigh, list_family(self._process)))
        self.peak = max(self.peak, held)


def list_family(process: int) -> Iterator[int]:
    """Yield a process and all that descend from it."""
    yield process
    for task in (PROCESSES / str(process) / "task").glob("*/children"):
        for child in read(task).split():
            yield from list_family(int(child))


def _weigh(process: int) -> int:
    share = _SHARE.search(read(PROCESSES / str(process) / "smaps_rollup"))
    return int(share[1]) * 1024 if share else 0


def read(file: Path) -> str:
    """Read what the system tells of a process; nothing of one that is gone."""
    try:
        return file.read_text("ascii")
    except OSError:  # it has ended meanwhile, or the system tells nothing
        return ""
