"""What only one process can do is told from what several do beside each other."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bench.alone import AloneWatch, find_alone

PROGRAM = """\
import os, sys
while sum(os.times()[:2]) < 0.1:
    pass
print("ready", flush=True)
sys.stdin.read()
"""
"""Works a tenth of a second, and waits until its input ends."""


@pytest.mark.parametrize(
    ("before", "now", "alone"),
    [
        ({}, {}, 0),
        ({1: 10}, {1: 30}, 20),
        ({1: 10}, {1: 30, 2: 20}, 0),
        ({1: 10, 2: 20}, {1: 30, 2: 21}, 20),
        ({1: 10, 2: 20}, {1: 10, 2: 45}, 25),
        ({1: 10, 2: 20}, {1: 15}, 5),
    ],
)
def test_work_beside_work_of_others_is_not_done_alone(
    before: dict[int, int], now: dict[int, int], alone: int
) -> None:
    """Whichever process it is; a little beside it, as of one that waits, does not count."""
    assert find_alone(before, now) == alone


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
def test_what_a_process_did_before_the_first_look_is_its_own_work() -> None:
    """Counted once, though it is looked at again."""
    with subprocess.Popen(
        (sys.executable, "-c", PROGRAM), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        watch = AloneWatch(process.pid)
        watch.look()
        first = watch.seconds
        watch.look()
        process.communicate()
    assert first >= 0.09
    assert watch.seconds == first
