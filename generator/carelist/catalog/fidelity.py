"""The proof of a revision against its source copy, both ways.

Every text of the catalog that is the notice's own is found in the copy, after declared readings
only; every cell of the copy's table and every paragraph of its body is used or declared stray.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.cells import Table
from carelist.catalog.columns import check_read_columns, list_known
from carelist.catalog.grid import Grid
from carelist.catalog.invented import find_invented
from carelist.catalog.kinds import Kind
from carelist.catalog.overrides import find_misplaced, find_shape_problems, spread_readings
from carelist.catalog.paragraphs import find_paragraph_problems, list_paragraphs
from carelist.catalog.places import find_places
from carelist.catalog.problems import Problem
from carelist.catalog.repairs import find_quote_problems, mend, repair
from carelist.catalog.revision import Fidelity
from carelist.catalog.source import Source, read_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.claims import Claims
    from carelist.catalog.records import Readings


class Proof(NamedTuple):
    """What came of holding a revision against its copy."""

    source: Source
    """The copy as printed, without repairs."""
    fidelity: Fidelity | None
    """None where something is wrong."""
    problems: list[Problem]


def prove(claims: Claims, file: str, text: str) -> Proof:
    """Prove one revision against its copy, as far as its readings can be relied on.

    Args:
        claims: What the catalog says that the copy says.
        file: The copy's path, as messages show it.
        text: The copy, its line ends made one.
    """
    raw = read_source(file, text)
    readings = claims.readings
    problems = list(find_shape_problems(readings))
    if problems or not readings.is_whole:
        problems += find_quote_problems(text, file, readings)
        return Proof(raw, None, [*problems, *find_invented(claims, file, text)])
    repaired, problems = repair(text, file, readings)
    source = read_source(file, repaired)
    if not problems and source.shape != raw.shape:
        problems = list(_find_reshaping(text, raw, readings))
    if problems:  # words left unmended would be told once more in every text that has them
        return Proof(raw, None, [*problems, *find_invented(claims, file, text)])
    table, problems = _prove_table(claims, raw, source)
    if table is None and problems:
        return Proof(raw, None, [*problems, *find_invented(claims, file, text)])
    if claims.notice:
        headings = table.usage.sections if table else set()
        problems += find_paragraph_problems(source, claims.notice, claims, headings)
    if problems or table is None or claims.notice is None:
        return Proof(raw, None, _keep_first(problems))
    fidelity = Fidelity(
        table.origins,
        {place: tuple(users) for place, users in table.usage.users.items()},
        {place: row.line for place, (row, _) in table.grid.places.items()},
        readings.record.table,
        len(list(list_paragraphs(claims.notice.record))),
    )
    return Proof(raw, fidelity, [])


def _find_reshaping(text: str, raw: Source, readings: Sheet[Readings]) -> Iterator[Problem]:
    """Yield a problem for the first repair that makes other rows or cells of the table."""
    for at, reading in enumerate(readings.record.readings):
        if reading.kind != "repaired":
            continue
        text = mend(text, reading)
        if read_source(raw.file, text).shape != raw.shape:
            place = readings.at("readings", at, "printed")
            yield Problem(place, Kind.READING_CROSSES_CELLS, {"value": reading.printed or ""})
            return


def _prove_table(claims: Claims, raw: Source, source: Source) -> tuple[Table | None, list[Problem]]:
    readings = claims.readings
    columns = readings.record.table
    if any(check_read_columns(readings, list_known(claims.services))):
        return None, []
    if len(columns) != len(raw.pages):
        values = {"found": str(len(columns)), "expected": str(len(raw.pages)), "file": raw.file}
        values["starts"] = ", ".join(str(page.head.line) for page in raw.pages)
        return None, [Problem(readings.at("table"), Kind.TABLE_PAGES, values)]
    if "services" in claims.services.blanks and not claims.services.record.services:
        return None, []
    is_counted = any(service.printed_number for service in claims.services.record.services)
    places = find_places(source, columns, is_counted=is_counted or None)
    rows = {service.number for service in claims.services.record.services}
    overrides, problems = spread_readings(readings, rows | {place.number for place in places})
    problems += find_misplaced(readings, overrides, source, places)
    if problems:  # what a reading of doubtful cells leaves over is no second mistake
        return None, problems
    lines = {row.line: row for page in raw.pages for row in page.rows}
    grid = Grid(source, columns, places, claims.list_section_names())
    table = Table(claims, grid, lines, overrides)
    return table, list(table.find_problems())


def _keep_first(problems: Iterable[Problem]) -> list[Problem]:
    """Keep one problem of a kind at a place: a wrong name is not told once for every row."""
    kept: dict[tuple[object, Kind], Problem] = {}
    for problem in problems:
        kept.setdefault((problem.position, problem.kind), problem)
    return list(kept.values())
