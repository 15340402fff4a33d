"""What a recovered cell rests on: the words, where they are printed, how sure, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import TYPE_CHECKING, Literal, NamedTuple

from carelist.catalog.texts import CERTAIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carelist.catalog.records import Column
    from carelist.intake.lines import Printed


class RowBody(NamedTuple):
    """A body that a row names."""

    name: str
    """As printed."""
    id: str
    """Empty where the city's files do not know it."""
    is_supporting: bool


State = Literal["printed", "merged", "shifted", "inferred", "missing"]
DOUBTFUL = 80
"""Below this, the clerk is asked to look."""


class Why(StrEnum):
    """Every ground on which the words of a cell are given to a row."""

    PRINTED = auto()
    SECTION = auto()
    MERGED_BELOW = auto()
    PRINTED_BELOW = auto()
    MOVED_LABELS = auto()
    STRAY_LABEL = auto()
    NAMES_TOGETHER = auto()
    LINE_MOVED = auto()
    NAME_BROKEN = auto()
    NUMBERS_SLID = auto()
    NUMBERS_UNSOUND = auto()
    TASK_CONTINUES = auto()
    SUMMARY_FITS = auto()
    DEPARTMENTS_ABOVE = auto()
    CELLS_ABOVE = auto()
    DITTO = auto()
    REFERS = auto()
    NAME_FROM_TASK = auto()
    TASK_BLANK = auto()
    NOTHING_PRINTED = auto()


IN_PLACE = frozenset({Why.PRINTED, Why.SECTION, Why.TASK_CONTINUES})
"""The grounds of cells that stand where their row has them: in its lines, or in a heading above."""


@dataclass(frozen=True)
class Found:
    """One cell of a row as it was recovered."""

    text: str
    state: State
    printed: tuple[Printed, ...] = ()
    """The cells that print it; several where it goes on in another line."""
    sure: int = CERTAIN
    """A percentage: a rule of thumb for the order in which to look, no measured frequency."""
    why: Why = Why.PRINTED

    @property
    def is_moved(self) -> bool:
        """Whether it is anything but the whole words printed in its own place."""
        return self.state != "printed" or self.why not in IN_PLACE

    @property
    def is_guess(self) -> bool:
        """Whether a person has to look at it."""
        return self.sure < CERTAIN


NOTHING = Found("", "missing", (), 0, Why.NOTHING_PRINTED)
BLANK = Found("", "printed")
"""A cell in which nothing is printed, and nothing is meant."""


@dataclass(frozen=True)
class RecoveredRow:
    """One service as the table gives it."""

    number: int
    cells: Mapping[Column, Found]
    """By the columns that the list has."""
    bodies: tuple[RowBody, ...] = ()
    """The bodies that it names, in printed order."""
    others: bool = False
    """Whether it names others without their names (等部门)."""
    types: tuple[str, ...] = ()
    """The names of its service types."""
    printed_number: str = ""
    """What is printed as its number, where that is another thing."""

    def text(self, column: Column) -> str:
        """The words of a cell; empty where they could not be recovered, or there is none."""
        found = self.cells.get(column)
        return found.text if found else ""

    @property
    def known_bodies(self) -> tuple[str, ...]:
        """The ids of the bodies that the city knows."""
        return tuple(body.id for body in self.bodies if body.id)

    @property
    def strange(self) -> tuple[str, ...]:
        """The names of those that it does not know."""
        return tuple(body.name for body in self.bodies if not body.id)
