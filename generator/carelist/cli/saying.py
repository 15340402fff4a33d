"""What commands say of what they did, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelist.speech.locales import Locale


def say(name: str, language: Locale, /, **values: str) -> str:
    """Give one line."""
    return language.words("commands").fill(name, **values)
