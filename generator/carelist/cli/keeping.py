"""What a command made of a list is kept, and taken again while what it is made of is the same.

What is kept is one thing for each that can be asked, in the cache of the project, written anew when
something has changed. It is signed with numbers and times of files that only this machine knows:
nobody else can write one that is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelist.shelf import Shelf
from carelist.site.circles import ANSWERING, look
from carelist.site.unchanged import VARIABLES, sign_files, sign_program
from carelist.speech.locales import FOLDER
from carelist.store import find_store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

ANSWERS = "answers"
"""The folder of the cache in which it is kept."""


class Answer:
    """What a command once made of a list."""

    def __init__(self, folder: Path, asked: Sequence[str], basis: str = "") -> None:
        """Look for what was made of a list, where a project is around it.

        Args:
            folder: Of the list.
            asked: What was asked for, and whatever else it depends on.
            basis: A digest of all that it is made of, besides words of a language; none where that
                is all files of the list.
        """
        root = folder.resolve()
        self._files, self._basis = str(root / FOLDER if basis else root), basis
        self._name = "\n".join((str(root), *asked))
        store = None if _has_links(folder) else find_store(folder.parent, ANSWERS)
        self._signature = self._sign() if store else ""
        self._shelf = Shelf(store.folder, self._signature) if store else None

    def find(self) -> Any:  # noqa: ANN401  # whatever was kept
        """Give what was kept; None where there is nothing, or where something has changed since.

        What is then to be made is made with few looks for circles in memory.
        """
        kept = self._shelf.find(self._name) if self._shelf else None
        if kept is None:
            look(ANSWERING)
        return kept

    def keep(self, made: object) -> None:
        """Keep what was made; nothing where the list was edited meanwhile, or no disk takes it."""
        if self._shelf and self._sign() == self._signature:
            self._shelf.keep(self._name, made)

    def _sign(self) -> str:
        return f"{sign_program()} {self._basis} {sign_files([self._files], VARIABLES)}"


def _has_links(folder: Path) -> bool:
    """Whether a list has folders that stand elsewhere, in which no edit would be seen."""
    return any(path.is_symlink() and path.is_dir() for path in folder.rglob("*"))
