"""What was read of the files of a list is kept, since edits touch few files.

While somebody edits it, and from one command to the next.
"""

from __future__ import annotations

import hashlib
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from carelist.catalog.binding import bind, bind_entry
from carelist.catalog.checks import check_part, check_provisional
from carelist.catalog.fidelity import prove
from carelist.catalog.files import read_bytes
from carelist.catalog.judged import is_proved_alike
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.reparsing import parse_again
from carelist.catalog.sharing import share_sets
from carelist.catalog.walks import list_parts
from carelist.shelf import Shelf
from carelist.speech.locales import list_tags

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from pydantic import BaseModel

    from carelist.catalog.binding import Sheet
    from carelist.catalog.claims import Claims
    from carelist.catalog.fidelity import Proof
    from carelist.catalog.located_yaml import Document
    from carelist.catalog.problems import Problem
    from carelist.catalog.reparsing import Again
    from carelist.catalog.walks import Part
    from carelist.speech.locales import Locales


SOUND = "rules"
"""Under what is kept which rules were sound."""
R = TypeVar("R", bound="BaseModel")


class _Found(NamedTuple):
    """What is wrong in a part of a file whose shape is right."""

    texts: tuple[Problem, ...] = ()
    ids: tuple[Problem, ...] = ()


_Binding: TypeAlias = "tuple[Sheet[Any] | None, list[Problem], tuple[_Found, ...]]"
"""The sheet of a file, what is wrong with its shape, and what is wrong in its parts."""


class _Bound(NamedTuple):
    """What a file was bound to."""

    content: str
    """Its digest."""
    ways: object
    """All else that it hangs on."""
    sheet: Sheet[Any] | None
    misfits: list[Problem]
    """With none, nothing was removed from its tree."""
    found: tuple[_Found, ...]
    """In each of its parts."""

    @property
    def problems(self) -> list[Problem]:
        """All that is wrong in the file: with its shape, with its texts, with its ids."""
        texts = chain.from_iterable(one.texts for one in self.found)
        return [*self.misfits, *texts, *chain.from_iterable(one.ids for one in self.found)]


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
        self._proofs: dict[str, tuple[Claims, str, Proof]] = {}
        """Of lists that are right, with the text that each was held against, by its file."""
        self._judged: dict[str, object] = {}
        """By what rules that are sound were judged in this process."""
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
        ways = (path, root, model.__qualname__, tags, repr(locales))
        before = self._bound.get(path) or self._find(path)
        if before and before.ways != ways:
            before = None
        if not before or before.content != digest:
            again = _parse_again(before, content)
            found = again and before and _bind_entry(before, again, locales, tags)
            if not found:  # and what was tried may have mended keys in the tree
                document = parse_yaml(path.as_posix(), content)
                found = _bind(document, model, locales, tags)
            before = _Bound(digest, ways, *found)
            self._bound[path] = before
            self._note(path.as_posix())
        return before.sheet, before.problems

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
        if self._judged.get(name) == basis:
            return []
        shown, self._judged[name] = _digest(basis), basis
        if self._sound.get(name) == shown:
            return []
        found = [*find()]
        self._sound.pop(name, None)
        if found:
            del self._judged[name]
        else:
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

    def prove(self, claims: Claims, file: str, text: str) -> Proof:
        """Prove a revision, or give the proof of one that this process found right; see `prove`."""
        claimed, held, proof = self._proofs.get(file) or (None, "", None)
        if not proof or not claimed or text != held or not is_proved_alike(claimed, claims):
            proof = prove(claims, file, text)
        self._proofs[file] = claims, text, proof
        if not proof.fidelity:
            del self._proofs[file]
        return proof

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
    document: Document, model: type[BaseModel], locales: Locales, tags: tuple[str, ...]
) -> _Binding:
    sheet, misfits = bind(model, document, tags)
    share_sets(sheet and sheet.record)
    parts = list_parts(sheet.record) if sheet else ()
    return sheet, misfits, tuple(_check(sheet, part, locales) for part in parts if sheet)


def _parse_again(before: _Bound | None, content: bytes) -> Again | None:
    """Read a file that differs in one entry; None where it must be read whole."""
    read = before and not before.misfits and before.sheet
    return parse_again(read.document, content) if read else None


def _bind_entry(
    before: _Bound, again: Again, locales: Locales, tags: tuple[str, ...]
) -> _Binding | None:
    """Bind the entry in which a file differs; None where all of it must be bound."""
    assert before.sheet  # noqa: S101  # of which the file was read again; for mypy
    sheet = bind_entry(before.sheet, again.document, again.key, again.number, tags)
    if not sheet:
        return None
    parts = [*list_parts(sheet.record)]
    at = [part.path for part in parts].index((again.key, again.number))
    found = [*before.found]
    found[at] = _check(sheet, parts[at], locales)
    return sheet, [], tuple(found)


def _check(sheet: Sheet[Any], part: Part, locales: Locales) -> _Found:
    texts, ids = check_part(sheet, part, locales), check_provisional(sheet, part)
    return _Found(tuple(texts), tuple(ids))
