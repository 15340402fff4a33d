"""A task divided into clauses: a guess by its marks, or as last year's list divided it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from carelist.intake.likeness import measure_likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelist.catalog.records import Clause

_PIECE = re.compile(
    r"(?:“[^”]*”|「[^」]*」|『[^』]*』|（[^）]*）|\([^)]*\)|《[^》]*》|[^。；;！？])*(?:[。；;！？]+|$)"
)
_ALIKE = 0.5


class TaskPart(NamedTuple):
    """Words of a task that make one clause, and the clause of last year that they continue."""

    text: str
    before: Clause | None = None


def divide_task(task: str, before: Sequence[Clause] = ()) -> list[TaskPart]:
    """Divide a task; joined, the pieces are the task.

    Clauses of last year that stand in it to the letter are kept as they were cut; the rest is cut
    behind every full stop and semicolon that stands in no brackets or quotation marks.
    """
    pieces = list(_keep_clauses(task, list(before)))
    left = [clause for clause in before if clause not in {piece.before for piece in pieces}]
    matched = []
    for piece in pieces:
        found = piece.before or _find_like(piece.text, left)
        if found in left:
            left.remove(found)
        matched.append(TaskPart(piece.text, found))
    return matched


def cut(task: str) -> list[str]:
    """Cut a text behind each of its stops; joined, the pieces are the text.

    >>> cut("提供资助；发放补贴（含房租；水电）。")
    ['提供资助；', '发放补贴（含房租；水电）。']
    """
    return [match[0] for match in _PIECE.finditer(task) if match[0]]


def _keep_clauses(task: str, before: list[Clause]) -> Iterator[TaskPart]:
    """Cut out the longest clause that is still there, then divide what stands on both sides."""
    whole = [clause for clause in before if clause.text.source in task]
    if not whole:
        yield from (TaskPart(text) for text in cut(task))
        return
    clause = max(whole, key=lambda clause: len(clause.text.source))
    first, words, rest = task.partition(clause.text.source)
    others = [other for other in before if other is not clause]
    yield from _keep_clauses(first, others)
    yield TaskPart(words, clause)
    yield from _keep_clauses(rest, others)


def _find_like(text: str, clauses: Sequence[Clause]) -> Clause | None:
    """Find the clause of last year that was reworded into a text."""
    likeness = {clause: measure_likeness(text, clause.text.source) for clause in clauses}
    best = max(clauses, key=lambda clause: likeness[clause], default=None)
    return best if best and likeness[best] >= _ALIKE else None
