"""The proof of a revision against its source copy, both ways.

Every text of the catalog that is the notice's own is found in the copy, after declared readings
only; every cell of the copy's table and every paragraph of its body is used or declared stray.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.catalog.cells import Table
from generator.catalog.messages import Kind
from generator.catalog.overrides import find_shape_problems, spread_readings
from generator.catalog.paragraphs import find_paragraph_problems, list_paragraphs
from generator.catalog.problems import Problem
from generator.catalog.repairs import repair
from generator.catalog.revision import Fidelity
from generator.catalog.source import Source, find_places, read_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.catalog.binding import Sheet
    from generator.catalog.records import Department, Notice, Pillar, Readings, Services


@dataclass(frozen=True)
class Claims:
    """All that one revision claims of its source copy."""

    notice: Sheet[Notice]
    services: Sheet[Services]
    readings: Sheet[Readings]
    pillars: Mapping[str, Pillar]
    departments: Mapping[str, Department]


def prove(claims: Claims, file: str, text: str) -> tuple[Source, Fidelity | None, list[Problem]]:
    """Prove one revision against its copy; no fidelity where something is wrong.

    The source returned is the copy as printed, without repairs.
    """
    raw = read_source(file, text)
    readings = claims.readings
    columns = readings.record.table
    problems = list(find_shape_problems(readings))
    if len(columns) != len(raw.pages):
        values = {"found": str(len(columns)), "expected": str(len(raw.pages)), "file": file}
        problems.append(Problem(readings.at("table"), Kind.TABLE_PAGES, values))
    if problems:
        return raw, None, problems
    repaired, problems = repair(text, file, readings)
    source = read_source(file, repaired)
    overrides, found = spread_readings(readings, len(claims.services.record.services))
    problems += found
    table = Table(
        claims.services,
        readings,
        claims.pillars,
        claims.departments,
        source,
        {row.line: row for page in raw.pages for row in page.rows},
        find_places(source, columns),
        overrides,
    )
    problems += table.find_problems()
    problems += find_paragraph_problems(source, claims.notice, readings, claims.departments)
    if problems:
        return raw, None, _keep_first(problems)
    fidelity = Fidelity(
        table.origins,
        {place: tuple(users) for place, users in table.users.items()},
        {place: row.line for place, (row, _) in table.places.items()},
        columns,
        len(list(list_paragraphs(claims.notice.record))),
    )
    return raw, fidelity, []


def _keep_first(problems: Iterable[Problem]) -> list[Problem]:
    """Keep one problem of a kind at a place: a wrong name is not told once for every row."""
    kept: dict[tuple[object, Kind], Problem] = {}
    for problem in problems:
        kept.setdefault((problem.position, problem.kind), problem)
    return list(kept.values())
