"""The site before the one that stands is the folder of the next one."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest
from carelist.site import swapping
from carelist.site.staging import Stage

from tests.site.test_staging import be_told, build_until, read, write

FIRST = {"index.html": "1", "a/b/index.html": "1", "a/c/index.html": "1", "d/e/index.html": "1"}
KEPT = ["index.html", "a/b/index.html"]


def build(site: Path, former: Path, files: dict[str, str], taken: list[str]) -> dict[str, str]:
    """Build a site of files, and of those that it takes over; give its files."""
    stage = Stage(site, be_told, former)
    stage.take_over(taken)
    before = read(site) if site.exists() else {}
    write(stage.folder, files)
    assert (read(site) if site.exists() else {}) == before
    stage.settle()
    return read(site)


# The tests' own processes have threads, of which a later Python warns where one forks.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")


@pytest.fixture(params=["one step", "two renames"])
def places(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, Path]:
    """The folder of a site, of which one was built, and where a former one waits."""
    if request.param == "two renames":
        monkeypatch.setattr(swapping, "exchange", lambda *_: False)
    site, former = tmp_path / "site", tmp_path / "cache" / "former"
    build(site, former, FIRST, [])
    return site, former


def list_places(folder: Path) -> list[str]:
    """All files and folders below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_site_that_gave_its_place_away_is_the_next_ones_folder(
    places: tuple[Path, Path],
) -> None:
    """The new one has what it would have anyway, and what stands is not written to meanwhile."""
    site, former = places
    assert not former.exists()
    standing = (site / "index.html").stat()
    assert build(site, former, {"a/c/index.html": "2"}, KEPT) == {
        **dict.fromkeys(KEPT, "1"),
        "a/c/index.html": "2",
    }
    assert read(former) == FIRST
    (former / ".mine").mkdir()
    folder = (former / "a").stat()
    assert build(site, former, {"a/c/index.html": "3", "f/index.html": "3"}, KEPT) == {
        **dict.fromkeys(KEPT, "1"),
        "a/c/index.html": "3",
        "f/index.html": "3",
    }
    assert os.path.samestat((site / "a").stat(), folder)
    assert os.path.samestat((site / "index.html").stat(), standing)
    assert "d" not in list_places(site)
    assert ".mine" not in list_places(site)
    assert [path.name for path in site.parent.iterdir() if path != former.parent] == ["site"]


def test_what_waits_is_taken_for_what_stands_only_where_it_is_the_same_file(
    places: tuple[Path, Path],
) -> None:
    """Whatever became of it meanwhile."""
    site, former = places
    build(site, former, {"a/c/index.html": "2"}, KEPT)
    (former / "index.html").unlink()
    write(former, {"index.html": "other", "a/b/more/index.html": "other"})
    (former / "d" / "e" / "index.html").unlink()
    (former / "d" / "e" / "index.html").symlink_to(site / "index.html")
    built = build(site, former, {"d/e/index.html": "3"}, [*KEPT, "a/c/index.html"])
    assert built == {**FIRST, "a/c/index.html": "2", "d/e/index.html": "3"}


def test_what_cannot_wait_is_removed(
    places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the cache is on another disk, which links alone could tell of."""
    site, former = places
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if former in {path, target}:
            raise OSError
        return rename(path, target)

    build(site, former, {"a/c/index.html": "2"}, KEPT)
    monkeypatch.setattr(Path, "rename", refuse)
    assert build(site, former, {"a/c/index.html": "3"}, KEPT)["a/c/index.html"] == "3"
    assert not former.exists()
    assert [path.name for path in site.parent.iterdir() if path != former.parent] == ["site"]


def test_nothing_waits_for_a_site_that_is_begun_or_takes_nothing_over(
    places: tuple[Path, Path],
) -> None:
    """What waits stays where it is."""
    site, former = places
    build(site, former, {"a/c/index.html": "2"}, KEPT)
    assert build(site, former, FIRST, []) == FIRST
    stage = Stage(site, be_told, former)
    write(stage.folder, {"f/index.html": "3"})
    stage.take_over(KEPT)
    stage.settle()
    assert read(site) == {**dict.fromkeys(KEPT, "1"), "f/index.html": "3"}


def test_a_build_that_is_killed_leaves_one_whole_site(places: tuple[Path, Path]) -> None:
    """At each step that it takes, with the former site for its folder; none is left beside it."""
    site, former = places
    states = [{**dict.fromkeys(KEPT, "1"), "a/c/index.html": number} for number in "23"]
    build(site, former, {"a/c/index.html": "2"}, KEPT)
    step, found = 1, list[dict[str, str]]()
    while build_until(step, partial(build, site, former, {"a/c/index.html": "32"[step % 2]}, KEPT)):
        Stage(site, be_told).discard()
        assert read(site) in states
        found.append(read(site))
        step += 1
    assert all(state in found for state in states)
    assert step > 40
    assert [path.name for path in site.parent.iterdir() if path != former.parent] == ["site"]
