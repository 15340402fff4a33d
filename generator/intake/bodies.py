"""The bodies and the service types that the cells of a row name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.catalog.bodies import Bodies, is_empty, read_bodies
from generator.intake.guesses import RowBody

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.catalog.records import Column
    from generator.intake.guesses import Found
    from generator.intake.names import Known

_BETWEEN_TYPES = re.compile(r"[\s、，,；;/／]+")


def read_types(text: str) -> tuple[str, ...]:
    """List the service types that a cell names.

    >>> read_types("物质帮助、照护服务")
    ('物质帮助', '照护服务')
    """
    if is_empty(text):
        return ()
    return tuple(dict.fromkeys(name for name in _BETWEEN_TYPES.split(text) if name))


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
