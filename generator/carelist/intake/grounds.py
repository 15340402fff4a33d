"""How sure a cell is, and on what ground, by where the words that it was given stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelist.catalog.bodies import is_empty
from carelist.catalog.sections import ends_sentence
from carelist.intake.guesses import IN_PLACE, NOTHING, Found, Why

if TYPE_CHECKING:
    from carelist.catalog.records import Column
    from carelist.intake.labels import Cover, Label
    from carelist.intake.lines import Printed
    from carelist.intake.numbering import Block
    from carelist.intake.pillars import Placed

_MIDDLE, _SLOPE, _LEAST, _MOST = 60, 15, 40, 97
NAMES_TOGETHER, _NAME_BROKEN, _INFERRED = 85, 95, 70
_BY_TASK, _BY_NAME = 60, 50
_ORDINAL = re.compile(r"(?:\d{1,3}\s*[.．、)）]|[（(]\d{1,3}[)）]|[①-⑳])\s*(?=\D)")
"""Before the words of a cell that numbers itself."""
_LONGEST_NAME = 20


def explain_cover(column: Column, row: int, cover: Cover) -> Found:
    """Say where the words of a cell are printed, and how sure it is that they belong to it."""
    label, sure = cover.label, _rate(cover.margin)
    printed = label.printed
    is_own = label.at == row and printed.column == column
    if is_own and not printed.is_part and label.text == printed.words:
        return Found(label.text, "printed", (printed,))
    if printed.is_part:
        sure, why = min(sure, NAMES_TOGETHER), Why.NAMES_TOGETHER
    elif label.at == row:
        sure, why = (_NAME_BROKEN, Why.NAME_BROKEN) if is_own else (NAMES_TOGETHER, Why.LINE_MOVED)
    elif printed.column != column:
        why = Why.STRAY_LABEL
    elif cover.is_near and label.at < row:
        return Found(label.text, "merged", (printed,), sure, Why.MERGED_BELOW)
    else:
        why = Why.PRINTED_BELOW if label.at > row else Why.MOVED_LABELS
    return Found(label.text, "shifted", (printed,), sure, why)


def name_by_task(task: Found) -> Found:
    """Name a service of a list without a column of names by the first words of its task.

    They end with its first line, where that may be a name, and begin behind a number.
    """
    lines = task.printed[0].cell.lines if task.printed else ()
    first = lines[0] if lines and not ends_sentence(lines[0]) else task.text
    words = _ORDINAL.sub("", first, count=1)
    name = re.split("[：:。；;，,（(]", words, maxsplit=1)[0][:_LONGEST_NAME]
    return Found(name, "printed", (), _BY_TASK, Why.NAME_FROM_TASK) if name else NOTHING


def fill_task(task: Found, group: Found) -> Found:
    """Take the name of a service for its task where that is left blank."""
    if not is_empty(task.text) or not group.text:
        return task
    return Found(group.text, "inferred", (), _BY_NAME, Why.TASK_BLANK)


def explain_own(label: Label) -> Found:
    """Say how a name reads that stands in the line of its row."""
    printed = label.printed
    if printed.is_part:
        return Found(label.text, "shifted", (printed,), NAMES_TOGETHER, Why.NAMES_TOGETHER)
    if label.text != printed.words:
        return Found(label.text, "shifted", (printed,), _NAME_BROKEN, Why.NAME_BROKEN)
    return Found(label.text, "printed", (printed,))


def _rate(margin: float) -> int:
    """Turn the margin by which a guess is better than the next into a percentage."""
    return max(_LEAST, min(_MOST, round(_MIDDLE + _SLOPE * margin)))


def explain_cell(column: Column, block: Block, cell: Printed) -> Found:
    """Say how a cell reads that is a row's own."""
    if block.why not in IN_PLACE:
        return Found(cell.words, "shifted", (cell,), block.sure, block.why)
    if cell.column != column or cell.place != block.line.place:
        return Found(cell.words, "shifted", (cell,), NAMES_TOGETHER, Why.LINE_MOVED)
    return Found(cell.words, "printed", (cell,))


def explain_pillar(row: int, placed: Placed) -> Found:
    """Say where the name of a row's pillar is printed, if it is, and how sure it is."""
    sure = _rate(placed.margin)
    label = placed.label
    if label is None:
        return Found(placed.name, "inferred", (), min(sure, _INFERRED), Why.SUMMARY_FITS)
    if label.at == row and label.printed.column == "pillar":
        return Found(placed.name, "printed", (label.printed,))
    if label.at == row:
        return Found(placed.name, "shifted", (label.printed,), sure, Why.LINE_MOVED)
    if label.at < row:
        return Found(placed.name, "merged", (label.printed,), sure, Why.MERGED_BELOW)
    return Found(placed.name, "shifted", (label.printed,), sure, Why.PRINTED_BELOW)
