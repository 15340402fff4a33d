"""A site that somebody looks at while it is edited: how soon an edit shows on its page.

What a browser does is done here: the script in each page asks the server to be told of the next
build, and fetches the page again when it is.
"""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from bench.building import ALWAYS
from bench.editor import Editor
from bench.figures import CannotMeasureError
from tools.running import find_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOST = "127.0.0.1"
STARTED, SEEN = 120, 60
"""Seconds within which a server answers, and an edit is seen."""
PAUSE, REST = 0.1, 0.5
"""Seconds between questions to a server that starts, and between edits."""
ASKS = re.compile(rb"livereload\((\d+), (\d+)\)")
"""What the script of a page asks with."""


def time_edits(project: Path, variables: dict[str, str], runs: int) -> list[float]:
    """Give the seconds from each edit of a summary to the page that shows it.

    Raises:
        CannotMeasureError: If the server does not answer, or an edit never shows.
    """
    editor = Editor(project)
    path = f"/services/{editor.service}/"
    with _serve(project, variables) as port:
        page = _wait_for(port, path)
        times: list[float] = []
        for number in range(runs):
            time.sleep(REST)
            start = time.perf_counter()
            page = _see(port, path, page, editor.edit(number))
            times.append(time.perf_counter() - start)
    return times


@contextmanager
def _serve(project: Path, variables: dict[str, str]) -> Iterator[int]:
    port = find_port()
    command = (sys.executable, "-m", "carelist", "serve", "--address", f"{HOST}:{port}")
    process = subprocess.Popen(
        command,
        cwd=project,
        env=os.environ | ALWAYS | variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield port
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int, path: str) -> bytes:
    """Give a page as soon as the server has it."""
    until = time.monotonic() + STARTED
    while time.monotonic() < until:
        with suppress(OSError, http.client.HTTPException):
            return _fetch(port, path)
        time.sleep(PAUSE)
    raise CannotMeasureError(f"carelist serve has not answered {path} in {STARTED} s")


def _see(port: int, path: str, page: bytes, words: str) -> bytes:
    """Give the page that shows some words, fetched whenever the server tells of a build."""
    until = time.monotonic() + SEEN
    while words.encode() not in page:
        asked = ASKS.search(page)
        if not asked or time.monotonic() > until:
            raise CannotMeasureError(f"{path} does not show in {SEEN} s what was saved")
        epoch, number = (part.decode() for part in asked.groups())
        _fetch(port, f"/livereload/{epoch}/{number}")
        page = _fetch(port, path)
    return page


def _fetch(port: int, path: str) -> bytes:
    connection = http.client.HTTPConnection(HOST, port, timeout=SEEN)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        content = answer.read()
    finally:
        connection.close()
    if answer.status != http.HTTPStatus.OK:
        raise http.client.HTTPException(answer.status)
    return content
