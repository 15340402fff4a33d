"""Pages that are made beside each other are those that one process would make."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from carelist.site import workers
from carelist.site.workers import AHEAD, SLICE, STEP_BACK, PageWorkers, WorkersEndedError

from tests.site.building import make_project, run_mkdocs
from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelist.site.page import Page


ROOT = Path(__file__).parents[2]
SECONDS = 20
"""How long a process may take to end, on a busy machine."""


@dataclass(frozen=True)
class Stub:
    """As much of a page as workers look at."""

    address: str


# The tests' own processes have threads, of which a later Python warns where one forks.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")


class WrongPageError(Exception):
    """What a page may raise."""


PAGES = cast("Sequence[Page]", [Stub(f"{number}/") for number in range(SLICE * (AHEAD + 3) + 1)])


def make(page: Page) -> str:
    """Tell the address, and the process that made it."""
    if page.address == "9/":
        message = "of page 9/"
        raise WrongPageError(message)
    return f"{page.address} {os.getpid()}"


@pytest.fixture(params=[True, False])
def beside(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """With processes of their own, and without."""
    monkeypatch.setattr(workers, "_count_workers", lambda: 2)
    return bool(request.param)


def test_each_page_is_made_once_and_in_its_place(*, beside: bool) -> None:
    """Also of more pages than are begun ahead; by this process alone where none is beside it."""
    pages = [page for page in PAGES if page.address != "9/"]
    crew = PageWorkers(pages, make, beside=beside)
    told = [crew.fetch(page).split() for page in pages]
    crew.close()
    assert [address for address, _ in told] == [page.address for page in pages]
    makers = {int(maker) for _, maker in told}
    assert (os.getpid() in makers) is not beside
    assert len(makers) <= (2 if beside else 1)


def test_what_a_page_raises_reaches_the_build(*, beside: bool) -> None:
    """As it was raised, whichever process made it."""
    crew = PageWorkers(PAGES, make, beside=beside)
    with pytest.raises(WrongPageError, match="of page 9/"):
        crew.fetch(PAGES[9])
    crew.close()


def test_the_process_that_writes_goes_first(*, beside: bool) -> None:
    """Those that make pages step back for it, and it keeps its own place."""
    before = os.nice(0)
    crew = PageWorkers(PAGES, lambda _: str(os.nice(0)), beside=beside)
    stepped_back = int(crew.fetch(PAGES[0])) - before
    crew.close()
    furthest = 19
    assert stepped_back == (min(STEP_BACK, furthest - before) if beside else 0)
    assert os.nice(0) == before


def test_what_is_behind_is_forgotten() -> None:
    """However long a list is, only the pages ahead are held."""
    crew = PageWorkers(PAGES, lambda page: page.address, beside=True)
    for page in PAGES:
        crew.fetch(page)
        assert len(crew._slices) <= AHEAD  # noqa: SLF001  # what it holds is what is asked
    crew.close()


KILLED = """
import os, time, types
from carelist.site import forked, workers

if {by_thread}:
    forked._ask_kernel = lambda: False
workers._count_workers = lambda: 3
pages = [types.SimpleNamespace(address=str(number)) for number in range(81)]

def make(page):
    time.sleep(600 if page is pages[-1] else 0.01)
    return str(os.getpid())

crew = workers.PageWorkers(pages, make, beside=True)
print(*{{crew.fetch(page) for page in pages[:-1]}}, flush=True)
crew.fetch(pages[-1])
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
        ("linux", {0, 1}, 2),
        ("linux", set(range(16)), 4),
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
    assert workers._count_workers() == expected  # noqa: SLF001  # the machine's own count varies
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert workers._count_workers() == 0  # noqa: SLF001  # as above


def end(page: Page) -> str:
    """End like a process that the system takes the memory from."""
    del page
    os.kill(os.getpid(), signal.SIGKILL)
    return ""


def test_a_process_that_the_system_ends_is_told_in_one_message(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is left to do is in it, and nothing of the pool."""
    monkeypatch.setattr(workers, "_count_workers", lambda: 2)
    made = PageWorkers(PAGES, end, beside=True)
    with pytest.raises(WorkersEndedError) as caught:
        made.fetch(PAGES[0])
    with pytest.raises(WorkersEndedError):
        made.fetch(PAGES[-1])
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
        "ERROR   -  Error building page 'index.md':",
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

    workers._count_workers = lambda: 2
    workers._make_slice = end
"""
"""Ends every process that makes pages."""
