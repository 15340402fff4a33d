"""How much of a program's work only one of its processes does, while the others wait."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bench.memory import PROCESSES, list_family, read
from bench.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Mapping

PAUSE = 0.2
USER, SYSTEM = 11, 12
"""Places of the ticks of the processor that a process took itself, behind its name, in its `stat`:
fields 14 and 15 of proc(5)."""
AT_ONCE = 0.1
"""Of the work of a look, at least so much by others than the busiest is work beside it."""


class AloneWatch(Watch):
    """Looks five times a second how much of the processor each process took since.

    What one took while no other did is work that no second processor would have shortened, however
    busy the machine is. Only Linux tells; elsewhere all stays 0.
    """

    def __init__(self, process: int) -> None:
        """Watch a process by its number, and all that descend from it."""
        super().__init__(PAUSE)
        self.seconds = 0.0
        """Of the processor, by one process alone."""
        self._process = process
        self._before: dict[int, int] = {}

    def look(self) -> None:
        """See once how much each has worked."""
        now = {one: ticks for one in list_family(self._process) if (ticks := _count_ticks(one))}
        self.seconds += find_alone(self._before, now) / os.sysconf("SC_CLK_TCK")
        self._before = now


def find_alone(before: Mapping[int, int], now: Mapping[int, int]) -> int:
    """Give the ticks that one process worked while others did next to nothing; 0 where several did.

    A process that is new has begun with none.
    """
    worked = sorted(ticks - before.get(one, 0) for one, ticks in now.items())
    if not worked or sum(worked[:-1]) > AT_ONCE * sum(worked):
        return 0
    return worked[-1]


def _count_ticks(process: int) -> int:
    """Give the ticks that a process took itself; 0 of one that is gone."""
    fields = read(PROCESSES / str(process) / "stat").rpartition(")")[2].split()
    return int(fields[USER]) + int(fields[SYSTEM]) if fields else 0
