"""The words of the site's interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.speech import words
from generator.speech.words import Words

if TYPE_CHECKING:
    from generator.site.addresses import Locale

__all__ = ["Words", "load_words"]


def load_words(locale: Locale) -> Words:
    """Load the words of a locale.

    Raises:
        WordsError: If its site.yml is not lines of `key: text`.
    """
    return words.load_words(locale, "site")
