"""What is made in several processes is what one process would make."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path

import pytest
from carelist.site import workers
from carelist.site.workers import Workers, WorkersEndedError

from tests.site.building import make_project, run_mkdocs
from tests.speaking import EN, ZH

ROOT = Path(__file__).parents[2]
SECONDS = 20
"""How long a process may take to end, on a busy machine."""


# The tests' own processes have threads, of which a later Python warns where one forks.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")


class WrongPageError(Exception):
    """What a page may raise."""


JOBS = 41


def tell(number: int) -> str:
    """Tell the number of a job, and the process that did it."""
    if number == WRONG:
        raise WrongPageError(f"of job {number}")
    return f"{number} {os.getpid()}"


WRONG = 9
RIGHT = [number for number in range(JOBS) if number != WRONG]


@pytest.fixture(params=[True, False])
def beside(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """With processes of their own, and without."""
    monkeypatch.setattr(workers, "_count_others", lambda: 2 if request.param else 0)
    return bool(request.param)


def test_each_job_is_done_once_and_in_its_place(*, beside: bool) -> None:
    """By this process alone where none is beside it; else it does the last ones."""
    crew = Workers([partial(tell, number) for number in RIGHT])
    told = [result.split() for result in crew.list_results()]
    crew.close()
    assert [int(number) for number, _ in told] == RIGHT
    makers = [int(maker) for _, maker in told]
    own = makers.count(os.getpid())
    assert makers[len(makers) - own :] == [os.getpid()] * own
    assert own == len(RIGHT) or beside
    assert len({*makers}) <= (3 if beside else 1)


def test_large_jobs_are_done_each_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """What they take of the memory is given back with it; what they raise reaches the build."""
    monkeypatch.setattr(workers, "_count_others", lambda: 1)
    monkeypatch.setattr(workers, "MANY", JOBS)
    crew = Workers([partial(tell, number) for number in range(JOBS)], large=WRONG + 1)
    monkeypatch.setattr(crew, "_do_last", lambda: False)
    results = crew.list_results()
    makers = [next(results).split()[1] for _ in range(WRONG)]
    assert len({*makers}) == WRONG
    with pytest.raises(WrongPageError, match=f"of job {WRONG}"):
        next(results)
    crew.close()


def test_what_a_job_raises_reaches_the_build(*, beside: bool) -> None:
    """As it was raised, whichever process did it; what came before it is there."""
    crew = Workers([partial(tell, number) for number in range(JOBS)])
    results = crew.list_results()
    assert [next(results).split()[0] for _ in range(WRONG)] == [str(one) for one in range(WRONG)]
    with pytest.raises(WrongPageError, match=f"of job {WRONG}"):
        next(results)
    crew.close()


def test_few_jobs_are_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """With one other process: it begins first, this one with the last."""
    monkeypatch.setattr(workers, "_count_others", lambda: 4)

    def take_long() -> str:
        time.sleep(0.3)
        return f"0 {os.getpid()}"

    def take_short(number: int) -> str:
        return f"{number} {os.getpid()}"

    crew = Workers[str]([take_long, *(partial(take_short, number) for number in (1, 2, 3))])
    time.sleep(0.1)
    told = [result.split() for result in crew.list_results()]
    crew.close()
    assert [one[0] for one in told] == ["0", "1", "2", "3"]
    assert told[0][1] != str(os.getpid())
    assert told[-1][1] == str(os.getpid())
    assert len({one[1] for one in told}) == len({"this", "other"})
    alone = Workers([partial(tell, 0)])
    assert [*alone.list_results()] == [f"0 {os.getpid()}"]


KILLED = """
import os, time
from carelist.site import forked, workers

if {by_thread}:
    forked._ask_kernel = lambda: False
workers._count_others = lambda: 3

def work():
    time.sleep(0.01)
    return os.getpid()

crew = workers.Workers([work] * 80 + [lambda: time.sleep(600)])
crew._do_last = lambda: False
results = crew.list_results()
print(*{{next(results) for _ in range(80)}}, flush=True)
next(results)
"""


@pytest.mark.parametrize("by_thread", [False, True])
def test_they_end_with_the_one_that_began_them(*, by_thread: bool) -> None:
    """However that one ends; by the kernel, or where it cannot, by a thread of their own."""
    script = KILLED.format(by_thread=by_thread)
    command = (sys.executable, "-W", "ignore", "-c", script)
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        makers = [int(maker) for maker in parent.stdout.readline().split()]
        assert makers
        assert parent.pid not in makers
        parent.kill()
    end = time.monotonic() + SECONDS
    while living := [maker for maker in makers if Path(f"/proc/{maker}/cmdline").exists()]:
        if time.monotonic() > end:
            pytest.fail(f"{living} went on")
        time.sleep(0.01)


@pytest.mark.parametrize(
    ("platform", "processors", "expected"),
    [
        ("linux", {0}, 0),
        ("linux", {0, 1}, 1),
        ("linux", set(range(16)), 3),
        ("darwin", {0, 1}, 0),
        ("win32", {0, 1}, 0),
    ],
)
def test_processes_are_made_where_they_help(
    monkeypatch: pytest.MonkeyPatch, platform: str, processors: set[int], expected: int
) -> None:
    """Not with one processor, not where a fork is not safe, and never very many."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: processors, raising=False)
    assert workers._count_others() == expected  # noqa: SLF001  # the machine's own count varies
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert workers._count_others() == 0  # noqa: SLF001  # as above


def end() -> None:
    """End like a process that the system takes the memory from."""
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("large", [0, JOBS])
def test_a_process_that_the_system_ends_is_told_in_one_message(
    monkeypatch: pytest.MonkeyPatch, large: int
) -> None:
    """What is left to do is in it, and nothing of the pool."""
    monkeypatch.setattr(workers, "_count_others", lambda: 2)
    monkeypatch.setattr(workers, "MANY", JOBS)
    made = Workers([end] * JOBS, large)
    monkeypatch.setattr(made, "_do_last", lambda: False)
    with pytest.raises(WorkersEndedError) as caught:
        list(made.list_results())
    with pytest.raises(WorkersEndedError):
        list(made.list_results())
    made.close()
    assert str(caught.value).startswith(
        "the system ended a process that was making pages, most likely for want of memory; "
        "the site stays as it was: "
    )
    assert caught.value.tell(ZH).startswith("生成网页的一个进程被系统中止了，多半是内存不够；")


def test_a_build_whose_process_was_ended_says_so_plainly(tmp_path: Path) -> None:
    """Without a traceback, and with no site left half made."""
    project = make_project(tmp_path)
    (project / "sitecustomize.py").write_text(ENDING, encoding="utf-8")
    done = run_mkdocs(project, "build", "--quiet", PYTHONPATH=str(project))
    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if line and line != "Aborted!"] == [
        "ERROR   -  Error building page 'data.md':",
        f"ERROR   -  {EN.words('commands').refused_workers_ended}",
    ]
    assert not (project / "site").exists()


ENDING = """
import os
import signal
import sys


def end(number):
    os.kill(os.getpid(), signal.SIGKILL)


if "mkdocs" in sys.orig_argv:
    from carelist.site import workers

    workers._count_others = lambda: 2
    workers._do = end
"""
"""Ends every process that makes pages."""
