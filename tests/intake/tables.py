"""Copies of a table for tests: a clean one, and seeded damage to any copy."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carelist.catalog.revision import Catalog, Revision

Cells = list[str]
HEAD = ["", "序号", "服务对象", "服务项目", "任务内容", "责任部门"]
_TASK_MARK = "。"


def list_cells(catalog: Catalog, revision: Revision) -> list[Cells]:
    """The cells of every row of a revision, as a sound notice would print them."""
    return [
        [
            catalog.pillars[service.pillar or ""].name.source,
            str(service.number),
            revision.audiences[service.audience or ""].name.source,
            revision.groups[service.group].name.source,
            service.task,
            " ".join(catalog.departments[id_].printed.table or "" for id_ in service.departments),
        ]
        for service in revision.services
    ]


def write_table(rows: Sequence[Cells], *, head: Cells = HEAD, mark: str = "|") -> str:
    """Write a table with bars, or with tabs."""
    if mark == "\t":
        return "\n".join("\t".join(cells) for cells in [head, *rows])
    lines = [_write(head), "|" + "---|" * len(head), *(_write(cells) for cells in rows)]
    return "\n".join(lines)


def _write(cells: Cells) -> str:
    return "| " + " | ".join(cells) + " |"


def _read(line: str) -> Cells:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def damage(text: str, kind: str, seed: int) -> str | None:
    """Damage one line of a table that has a task; None where the damage cannot befall it."""
    rng = random.Random(seed)
    lines = text.split("\n")
    at = rng.choice([n for n, line in enumerate(lines) if "|" in line and _TASK_MARK in line])
    broken = DAMAGES[kind](lines[at], rng)
    return None if broken is None else "\n".join([*lines[:at], *broken, *lines[at + 1 :]])


def _shift_left(line: str, rng: random.Random) -> list[str] | None:
    first, *others = _read(line)
    return None if first else [_write([*others, ""])]


def _shift_right(line: str, rng: random.Random) -> list[str] | None:
    cells = _read(line)
    return [_write(["", *(cells if cells[-1] else cells[:-1])])]


def _drop_number(line: str, rng: random.Random) -> list[str] | None:
    cells = _read(line)
    return [_write(["" if cell.isdecimal() else cell for cell in cells])]


def _drop_name(line: str, rng: random.Random) -> list[str] | None:
    """Blank the pillar, the audience or the service of a line with six cells."""
    cells = _read(line)
    names = [at for at in (0, 2, 3) if len(cells) == len(HEAD) and cells[at]]
    if not names:
        return None
    cells[rng.choice(names)] = ""
    return [_write(cells)]


def _merge_names(line: str, rng: random.Random) -> list[str] | None:
    """Run the audience and the service together in one cell."""
    cells = _read(line)
    if len(cells) != len(HEAD) or not (cells[2] and cells[3]):
        return None
    return [_write([*cells[:2], f"{cells[2]} {cells[3]}", "", *cells[4:]])]


def _break_line(line: str, rng: random.Random) -> list[str] | None:
    """Break the line inside its task."""
    at = line.index(_TASK_MARK) - rng.randint(1, 5)
    return [line[:at], line[at:]]


def _break_cell(line: str, rng: random.Random) -> list[str] | None:
    """Carry the end of a task over to a row of its own, in the middle of a clause."""
    cells = _read(line)
    at = max(range(len(cells)), key=lambda at: len(cells[at]))
    cut = rng.randint(3, len(cells[at]) - 4)
    while cells[at][cut - 1] in "。；":
        cut -= 1
    rest = [""] * len(cells)
    rest[at] = cells[at][cut:]
    return [_write([*cells[:at], cells[at][:cut], *cells[at + 1 :]]), _write(rest)]


DAMAGES: dict[str, Callable[[str, random.Random], list[str] | None]] = {
    "cells one column to the left": _shift_left,
    "cells one column to the right": _shift_right,
    "number lost": _drop_number,
    "name lost": _drop_name,
    "two names in one cell": _merge_names,
    "line broken inside a cell": _break_line,
    "cell carried over to another row": _break_cell,
}
