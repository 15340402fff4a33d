"""What was read for each page of a site, told so that it grows with the site and not as its square.

Most of what a page reads, thousands have read before it, and is kept with its note: a trace names
the traces of such notes, and has the numbers of those records alone that were read beside them.
"""

from __future__ import annotations

import hashlib
import zlib
from array import array
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

SIZE = 12
"""Bytes of a name: of a million traces, two that differ have the same in one site of 10^17."""


class Trace(NamedTuple):
    """What was read for something."""

    packed: bytes
    """The numbers of records."""
    below: tuple[bytes, ...] = ()
    """The names of other traces, all of which were read, too."""

    @classmethod
    def of(cls, numbers: Iterable[int], below: Iterable[bytes]) -> Trace:
        """Pack the numbers of records."""
        listed = sorted(numbers)
        steps = (after - before for before, after in pairwise(chain((0,), listed)))
        packed = zlib.compress(array("I", steps).tobytes(), 1)
        return cls(packed, tuple(sorted(below)))

    @property
    def name(self) -> bytes:
        """The same of all that say the same."""
        told = b"".join((*self.below, self.packed))
        return hashlib.blake2b(told, digest_size=SIZE).digest()

    def list_numbers(self) -> list[int]:
        """List the numbers of its own records.

        >>> Trace.of([7, 2, 3], ()).list_numbers()
        [2, 3, 7]
        """
        steps = array("I")
        steps.frombytes(zlib.decompress(self.packed))
        return [*accumulate(steps)]


Traces: TypeAlias = dict[bytes, Trace]
"""By name."""


def list_used(traces: Traces, used: Iterable[bytes]) -> Traces:
    """Give those of some traces that are used, and all that they name: each behind those.

    Whoever made them has given what several name with the one that was done first.
    """
    listed: Traces = {}
    waiting = [*used]
    while waiting:
        name = waiting[-1]
        below = [one for one in traces[name].below if one not in listed]
        if name in listed or not below:
            listed[waiting.pop()] = traces[name]
        waiting += below
    return listed


def find_touched(traces: Mapping[bytes, Trace], changed: Collection[int]) -> set[bytes]:
    """Find the traces in which some record is that differs; each stands behind all it names."""
    numbers, touched = frozenset(changed), set[bytes]()
    for name, trace in traces.items() if numbers else ():
        below = touched.isdisjoint(trace.below)
        if not (below and numbers.isdisjoint(trace.list_numbers())):
            touched.add(name)
    return touched


def move(traces: Mapping[bytes, Trace], moved: Sequence[int]) -> tuple[Traces, dict[bytes, bytes]]:
    """Give traces, each behind all that it names, by the numbers of records in another list.

    Args:
        traces: As they are.
        moved: The number that each record has now, by the one that it had.

    Returns:
        The traces, and the names that they have now by those that they had.
    """
    turned: Traces = {}
    names: dict[bytes, bytes] = {}
    for name, trace in traces.items():
        own = {moved[number] for number in trace.list_numbers()}
        other = Trace.of(own, {names[below] for below in trace.below})
        names[name] = other.name
        turned[other.name] = other
    return turned, names
