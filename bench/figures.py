"""What a measurement gives: figures, each beside its budget and the peer's, section by section."""

from __future__ import annotations

import platform
from dataclasses import dataclass, field
from datetime import UTC, datetime
from os import cpu_count
from pathlib import Path
from typing import Literal

from bench.phrases import Words

Unit = Literal[
    "bytes", "seconds", "milliseconds", "megabytes", "points", "times", "percent", "rate", "count"
]
NOTHING = Words("", "")
STOCK = Words("原版 Material", "Stock Material")


class CannotMeasureError(Exception):
    """Something that a measurement needs is not there; the message says what, and how to get it."""


@dataclass(frozen=True)
class Figure:
    """One figure of the own site, beside the peer's and the budget."""

    name: Words
    unit: Unit
    own: float
    peer: float | None = None
    """None where the peer has none, or was not done in time: then `remark` says so."""
    budget: float | None = None
    at_least: bool = False
    """Whether the budget is the least that is good, as for a score."""
    remark: Words = NOTHING
    plot: Words | None = None
    """Its name in the plot; None where the plot does not show it."""

    @property
    def kept(self) -> bool:
        """Whether the budget is kept; a figure without one keeps it."""
        if self.budget is None:
            return True
        return self.own >= self.budget if self.at_least else self.own <= self.budget


def describe_machine() -> str:
    """Say on what is measured: processor, cores, Python."""
    cpus = Path("/proc/cpuinfo")
    lines = cpus.read_text(encoding="utf-8").splitlines() if cpus.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    model = models[0] if models else platform.processor() or platform.machine()
    return f"{model}, {cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


@dataclass(frozen=True)
class Section:
    """The figures of one measurement, with how and on what they were taken."""

    name: str
    """As `--only` takes it."""
    title: Words
    method: Words
    figures: tuple[Figure, ...] = ()
    machine: str = field(default_factory=describe_machine)
    date: str = field(default_factory=lambda: datetime.now(UTC).date().isoformat())
    command: str = "python -m bench"
    peer: Words = STOCK
    """Beside whom it was measured."""
    load: float = 0
    """Of the machine before it was measured: programs at work, mean of a minute."""

    @property
    def kept(self) -> bool:
        """Whether every budget is kept."""
        return all(figure.kept for figure in self.figures)


def write_value(value: float, unit: Unit) -> str:  # noqa: PLR0911  # one a unit
    """Write a value with its unit."""
    match unit:
        case "bytes":
            return f"{value / 1024:.1f} KB"
        case "seconds":
            return f"{value:.2f} s" if value < 100 else f"{value:.0f} s"
        case "milliseconds":
            return f"{value:.1f} ms" if value < 20 else f"{value:.0f} ms"
        case "megabytes":
            return f"{value:.0f} MB"
        case "points" | "count":
            return f"{value:,.0f}"
        case "percent":
            return f"{value:.1f}%"
        case "rate":
            return f"{value:,.0f} / s"
        case "times":
            return f"{value:.2f} ×"
