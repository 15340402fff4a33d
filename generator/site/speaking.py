"""Texts as one locale shows them: never silently in another language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.site.addresses import HTML_LANGUAGES, Locale

if TYPE_CHECKING:
    from generator.catalog.texts import Text


@dataclass(frozen=True)
class Said:
    """A text in the locale of its page."""

    text: str
    state: Literal["fresh", "stale", "missing"]
    """Of the English; Chinese is always fresh."""
    zh: str
    """The Chinese, which prevails."""
    language: str
    """Of `text`, as a value of the attribute `lang`."""

    def __str__(self) -> str:
        return self.text


def say(text: Text, locale: Locale) -> Said:
    """Give a text in a locale; where its English is missing, the Chinese, marked as such."""
    state = "fresh" if locale == "zh" else text.english_state
    if locale == "zh" or text.en is None or state == "missing":
        return Said(text.zh, state, text.zh, HTML_LANGUAGES["zh"])
    return Said(text.en, state, text.zh, HTML_LANGUAGES["en"])
