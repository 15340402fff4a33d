"""The readings of cells, spread over the cells they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, get_args

from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Problem
from carelist.catalog.records import FixedColumn
from carelist.speech.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.records import Column, Reading, Readings
    from carelist.catalog.source import Source
    from carelist.catalog.table_lines import Row
    from carelist.catalog.texts import Place
    from carelist.speech.messages import Value

CELL_KINDS = frozenset({"merged", "shifted", "inferred"})

_SHAPES: dict[str, tuple[set[str], set[str]]] = {
    "merged": ({"rows", "columns", "beside"}, {"from", "printed", "read"}),
    "shifted": ({"rows", "columns", "beside"}, {"from", "printed", "read"}),
    "inferred": ({"rows", "columns"}, set()),
    "repaired": ({"printed", "read"}, set()),
    "stray": ({"printed"}, {"beside", "columns"}),
    "lost": (set(), {"rows", "columns"}),
    "note": ({"printed"}, {"maybe"}),
}
"""By kind: the keys that a reading needs, and those that it may have besides."""
_NEEDS = {"read": {"printed"}, "beside": {"columns"}, "columns": {"rows", "beside"}}
"""By key: the keys of which it needs at least one beside it."""


_FIXED = {*get_args(FixedColumn), "number"}


class Override(NamedTuple):
    """A cell that a reading takes from elsewhere, or from nowhere."""

    reading: Reading
    at: int
    """Index of the reading in readings.yml."""
    place: Place | None
    column: str
    """The column it is printed in."""


Places = dict["Place", "tuple[Row, int]"]
"""By place in the table: the printed line, and the index of its page."""
Overrides = dict[tuple[int, "Column"], Override]
"""By the number of a service and the column."""


def find_shape_problems(sheet: Sheet[Readings]) -> Iterator[Problem]:
    """Yield a problem for every key that a kind of reading lacks or cannot have."""
    for index, reading in enumerate(sheet.record.readings):
        needed, possible = _SHAPES[reading.kind]
        given = _list_given(reading)
        for name in sorted(needed - given):
            values = {"kind": reading.kind, "key": name}
            yield Problem(sheet.at("readings", index), Kind.READING_LACKS, values)
        for name in sorted(given - needed - possible):
            values = {"kind": reading.kind, "key": name}
            at = sheet.at("readings", index, name, key=True)
            yield Problem(at, Kind.READING_EXCESS, values)
        for name in sorted(given & possible & _NEEDS.keys()):
            if given.isdisjoint(_NEEDS[name]):
                values = {"kind": reading.kind, "key": min(_NEEDS[name]), "beside": name}
                at = sheet.at("readings", index, name, key=True)
                yield Problem(at, Kind.READING_HALF, values)


def _list_given(reading: Reading) -> set[str]:
    names = {"from": "from_"} | {
        name: name for name in ("rows", "columns", "beside", "printed", "read", "maybe")
    }
    return {key for key, name in names.items() if getattr(reading, name)}


def spread_readings(sheet: Sheet[Readings], rows: set[int]) -> tuple[Overrides, list[Problem]]:
    """Give the reading that each cell has, by row and column; a cell has at most one.

    Returns:
        The readings that could be spread, and a problem for each that could not.
    """
    overrides: Overrides = {}
    problems: list[Problem] = []
    for index, reading in enumerate(sheet.record.readings):
        if reading.kind not in CELL_KINDS:
            continue
        count = len(reading.beside)
        if count not in {0, 1, len(reading.rows)}:
            values = {"rows": str(len(reading.rows)), "places": str(count)}
            at = sheet.at("readings", index, "beside")
            problems.append(Problem(at, Kind.READING_COUNT, values))
            continue
        if strange := next((row for row in reading.rows if row not in rows), None):
            values = {"value": str(strange), "last": str(max(rows, default=0))}
            at = sheet.at("readings", index, "rows")
            problems.append(Problem(at, Kind.READING_UNKNOWN_ROW, values))
        for key, override in _spread(reading, index):
            earlier = overrides.setdefault(key, override)
            if earlier is not override:
                cell = {"first": earlier.reading.id, **name_cell(*key)}
                at = sheet.at("readings", index)
                problems.append(Problem(at, Kind.READING_TWICE, cell))
                break
    return overrides, problems


def _spread(reading: Reading, index: int) -> Iterator[tuple[tuple[int, Column], Override]]:
    places: tuple[Place | None, ...] = reading.beside or (None,)
    if len(places) == 1:
        places *= len(reading.rows)
    for row, place in zip(reading.rows, places, strict=True):
        for column in reading.columns:
            yield (row, column), Override(reading, index, place, reading.from_ or column)


def find_misplaced(
    sheet: Sheet[Readings], overrides: Overrides, source: Source, places: Places
) -> Iterator[Problem]:
    """Yield a problem for every reading of a line or column that the table does not have."""
    told: set[tuple[int, Place]] = set()
    for (row, _), (reading, index, place, column) in overrides.items():
        if place is None or (index, place) in told:
            continue
        if place not in places:
            values = {"value": str(place), "file": source.file}
            at = sheet.at("readings", index, "beside")
            yield Problem(at, Kind.READING_UNKNOWN_PLACE, values)
        elif column not in sheet.record.table[places[place][1]]:
            at = sheet.at("readings", index, "from" if reading.from_ else "columns")
            cell = {"value": str(place), **name_cell(row, column)}
            yield Problem(at, Kind.READING_NO_COLUMN, cell)
        else:
            continue
        told.add((index, place))


def name_cell(row: int, column: str) -> dict[str, Value]:
    """Name a cell in the values of a problem."""
    return {"row": str(row), "column": name_column(column)}


def name_column(column: str) -> Value:
    """Name a column in the values of a problem; a further one by its id."""
    return Message("problems", f"column_{column}") if column in _FIXED else column
