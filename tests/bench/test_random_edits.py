"""Each edit at random changes something, and one that leaves nothing sound is undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.random_edits import Project
from tests.conftest import LAKESIDE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def read(folder: Path) -> dict[str, bytes]:
    """Every file of a project by its path."""
    return {path.as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_each_edit_changes_a_file_and_is_undone_where_nothing_can_be_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By hand a site stands in the place of one that is built."""
    folder = tmp_path / "city"
    project = Project(folder, LAKESIDE, seed=7)
    (folder / "site").mkdir()
    for name in ("index.html", "other.html"):
        (folder / "site" / name).write_text(name)
    for edit in dict.fromkeys(project.edits):
        before = read(folder)
        tries = [edit() for _ in range(4)]  # settings may be drawn as they were
        assert read(folder) != before, tries
    before = read(folder)
    monkeypatch.setattr(Project, "build", lambda *_: False)
    project.edits = tuple(one for one in project.edits if "site" not in one.__name__)
    made = [project.edit() for _ in range(3)]
    assert [one.is_sound for one in made] == [False] * 3
    assert read(folder) == before
