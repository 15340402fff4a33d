"""Character repairs: the declared readings that change words of the source copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.catalog.messages import Kind
from generator.catalog.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.binding import Sheet
    from generator.catalog.records import Reading, Readings


def repair(text: str, file: str, sheet: Sheet[Readings]) -> tuple[str, list[Problem]]:
    """Apply every repair to the copy; lines keep their numbers, also where a page break is mended.

    A repair or note must quote words that are printed exactly once.
    """
    problems: list[Problem] = []
    repaired = text
    for index, reading in enumerate(sheet.record.readings):
        if reading.kind not in {"repaired", "note"} or not reading.printed:
            continue
        found = list(_check_unique(text, file, sheet, index, reading))
        problems.extend(found)
        if found or reading.kind == "note" or reading.read is None:
            continue
        start = repaired.find(reading.printed)
        if start < 0:  # its words overlap those of another repair
            at = sheet.at("readings", index, "printed")
            values = {"value": reading.printed, "where": "once the repairs above are made"}
            problems.append(
                Problem(at, Kind.READING_NOT_FOUND, values | {"where_zh": "前面的校改之后"})
            )
            continue
        end = start + len(reading.printed)
        lost_lines = reading.printed.count("\n") - reading.read.count("\n")
        line_end = repaired.find("\n", end)
        rest = repaired[end:line_end] + "\n" * lost_lines + repaired[line_end:]
        repaired = repaired[:start] + reading.read + rest
    return repaired, problems


def _check_unique(
    text: str, file: str, sheet: Sheet[Readings], index: int, reading: Reading
) -> Iterator[Problem]:
    printed = reading.printed or ""
    count = text.count(printed)
    at = sheet.at("readings", index, "printed")
    value = {"value": printed.replace("\n", "⏎")}
    if count == 0:
        where = {"where": f"in {file}", "where_zh": f"{file} 里"}
        yield Problem(at, Kind.READING_NOT_FOUND, value | where)
    elif count > 1:
        yield Problem(at, Kind.READING_NOT_UNIQUE, value | {"count": str(count), "file": file})
