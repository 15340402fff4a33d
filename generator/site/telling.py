"""What a build says to whoever builds, in their language."""

from __future__ import annotations

from generator.catalog.problems import find_language
from generator.speech.words import load_words


def tell(key: str, /, **values: object) -> str:
    """Give a line."""
    return load_words(find_language(), "commands").fill(key, **values)
