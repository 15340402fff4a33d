"""One build of a site: how long it takes, and how much memory at its peak."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from bench.figures import CannotMeasureError

ROOT = Path(__file__).parent.parent
POLL_SECONDS = 0.02


class Build(NamedTuple):
    """The cost of one build."""

    seconds: float
    megabytes: float
    """Of the resident memory, at its peak."""


class OutOfTimeError(Exception):
    """A build took longer than it was given."""


def build(project: Path, site: Path, *, url: str = "", limit: float = 3600) -> Build:
    """Build a project with MkDocs, in a process of its own.

    Raises:
        OutOfTimeError: If it is not done in `limit` seconds.
        CannotMeasureError: If it fails.
    """
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site))
    variables = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    if url:
        variables["SITE_URL"] = url
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=project, env=os.environ | variables, stdin=subprocess.DEVNULL
    )
    while True:
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
        seconds = time.perf_counter() - start
        if done:
            break
        if seconds > limit:
            process.kill()
            process.wait()
            raise OutOfTimeError(str(project))
        time.sleep(POLL_SECONDS)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CannotMeasureError(f"the build of {project} failed; its message stands above")
    unit = 1 if sys.platform == "darwin" else 1024
    return Build(seconds, usage.ru_maxrss * unit / 1e6)
