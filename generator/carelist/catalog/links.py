"""Symbolic links below a folder that is published: they stay in it, and lead to what is there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCK = ".#"
"""What the links begin with by which an editor locks a file that it has open."""


class _Link(NamedTuple):
    path: Path
    lies_in: Path
    """The real folder in which it lies."""
    target: Path
    """The real path that it leads to."""


def find_stray_links(folder: Path) -> Iterator[Problem]:
    """Yield a problem for every link below a folder that cannot be published.

    No link is followed on the way: one that stays inside leads to what is looked through itself.
    """
    root = Path(os.path.realpath(folder))
    links: list[_Link] = []
    below: dict[Path, set[Path]] = {}
    """By real folder: those that a reader of links comes to from there."""
    for here, folders, files in os.walk(folder):
        folders.sort()
        real = Path(os.path.realpath(here))
        below[real] = {Path(os.path.realpath(Path(here, name))) for name in folders}
        for name in sorted((*folders, *files)):
            path = Path(here, name)
            if path.is_symlink() and not name.startswith(LOCK):
                links.append(_Link(path, real, Path(os.path.realpath(path))))
    for link in links:
        kind = _judge(link, root, below)
        values = {"value": link.target.as_posix(), "folder": folder.as_posix()}
        if kind:
            yield Problem(Position(link.path.as_posix()), kind, values)


def _judge(link: _Link, root: Path, below: dict[Path, set[Path]]) -> Kind | None:
    if not link.target.is_relative_to(root):
        return Kind.LINK_LEAVES
    if not link.target.exists():
        return Kind.LINK_NOWHERE
    return Kind.LINK_IN_CIRCLE if _leads_back(link, below) else None


def _leads_back(link: _Link, below: dict[Path, set[Path]]) -> bool:
    """Whether who follows it, and then others, comes to where it lies."""
    reached: set[Path] = set()
    ahead = {link.target}
    while ahead:
        reached |= ahead
        ahead = {folder for place in ahead for folder in below.get(place, ())} - reached
    return link.lies_in in reached
