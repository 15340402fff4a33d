"""What commands say of what they did, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.catalog.messages import COMMANDS

if TYPE_CHECKING:
    from generator.catalog.problems import Language


def say(name: str, language: Language, /, **values: str) -> str:
    """Give one line."""
    words = COMMANDS[name]
    return (words.zh if language == "zh" else words.en).format(**values)
