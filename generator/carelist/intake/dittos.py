"""Cells that say that they have the words of another one: 同上, 〃, 同第2项."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from carelist.catalog.printed_numbers import read_steps
from carelist.intake.guesses import Found, Why

if TYPE_CHECKING:
    from collections.abc import Sequence

_ABOVE = re.compile(r"[（(]?(?:同\s*[上前]|如上|见上)[)）]?。?|[〃″”〞]{1,3}")
_ITEM = re.compile(
    r"[（(]?(?:同|见|参照|参见)(?:上述)?(?:第|序号|项次|编号)\s*(\S{1,4}?)\s*[项条行]?[)）]?。?"
)
_ELSEWHERE = re.compile(r"[（(]?(?:同|见|参照|参见)\s*(?:[上前左右]|第\s*\d|序号)[^局委办]*$")
"""Words that point to another cell, whichever it is."""
_SURE, _OPEN = 95, 50


def is_ditto(text: str) -> bool:
    """Whether a cell says only that it has the words of the one above.

    >>> [is_ditto(text) for text in ("同上", "〃", "同上级部门")]
    [True, True, False]
    """
    return bool(_ABOVE.fullmatch(text.strip()))


def repeat_words(cells: Sequence[Found]) -> list[Found]:
    """Give each cell of a column that points to an earlier one its words; doubt other pointers.

    Args:
        cells: Those of all services, in printed order.
    """
    read: list[Found] = []
    for at, found in enumerate(cells):
        meant = _find_meant(found.text, at)
        above = read[meant] if meant is not None else None
        if above and above.text:
            sure = min(above.sure, _SURE)
            read.append(Found(above.text, "merged", found.printed, sure, Why.DITTO))
        elif _ELSEWHERE.fullmatch(found.text):
            why = Why.REFERS if found.state == "printed" else found.why
            read.append(replace(found, sure=min(found.sure, _OPEN), why=why))
        else:
            read.append(found)
    return read


def _find_meant(text: str, at: int) -> int | None:
    """Find the index of the service whose cell is meant; None where none above is."""
    if is_ditto(text):
        return at - 1 if at else None
    item = _ITEM.fullmatch(text)
    steps = read_steps(item[1]) if item else None
    return steps[0] - 1 if steps and len(steps) == 1 and 0 < steps[0] <= at else None
