"""A site is made aside, and takes its place once it is whole; until then the last one stands.

All of one build is in a hidden folder beside the site's: `.site.carelist-build`. Who has its lock
is the only build there; the system releases it however the process ends. What a build that was
killed has left there, the next removes, whichever site it builds beside it.
"""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from carelist.disk import tell_disk_error
from carelist.site.files import is_same, keep_former, link, list_addresses, take_former
from carelist.site.swapping import is_fixed, put_back, swap

if sys.platform != "win32":
    import fcntl

from carelist.site.telling import tell
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ENDING = ".carelist-build"
LOCK, NEW, OLD, OTHERS = "lock", "new", "old", "others"
"""What is in the folder of a build: its lock, its site, the one that was there before, and what
others write into it meanwhile."""


SPARE = ".carelist-same"
"""What a file is called for a moment in which it takes the place of its like."""


class CannotStageError(Exception):
    """There can be no site in that place; the message says why."""


class Stage:
    """The folder in which one build makes its site, beside the one that readers see."""

    def __init__(
        self, site: Path, tell_wait: Callable[[], None], former: Path | None = None
    ) -> None:
        """Make the folder, once no other build of this site is under way.

        Args:
            site: The folder of the site, or a link to it; it need not be there.
            tell_wait: Called where another build is waited for.
            former: Where the last site that gave its place away waits; None where none does.

        Raises:
            CannotStageError: If something else than a folder is there.
            OSError: If the folder cannot be made.
        """
        self.site = Path(os.path.realpath(site))
        if self.site.exists() and not self.site.is_dir():
            told = tell("not_a_folder", place=site)
            raise CannotStageError(f"{tell('site_unbuildable')} {told}")
        self.site.parent.mkdir(parents=True, exist_ok=True)
        self.is_fixed = is_fixed(self.site)
        """Whether the site's folder cannot be renamed; then what is in it is, piece by piece."""
        self._room = self.site / ENDING if self.is_fixed else _name_room(self.site)
        self._lock = _wait_for_lock(self._room, tell_wait)
        self._former = former
        self._same: set[str] = set()
        """The addresses of the files that are those of the site in its place."""
        self.taken: list[str] = []
        """The addresses of the files that others wrote."""
        self.has_left = False
        """Whether others wrote files which the build itself has written, too."""
        self.folder = self._room / NEW
        """Where the build writes."""
        self.others = self._room / OTHERS
        """Where MkDocs and its plugins write, until `take_in`."""
        _sweep(self._room)
        for other in self.site.parent.glob(f".*{ENDING}"):
            _sweep_left(other)
        self.folder.mkdir()
        self.others.mkdir()

    def take_in(self, standing: Iterable[str] = ()) -> None:
        """Put what others wrote into the site, but what the build itself has written.

        Args:
            standing: What others wrote of the site in its place, and would write again.
        """
        for folder, _, names in os.walk(self.others):
            into = self.folder / Path(folder).relative_to(self.others)
            into.mkdir(parents=True, exist_ok=True)
            for name in names:
                if os.path.lexists(into / name):
                    self.has_left = True
                else:
                    (Path(folder) / name).rename(into / name)
                    self.taken.append((into / name).relative_to(self.folder).as_posix())
        for address in standing:
            if os.path.lexists(self.folder / address):
                self.has_left = True
            else:
                self.take_over([address])
                self.taken.append(address)

    def take_over(self, addresses: Iterable[str]) -> None:
        """Give the new site files of the one in its place, as they stand; nobody may write them."""
        taken = dict.fromkeys(addresses)
        if self._former and taken and not self._same:
            self._same |= take_former(self._former, self.folder, self.site, taken)
        for address in taken:
            if address in self._same:
                continue
            old, new = self.site / address, self.folder / address
            try:
                link(old, new)
            except FileNotFoundError:
                new.parent.mkdir(parents=True, exist_ok=True)
                link(old, new)
            self._same.add(address)

    def settle(self) -> None:
        """Put the new site in its place.

        What is hidden in the old one stays, as it does in every build of MkDocs: `.git`,
        `.well-known` and the like are not of the site's making.
        """
        if self.is_fixed:
            self._settle_pieces()
        else:
            self._take_over()
            self._keep_same()
            swap(self.folder, self.site, self._room / OLD)
            if self._former and self._same:
                is_exchanged = self.folder.exists()
                keep_former(self.folder if is_exchanged else self._room / OLD, self._former)
        self.discard()

    def discard(self) -> None:
        """Remove the folder of the build, and let the next begin."""
        put_back(self.site, self._room / OLD)
        for name in (NEW, OLD, OTHERS):
            shutil.rmtree(self._room / name, ignore_errors=True)
        _release(self._room, self._lock)

    def _take_over(self) -> None:
        """Give the new site what is hidden in the old one, and its permissions."""
        if not self.site.exists():
            return
        shutil.copymode(self.site, self.folder)
        for hidden in self.site.glob(".*"):
            copy = self.folder / hidden.name
            if hidden.name == ENDING or copy.exists():
                continue
            if hidden.is_dir() and not hidden.is_symlink():
                shutil.copytree(hidden, copy, symlinks=True)
            else:
                shutil.copy2(hidden, copy, follow_symlinks=False)

    def _keep_same(self) -> None:
        """Let files that are as they were stay the files that they were, with their times.

        So servers go on telling browsers that nothing changed, and whoever copies a site copies
        what did.
        """
        for address in [*list_addresses(self.folder)] if self.site.exists() else ():
            if address in self._same:
                continue
            old, new = self.site / address, self.folder / address
            if is_same(old, new):
                spare = new.with_name(SPARE)
                try:
                    spare.hardlink_to(old)
                except OSError:  # the disk knows no second names
                    return
                spare.replace(new)

    def _settle_pieces(self) -> None:
        """Put each file and folder of the new site in its place, and remove what it has not."""
        aside = self._room / OLD
        aside.mkdir()
        fresh = sorted(self.folder.iterdir())
        for piece in fresh:
            swap(piece, self.site / piece.name, aside / piece.name)
        names = {piece.name for piece in fresh}
        for piece in self.site.iterdir():
            if piece.name not in names and not piece.name.startswith("."):
                piece.rename(aside / piece.name)


