"""`python -m carelist.portal.phrases_first`: has the phrases of Chinese ready before a build.

To write down all phrases takes nearly as much memory as a build. Made by a process that holds
nothing else, and that the build then takes the place of, both are never held together.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from carelist.search.sounds import find_table, has_table
from carelist.store import Store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MODULE = "carelist.portal.phrases_first"


def run_prepared(store: Store, command: Sequence[str], variables: Mapping[str, str]) -> None:
    """Run a command in the place of this process, once a store has the table of all phrases."""
    before = [] if has_table(store) else [sys.executable, "-m", MODULE, str(store.folder)]
    steps = [*before, *command]
    sys.stdout.flush()
    os.execve(steps[0], steps, os.environ | variables)  # noqa: S606  # no shell is wanted


def main(arguments: Sequence[str]) -> None:
    """Have the table made in a store, then run a command in the place of this process."""
    folder, *command = arguments
    find_table(Store(Path(folder)))
    os.execv(command[0], command)  # noqa: S606  # no shell is wanted


if __name__ == "__main__":
    main(sys.argv[1:])
