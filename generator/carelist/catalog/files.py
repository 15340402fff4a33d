"""The folder of the catalog: which files belong in it, and their bytes."""

from __future__ import annotations

import re
import stat
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.decoding import MAX_BYTES
from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Position, Problem, find_nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

DRAFT_FILE = "draft.yml"
"""While this file lies in a revision's folder, the revision is not published."""
_YEAR = re.compile(r"[0-9]{4}")


class Content(NamedTuple):
    """The bytes of a file, or why there are none."""

    content: bytes
    problem: Problem | None


def find_folder_problems(folder: Path) -> Iterator[Problem]:
    """Yield a problem where there is no catalog at all, or no revision in it."""
    try:
        exists = folder.is_dir()
    except OSError as error:
        yield _refuse(folder, Kind.UNREADABLE_FILE, value=error.strerror or "")
        return
    if not exists:
        yield _refuse(folder, Kind.NO_CATALOG)
    elif not (years := find_revision_folders(folder)):
        yield _refuse(folder / "revisions", Kind.NO_REVISION)
    elif all(is_draft(year) for year in years):
        yield _refuse(folder / "revisions", Kind.ONLY_DRAFTS, value=DRAFT_FILE)


def find_revision_folders(folder: Path) -> list[Path]:
    """List the revisions' folders, each named by its year, the oldest first."""
    return [
        path for path in _list(folder / "revisions") if _YEAR.fullmatch(path.name) and path.is_dir()
    ]


def is_draft(folder: Path) -> bool:
    """Whether the revision in a folder is not published yet."""
    return (folder / DRAFT_FILE).exists()


def part_problems(
    problems: list[Problem], folder: Path, names: Collection[Position] = ()
) -> tuple[list[Problem], list[Problem]]:
    """Part the problems of the files in a folder from all others.

    Args:
        problems: Of all files.
        folder: Of a revision.
        names: Where names stand in other files that it alone brings into them, which may wait for
            their translations as long as it does.

    Returns:
        Those in the folder, and the others.
    """
    own = folder.as_posix()
    inside: list[Problem] = []
    outside: list[Problem] = []
    for problem in problems:
        file = problem.position.file
        is_own = file == own or file.startswith(f"{own}/")
        is_name = problem.is_translation and problem.position in names
        (inside if is_own or is_name else outside).append(problem)
    return inside, outside


def find_unexpected(folder: Path, expected: set[str]) -> Iterator[Problem]:
    """Yield a problem for every visible file that has no place in a folder."""
    known = ", ".join(sorted(expected))
    for path in _list(folder):
        if path.name not in expected:
            near = find_nearest(path.name, expected)
            yield _refuse(path, Kind.UNEXPECTED_FILE, value=path.name, known=known, **near)


def find_strange_revisions(folder: Path) -> Iterator[Problem]:
    """Yield a problem for everything beside the revisions that is no revision."""
    folders = find_revision_folders(folder)
    for path in _list(folder / "revisions"):
        if path not in folders:
            yield _refuse(path, Kind.NOT_A_YEAR, value=path.name)


def find_revision_problem(folder: Path, root: Path, known: set[str]) -> Problem | None:
    """Give the problem of a revision's folder that leaves none of its files to read."""
    target = folder.resolve()
    if not target.is_relative_to(root.resolve()):
        return _refuse(folder, Kind.OUTSIDE_CATALOG, value=str(target), folder=str(root))
    if not _list(folder):
        return _refuse(folder, Kind.EMPTY_FOLDER, known=", ".join(sorted(known)))
    return None


def read_bytes(path: Path, root: Path) -> Content:
    """Read a file that must lie below `root` also when links are followed.

    What cannot be read is a problem at the file's first line, never an exception.
    """
    try:
        return _read(path, root)
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, before Python 3.13
        reason = getattr(error, "strerror", None) or "the link leads in a circle"
        return Content(b"", _refuse(path, Kind.UNREADABLE_FILE, value=reason))


def _read(path: Path, root: Path) -> Content:
    target = path.resolve()
    if not target.is_relative_to(root.resolve()):
        values = {"value": target.as_posix(), "folder": root.as_posix()}
        return Content(b"", _refuse(path, Kind.OUTSIDE_CATALOG, **values))
    try:
        status = target.stat()
    except (FileNotFoundError, NotADirectoryError):
        return Content(b"", _refuse(path, Kind.MISSING_FILE))
    if stat.S_ISDIR(status.st_mode):
        return Content(b"", _refuse(path, Kind.NOT_A_FILE))
    if not stat.S_ISREG(status.st_mode):
        return Content(b"", _refuse(path, Kind.MISSING_FILE))
    if status.st_size > MAX_BYTES:
        values = {"value": str(status.st_size), "most": str(MAX_BYTES)}
        return Content(b"", _refuse(path, Kind.TOO_LARGE, **values))
    return Content(target.read_bytes(), None)


def _list(folder: Path) -> list[Path]:
    """List what a folder visibly holds; nothing where it is no folder that can be read."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError:
        return []


def _refuse(path: Path, kind: Kind, **values: str) -> Problem:
    return Problem(Position(path.as_posix()), kind, values)
