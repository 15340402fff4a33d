"""The printed headings of further columns, and the numbers that rows print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.columns import FIXED
from carelist.catalog.kinds import Kind
from carelist.catalog.places import list_lines
from carelist.catalog.problems import Problem
from carelist.catalog.sameness import is_same_text
from carelist.catalog.table_lines import read_number
from carelist.catalog.texts import Place
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.claims import Claims
    from carelist.catalog.grid import Grid
    from carelist.catalog.usage import Usage


def check_heads(claims: Claims, grid: Grid) -> Iterator[Problem]:
    """Each further column has the heading that the first page with a head for it prints."""
    for index, column in enumerate(claims.services.record.columns):
        if column.id in FIXED:
            continue
        heads = [
            (page.head.texts[names.index(column.id)], page.head.line)
            for page, names in zip(grid.source.pages, grid.columns, strict=True)
            if column.id in names and names.index(column.id) < len(page.head.cells)
        ]
        printed, line = next(((text, line) for text, line in heads if text), ("", 0))
        heading = column.heading.source
        if printed and not is_same_text(printed, heading):
            at = claims.services.at("columns", index, "heading", SOURCE.tag)
            values = {"value": heading, "printed": printed, "line": str(line)}
            yield Problem(at, Kind.HEADING_DIFFERS, {**values, "file": grid.source.file})


def check_numbers(claims: Claims, grid: Grid, usage: Usage) -> Iterator[Problem]:
    """Each service has the number that its line prints, as it prints it."""
    for row in claims.rows:
        service = claims.service(row)
        spots = [grid.find(place, "number") for place in list_lines(grid.places, row)]
        printed = next((spot.cell.text for spot in spots if spot), "")
        for spot in spots:
            if spot and spot.cell.text == printed:
                usage.cover(spot)
        if Place(row) not in grid.places or _is_number(printed, service.printed_number, row):
            continue
        key = "printed_number" if service.printed_number else "number"
        at = claims.services.at("services", claims.rows[row], key)
        values = {"row": str(row), "value": service.printed_number or str(row)}
        line = grid.places[Place(row)][0].line
        values |= {"printed": printed, "file": grid.source.file, "line": str(line)}
        kind = Kind.NUMBER_DIFFERS if printed else Kind.NUMBER_NOT_PRINTED
        yield Problem(at, kind, values)


def _is_number(printed: str, declared: str | None, row: int) -> bool:
    """Whether a printed number is that of a service: as declared, else the plain one, or none."""
    if declared:
        return is_same_text(printed, declared)
    return not printed or read_number(printed) == row
