"""How much memory a process holds is told whatever holds who asks."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bench.memory import MemoryWatch

MEGABYTE = 1_000_000
PROGRAM = """\
import os, sys
held = b"held" * {quarters}
forked = os.fork()
if not forked:
    sys.stdin.read()
    os._exit(0)
print("ready", flush=True)
sys.stdin.read()
"""
"""Holds something together with a process that it forked, until its input ends."""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
def test_what_processes_share_is_counted_once() -> None:
    """Not more where the one that looks holds more, and not twice in two processes."""
    own = b"held" * (60 * MEGABYTE)
    program = PROGRAM.format(quarters=15 * MEGABYTE)
    with subprocess.Popen(
        (sys.executable, "-c", program), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        watch = MemoryWatch(process.pid)
        watch.look()
        process.communicate()
    assert 60 * MEGABYTE < watch.peak < 100 * MEGABYTE < len(own)
