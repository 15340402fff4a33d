"""What can be wrong with a catalog: one record a problem, told in any locale."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.kinds import PUBLICATION_KINDS, TRANSLATION_KINDS, Kind
from carelist.speech.locales import SHIPPED_LOCALES
from carelist.speech.messages import MOST_CHARACTERS, Message, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carelist.speech.locales import Locale
    from carelist.speech.messages import Value, Values

_MOST_LINES = 5


class Position(NamedTuple):
    """A place in a file of the catalog; lines and columns count from 1, in characters."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, where it is wrong, and the values its message speaks of."""

    position: Position
    kind: Kind
    values: Values = field(default_factory=dict)
    cause: Position | None = None
    """Where another problem, if there is one in that line, explains this one."""

    @property
    def is_translation(self) -> bool:
        """Whether only a translation is missing or stale: the list itself stands."""
        return self.kind in TRANSLATION_KINDS

    @property
    def is_of_publication(self) -> bool:
        """Whether the list can be shown, and is only not to be published as it is."""
        return self.kind in PUBLICATION_KINDS

    def message(self, language: Locale = SHIPPED_LOCALES.for_others) -> str:
        """The message alone, in one language, without its position; always one line."""
        behind = [name for name in ("near", "more") if name in self.values]
        parts = (Message("problems", name, self.values) for name in (self.kind.value, *behind))
        return "".join(part.write(language) for part in parts)

    def line(self, language: Locale = SHIPPED_LOCALES.for_others) -> str:
        """The message behind its position, as editors and terminals link it."""
        return write_line(self.position, self.message(language))

    def annotation(self, language: Locale = SHIPPED_LOCALES.for_others, level: str = "") -> str:
        """The problem as an annotation command of GitHub Actions."""
        level = level or ("warning" if self.is_translation else "error")
        return annotate(self.position, self.message(language), level)


def write_line(at: Position, told: str) -> str:
    """Give what is told behind its place, as editors and terminals link it."""
    file, line, column = at
    return f"{show(file)}:{line}:{column}: {told}"


def annotate(at: Position, told: str, level: str) -> str:
    """Give what is told as an annotation command of GitHub Actions."""
    file, line, column = at
    place = f"file={_escape(show(file), ',:')},line={line},col={column}"
    return f"::{level} {place}::{_escape(told)}"


class CarelistError(Exception):
    """Any error that the reader of the message can mend."""


class CatalogError(CarelistError):
    """The catalog cannot be built; `problems` says all that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.line() for problem in self.problems))


class RefusalError(CarelistError):
    """What a command was asked for cannot be done; why, by its key in the words of commands."""

    def __init__(self, reason: str, /, **values: Value) -> None:
        self.message = Message("commands", f"refused_{reason}", values)
        super().__init__(self.tell(SHIPPED_LOCALES.for_others))

    def tell(self, language: Locale) -> str:
        """Say why in one language."""
        return self.message.write(language)


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """List the problems by place; those of one place stay in the order found."""
    return sorted(problems, key=lambda problem: problem.position)


def find_nearest(value: str, known: Iterable[str]) -> dict[str, str]:
    """Give `{"near": …}` where a known word is close to `value`, else nothing.

    >>> find_nearest("healh", ["education", "health"])
    {'near': 'health'}
    >>> find_nearest("traffic", ["education", "health"])
    {}
    """
    names = sorted(known)
    if value.lower() in names:
        return {"near": value.lower()}
    matches = difflib.get_close_matches(value[:MOST_CHARACTERS], names, n=1, cutoff=0.6)
    return {"near": matches[0]} if matches else {}


def list_more_lines(places: Sequence[Position]) -> dict[str, str]:
    """Give `{"more": …}` with the lines of all places but the first, else nothing.

    >>> list_more_lines([Position("x.yml", 3), Position("x.yml", 8), Position("x.yml", 9)])
    {'more': '8, 9'}
    """
    lines = [str(place.line) for place in places[1:]]
    if not lines:
        return {}
    rest = ", …" if len(lines) > _MOST_LINES else ""
    return {"more": ", ".join(lines[:_MOST_LINES]) + rest}


def _escape(text: str, more: str = "") -> str:
    """Escape what a workflow command gives a meaning to (docs of GitHub Actions)."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
