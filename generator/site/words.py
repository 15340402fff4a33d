"""The words of the interface, kept in words.yml, Chinese beside English."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from generator.catalog.words import Words, read_words

if TYPE_CHECKING:
    from generator.site.addresses import Locale

__all__ = ["FILE", "Words", "load_words"]
FILE = Path(__file__).with_name("words.yml")


@cache
def load_words(locale: Locale) -> Words:
    """Load the words of a locale.

    Raises:
        CatalogError: If words.yml is not the YAML it should be.
    """
    return read_words(FILE, locale)
