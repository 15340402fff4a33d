"""Which lists are compared on pages of their own, and which in the reader's browser."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelist.catalog.revision import Revision


class Pair(NamedTuple):
    """Two lists, the earlier one first."""

    before: Revision
    after: Revision


def list_built(revisions: Sequence[Revision]) -> Iterator[Pair]:
    """Yield each list beside the next one and beside the latest: their number grows as the lists'.

    theme/scripts/steps/pairs.mjs tells the same pairs apart.
    """
    return (pair for pair in _pair(revisions) if _is_built(revisions, pair))


def list_composed(revisions: Sequence[Revision]) -> Iterator[Pair]:
    """Yield all other pairs: their pages are put together from those of the steps between."""
    return (pair for pair in _pair(revisions) if not _is_built(revisions, pair))


def _pair(revisions: Sequence[Revision]) -> Iterator[Pair]:
    return (Pair(*two) for two in combinations(revisions, 2))


def _is_built(revisions: Sequence[Revision], pair: Pair) -> bool:
    places = [revision.id for revision in revisions]
    first, last = (places.index(side.id) for side in pair)
    return last - first == 1 or last == len(places) - 1
