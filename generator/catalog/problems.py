"""What can be wrong with a catalog: one record a problem, told in Chinese or English."""

from __future__ import annotations

import difflib
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from generator.catalog.messages import MESSAGES, TRANSLATION_KINDS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


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
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_translation(self) -> bool:
        """Whether only an English text is missing or stale: the Chinese list itself stands."""
        return self.kind in TRANSLATION_KINDS

    def message(self, language: Language = "en") -> str:
        """The message alone, in one language, without its position."""
        words = MESSAGES[self.kind]
        text = getattr(words, language).format(**self.values)
        if near := self.values.get("near"):
            text += {"en": f"; did you mean '{near}'?", "zh": f"；是不是“{near}”？"}[language]
        return text

    def line(self, language: Language = "en") -> str:
        """The message behind its position, as editors and terminals link it."""
        file, line, column = self.position
        return f"{file}:{line}:{column}: {self.message(language)}"

    def annotation(self, language: Language = "en") -> str:
        """The problem as an annotation command of GitHub Actions."""
        file, line, column = self.position
        level = "warning" if self.is_translation else "error"
        place = f"file={_escape(file, ',:')},line={line},col={column}"
        return f"::{level} {place}::{_escape(self.message(language))}"


class CarelistError(Exception):
    """Any error that the reader of the message can mend."""


class CatalogError(CarelistError):
    """The catalog cannot be built; `problems` says all that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.line() for problem in self.problems))


def list_lines(problems: Iterable[Problem], language: Language) -> Iterator[str]:
    """Yield one line a problem, in the order of files, lines and columns."""
    for problem in sort_problems(problems):
        yield problem.line(language)


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """List the problems by place; those of one place stay in the order found."""
    return sorted(problems, key=lambda problem: problem.position)


def find_nearest(value: str, known: Iterable[str]) -> dict[str, str]:
    """Give `{"near": …}` where a known word is close to `value`, else nothing."""
    matches = difflib.get_close_matches(value, sorted(known), n=1, cutoff=0.6)
    return {"near": matches[0]} if matches else {}


def find_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Read the user's language from the locale, as POSIX orders its variables."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def _escape(text: str, more: str = "") -> str:
    """Escape what a workflow command gives a meaning to (docs of GitHub Actions)."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
