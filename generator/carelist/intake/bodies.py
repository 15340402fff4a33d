"""The bodies that the cells of a row name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.bodies import Bodies, read_bodies
from carelist.intake.guesses import RowBody

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carelist.catalog.records import Column
    from carelist.intake.guesses import Found
    from carelist.intake.names import Known


def read_row_bodies(
    cells: Mapping[Column, Found], known: Known
) -> tuple[tuple[RowBody, ...], bool]:
    """List the bodies that a row names, and whether it names others without their names.

    Those in the column of supporting bodies support, if they stand in no other column too.
    """
    named: list[RowBody] = []
    others = False
    for column in ("departments", "supporting"):
        read = read_bodies(cells[column].text) if column in cells else Bodies()
        others = others or read.others
        supporting = read.names if column == "supporting" else read.supporting
        taken = {body.name for body in named}
        named += [
            RowBody(name, known.bodies.get(name, ""), name in supporting)
            for name in read.names
            if name not in taken
        ]
    return tuple(named), others
