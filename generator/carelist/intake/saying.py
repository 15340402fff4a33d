"""The lines of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelist.speech.locales import Locale


def say(name: str, language: Locale, /, **values: object) -> str:
    """Give one line of the report."""
    return language.words("intake").fill(name, **values)


def join_names(names: Sequence[str], language: Locale) -> str:
    """Put names into one line."""
    return language.list(names)
