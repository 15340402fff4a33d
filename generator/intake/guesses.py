"""What a recovered cell rests on: the words, where they are printed, how sure, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.catalog.records import Column
    from generator.intake.lines import Printed

State = Literal["printed", "merged", "shifted", "inferred", "missing"]
CERTAIN = 100
DOUBTFUL = 80
"""Below this, the clerk is asked to look."""


class Why(StrEnum):
    """Every ground on which the words of a cell are given to a row."""

    PRINTED = auto()
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
    NOTHING_PRINTED = auto()


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
    def is_guess(self) -> bool:
        """Whether it is anything but the whole words printed in the row's own cell."""
        return self.state != "printed" or self.why != Why.PRINTED


@dataclass(frozen=True)
class RecoveredRow:
    """One service as the table gives it."""

    number: int
    cells: Mapping[Column, Found]
    bodies: tuple[str, ...] = ()
    """The ids of its departments."""
    strange: str = ""
    """Words among its departments that no department is known by."""

    def text(self, column: Column) -> str:
        """The words of a cell; empty where they could not be recovered."""
        return self.cells[column].text
