"""The files of a site that the next one takes over, and the folder in which they wait for it.

A site has hundreds of folders, and a new one takes the place of the old as a whole. To make and to
remove them all takes longer than to make what an edit concerns. So the site that has given its
place away is kept, and is the folder of the next one: most of its files are those of the site that
stands, under a second name.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

FORMER = "former"
"""The folder of the cache in which the last site waits that gave its place away."""


def list_addresses(folder: Path) -> Iterator[str]:
    """Yield the address of each file in a folder and below, links among them."""
    beginning = len(str(folder)) + 1
    folders = [str(folder)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    yield entry.path[beginning:].replace(os.sep, "/")


def link(old: Path, new: Path) -> None:
    """Give a file a second name, or a copy with its time where the disk knows none.

    Raises:
        FileNotFoundError: If the folder of the second name is not there.
    """
    try:
        new.hardlink_to(old)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copy2(old, new)


def is_same(one: Path, other: Path) -> bool:
    """Whether two files have the same bytes and permissions, and are not one."""
    try:
        stats = one.lstat(), other.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    if os.path.samestat(*stats) or not all(S_ISREG(stat.st_mode) for stat in stats):
        return False
    alike = {(stat.st_size, stat.st_mode) for stat in stats}
    return len(alike) == 1 and one.read_bytes() == other.read_bytes()


def keep_former(folder: Path, former: Path) -> None:
    """Let a site that gave its place away wait for the next one, where it can on that disk."""
    shutil.rmtree(former, ignore_errors=True)
    with suppress(OSError):
        former.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(former)


def take_former(former: Path, folder: Path, site: Path, wanted: Container[str]) -> set[str]:
    """Let the folder in which a site is to be made be the one that waits; nothing if none does.

    All of it is removed but files of the site that stands, under the addresses they have there.

    Args:
        former: The folder that waits.
        folder: The new one; nothing is done where it is not empty.
        site: The site that stands.
        wanted: The addresses of files that the new one takes over.

    Returns:
        The addresses of the files that are there.
    """
    if not former.is_dir() or any(folder.iterdir()):
        return set()
    folder.rmdir()
    try:
        former.rename(folder)
    except OSError:  # another build took it, or it waits on another disk
        folder.mkdir()
        return set()
    left: set[str] = set()
    _remove_others(str(folder), "", site, wanted, left)
    return left


def _remove_others(
    folder: str, beginning: str, site: Path, wanted: Container[str], left: set[str]
) -> bool:
    """Remove what is not wanted below a folder, and note what is; whether nothing is left."""
    is_empty = True
    with os.scandir(folder) as entries:
        listed = [*entries]
    for entry in listed:
        address = f"{beginning}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if _remove_others(entry.path, f"{address}/", site, wanted, left):
                Path(entry.path).rmdir()
            else:
                is_empty = False
        elif address in wanted and _is_one(entry, f"{site}/{address}"):
            left.add(address)
            is_empty = False
        else:
            Path(entry.path).unlink()
    return is_empty


def _is_one(entry: os.DirEntry[str], other: str) -> bool:
    with suppress(OSError):
        return os.path.samestat(entry.stat(follow_symlinks=False), os.lstat(other))
    return False
