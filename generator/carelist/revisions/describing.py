"""What there is to tell of a change: names for its sentence, words to mark, people."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carelist.catalog.texts import Text


@dataclass(frozen=True)
class Description:
    """What one change gives to tell."""

    values: Mapping[str, object] = field(default_factory=dict)
    """What its sentence is filled in with."""
    before: Text | None = None
    """Words that are marked; both None where there are none."""
    after: Text | None = None
    gains: str = ""
    loses: str = ""
