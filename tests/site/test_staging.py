"""A site takes its place whole: whatever ends a build, and whenever."""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import sys
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from carelist.site import staging, swapping
from carelist.site.staging import ENDING, CannotStageError, Stage
from carelist.site.swapping import exchange, swap

if TYPE_CHECKING:
    from collections.abc import Callable

OLD = {"index.html": "old", "gone/index.html": "old"}
NEW = {"index.html": "new", "come/index.html": "new"}

# The tests' own processes have threads, of which a later Python warns where one forks.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")


def be_told() -> None:
    """No other build is there to wait for."""
    pytest.fail("waited")


def write(folder: Path, files: dict[str, str]) -> None:
    """Write the files of a site."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def read(folder: Path) -> dict[str, str]:
    """The files below a folder, by their names."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def build(site: Path, files: dict[str, str]) -> None:
    """Build a site."""
    stage = Stage(site, be_told)
    write(stage.folder, files)
    stage.settle()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder of a site that was built before."""
    site = tmp_path / "site"
    write(site, OLD)
    return site


@pytest.fixture(params=["one step", "two renames"])
def steps(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """On a system that can exchange two folders, and on one that cannot."""
    if request.param == "two renames":
        monkeypatch.setattr(swapping, "exchange", lambda *_: False)
    return str(request.param)


@pytest.fixture(params=["renamed", "fixed"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where the folder can be renamed, and where a disk is mounted."""
    if request.param == "fixed":
        monkeypatch.setattr(staging, "is_fixed", Path.exists)
    return str(request.param)


@pytest.mark.usefixtures("steps", "way")
def test_a_site_takes_its_place_whole(site: Path) -> None:
    """Until then the last one stands, and nothing of it or of the build is left after."""
    stage = Stage(site, be_told)
    write(stage.folder, NEW)
    assert {name: text for name, text in read(site).items() if ENDING not in name} == OLD
    stage.settle()
    assert read(site) == NEW
    assert not (site / "gone").exists()
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.usefixtures("steps", "way")
def test_a_build_that_is_given_up_changes_nothing(site: Path) -> None:
    """Nor does it leave a site where there was none."""
    for place, expected in ((site, OLD), (site.with_name("none"), {})):
        stage = Stage(place, be_told)
        write(stage.folder, NEW)
        stage.discard()
        assert read(place) == expected
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_first_site_makes_the_folders_above_it(tmp_path: Path) -> None:
    """As MkDocs does."""
    build(tmp_path / "deep" / "site", NEW)
    assert read(tmp_path / "deep" / "site") == NEW


@pytest.mark.usefixtures("way")
def test_what_is_hidden_in_a_site_stays(site: Path) -> None:
    """A repository or a token in it is somebody else's, as it is to MkDocs; so are permissions."""
    write(site, {".git/HEAD": "ref", ".htaccess": "deny", "gone/.hidden": "of the old site"})
    (site / ".link").symlink_to("nowhere")
    site.chmod(0o750)
    build(site, NEW)
    assert (site / ".link").readlink() == Path("nowhere")
    assert read(site) == {**NEW, ".git/HEAD": "ref", ".htaccess": "deny"}
    assert site.stat().st_mode & 0o777 == 0o750


def test_a_link_to_a_site_stays_a_link(site: Path) -> None:
    """The folder that it leads to is exchanged, wherever that is."""
    link = site.with_name("public")
    link.symlink_to("site")
    build(link, NEW)
    assert link.is_symlink()
    assert read(site) == NEW


def test_a_file_in_the_place_of_a_site_is_not_removed(tmp_path: Path) -> None:
    """It is told."""
    place = tmp_path / "site"
    place.write_text("mine", encoding="utf-8")
    with pytest.raises(
        CannotStageError, match=r"^the site cannot be built: .*site is not a folder"
    ):
        Stage(place, be_told)
    assert place.read_text(encoding="utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [place]


EVENTS = ("open", "os.", "shutil.")
"""What Python tells before a step in the file system is taken."""


def build_until(step: int, make: Callable[[], object]) -> bool:
    """Build in a process that is killed before a step in the file system; whether it came to it."""
    process = os.fork()
    if process == 0:
        left = [step]

        def count(event: str, _: object) -> None:
            left[0] -= event.startswith(EVENTS)
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

        try:
            sys.addaudithook(count)
            make()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(process, 0)[1])


