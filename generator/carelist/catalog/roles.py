"""Who leads, who supports and whether others do: the list against the cells that name bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.bodies import read_bodies
from carelist.catalog.kinds import Kind
from carelist.catalog.overrides import name_cell
from carelist.catalog.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from carelist.catalog.claims import Claims
    from carelist.catalog.records import Column
    from carelist.speech.messages import Values


def check_roles(claims: Claims, row: int, read: Mapping[Column, str]) -> Iterator[Problem]:
    """Supporting bodies are those printed as such, and others are meant where the cell says so.

    Args:
        claims: What the list says.
        row: The number of the service.
        read: The words of its cells that name bodies, by column, as far as they are right.
    """
    if "departments" not in read and "supporting" not in read:
        return
    service = claims.service(row)
    bodies = {column: read_bodies(words) for column, words in read.items()}
    printed = any(one.others for one in bodies.values())
    if printed != service.others:
        kind = Kind.OTHERS_LEFT_OUT if printed else Kind.OTHERS_NOT_PRINTED
        yield _tell(claims, row, kind, {}, "others")
    if claims.parts_roles or "departments" not in bodies:
        return
    supporting = bodies["departments"].supporting
    forms = claims.name_supporting(row)
    for name in supporting:
        if not any(name in names for names in forms):
            yield _tell(claims, row, Kind.SUPPORT_LEFT_OUT, {"value": name}, "departments")
    for index, names in enumerate(forms):
        if set(names).isdisjoint(supporting):
            value = {"value": service.supporting[index]}
            yield _tell(claims, row, Kind.SUPPORT_NOT_PRINTED, value, "supporting", index)


def _tell(claims: Claims, row: int, kind: Kind, values: Values, *path: str | int) -> Problem:
    at = claims.services.at("services", claims.rows[row], *path)
    return Problem(at, kind, {**values, **name_cell(row, "departments")})
