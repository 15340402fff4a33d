"""What commands say of what they did, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.speech.words import load_words

if TYPE_CHECKING:
    from generator.catalog.problems import Language


def say(name: str, language: Language, /, **values: str) -> str:
    """Give one line."""
    return load_words(language, "commands").fill(name, **values)