def open_stage(place: Path, tell_wait: Callable[[], None], former: Path) -> Stage:
    """Open the stage of a site in its place; a former one may wait.

    Raises:
        CannotStageError: If no site can be there.
    """
    try:
        return Stage(place, tell_wait, former)
    except OSError as error:
        told = tell_disk_error(error, [place], find_own_locale())
        raise CannotStageError(told or f"{tell('site_unbuildable')} {error}") from error


def _name_room(site: Path) -> Path:
    return site.with_name(f".{site.name}{ENDING}")


def _sweep(room: Path) -> None:
    """Remove what a build has left in its folder, and undo the half of a swap."""
    if room.name != ENDING:
        site = room.name.removeprefix(".").removesuffix(ENDING)
        put_back(room.with_name(site), room / OLD)
    for name in (NEW, OLD, OTHERS):
        if (room / name).exists():
            shutil.rmtree(room / name)


def _sweep_left(room: Path) -> None:
    """Remove the folder of another site's build that does not go on."""
    if sys.platform == "win32" or room.is_symlink() or room.stat().st_uid != os.getuid():
        return
    with suppress(OSError), (room / LOCK).open("ab") as lock:  # its build goes on, or just ended
        if _take(lock, waits=False):
            _sweep(room)
            _release(room, lock)


def _wait_for_lock(room: Path, tell_wait: Callable[[], None]) -> IO[bytes]:
    """Give the lock of a folder, which is made, once nobody else has it."""
    while True:
        room.mkdir(exist_ok=True)
        try:
            lock = (room / LOCK).open("ab")
        except FileNotFoundError:  # who had it has just removed the folder
            continue
        if not _take(lock, waits=False):
            tell_wait()
            _take(lock, waits=True)
        if _is_at(lock, room / LOCK):
            return lock
        lock.close()


def _is_at(file: IO[bytes], path: Path) -> bool:
    """Whether a path still leads to an open file."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _take(lock: IO[bytes], *, waits: bool) -> bool:
    """Whether nobody else has a lock; where the system knows none, nobody has."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


def _release(room: Path, lock: IO[bytes]) -> None:
    """Give a lock back, and remove the folder, which is empty unless the system refused."""
    with suppress(OSError):
        (room / LOCK).unlink()
        room.rmdir()
    lock.close()
