"""How long a full build takes, and how much memory at its peak."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Build(NamedTuple):
    """The cost of a build: median of several runs."""

    seconds: float
    megabytes: float


def measure_build(project: Path, site: Path, runs: int) -> Build:
    """Build a project with MkDocs several times, each in a process of its own."""
    seconds: list[float] = []
    peaks: list[float] = []
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    for _ in range(runs):
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=project, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"the build of {project} failed")
        seconds.append(time.perf_counter() - start)
        unit = 1 if sys.platform == "darwin" else 1024
        peaks.append(usage.ru_maxrss * unit / 1e6)
    return Build(statistics.median(seconds), statistics.median(peaks))
