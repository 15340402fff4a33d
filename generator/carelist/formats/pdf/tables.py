"""The tables of a page: cells by the lines that are drawn around them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from carelist.formats.borders import join_borders
from carelist.formats.pdf.edges import TOLERANCE, Edge, list_edges, part_enclosed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LEAST_LINES = 2
_LEAST_COLUMNS = 2
_LEAST_HEIGHT = 6.0
"""Points: no lower row has words."""
_LEAST_CELLS = 4
"""Of a table within a cell; fewer are a box around words."""


class Box(NamedTuple):
    """A rectangle; points (1/72 inch) from the left and the top of the page."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True)
class Ruled:
    """A cell by its lines: its box, and which rows and columns it covers, from 0."""

    box: Box
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True)
class RuledTable:
    """A table of one page."""

    box: Box
    cells: tuple[Ruled, ...]
    columns: tuple[float, ...]
    """Where the lines between columns stand, those of the frame too."""
    height: int
    """How many rows it has."""
    open_above: frozenset[int]
    """The columns above whose first cell no line is drawn: it goes on from the page before."""
    open_below: frozenset[int]
    """The columns below whose last cell no line is drawn: it goes on on the next page."""
    inner: tuple[Box, ...] = ()
    """The tables within its cells."""


def find_tables(page: Any) -> list[RuledTable]:  # noqa: ANN401  # pdfplumber is typed in part only
    """Find the tables of a page, from top to bottom.

    The frame is closed first: where a page breaks within a cell nothing is drawn below it, and the
    cell would not be found.
    """
    tables = (_find_table(page, band) for band in _part_bands(list_edges(page)))
    return [table for table in tables if table]


def _find_table(page: Any, band: Sequence[Edge]) -> RuledTable | None:  # noqa: ANN401  # as above
    """Find the table of some lines, without what stands within its cells."""
    outer, enclosed = part_enclosed(band)
    table = _read_table(page, outer) if enclosed else None
    if table is None:
        return _read_table(page, band)
    inner = (_read_table(page, edges) for edges in enclosed)
    told = (one.box for one in inner if one and len(one.cells) >= _LEAST_CELLS)
    return replace(table, inner=tuple(told))


def _part_bands(edges: Iterable[Edge]) -> list[list[Edge]]:
    """Part edges into bands, between which there is a gap over the whole width of the page."""
    bands: list[list[Edge]] = []
    bottom = float("-inf")
    for edge in sorted(edges, key=lambda one: one.top):
        if edge.top > bottom + TOLERANCE:
            bands.append([])
        bands[-1].append(edge)
        bottom = max(bottom, edge.bottom)
    return [band for band in bands if _is_ruled(band)]


def _is_ruled(band: Sequence[Edge]) -> bool:
    upright = sum(edge.is_upright for edge in band)
    return upright >= _LEAST_LINES and len(band) - upright >= _LEAST_LINES


def _read_table(page: Any, edges: Sequence[Edge]) -> RuledTable | None:  # noqa: ANN401  # as above
    box = Box(
        min(edge.left for edge in edges),
        min(edge.top for edge in edges),
        max(edge.right for edge in edges),
        max(edge.bottom for edge in edges),
    )
    settings = {
        "vertical_strategy": "explicit",
        "horizontal_strategy": "explicit",
        "explicit_vertical_lines": [
            *(_draw(edge) for edge in edges if edge.is_upright),
            _draw(Edge(box.left, box.top, box.left, box.bottom)),
            _draw(Edge(box.right, box.top, box.right, box.bottom)),
        ],
        "explicit_horizontal_lines": [
            *(_draw(edge) for edge in edges if not edge.is_upright),
            _draw(Edge(box.left, box.top, box.right, box.top)),
            _draw(Edge(box.left, box.bottom, box.right, box.bottom)),
        ],
        "snap_tolerance": TOLERANCE,
        "join_tolerance": TOLERANCE,
    }
    boxes = [Box(*one) for one in page.debug_tablefinder(settings).cells]
    rows = _cluster(y for one in boxes for y in (one.top, one.bottom))
    places = _cluster(x for one in boxes for x in (one.left, one.right))
    numbers = _number_borders(boxes, rows, places)
    columns = [places[numbers.index(at)] for at in sorted(set(numbers))]
    if len(columns) <= _LEAST_COLUMNS:
        return None
    cells = tuple(
        Ruled(
            one,
            top := _find(rows, one.top),
            left := numbers[_find(places, one.left)],
            _find(rows, one.bottom) - top,
            numbers[_find(places, one.right)] - left,
        )
        for one in sorted(boxes, key=lambda one: (one.top, one.left))
    )
    drawn = [edge for edge in edges if not edge.is_upright]
    return RuledTable(
        box,
        cells,
        tuple(columns),
        len(rows) - 1,
        _find_open(columns, box.top, drawn),
        _find_open(columns, box.bottom, drawn),
    )


def _number_borders(
    boxes: Iterable[Box], rows: Sequence[float], places: Sequence[float]
) -> list[int]:
    """Number the lines between columns, as `join_borders` does.

    Rows that are too low for words do not count: programs draw one that only measures columns.
    """
    used: list[set[int]] = [set() for _ in rows]
    for one in boxes:
        ends = {_find(places, one.left), _find(places, one.right)}
        for at in range(_find(rows, one.top), _find(rows, one.bottom)):
            used[at] |= ends
    high = [bottom - top >= _LEAST_HEIGHT for top, bottom in pairwise(rows)]
    return join_borders(
        [ends for ends, is_high in zip(used, high, strict=False) if is_high], places
    )


def _draw(edge: Edge) -> dict[str, object]:
    """Give an edge as pdfplumber wants its lines, exactly upright or level.

    pdfplumber tells a level line by its ends being of one height to the last bit. On a page that
    is shown turned they are not, and every line would be taken for an upright one.
    """
    x, y = (edge.left + edge.right) / 2, (edge.top + edge.bottom) / 2
    left, right = (x, x) if edge.is_upright else (edge.left, edge.right)
    top, bottom = (edge.top, edge.bottom) if edge.is_upright else (y, y)
    return {
        "object_type": "line",
        "x0": left,
        "x1": right,
        "top": top,
        "bottom": bottom,
        "doctop": top,
        "width": right - left,
        "height": bottom - top,
    }


def _cluster(values: Iterable[float]) -> list[float]:
    """Give the first of each group of values that lie closer together than lines do."""
    groups: list[float] = []
    for value in sorted(values):
        if not groups or value - groups[-1] > TOLERANCE:
            groups.append(value)
    return groups


def _find(groups: Sequence[float], value: float) -> int:
    """Find the group of a value."""
    return bisect_left(groups, value + TOLERANCE / 100) - 1 if value >= groups[0] else 0


def _find_open(columns: Sequence[float], height: float, drawn: Sequence[Edge]) -> frozenset[int]:
    """Find the columns where no line is drawn at a height."""
    near = [edge for edge in drawn if abs(edge.top - height) <= TOLERANCE]
    return frozenset(
        at
        for at, (left, right) in enumerate(pairwise(columns))
        if not any(edge.left <= (left + right) / 2 <= edge.right for edge in near)
    )
