"""Comments that the program writes into the files of a list, in one language after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.speech.locales import SHIPPED_LOCALES
from carelist.speech.messages import Message

if TYPE_CHECKING:
    from carelist.speech.messages import Value


def list_lines(key: str, /, **values: Value) -> list[str]:
    """List the lines of a comment, without their signs."""
    said = Message("files", key, values)
    return [line for locale in SHIPPED_LOCALES for line in said.write(locale).split("\n")]


def write_comment(key: str, /, **values: Value) -> str:
    """Write a comment as it stands at the head of a file."""
    return "".join(f"# {line}\n" for line in list_lines(key, **values))