def test_a_build_that_is_killed_leaves_one_whole_site(site: Path, steps: str) -> None:
    """At each step that it takes; and the next build removes what it left, and builds.

    With two renames there is no site after one of the steps, until the next build begins.
    """
    states, standing, found, none = (OLD, NEW), OLD, list[dict[str, str]](), 0
    step = 1
    while build_until(step, partial(build, site, states[standing == OLD])):
        if not site.exists():
            none += 1
            Stage(site, be_told).discard()
        standing = read(site)
        assert standing in states
        found.append(standing)
        step += 1
    assert (none > 0) == (steps == "two renames")
    assert {len(set(one.values())) for one in found} == {1}
    assert OLD in found
    assert NEW in found
    assert step > 20
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_where_nothing_can_be_renamed_the_next_build_is_whole(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the step at which the one before was killed."""
    monkeypatch.setattr(staging, "is_fixed", Path.exists)
    step = 1
    while build_until(step, partial(build, site, NEW)):
        build(site, OLD)
        assert read(site) == OLD
        step += 1
    assert step > 20


def test_what_other_builds_left_is_removed(tmp_path: Path) -> None:
    """Also beside a folder that is never built again, as a server's; but not where one works."""
    write(tmp_path, {f".dead{ENDING}/new/index.html": "", f".halved{ENDING}/old/index.html": "old"})
    write(tmp_path, {".mine/new/index.html": ""})
    (tmp_path / f".link{ENDING}").symlink_to(".mine")
    living = Stage(tmp_path / "living", be_told)
    build(tmp_path / "site", NEW)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"site", "halved", ".mine", f".link{ENDING}", f".living{ENDING}"}
    assert read(tmp_path / "halved") == {"index.html": "old"}
    living.discard()


def test_two_builds_of_one_folder_take_turns(site: Path) -> None:
    """The second is told, waits, and ends whole; what the first made stood until then."""
    first, told, ended = Stage(site, be_told), threading.Event(), threading.Event()

    def build_second() -> None:
        stage = Stage(site, told.set)
        assert read(site) == NEW
        write(stage.folder, OLD)
        stage.settle()
        ended.set()

    second = threading.Thread(target=build_second)
    second.start()
    assert told.wait(10)
    assert not ended.wait(0.1)
    write(first.folder, NEW)
    first.settle()
    assert ended.wait(10)
    second.join()
    assert read(site) == OLD
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP])
def test_a_system_that_cannot_exchange_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """Then two renames do; a refusal of a system that can is an error."""

    def answer(*_: object) -> int:
        ctypes.set_errno(answers.pop())
        return -1

    answers = [errno.EBUSY, code]
    monkeypatch.setattr(swapping, "_find_exchange", lambda: answer)
    assert not exchange(tmp_path, tmp_path)
    with pytest.raises(OSError, match="busy"):
        exchange(tmp_path, tmp_path)


def test_an_interruption_between_two_renames_is_undone(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C at that moment, and what it is followed by, lose nothing."""
    monkeypatch.setattr(swapping, "exchange", lambda *_: False)
    rename, stage = Path.rename, Stage(site, be_told)

    def interrupt(path: Path, target: Path) -> Path:
        if path == stage.folder:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", interrupt)
    with pytest.raises(KeyboardInterrupt):
        stage.settle()
    assert read(site) == OLD
    stage.discard()
    assert read(site) == OLD
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_swap_that_fails_halfway_is_undone(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site is where it was."""
    monkeypatch.setattr(swapping, "exchange", lambda *_: False)
    with pytest.raises(FileNotFoundError):
        swap(site.with_name("nothing"), site, site.with_name("aside"))
    assert read(site) == OLD


def test_no_look_at_a_site_finds_none(site: Path) -> None:
    """A reader who asks all the while gets the one or the other, where folders are exchanged."""
    done, looks = threading.Event(), set[str]()

    def look() -> None:
        while not done.is_set():
            looks.add((site / "index.html").read_text(encoding="utf-8"))
        looks.add("ended")

    reader = threading.Thread(target=look)
    reader.start()
    for files in (NEW, OLD) * 15:
        build(site, files)
    done.set()
    reader.join()
    assert looks == {"old", "new", "ended"}
