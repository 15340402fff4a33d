"""Character repairs: the declared readings that change words of the source copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Problem
from carelist.speech.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.records import Reading, Readings
    from carelist.speech.messages import Values

QUOTING_KINDS = frozenset({"repaired", "note"})
"""Kinds of readings that quote words printed exactly once."""


def find_quote_problems(text: str, file: str, sheet: Sheet[Readings]) -> Iterator[Problem]:
    """Yield a problem for every repair or note whose words are not printed exactly once."""
    for index, reading in enumerate(sheet.record.readings):
        printed = reading.printed
        if reading.kind not in QUOTING_KINDS or not printed:
            continue
        at = sheet.at("readings", index, "printed")
        count = text.count(printed)
        if "|" in printed + (reading.read or "") or "\n" in (reading.read or ""):
            yield Problem(at, Kind.READING_CROSSES_CELLS, {"value": printed})
        elif count == 0:
            where = Message("problems", "where_file", {"file": file})
            yield Problem(at, Kind.READING_NOT_FOUND, {"value": printed, "where": where})
        elif count > 1:
            values = {"value": printed, "count": str(count), "file": file}
            yield Problem(at, Kind.READING_NOT_UNIQUE, values)


def repair(text: str, file: str, sheet: Sheet[Readings]) -> tuple[str, list[Problem]]:
    """Apply every repair to the copy; lines keep their numbers, also at mended page breaks.

    Returns:
        The copy with the repairs that could be made, and a problem for each that could not.
    """
    problems = list(find_quote_problems(text, file, sheet))
    blamed = {problem.position for problem in problems}
    repaired = text
    for index, reading in enumerate(sheet.record.readings):
        at = sheet.at("readings", index, "printed")
        printed, read = reading.printed, reading.read
        if reading.kind != "repaired" or not printed or not read or at in blamed:
            continue
        if printed not in repaired:  # its words overlap those of another repair
            values: Values = {"value": printed, "where": Message("problems", "where_repaired")}
            problems.append(Problem(at, Kind.READING_NOT_FOUND, values))
            continue
        repaired = mend(repaired, reading)
    return repaired, problems


def mend(text: str, reading: Reading) -> str:
    r"""Replace the words of one repair; line ends among them move to the end of the line.

    Of `照\n顾儿童\n`, where `照\n顾` is read as `照顾`, comes
    `照顾儿童\n\n`: what follows keeps its line.
    """
    printed, read = reading.printed or "", reading.read or ""
    before, _, after = text.partition(printed)
    rest, end, below = after.partition("\n")
    return before + read + rest + "\n" * printed.count("\n") + end + below
