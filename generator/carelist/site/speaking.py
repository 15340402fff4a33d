"""Texts as one locale shows them: never silently in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from carelist.catalog.texts import State, Text
    from carelist.speech.locales import Locale


class Said(NamedTuple):
    """A text in the locale of its page."""

    text: str
    state: State
    """Of the translation; the source is always fresh."""
    source: str
    """The text in the language of the source, which prevails."""
    language: str
    """Of `text`, as a value of the attribute `lang`."""

    def __str__(self) -> str:
        return self.text


def say(text: Text, locale: Locale) -> Said:
    """Give a text in a locale; where its translation is missing, the source, marked as such."""
    if locale.is_source:
        source = text.source
        return Said(source, "fresh", source, locale.language)
    state = text.find_state(locale)
    shown = SOURCE if state == "missing" else locale
    return Said(text.find(shown), state, text.source, shown.language)
