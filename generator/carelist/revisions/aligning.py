"""Two rows of words or numbers side by side: what both have, and what one has for the other's."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.differences import find_first_difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_COMPARED = 1_000_000
"""Pairs of words that are compared, which takes half a second; clauses have some 10,000."""


class Stretch(NamedTuple):
    """Some neighbours of one row beside those of the other."""

    is_same: bool
    old: slice
    new: slice


def align(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """Yield both rows in stretches; of long ones, what lies between their equal ends is one.

    >>> [(one.is_same, "ab"[one.old], "ac"[one.new]) for one in align("ab", "ac")]
    [(True, 'a', 'a'), (False, 'b', 'c')]
    """
    if len(old) * len(new) > MOST_COMPARED:
        yield from _strip_ends(old, new)
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        yield Stretch(tag == "equal", slice(old_start, old_end), slice(new_start, new_end))


def _strip_ends(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    head = find_first_difference(old, new)
    tail = find_first_difference(list(reversed(old[head:])), list(reversed(new[head:])))
    ends = len(old) - tail, len(new) - tail
    yield Stretch(is_same=True, old=slice(head), new=slice(head))
    yield Stretch(is_same=False, old=slice(head, ends[0]), new=slice(head, ends[1]))
    yield Stretch(is_same=True, old=slice(ends[0], None), new=slice(ends[1], None))
