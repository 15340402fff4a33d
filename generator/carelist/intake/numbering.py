"""Which lines are services, and which number each has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from carelist.catalog.bodies import is_empty
from carelist.catalog.printed_numbers import go_on
from carelist.catalog.table_lines import join_lines, read_number, skip_repeats
from carelist.catalog.texts import CERTAIN
from carelist.intake.guesses import IN_PLACE, Found, Why
from carelist.intake.names import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelist.catalog.printed_numbers import Steps
    from carelist.catalog.records import Column, PrintedColumn
    from carelist.intake.lines import Line, Printed

_SLID, _UNSOUND, _CONTINUES, _REST = 95, 60, 90, 75
_NAMES: frozenset[PrintedColumn] = frozenset({"number", "pillar", "audience", "group"})
"""The columns that name a service; the rest of a row has none of them."""


@dataclass(frozen=True)
class Block:
    """One service: the line of its task, and those in which it goes on."""

    number: int
    lines: tuple[Line, ...]
    sure: int = CERTAIN
    why: Why = Why.PRINTED

    @property
    def line(self) -> Line:
        """The line in which it begins."""
        return self.lines[0]

    @property
    def printed_number(self) -> str:
        """What is printed as its number, where that is another thing than its number."""
        printed = self.line.cells.get("number")
        if printed is None or self.why not in IN_PLACE:
            return ""
        return "" if read_number(printed.words) == self.number else printed.words

    def list_cells(self, column: Column) -> tuple[Printed, ...]:
        """List its cells of a column from line to line, a merged one once.

        Marks of empty cells count only where nothing else is printed.
        """
        cells = [line.cells[column] for line in self.lines if column in line.cells]
        filled = [cell for cell in cells if not is_empty(cell.words)]
        return tuple(skip_repeats(filled or cells[:1], lambda cell: cell.words))

    @property
    def task(self) -> Found:
        """Its task, joined where it goes on."""
        parts = self.list_cells("task")
        if not parts:
            return Found("", "missing", (), 0, Why.NOTHING_PRINTED)
        text = join_lines(part.words for part in parts)
        if self.why not in IN_PLACE:
            return Found(text, "shifted", parts, self.sure, self.why)
        if len(parts) > 1:
            sure = self.sure if self.why is Why.PRINTED else min(self.sure, _CONTINUES)
            return Found(text, "printed", parts, sure, Why.TASK_CONTINUES)
        if parts[0].column != "task":
            return Found(text, "shifted", parts, _CONTINUES, Why.LINE_MOVED)
        return Found(text, "printed", parts)


@dataclass(frozen=True)
class Numbering:
    """All services, and whether what the lines print as numbers bears them out."""

    blocks: tuple[Block, ...]
    is_orderly: bool
    """Whether each number stands in the line of its service, and goes on from the one before."""
    skips: bool = False
    """Whether some numbers are left out on the way; services are counted as they stand then."""


def number_services(
    lines: Sequence[Line], columns: frozenset[PrintedColumn], *, is_sound: bool
) -> Numbering:
    """Number the services in printed order, and say how well the printed numbers bear that out.

    Args:
        lines: Of the table.
        columns: All that it has.
        is_sound: Whether its format tells merged cells from blank ones.
    """
    rows = [line for line in lines if line.kind == "service"]
    if _is_whole(rows, columns):
        steps = _list_steps(rows)
        skips = not go_on(steps) and _rise(rows, steps)
        if skips or go_on(steps):
            followed = tuple(_follow_numbers(rows, is_sound=is_sound))
            return Numbering(followed, is_orderly=True, skips=skips)
    if "number" not in columns:
        blocks = _count_rows(rows, may_go_on=columns != {"task"})
        return Numbering(tuple(blocks), is_orderly=is_sound)
    return Numbering(tuple(_count_tasks(rows)), is_orderly=False)


def _is_whole(rows: Sequence[Line], columns: frozenset[PrintedColumn]) -> bool:
    """Whether all numbers stand beside a service."""
    needed = next((name for name in ("task", "group") if name in columns), None)
    numbered = [line for line in rows if line.steps is not None]
    return all(needed in line.cells or (not needed and len(line.cells) > 1) for line in numbered)


def _list_steps(rows: Sequence[Line]) -> list[Steps]:
    """List the numbers, once for all lines of a service."""
    steps = [line.steps for line in rows if line.steps]
    return [one for at, one in enumerate(steps) if not at or steps[at - 1] != one]


def _rise(rows: Sequence[Line], steps: Sequence[Steps]) -> bool:
    """Whether plain numbers rise, and no line without a number begins a service."""
    numbers = [line.number for line in rows if line.steps]
    unnumbered = (line for line in rows if line.steps is None)
    return (
        None not in numbers
        and bool(steps)
        and all(one < other for one, other in pairwise(steps))
        and all(_NAMES.isdisjoint(line.cells) for line in unnumbered)
    )


def _follow_numbers(rows: Sequence[Line], *, is_sound: bool) -> list[Block]:
    """Take each numbered line for a service; those without a number go on with the one above.

    Where a merged cell of a number reaches over several lines, all of them have it.
    """
    blocks: list[Block] = []
    for line in rows:
        last = blocks[-1] if blocks else None
        if last and _is_same(last.line, line):
            sure, why = (last.sure, last.why) if is_sound else (_REST, Why.TASK_CONTINUES)
            blocks[-1] = replace(last, lines=(*last.lines, line), sure=sure, why=why)
        elif last and line.steps is None and _NAMES.isdisjoint(line.cells):
            sure = min(last.sure, _CONTINUES if _goes_on(last) else _REST)
            lines = (*last.lines, line)
            blocks[-1] = replace(last, lines=lines, sure=sure, why=Why.TASK_CONTINUES)
        elif line.steps is not None:
            blocks.append(Block(len(blocks) + 1, (line,)))
        elif _is_service(line) or "group" in line.cells:
            blocks.append(Block(len(blocks) + 1, (line,), _UNSOUND, Why.NUMBERS_UNSOUND))
    return blocks


def _is_same(above: Line, line: Line) -> bool:
    """Whether two lines have one number, and the same names as far as they have any."""
    if line.steps is None or above.steps != line.steps:
        return False
    pairs = ((above.cells.get(name), line.cells.get(name)) for name in _NAMES)
    return all(one and other and one.words == other.words for one, other in pairs if one or other)


def _count_rows(rows: Sequence[Line], *, may_go_on: bool) -> list[Block]:
    """Take each line that names or gives something for a service; there is no number to go by.

    `may_go_on`: whether a line of a task alone may go on with the one above it.
    """
    services: list[Block] = []
    for line in rows:
        if services and may_go_on and _continues(services[-1], line):
            services[-1] = replace(services[-1], lines=(*services[-1].lines, line))
        elif "task" in line.cells or "group" in line.cells:
            services.append(Block(len(services) + 1, (line,)))
    return services


def _count_tasks(rows: Sequence[Line]) -> list[Block]:
    """Take each task for a service, wherever the numbers stand."""
    blocks: list[Block] = []
    for line in rows:
        if blocks and _continues(blocks[-1], line):
            blocks[-1] = replace(blocks[-1], lines=(*blocks[-1].lines, line))
        elif _is_service(line):
            blocks.append(Block(len(blocks) + 1, (line,)))
    printed = [line.number for line in rows if line.number is not None]
    is_whole = printed == list(range(1, len(blocks) + 1))
    sure, why = (_SLID, Why.NUMBERS_SLID) if is_whole else (_UNSOUND, Why.NUMBERS_UNSOUND)
    return [
        block if block.line.number == block.number else replace(block, sure=sure, why=why)
        for block in blocks
    ]


def _is_service(line: Line) -> bool:
    """Whether a line begins a service: it has a task, or everything else that a service has."""
    if "task" in line.cells:
        return True
    return {"number", "departments"} <= line.cells.keys()


def _continues(block: Block, line: Line) -> bool:
    """Whether a line goes on with the task above: it has nothing but words that do."""
    return line.cells.keys() == {"task"} and _goes_on(block)


def _goes_on(block: Block) -> bool:
    """Whether the task above stops in the middle of a sentence."""
    above = block.lines[-1].cells.get("task")
    return above is not None and not ends_sentence(above.words)
