"""How often a process looks for what its memory holds in circles.

A list is many objects and next to no circles: to look through them as often as Python does takes a
twelfth of a build, and a sixth of a check.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Often: TypeAlias = tuple[int, int, int]

OFTEN: Often = gc.get_threshold()
"""As Python does."""
BUILDING: Often = (10_000, 20, 100)
"""Of a build of a whole site, for its memory."""
ANSWERING: Often = (50_000, 20, 100)
"""Of a process that answers once and ends."""
NEVER: Often = (0, 0, 0)


def look(often: Often) -> None:
    """Have this process, and those that are forked from it, look so often."""
    gc.set_threshold(*often)


@contextmanager
def looking(often: Often) -> Iterator[None]:
    """Look so often for a while."""
    before = gc.get_threshold()
    look(often)
    try:
        yield
    finally:
        gc.set_threshold(*before)
