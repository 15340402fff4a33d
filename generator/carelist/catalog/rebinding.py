"""What was read of the files of a list is kept, since edits touch few files.

While somebody edits it, and from one command to the next.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from carelist.catalog.binding import bind
from carelist.catalog.checks import check_provisional, check_texts
from carelist.catalog.files import read_bytes
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.reparsing import parse_again
from carelist.shelf import Shelf
from carelist.speech.locales import list_tags

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from pydantic import BaseModel

    from carelist.catalog.binding import Sheet
    from carelist.catalog.located_yaml import Document
    from carelist.catalog.problems import Problem
    from carelist.speech.locales import Locales

SOUND = "rules"
"""Under what is kept which rules were sound."""
R = TypeVar("R", bound="BaseModel")


class _Bound(NamedTuple):
    """What a file was bound to."""

    basis: object
    """All that it hangs on."""
    sheet: Sheet[Any] | None
    problems: list[Problem]
    is_as_read: bool
    """Whether nothing was wrong with its shape, so that nothing was removed from its tree."""


class _Told(NamedTuple):
    """What a check found in a sheet."""

    sheet: Sheet[Any]
    given: str
    """A digest of what else it was given."""
    problems: list[Problem]


class Sheets:
    """The sheets of a list, each bound anew where its file differs from what it was last.

    With a folder, they are kept there from one process to the next.
    """

    def __init__(self, folder: Path | None = None, signature: str = "") -> None:
        """Keep nothing yet, but what is in a folder.

        Args:
            folder: None where nothing is to outlast the process.
            signature: Of the program, which numbers and times are part of that only this machine
                knows: nobody else can write what is taken from the folder.
        """
        self._words = ""
        self._sound: dict[str, str] = {}
        self._bound: dict[Path, _Bound] = {}
        self._told: dict[str, _Told] = {}
        self._store = Shelf(folder, signature) if folder else None
        if self._store:
            self._sound = self._store.find(SOUND) or {}

    def has_other(self, words: str) -> bool:
        """Whether the files of words, as they are signed, are others than when this was asked."""
        before, self._words = self._words, words
        return before != words

    def bind(
        self, path: Path, root: Path, model: type[R], locales: Locales
    ) -> tuple[Sheet[R] | None, list[Problem]]:
        """Bind a file, or give what it was bound to; see `bind_file`."""
        content, problem = read_bytes(path, root)
        if problem:
            return None, [problem]
        tags = list_tags(root)
        digest = hashlib.sha256(content).hexdigest()
        basis = (digest, path, root, model.__qualname__, tags, repr(locales))
        before = self._bound.get(path) or self._find(path)
        if not before or before.basis != basis:
            read = before and before.is_as_read and before.sheet and before.sheet.document
            document = parse_again(read, content) if read and read.file == path.as_posix() else None
            document = document or parse_yaml(path.as_posix(), content)
            before = _Bound(basis, *_bind(document, model, locales, tags))
            self._bound[path] = before
            self._note(path.as_posix())
        return before.sheet, [*before.problems]

    def _find(self, path: Path) -> _Bound | None:
        """Give what a file was bound to by another process, and what checks found in it."""
        bound, told = (self._store and self._store.find(path.as_posix())) or (None, {})
        if bound:
            self._bound[path] = bound
            self._told |= told
        return bound

    def _note(self, name: str) -> None:
        if self._store:
            self._store.changed.add(name)

    def find_again(
        self, name: str, basis: object, find: Callable[[], Iterable[Problem]]
    ) -> list[Problem]:
        """Give what a check finds; nothing where it found nothing of the same basis before.

        Where it finds something, it is made again the next time: its place may be another.
        """
        shown = _digest(basis)
        if self._sound.get(name) == shown:
            return []
        found = [*find()]
        self._sound.pop(name, None)
        if not found:
            self._sound[name] = shown
        self._note(SOUND)
        return found

    def tell(
        self, name: str, find: Callable[..., Iterable[Problem]], sheet: Sheet[R], *given: object
    ) -> list[Problem]:
        """Give the problems that a check finds in a sheet and what else it is given, found once.

        Of the sheet, it must be the same one. `name` is that of the check.
        """
        shown = _digest(given)
        before = self._told.get(name)
        if not before or before.sheet is not sheet or before.given != shown:
            before = _Told(sheet, shown, [*find(sheet, *given)])
            self._told[name] = before
            self._note(sheet.document.file)
        return [*before.problems]

    def keep(self) -> None:
        """Keep what has changed for the next process, where there is a folder for it."""
        if not self._store:
            return
        if SOUND in self._store.changed:
            self._store.keep(SOUND, self._sound)
        for path, bound in self._bound.items():
            if path.as_posix() in self._store.changed:
                told = {name: one for name, one in self._told.items() if one.sheet is bound.sheet}
                self._store.keep(path.as_posix(), (bound, told))


def _digest(basis: object) -> str:
    """Give a digest of what something hangs on, as it is shown."""
    return hashlib.sha256(repr(basis).encode("utf-8", "surrogatepass")).hexdigest()


def bind_file(
    path: Path, root: Path, model: type[R], locales: Locales
) -> tuple[Sheet[R] | None, list[Problem]]:
    """Bind a file to its record, with all that is wrong in it; `root` is the catalog's folder.

    Returns:
        The sheet, None where there is nothing to bind, and the problems: of the file, of its YAML,
        of its shape, then of its texts.
    """
    return Sheets().bind(path, root, model, locales)


def _bind(
    document: Document, model: type[R], locales: Locales, tags: tuple[str, ...]
) -> tuple[Sheet[R] | None, list[Problem], bool]:
    sheet, problems = bind(model, document, tags)
    is_as_read = not problems
    if sheet:
        problems = [*problems, *check_texts(sheet, locales), *check_provisional(sheet)]
    return sheet, problems, is_as_read
