"""`carelist build --watch`: the site is built again after each edit, as it is built anew."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from queue import Empty, Queue
from typing import TYPE_CHECKING, NamedTuple

import pytest
from carelist.edits import SETTLED, NoEditsError, listen

from tests.conftest import LAKESIDE
from tests.site.building import SECONDS, build_site, list_variables, make_project, read_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WAITS, IN_PLACE, STAYS = "waiting for changes", "the site is in its place", "the site stays"
NAME = "en: Lakeside Carelist\n"


class Watched(NamedTuple):
    """A project, and the program that builds it after each edit."""

    project: Path
    process: subprocess.Popen[str]

    def hear(self, last: str) -> list[str]:
        """Give what the program says up to a line."""
        assert self.process.stderr
        told: list[str] = []
        for line in self.process.stderr:
            told.append(line.rstrip("\n"))
            if last in line:
                return told
        raise AssertionError(told)

    def edit(self, old: str, new: str, name: str = "catalog/site.yml") -> None:
        """Save a file with other words."""
        file = self.project / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def see(self, words: str) -> None:
        """Wait for the build after which the English home page has some words.

        What is saved in two steps may be built twice.
        """
        told = self.hear(IN_PLACE)
        while words not in self.home:
            told += self.hear(IN_PLACE)

    @property
    def home(self) -> str:
        """The English home page."""
        return (self.project / "site" / "en" / "index.html").read_text(encoding="utf-8")


@contextmanager
def watch(project: Path, *options: str) -> Iterator[Watched]:
    """Have a project built after each edit, for a while."""
    # What is started in the background may ignore SIGINT, and so would what it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        (sys.executable, "-m", "carelist", "build", "--watch", *options),
        cwd=project,
        env=list_variables(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        timer = threading.Timer(SECONDS, process.kill)
        timer.start()
        try:
            yield Watched(project, process)
        finally:
            timer.cancel()
            process.kill()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small city of its own."""
    return make_project(tmp_path / "city", LAKESIDE)


def test_each_edit_is_built_and_the_site_is_as_built_anew(project: Path, tmp_path: Path) -> None:
    """Of the list, of settings that are wrong at first, then of the list again; Ctrl-C ends it."""
    with watch(project) as watched:
        watched.hear(WAITS)
        assert "Lakeside Carelist" in watched.home
        for name in ("Lakeside Care List", "Lakeside List of Care"):
            watched.edit(NAME, f"en: {name}\n")
            watched.see(name)
            watched.edit(f"en: {name}\n", NAME)
            watched.see("Lakeside Carelist")
        watched.edit("plugins:\n", "plugins: [\n", "mkdocs.yml")
        watched.hear("mkdocs.yml: the settings cannot be read")
        watched.edit("plugins: [\n", "site_author: Lakeside\nplugins:\n", "mkdocs.yml")
        watched.hear(WAITS)
        watched.edit(NAME, "en: Lakeside Care\n")
        watched.see("Lakeside Care · Lakeside")
        watched.process.send_signal(signal.SIGINT)
        assert watched.process.wait(SECONDS) == 0
    variables = {"CARELIST_CACHE": str(tmp_path / "other")}
    clean = read_tree(build_site(tmp_path / "clean", project, **variables))
    assert read_tree(project / "site") == clean
    assert not [*project.glob(".site*")]


def test_what_is_wrong_is_told_and_the_site_stays_until_it_is_mended(project: Path) -> None:
    """From the beginning, where nothing is kept that says what to listen to, and later."""
    file = project / "catalog" / "site.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("city:\n", "town:\n"), encoding="utf-8")
    with watch(project) as watched:
        assert any("'town'" in line for line in watched.hear(WAITS))
        assert not (project / "site").exists()
        file.write_text(text, encoding="utf-8")
        watched.hear(WAITS)
        watched.edit("city:\n", "town:\n")
        told = watched.hear(STAYS)
        assert told[0] == "the list cannot be built:"
        assert told[1].startswith("catalog/site.yml:")
        assert "unknown key 'town'" in told[2]
        assert "Lakeside Carelist" in watched.home
        watched.edit("town:\n", "city:\n")
        watched.hear(IN_PLACE)
        watched.edit(NAME, "en: Lakeside Care\n")
        watched.see("Lakeside Care · Lakeside")


def test_edits_are_told_of_folders_and_of_single_files(tmp_path: Path) -> None:
    """What stands beside a file is not; what a program compiles of itself is no edit."""
    for name in ("listed/deep", "alone", "listed/__pycache__"):
        (tmp_path / name).mkdir(parents=True)
    alone = tmp_path / "alone" / "settings.yml"
    alone.touch()
    heard: Queue[None] = Queue()

    def hear(wait: Callable[[], None]) -> None:
        with suppress(NoEditsError):  # once the test has ended
            while True:
                wait()
                heard.put(None)

    with listen([str(tmp_path / "listed"), str(alone)]) as wait:
        listener = threading.Thread(target=hear, args=[wait])
        listener.start()
        for edited in ("alone/other.yml", "listed/__pycache__/a.pyc"):
            (tmp_path / edited).touch()
            with pytest.raises(Empty):
                heard.get(timeout=10 * SETTLED)
        for edited in ("listed/deep/site.yml", "alone/settings.yml"):
            (tmp_path / edited).write_text("1", encoding="utf-8")
            heard.get(timeout=SECONDS)
    listener.join(SECONDS)
    assert heard.empty()


def test_who_listens_learns_that_the_system_does_not_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for ever."""
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(NoEditsError), listen([str(tmp_path)]):
        pass
