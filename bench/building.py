"""One build of a site, or of its kit: how long it takes, and how much memory at its peak."""

from __future__ import annotations

import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.alone import AloneWatch
from bench.figures import CannotMeasureError
from bench.memory import MemoryWatch

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent
ALWAYS = {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "generator")]),
    "LC_ALL": "C.UTF-8",
    "PYTHONDONTWRITEBYTECODE": "",  # modules stay compiled, as they do for everybody
}
"""Variables of every process that is measured, which runs the program beside these measurements."""
OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)
NEARLY = 0.8
"""The system's limit counts whole ticks, and so ends a process somewhat before its time."""


class Build(NamedTuple):
    """The cost of one build."""

    seconds: float
    """By the clock."""
    processor: float
    """Seconds of the processor: other work on the machine lengthens these little."""
    megabytes: float
    """Of all its processes at their peak, what several share counted once (PSS)."""
    alone: float = 0
    """Seconds of the processor while only one of its processes worked."""


class OutOfTimeError(Exception):
    """A build took longer than it was given."""


def build(project: Path, site: Path, *, url: str = "", limit: int = 3600) -> Build:
    """Build a project with MkDocs, in a process of its own, into an empty folder.

    A site that stood there would be taken over where nothing has changed.

    Raises:
        OutOfTimeError: If it takes more than `limit` seconds of the processor.
        CannotMeasureError: If it fails.
    """
    shutil.rmtree(site, ignore_errors=True)
    variables = {"CARELIST_CACHE": str(site.parent / "kit")}
    if url:
        variables["SITE_URL"] = url
    mkdocs = ("mkdocs", "build", "--quiet", "--site-dir", str(site))
    return run(mkdocs, project, variables, limit=limit)


def run(
    module: Sequence[str], project: Path, variables: dict[str, str], *, limit: int = 3600
) -> Build:
    """Run a module of Python in a project, in a process of its own.

    Raises:
        OutOfTimeError: If it takes more than `limit` seconds of the processor.
        CannotMeasureError: If it fails.
    """
    return run_program((sys.executable, "-m", *module), project, variables, limit=limit)


def run_program(
    program: Sequence[str], project: Path, variables: dict[str, str], *, limit: int = 3600
) -> Build:
    """Run a program in a project, with all processes that it starts and waits for.

    What it says is left out; what it complains of is shown.

    Raises:
        OutOfTimeError: If it takes more than `limit` seconds of the processor.
        CannotMeasureError: If it fails.
    """
    command = ("sh", "-c", 'ulimit -t "$0" && exec "$@"', str(limit), *program)
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=project,
        env=os.environ | ALWAYS | variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    with MemoryWatch(process.pid) as watch, AloneWatch(process.pid) as alone:
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    processor = usage.ru_utime + usage.ru_stime
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode in OUT_OF_TIME and processor >= limit * NEARLY:
        raise OutOfTimeError(str(project))
    if process.returncode:
        name = " ".join(program[:3])
        raise CannotMeasureError(f"{name} failed in {project}; its message stands above")
    return Build(seconds, processor, watch.peak / 1e6, alone.seconds)


def find_median(builds: Sequence[Build]) -> Build:
    """Give the median of each cost."""
    return Build(*(statistics.median(costs) for costs in zip(*builds, strict=True)))
