"""The readings of cells, spread over the cells they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.catalog.messages import Kind
from generator.catalog.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.binding import Sheet
    from generator.catalog.records import Column, Reading, Readings
    from generator.catalog.texts import Place

COLUMN_NAMES_ZH = {
    "pillar": "大类",
    "number": "序号",
    "audience": "服务对象",
    "group": "服务项目",
    "task": "任务内容",
    "departments": "责任部门",
}
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


class Override(NamedTuple):
    """A cell that a reading takes from elsewhere, or from nowhere."""

    reading: Reading
    index: int
    """Of the reading in readings.yml."""
    place: Place | None
    column: str
    """The column it is printed in."""


Overrides = dict[tuple[int, "Column"], Override]


def find_shape_problems(sheet: Sheet[Readings]) -> Iterator[Problem]:
    """Yield a problem for every key that a kind of reading lacks or cannot have."""
    names = ("rows", "columns", "beside", "from", "printed", "read", "maybe")
    for index, reading in enumerate(sheet.record.readings):
        needed, possible = _SHAPES[reading.kind]
        for name in names:
            has = bool(getattr(reading, "from_" if name == "from" else name))
            if has == (name in needed) or (has and name in possible):
                continue
            if name in needed:
                fault = {"fault": "needs", "fault_zh": "应有"}
                at = sheet.at("readings", index)
            else:
                fault = {"fault": "cannot have", "fault_zh": "不应有"}
                at = sheet.at("readings", index, name, key=True)
            yield Problem(at, Kind.READING_SHAPE, {"kind": reading.kind, "key": name, **fault})


def spread_readings(sheet: Sheet[Readings], last_row: int) -> tuple[Overrides, list[Problem]]:
    """Give the reading that each cell has, by row and column; a cell has at most one."""
    overrides: Overrides = {}
    problems: list[Problem] = []
    for index, reading in enumerate(sheet.record.readings):
        if reading.kind not in CELL_KINDS:
            continue
        count = len(reading.beside)
        if count not in {0, 1, len(reading.rows)}:
            values = {"rows": str(len(reading.rows)), "places": str(count)}
            problems.append(
                Problem(sheet.at("readings", index, "beside"), Kind.READING_COUNT, values)
            )
            continue
        for step, row in enumerate(reading.rows):
            if row > last_row:
                values = {"value": str(row), "last": str(last_row)}
                at = sheet.at("readings", index, "rows")
                problems.append(Problem(at, Kind.READING_UNKNOWN_ROW, values))
                continue
            place = reading.beside[step if count > 1 else 0] if count else None
            for column in reading.columns:
                override = Override(reading, index, place, reading.from_ or column)
                earlier = overrides.setdefault((row, column), override)
                if earlier is not override:
                    values = {"first": earlier.reading.id, **name_cell(row, column)}
                    at = sheet.at("readings", index)
                    problems.append(Problem(at, Kind.READING_TWICE, values))
    return overrides, problems


def name_cell(row: int, column: str) -> dict[str, str]:
    """Name a cell in the values of a problem."""
    return {"row": str(row), "column": column, "column_zh": COLUMN_NAMES_ZH[column]}
