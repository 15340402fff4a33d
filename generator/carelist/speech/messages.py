"""What is to be said, in no language yet: a key of the words of a subject, and what fills it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from carelist.speech.locales import Locale

if TYPE_CHECKING:
    from carelist.speech.words import Subject

MOST_CHARACTERS = 200
"""Of a value that is shown in a message; a longer one is cut."""


class Speakable(Protocol):
    """What can be said in any language: a message, or a text of the list."""

    def write(self, language: Locale, /) -> str:
        """Give it in a language."""


Value: TypeAlias = str | Locale | Speakable
Values: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True)
class Message:
    """One line to a reader: its key in the words of a subject, and its values.

    >>> Message("problems", "unknown_pillar", {"value": "helth"}).write(find_locale("en"))
    "unknown pillar 'helth'"
    """

    subject: Subject
    key: str
    values: Values = field(default_factory=dict)

    def write(self, language: Locale, /) -> str:
        """Give it in a language, always one line."""
        shown = {name: _write(value, language) for name, value in self.values.items()}
        return language.words(self.subject).fill(self.key, **shown)


def show(text: str) -> str:
    """Give a text as one line that can be printed anywhere, shortened where it is endless."""
    shown = text if len(text) <= MOST_CHARACTERS else text[:MOST_CHARACTERS] + "…"
    if shown.isprintable():
        return shown
    return "".join(_show_character(character) for character in shown)


def _write(value: Value, language: Locale) -> str:
    if isinstance(value, Locale):
        return value.name_in(language)
    if isinstance(value, Message):
        return value.write(language)
    return show(value if isinstance(value, str) else value.write(language))


def _show_character(character: str) -> str:
    if character == "\n":
        return "⏎"
    if character.isprintable() or character == "\u3000":
        return character
    return character.encode("unicode-escape", "surrogatepass").decode("ascii")
