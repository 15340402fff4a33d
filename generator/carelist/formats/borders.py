"""Borders between columns that miss each other by a little from row to row.

Whoever drags a border in Word moves it in some rows only, and the grid has one more column there,
as narrow as the slip of the hand. To the eye the border is one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

WIDEST_SLIP = 28.4
"""Points, one centimetre: by so much at most."""


def join_borders(
    rows: Sequence[Collection[int]], places: Sequence[float], most: float = WIDEST_SLIP
) -> list[int]:
    """Number borders from 0, those alike that are one to the eye; the closest are joined first.

    Borders of a column are two in each row that has it, however narrow it is: only those are
    joined of which no row has both.

    Args:
        rows: Of each row that has words, the borders at which its cells begin and end.
        places: Of each border, in order.
        most: How far those may lie apart that are one, in the unit of the places.

    >>> join_borders([{0, 1, 3}, {0, 2, 3}], [0.0, 40.0, 42.0, 100.0])
    [0, 1, 1, 2]
    """
    users = [{at for at, row in enumerate(rows) if border in row} for border in range(len(places))]
    group = list(range(len(places)))
    gaps = sorted((right - left, at) for at, (left, right) in enumerate(pairwise(places)))
    for gap, at in gaps:
        if gap > most:
            break
        first, after = group[at], group[at + 1]  # each group has the number of its first border
        last = after + group.count(after) - 1
        if places[last] - places[first] <= most and users[first].isdisjoint(users[after]):
            users[first] |= users[after]
            group[after : last + 1] = [first] * group.count(after)
    numbers = {one: at for at, one in enumerate(dict.fromkeys(group))}
    return [numbers[one] for one in group]
