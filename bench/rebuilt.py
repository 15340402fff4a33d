"""A site that is built after each edit by a program that goes on: how soon it is in its place."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bench.building import ALWAYS
from bench.editor import Editor
from bench.figures import CannotMeasureError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

WAITING, IN_PLACE = "waiting for changes", "the site is in its place"
"""What the program says, in English."""
REST = 1.5
"""Seconds between edits, in which it clears up, and keeps what the next command may take over."""


def time_rebuilds(project: Path, variables: dict[str, str], runs: int) -> list[float]:
    """Give the seconds from each edit of a summary until the site with it is in its place.

    Raises:
        CannotMeasureError: If the program ends.
    """
    editor = Editor(project)
    page = project / "site" / "services" / editor.service / "index.html"
    with _watch(project, variables) as told:
        _wait_for(told, WAITING)
        times: list[float] = []
        for number in range(runs):
            time.sleep(REST)
            start = time.perf_counter()
            words = editor.edit(number)
            _wait_for(told, IN_PLACE)
            while words not in page.read_text(encoding="utf-8"):  # it was saved in two steps
                _wait_for(told, IN_PLACE)
            times.append(time.perf_counter() - start)
        time.sleep(REST)  # what it keeps is whole
    return times


@contextmanager
def _watch(project: Path, variables: dict[str, str]) -> Iterator[Iterable[str]]:
    process = subprocess.Popen(
        (sys.executable, "-m", "carelist", "build", "--watch"),
        cwd=project,
        env=os.environ | ALWAYS | variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        yield process.stderr or ()
    finally:
        process.terminate()
        process.wait()


def _wait_for(told: Iterable[str], line: str) -> None:
    """Read what the program says until it says a line."""
    for said in told:
        if line in said:
            return
    message = f"carelist build --watch has ended before it said '{line}'"
    raise CannotMeasureError(message)
