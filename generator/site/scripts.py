"""Scripts as they are published: small, and those that are always needed together as one file."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

JOINED = "scripts/check/questionnaire.mjs"
"""Written as many modules, fetched as one: each fetch would cost a phone a trip to the server."""

_BLOCK = re.compile(r"^[ \t]*/\*\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INLINE = re.compile(r"/\*\* @type .*?\*/ ?")
_INDENT = re.compile(r"^[ \t]+|\n+(?=\n)", re.MULTILINE)
_QUOTED = re.compile(r'("(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)')
_AROUND = re.compile(r" ?([\]\[=*<>?:&|,{}();%^!]|(?<![+-] )[+-](?! ?[+-])) ?")
"""Spaces that mean nothing, unlike one that keeps two signs apart."""

_IMPORT = re.compile(r'^import \{[^}]*\} from "([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=async|class|const|function)", re.MULTILINE)
_DECLARED = re.compile(r"^(?:export )?(?:async )?(?:class|const|function\*?) (\w+)", re.MULTILINE)


def strip_comments(script: str) -> str:
    """Give a script without its comments, and without space that only its editors need."""
    bare = _LINE.sub("", _BLOCK.sub("", _INLINE.sub("", script)))
    parts = _QUOTED.split(bare)
    parts[::2] = (_AROUND.sub(r"\1", _INDENT.sub("", part)) for part in parts[::2])
    return "".join(parts).lstrip()


def join_modules(entry: str, read: Callable[[str], str]) -> tuple[str, list[str]]:
    """Give one script for a module and all that it imports, and the names of those, itself last.

    Raises:
        ValueError: If two of them declare the same name, which would then be one.
    """
    texts: dict[str, str] = {}
    _collect(entry, read, texts)
    owners: dict[str, str] = {}
    for module, text in texts.items():
        for name in _DECLARED.findall(text):
            if name in owners:
                message = f"'{name}' is declared in {owners[name]} and in {module}"
                raise ValueError(message)
            owners[name] = module
    bodies = [_IMPORT.sub("", text) for text in texts.values()]
    return "".join([*(_EXPORT.sub("", body) for body in bodies[:-1]), bodies[-1]]), list(texts)


def _collect(module: str, read: Callable[[str], str], texts: dict[str, str]) -> None:
    """Read a module behind those that it imports, each once."""
    text = read(module)
    for link in _IMPORT.findall(text):
        imported = posixpath.normpath(posixpath.join(posixpath.dirname(module), link))
        if imported not in texts:
            _collect(imported, read, texts)
    texts[module] = text
