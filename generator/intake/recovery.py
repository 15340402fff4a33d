"""From a printed table to its rows: every cell with where it is printed, how sure, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.catalog.texts import Place
from generator.intake.columns import recognise_columns
from generator.intake.guesses import Found, RecoveredRow, Why
from generator.intake.labels import Label, cover_rows
from generator.intake.likeness import Rarity
from generator.intake.lines import read_lines
from generator.intake.numbering import number_services
from generator.intake.pillars import RowWords, place_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.catalog.records import Column
    from generator.catalog.source import Source
    from generator.intake.columns import Columns
    from generator.intake.labels import Cover
    from generator.intake.lines import Line, Printed
    from generator.intake.names import Known
    from generator.intake.numbering import Block
    from generator.intake.pillars import Placed

_MIDDLE, _SLOPE, _LEAST, _MOST = 60, 15, 40, 97
_NAMES_TOGETHER, _NAME_BROKEN, _ABOVE, _INFERRED = 85, 95, 60, 70


@dataclass(frozen=True)
class Recovery:
    """What was made of the table of a copy."""

    columns: tuple[Columns, ...]
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    rows: tuple[RecoveredRow, ...]


def recover_table(source: Source, known: Known) -> Recovery:
    """Recover the services of a printed table; last year's list only helps to tell the pillars."""
    columns = recognise_columns(source, known)
    lines = read_lines(source, columns, known)
    blocks = number_services(lines)
    places = _find_rows(lines, blocks)
    tasks = [block.task for block in blocks]
    texts = [task.text for task in tasks]
    groups = _cover("group", lines, places, texts)
    names = [f"{group.text} {text}" for group, text in zip(groups, texts, strict=True)]
    audiences = _cover("audience", lines, places, names)
    bodies = _find_bodies(blocks)
    words = [
        RowWords(audience.text, group.text, body.text, text)
        for audience, group, body, text in zip(audiences, groups, bodies, texts, strict=True)
    ]
    pillars = _place(lines, places, words, known)
    rows = []
    for at, block in enumerate(blocks):
        cells: dict[Column, Found] = {
            "pillar": pillars[at],
            "audience": audiences[at],
            "group": groups[at],
            "task": tasks[at],
            "departments": bodies[at],
        }
        cells = {name: _anchor(found, block) for name, found in cells.items()}
        ids, rest = known.read_bodies(bodies[at].text)
        rows.append(RecoveredRow(block.number, cells, ids, rest))
    return Recovery(columns, tuple(lines), tuple(blocks), tuple(rows))


def _anchor(found: Found, block: Block) -> Found:
    """Take a cell for moved that stands in a line with another number than its row's."""
    if found.state != "printed" or found.printed[0].place == Place(block.number):
        return found
    why = Why.LINE_MOVED if block.why == Why.PRINTED else block.why
    sure = block.sure if block.why != Why.PRINTED else _NAMES_TOGETHER
    return replace(found, state="shifted", sure=sure, why=why)


def _find_rows(lines: list[Line], blocks: list[Block]) -> dict[int, float]:
    """Give each printed line the index of its row; half-way above the next where it has none."""
    starts = {line.row.line: at for at, block in enumerate(blocks) for line in block.lines}
    places: dict[int, float] = {}
    following: float = len(blocks)
    for line in reversed(lines):
        if line.row.line in starts:
            following = starts[line.row.line]
            places[line.row.line] = following
        else:
            places[line.row.line] = following - 0.5
    return places


def _list_labels(column: Column, lines: list[Line], places: dict[int, float]) -> list[Label]:
    return [
        Label(line.cells[column], places[line.row.line]) for line in lines if column in line.cells
    ]


def _cover(
    column: Column, lines: list[Line], places: dict[int, float], texts: Sequence[str]
) -> list[Found]:
    """Find the words of a column for every row."""
    labels = _list_labels(column, lines, places)
    if not (labels and texts):
        return [Found("", "missing", (), 0, Why.NOTHING_PRINTED)] * len(texts)
    covers = cover_rows(labels, texts, Rarity(texts))
    return [_explain(column, row, cover) for row, cover in enumerate(covers)]


def _explain(column: Column, row: int, cover: Cover) -> Found:
    """Say where the words of a cell are printed, and how sure it is that they belong to it."""
    label, sure = cover.label, _rate(cover.margin)
    printed = label.printed
    is_own = label.at == row and printed.column == column
    if is_own and not printed.is_part and label.text == printed.words:
        return Found(label.text, "printed", (printed,))
    if printed.is_part:
        sure, why = min(sure, _NAMES_TOGETHER), Why.NAMES_TOGETHER
    elif label.at == row:
        sure, why = (_NAME_BROKEN, Why.NAME_BROKEN) if is_own else (_NAMES_TOGETHER, Why.LINE_MOVED)
    elif printed.column != column:
        why = Why.STRAY_LABEL
    elif cover.is_near and label.at < row:
        return Found(label.text, "merged", (printed,), sure, Why.MERGED_BELOW)
    else:
        why = Why.PRINTED_BELOW if label.at > row else Why.MOVED_LABELS
    return Found(label.text, "shifted", (printed,), sure, why)


def _rate(margin: float) -> int:
    """Turn the margin by which a guess is better than the next into a percentage."""
    return max(_LEAST, min(_MOST, round(_MIDDLE + _SLOPE * margin)))


def _find_bodies(blocks: list[Block]) -> list[Found]:
    """Find the departments of every row; one without any has those of the row above."""
    found: list[Found] = []
    for block in blocks:
        cell = next((c for line in block.lines if (c := line.cells.get("departments"))), None)
        if cell:
            found.append(_explain_bodies(block, cell))
        elif found and found[-1].text:
            above = found[-1]
            why = Why.DEPARTMENTS_ABOVE
            found.append(Found(above.text, "merged", above.printed, _ABOVE, why))
        else:
            found.append(Found("", "missing", (), 0, Why.NOTHING_PRINTED))
    return found


def _explain_bodies(block: Block, cell: Printed) -> Found:
    if block.why != Why.PRINTED:
        return Found(cell.words, "shifted", (cell,), block.sure, block.why)
    if cell.column != "departments" or cell.place != block.line.place:
        return Found(cell.words, "shifted", (cell,), _NAMES_TOGETHER, Why.LINE_MOVED)
    return Found(cell.words, "printed", (cell,))


def _place(
    lines: list[Line], places: dict[int, float], words: list[RowWords], known: Known
) -> list[Found]:
    """Find the pillar of every row."""
    labels = _list_labels("pillar", lines, places)
    placed = place_rows(labels, words, known.describe_pillars())
    if not placed:
        return [Found("", "missing", (), 0, Why.NOTHING_PRINTED)] * len(words)
    return [_explain_pillar(row, one) for row, one in enumerate(placed)]


def _explain_pillar(row: int, placed: Placed) -> Found:
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
