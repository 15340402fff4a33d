"""The lines of a page that may rule a table: drawn whole, as thin boxes, or dash by dash."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

TOLERANCE = 3.0
"""Points by which lines that should meet may miss each other."""
_LONGEST_DASH, _THICKEST_DASH, _WIDEST_GAP = 8.0, 2.0, 4.5
_LEAST_DASHES = 4
"""So many dashes, each so near the next, are a line."""
_LEAST_UPRIGHT = 3
"""So many upright lines rule a table; what is only filled is no line of it then."""
_MEETING = 1.5
"""Points by which lines that meet may miss each other; words stand further from lines."""


Bound = tuple[float, float, float, float]
"""The left, the top, the right and the bottom of some lines."""


class Edge(NamedTuple):
    """A drawn line, or a side of a drawn rectangle; points from the left and the top."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_upright(self) -> bool:
        """Whether it is higher than wide."""
        return self.bottom - self.top > self.right - self.left

    @property
    def length(self) -> float:
        """Of its longer side."""
        return max(self.right - self.left, self.bottom - self.top)


def list_edges(page: Any) -> list[Edge]:  # noqa: ANN401  # pdfplumber is typed in part only
    """List the lines of a page, without the sides of what only shades words."""
    areas = [_measure(one) for one in page.rects if _is_area(one)]
    shading = {side for area in areas for side in _list_sides(area)}
    drawn = map(_measure, page.edges)
    lines = [one for one in drawn if one.length > TOLERANCE and one not in shading]
    pieces = (_measure(one) for one in (*page.rects, *page.curves, *page.lines))
    dashes = [one for one in pieces if _is_dash(one)]
    lines += _join_dashes(dashes)
    upright = sorted({round(one.left) for one in lines if one.is_upright})
    if len(_part(upright)) >= _LEAST_UPRIGHT:
        areas = [one for one in areas if all(_is_near(x, upright) for x in (one.left, one.right))]
    return [*lines, *(side for area in areas for side in _list_sides(area))]


def _measure(drawn: dict[str, Any]) -> Edge:
    return Edge(drawn["x0"], drawn["top"], drawn["x1"], drawn["bottom"])


def _is_area(rectangle: dict[str, Any]) -> bool:
    """Whether a rectangle is filled and has no line around it: a shade, no thin box."""
    box = _measure(rectangle)
    is_thin = min(box.right - box.left, box.bottom - box.top) <= TOLERANCE
    return bool(rectangle["fill"]) and not rectangle["stroke"] and not is_thin


def _list_sides(box: Edge) -> tuple[Edge, Edge, Edge, Edge]:
    left, top, right, bottom = box
    return (
        Edge(left, top, right, top),
        Edge(left, bottom, right, bottom),
        Edge(left, top, left, bottom),
        Edge(right, top, right, bottom),
    )


def _is_dash(box: Edge) -> bool:
    short = min(box.right - box.left, box.bottom - box.top)
    return box.length <= _LONGEST_DASH and short <= _THICKEST_DASH


def _join_dashes(dashes: Sequence[Edge]) -> Iterator[Edge]:
    """Yield the lines that dashes or dots make; a dot may be of an upright or of a level one."""
    turned = [Edge(one.top, one.left, one.bottom, one.right) for one in dashes]
    for chain in _chain([one for one in dashes if one.bottom - one.top >= _width(one)]):
        yield chain
    for chain in _chain([one for one in turned if one.bottom - one.top >= _width(one)]):
        yield Edge(chain.top, chain.left, chain.bottom, chain.right)


def _width(box: Edge) -> float:
    return box.right - box.left - 0.1


def _chain(dashes: Iterable[Edge]) -> Iterator[Edge]:
    """Yield upright lines made of dashes below each other."""
    columns: dict[int, list[Edge]] = defaultdict(list)
    for one in dashes:
        columns[round((one.left + one.right) / 2)].append(one)
    for column in columns.values():
        runs: list[list[Edge]] = []
        for one in sorted(column, key=lambda dash: dash.top):
            if runs and one.top - runs[-1][-1].bottom <= _WIDEST_GAP:
                runs[-1].append(one)
            else:
                runs.append([one])
        for run in runs:
            if len(run) >= _LEAST_DASHES:
                yield Edge(run[0].left, run[0].top, run[0].right, run[-1].bottom)


def _part(places: Sequence[int]) -> list[int]:
    """Give the first of each group of places that lie closer together than lines do."""
    groups: list[int] = []
    for place in places:
        if not groups or place - groups[-1] > TOLERANCE:
            groups.append(place)
    return groups


def _is_near(place: float, places: Sequence[int]) -> bool:
    at = bisect_left(places, place - TOLERANCE)
    return at < len(places) and places[at] <= place + TOLERANCE


def part_enclosed(edges: Sequence[Edge]) -> tuple[list[Edge], list[list[Edge]]]:
    """Part lines that meet each other and stand in no others from groups that stand within these.

    A box around words within a cell, or a table in it, meets no line of the table around it.
    """
    groups = _part_meeting(edges)
    bounds = [_bound(one) for one in groups]
    widest = sorted(bounds, key=lambda one: one[0] - one[2])
    outer: list[Edge] = []
    inner: list[list[Edge]] = []
    for one, bound in zip(groups, bounds, strict=True):
        if any(_encloses(other, bound) for other in widest):
            inner.append(one)
        else:
            outer += one
    return outer, inner


def _part_meeting(edges: Sequence[Edge]) -> list[list[Edge]]:
    """Part lines into groups of which each meets another of its group."""
    levels = sorted((one for one in edges if not one.is_upright), key=lambda one: one.top)
    tops = [one.top for one in levels]
    groups: list[tuple[list[Edge], set[int]]] = []
    for upright in (one for one in edges if one.is_upright):
        first = bisect_left(tops, upright.top - _MEETING)
        last = bisect_right(tops, upright.bottom + _MEETING)
        meets = {
            at
            for at in range(first, last)
            if levels[at].left - _MEETING <= upright.left <= levels[at].right + _MEETING
        }
        joined = [upright]
        for group in [group for group in groups if not meets.isdisjoint(group[1])]:
            joined += group[0]
            meets |= group[1]
            groups.remove(group)
        groups.append((joined, meets))
    return [[*uprights, *(levels[at] for at in sorted(meets))] for uprights, meets in groups]


def _encloses(outer: Bound, inner: Bound) -> bool:
    """Whether all lines of a group stand within another group."""
    (left, top, right, bottom), (x0, y0, x1, y1) = outer, inner
    return left < x0 and top < y0 and x1 < right and y1 < bottom


def _bound(edges: Sequence[Edge]) -> Bound:
    return (
        min(one.left for one in edges),
        min(one.top for one in edges),
        max(one.right for one in edges),
        max(one.bottom for one in edges),
    )
