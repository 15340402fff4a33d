"""The folder of the catalog: which files belong in it, and their bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.catalog.located_yaml import MAX_BYTES
from generator.catalog.messages import Kind
from generator.catalog.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def find_revision_folders(folder: Path) -> list[Path]:
    """List the revisions' folders, each named by its year, the oldest first."""
    parent = folder / "revisions"
    names = sorted(parent.iterdir()) if parent.is_dir() else []
    return [path for path in names if path.is_dir() and re.fullmatch(r"\d{4}", path.name)]


def find_unexpected(folder: Path, expected: set[str]) -> Iterator[Problem]:
    """Yield a problem for every visible file that has no place in a folder."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.name not in expected and not path.name.startswith("."):
            values = {"value": path.name, "known": ", ".join(sorted(expected))}
            yield Problem(Position(path.as_posix()), Kind.UNEXPECTED_FILE, values)


def read_bytes(path: Path, root: Path) -> tuple[bytes, Problem | None]:
    """Read a file that must lie below `root` also when links are followed."""
    at = Position(path.as_posix())
    target = path.resolve()
    if not target.is_relative_to(root.resolve()):
        values = {"value": target.as_posix(), "folder": root.as_posix()}
        return b"", Problem(at, Kind.OUTSIDE_CATALOG, values)
    if not target.is_file():
        return b"", Problem(at, Kind.MISSING_FILE)
    size = target.stat().st_size
    if size > MAX_BYTES:
        values = {"value": str(size), "most": str(MAX_BYTES)}
        return b"", Problem(at, Kind.TOO_LARGE, values)
    return target.read_bytes(), None
