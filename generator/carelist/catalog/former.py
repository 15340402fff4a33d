"""Names that earlier lists used for what lasts from list to list."""

from __future__ import annotations

from typing import TypeVar

from carelist.catalog.texts import Line, Record, Text


class FormerName(Record):
    """A name that earlier lists used."""

    until: Line
    """The year of the last list that used it."""
    name: Text


F = TypeVar("F", bound=FormerName)


def find_former(names: tuple[F, ...], year: str) -> F | None:
    """Give the former name that the list of a year uses; None where it is the present one."""
    return next((former for former in names if year <= former.until), None)
