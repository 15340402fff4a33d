"""Comments that the program writes into the files of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.speech.locales import SHIPPED_LOCALES
from carelist.speech.messages import Message

if TYPE_CHECKING:
    from carelist.speech.locales import Locale
    from carelist.speech.messages import Value


def list_lines(key: str, /, *locales: Locale, **values: Value) -> list[str]:
    """List the lines of a comment, without their signs.

    Args:
        key: Of its words.
        locales: The languages that it is in, one after another; all that the program ships where
            none is given, as in files that outlast whoever writes them.
        values: What its words are filled in with.
    """
    said = Message("files", key, values)
    spoken = locales or SHIPPED_LOCALES
    return [line for locale in spoken for line in said.write(locale).split("\n")]


def write_comment(key: str, /, *locales: Locale, **values: Value) -> str:
    """Write a comment as it stands at the head of a file; see `list_lines`."""
    return "".join(f"# {line}\n" for line in list_lines(key, *locales, **values))
