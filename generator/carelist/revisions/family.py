"""A family that a change of a rule is told by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelist.catalog.rules import Verdict


@dataclass(frozen=True)
class Family:
    """A family for which the answer is another now."""

    answers: tuple[tuple[str, tuple[str, ...]], ...]
    """Chosen options by fact."""
    before: Verdict
    after: Verdict
