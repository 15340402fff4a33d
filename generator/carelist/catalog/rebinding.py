"""What was read of the files of a list is kept while somebody edits it: edits touch few files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from carelist.catalog.binding import bind
from carelist.catalog.checks import check_provisional, check_texts
from carelist.catalog.files import read_bytes
from carelist.catalog.located_yaml import parse_yaml
from carelist.speech.locales import list_tags

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from pydantic import BaseModel

    from carelist.catalog.binding import Sheet
    from carelist.catalog.problems import Problem
    from carelist.speech.locales import Locales

R = TypeVar("R", bound="BaseModel")


class Sheets:
    """The sheets of a list, each bound anew where its file differs from what it was last."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._words = ""
        self._sound: dict[str, object] = {}
        self._bound: dict[Path, tuple[object, Any]] = {}
        self._told: dict[object, tuple[Sheet[Any], tuple[object, ...], list[Problem]]] = {}

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
        basis = (content, root, model, tags, repr(locales))
        before, bound = self._bound.get(path, (None, None))
        if before != basis:
            bound = _bind(path, content, model, locales, tags)
            self._bound[path] = basis, bound
        sheet, problems = bound
        return sheet, [*problems]

    def find_again(
        self, name: str, basis: object, find: Callable[[], Iterable[Problem]]
    ) -> list[Problem]:
        """Give what a check finds; nothing where it found nothing of the same basis before.

        Where it finds something, it is made again the next time: its place may be another.
        """
        if self._sound.get(name) == basis:
            return []
        found = [*find()]
        self._sound.pop(name, None)
        if not found:
            self._sound[name] = basis
        return found

    def tell(
        self, find: Callable[..., Iterable[Problem]], sheet: Sheet[R], *given: object
    ) -> list[Problem]:
        """Give the problems that a check finds in a sheet and what else it is given, found once.

        Of the sheet, it must be the same one.
        """
        before = self._told.get(find)
        if not before or before[0] is not sheet or before[1] != given:
            before = sheet, given, [*find(sheet, *given)]
            self._told[find] = before
        return [*before[2]]


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
    path: Path, content: bytes, model: type[R], locales: Locales, tags: tuple[str, ...]
) -> tuple[Sheet[R] | None, list[Problem]]:
    sheet, problems = bind(model, parse_yaml(path.as_posix(), content), tags)
    if sheet:
        problems = [*problems, *check_texts(sheet, locales), *check_provisional(sheet)]
    return sheet, problems
