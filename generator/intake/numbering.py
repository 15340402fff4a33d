"""Which lines are services, and which number each has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.intake.guesses import CERTAIN, Found, Why
from generator.intake.names import ends_sentence

if TYPE_CHECKING:
    from generator.intake.lines import Line

_SLID, _UNSOUND, _CONTINUES = 95, 60, 90


@dataclass(frozen=True)
class Block:
    """One service: the line of its task, and those in which the task goes on."""

    number: int
    lines: tuple[Line, ...]
    sure: int = CERTAIN
    why: Why = Why.PRINTED

    @property
    def line(self) -> Line:
        """The line in which it begins."""
        return self.lines[0]

    @property
    def task(self) -> Found:
        """Its task, joined where it goes on."""
        parts = tuple(line.cells["task"] for line in self.lines if "task" in line.cells)
        if not parts:
            return Found("", "missing", (), 0, Why.NOTHING_PRINTED)
        text = "".join(part.words for part in parts)
        if len(parts) > 1:
            return Found(text, "shifted", parts, _CONTINUES, Why.TASK_CONTINUES)
        if self.why != Why.PRINTED:
            return Found(text, "shifted", parts, self.sure, self.why)
        if parts[0].column != "task":
            return Found(text, "shifted", parts, _CONTINUES, Why.LINE_MOVED)
        return Found(text, "printed", parts)


def number_services(lines: list[Line]) -> list[Block]:
    """Number the tasks in printed order, and say how well the printed numbers bear that out."""
    blocks: list[Block] = []
    for line in lines:
        if blocks and _continues(blocks[-1], line):
            blocks[-1] = replace(blocks[-1], lines=(*blocks[-1].lines, line))
        elif _is_service(line):
            blocks.append(Block(len(blocks) + 1, (line,)))
    printed = [line.number for line in lines if line.number is not None]
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
    if line.cells.keys() != {"task"}:
        return False
    above = block.lines[-1].cells.get("task")
    return above is not None and not ends_sentence(above.words)
