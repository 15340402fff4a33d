"""`python -m carelist.portal.reading_ahead`: reads a list aloud before its site is built.

Dictionaries of Chinese hold as much memory as a whole build. Read in a process that holds nothing
else, and that the build then takes the place of, they and the build never hold it together.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from carelist.search.sounds import UNREAD, Sounds, knows, read_once
from carelist.store import Store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carelist.catalog.revision import Catalog

MODULE = "carelist.portal.reading_ahead"


def list_runs(catalog: Catalog) -> list[str]:
    """List what a build has read aloud, without reading it."""
    from carelist.search.documents import make_libraries  # noqa: PLC0415  # this process stays small

    asked: list[str] = []

    def note(runs: Sequence[str]) -> Sounds:
        asked.extend(runs)
        return Sounds({run: [UNREAD] * len(run) for run in runs}, [])

    make_libraries(catalog, note)
    return asked


def run_behind(
    store: Store, runs: Sequence[str], command: Sequence[str], variables: Mapping[str, str]
) -> None:
    """Have this process run a command once the store has what some runs sound like.

    What does so takes the place of this process: beside it, both would hold memory.
    """
    environment = os.environ | variables
    steps = [*command]
    if not knows(store, runs):
        store.folder.mkdir(parents=True, exist_ok=True)
        asked = store.folder / f"asked.{os.getpid()}"
        asked.write_text(json.dumps(list(runs)), encoding="utf-8")
        steps = [sys.executable, "-m", MODULE, str(store.folder), str(asked), *command]
    sys.stdout.flush()
    os.execve(steps[0], steps, environment)  # noqa: S606  # no shell is wanted


def main(arguments: Sequence[str]) -> None:
    """Read what a file asks for into a store, then run a command in the place of this process."""
    folder, asked, *command = arguments
    file = Path(asked)
    read_once(Store(Path(folder)))(json.loads(file.read_bytes()))
    file.unlink()
    os.execv(command[0], command)  # noqa: S606  # no shell is wanted


if __name__ == "__main__":
    main(sys.argv[1:])
