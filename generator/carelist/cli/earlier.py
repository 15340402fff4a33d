"""Earlier states of a file, from the history that Git keeps; none where Git does not know it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def list_earlier(path: Path) -> Iterator[bytes]:
    """Yield what a file held in each commit that changed it, the newest first."""
    for commit in _ask_git(path, "log", "--format=%H", "--", path.name).decode().split():
        yield _ask_git(path, "show", f"{commit}:./{path.name}")


def _ask_git(path: Path, *words: str) -> bytes:
    """Give what Git answers; nothing where it cannot."""
    command = ("git", "-C", str(path.parent), *words)
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  # a file of the list and Git's own words
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
