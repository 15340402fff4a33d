"""Which place in the catalog makes a cell differ from the words that are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.bodies import read_bodies
from carelist.catalog.claims import LISTS
from carelist.catalog.columns import FIXED
from carelist.catalog.differences import find_first_difference
from carelist.catalog.former import find_former
from carelist.catalog.sameness import split_names
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Container

    from carelist.catalog.claims import Claims
    from carelist.catalog.former import FormerName
    from carelist.catalog.problems import Position
    from carelist.catalog.records import Column
    from carelist.catalog.texts import Path


class Difference(NamedTuple):
    """A cell of the list whose words are not those printed."""

    row: int
    """The number of the service."""
    column: Column
    expected: str
    """The words that the catalog gives it."""
    printed: str


def blame(claims: Claims, difference: Difference, seen: Container[str]) -> Position:
    """Give the place in the catalog that makes a cell differ from the words printed.

    Args:
        claims: What the list says.
        difference: The cell.
        seen: What cells of the column print anywhere: a name that is among it is no slip.
    """
    row, column, expected, printed = difference
    if column == "task":
        return _find_in_task(claims, row, find_first_difference(expected, printed))
    if column in LISTS:
        find = _blame_type if column == "types" else _blame_department
        return find(claims, row, column, printed, seen)
    field = claims.find_field(row, column)
    if column not in FIXED:
        return field if not expected else claims.find_field(row, column, SOURCE.tag)
    names = claims.names[column]
    if printed in names.values() or expected in seen or not expected:
        return field
    where = list(names).index(getattr(claims.service(row), column))  # no other fits: it is misspelt
    if column == "pillar":
        former = _find_former(claims, claims.pillars.record.pillars[where].formerly)
        return claims.pillars.document.inside(0, "pillars", where, *former, "name", SOURCE.tag)
    return claims.services.document.inside(0, f"{column}s", where, "name", SOURCE.tag)


def _blame_department(
    claims: Claims, row: int, column: Column, printed: str, seen: Container[str]
) -> Position:
    """Blame a name that no cell prints, where the cell prints one that no department has."""
    known = {name for forms in claims.department_names.values() for name in forms}
    given = [forms for forms in claims.list_forms(row, column) if forms]
    names = read_bodies(printed).names
    strange = [forms for forms in given if set(forms).isdisjoint(names)]
    unknown = [name for name in names if name not in known]
    if len(strange) == len(unknown) == 1 and strange[0][0] not in seen:
        where = list(claims.department_names.values()).index(strange[0])
        department = claims.departments.record.departments[where]
        former = _find_former(claims, department.formerly)
        is_printed = department.as_of(claims.year).printed.table
        name = ("printed", "table") if is_printed else ("name", SOURCE.tag)
        return claims.departments.at("departments", where, *former, *name)
    is_given = getattr(claims.service(row), column)
    return claims.find_field(row, column if is_given else "departments")


def _blame_type(
    claims: Claims, row: int, column: Column, printed: str, seen: Container[str]
) -> Position:
    """Blame a name of a type that no cell prints."""
    names, given = split_names(printed), claims.service(row).types
    for where, one in enumerate(claims.services.record.types):
        name = one.name.source
        if one.id in given and name not in names and name not in seen:
            return claims.services.at("types", where, "name", SOURCE.tag)
    return claims.find_field(row, column)


def _find_former(claims: Claims, names: tuple[FormerName, ...]) -> Path:
    """Give the place of the name that the year uses, inside its entry."""
    former = find_former(names, claims.year)
    return ("formerly", names.index(former)) if former else ()


def _find_in_task(claims: Claims, row: int, offset: int) -> Position:
    path: Path = ("services", claims.rows[row])
    clauses = claims.service(row).clauses
    for number, clause in enumerate(clauses):
        length = len(clause.text.source)
        if offset < length or number == len(clauses) - 1:
            text = (*path, "clauses", number, "text", SOURCE.tag)
            return claims.services.document.inside(min(offset, length), *text)
        offset -= length
    return claims.services.at(*path)
