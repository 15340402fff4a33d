"""The columns of a list, and what must hold: declared ones are used, and used ones declared."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from carelist.catalog.checks import check_ids, check_known, check_references
from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Problem, find_nearest
from carelist.catalog.records import FixedColumn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.records import Column, PrintedColumn, Readings, Services

NUMBER = "number"
FIXED: frozenset[str] = frozenset(get_args(FixedColumn))


def list_known(sheet: Sheet[Services]) -> frozenset[str] | None:
    """List the columns that readings can name; None where not all are known."""
    further = sheet.list_ids("columns")
    return None if further is None else FIXED | further


def check_columns(sheet: Sheet[Services], readings: Sheet[Readings] | None) -> Iterator[Problem]:
    """Further columns have names of their own, and every cell is of one; each is used.

    A column is, too, in which a reading declares words of other rows as stray: those of a sum.
    """
    yield from check_ids(sheet, "columns")
    yield from check_ids(sheet, "types")
    for index, column in enumerate(sheet.record.columns):
        if column.id in FIXED | {NUMBER}:
            at = sheet.at("columns", index, "id")
            yield Problem(at, Kind.COLUMN_TAKEN, {"value": column.id})
    columns, types = sheet.list_ids("columns"), sheet.list_ids("types")
    for index, service in enumerate(sheet.record.services):
        for name in service.cells.by_column:
            if columns is not None and name not in columns:
                at = sheet.at("services", index, "cells", name, key=True)
                values = {"value": name, **find_nearest(name, columns)}
                yield Problem(at, Kind.UNKNOWN_COLUMN, values)
        where, kind = ("services", index, "types"), Kind.UNKNOWN_TYPE
        yield from check_references(sheet, where, service.types, kind, types)
    if sheet.is_whole:
        declared = readings.record.readings if readings else ()
        strays = {name for one in declared if one.kind == "stray" for name in one.columns}
        yield from _check_unused(sheet, strays - FIXED - {NUMBER})


def _check_unused(sheet: Sheet[Services], strays: set[PrintedColumn]) -> Iterator[Problem]:
    """Every further column and every type is used; one that was misspelt in a service is."""
    services = sheet.record.services
    columns = {name for service in services for name in service.cells.by_column} | strays
    types = {name for service in services for name in service.types}
    for shelf, used, kind in (
        ("columns", columns, Kind.UNUSED_COLUMN),
        ("types", types, Kind.UNUSED_TYPE),
    ):
        ids = [entry.id for entry in getattr(sheet.record, shelf)]
        meant = {find_nearest(value, ids).get("near", "") for value in used - set(ids)}
        for index, value in enumerate(ids):
            if value not in used | meant | FIXED:
                yield Problem(sheet.at(shelf, index, "id"), kind, {"value": value})


def check_read_columns(sheet: Sheet[Readings], known: frozenset[str] | None) -> Iterator[Problem]:
    """The table and the readings name columns of the list; None where these are not known."""
    kind = Kind.UNKNOWN_COLUMN
    printed = None if known is None else {*known, NUMBER}
    for page, names in enumerate(sheet.record.table):
        yield from check_references(sheet, ("table", page), names, kind, printed)
    for index, reading in enumerate(sheet.record.readings):
        where = ("readings", index, "columns")
        stray = printed if reading.kind == "stray" else known
        yield from check_references(sheet, where, reading.columns, kind, stray)
        if reading.from_:
            at = ("readings", index, "from")
            yield from check_known(sheet, at, reading.from_, kind, printed)


def list_columns(
    rows: Services, table: tuple[tuple[PrintedColumn, ...], ...]
) -> tuple[Column, ...]:
    """List the columns that a list has: the fixed ones, then the further ones.

    Supporting departments and service types are printed in a column of their own or not at all;
    a pillar may stand in a row above its services.

    Args:
        rows: The services.
        table: The column that stands in each cell of the printed table, page by page.
    """
    printed = {name for page in table for name in page} | {"group", "task"}
    printed |= {
        name
        for name in ("pillar", "audience", "departments")
        if any(getattr(service, name) for service in rows.services)
    }
    fixed: tuple[FixedColumn, ...] = get_args(FixedColumn)
    further = (column.id for column in rows.columns)
    return (*(name for name in fixed if name in printed), *further)
