"""Where the `carelist` command begins: what needs no words is done before they are loaded."""

from __future__ import annotations

import sys
from pathlib import Path

from carelist.site.unchanged import find_said

BUILD = ["build"]
SETTINGS = Path("mkdocs.yml")


def begin() -> None:
    """Run the command.

    To build a site that is as it would be built again is asked most often, by whatever builds at
    fixed hours: a tenth of the time is to look at files, and the rest was to load the program.
    """
    if sys.argv[1:] == BUILD and (said := find_said(SETTINGS)) and _can_be_said(said):
        print(said)  # noqa: T201  # what else says it is not loaded
        return
    from carelist.cli import main  # noqa: PLC0415  # slow to load

    main(prog_name="carelist")


def _can_be_said(text: str) -> bool:
    """Whether the terminal has all its characters: else the program writes them otherwise."""
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        return False
    return True
