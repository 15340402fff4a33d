"""Scripts as they are published: small, and those that are always needed together as one file."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

import rjsmin

if TYPE_CHECKING:
    from collections.abc import Callable

JOINED = ("scripts/check/questionnaire.mjs", "scripts/search/page.mjs")
"""Written as many modules, fetched as one: each fetch would cost a phone a trip to the server."""
LUNR = "scripts/search/lunr.mjs"
"""The name by which modules import lunr; the build makes it."""

_IMPORT = re.compile(r'^import \{[^}]*\} from "([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=async|class|const|function)", re.MULTILINE)
_DECLARED = re.compile(r"^(?:export )?(?:async )?(?:class|const|function\*?) (\w+)", re.MULTILINE)


_LICENCE = "/**\n * lunr - http"
_PARSER, _END = "lunr.QueryParseError = ", "/**\n   * export the module"


def minify(script: str) -> str:
    """Give a script without its comments and idle space; licences stay."""
    return str(rjsmin.jsmin(script, keep_bang_comments=True))


def wrap_lunr(lunr: str) -> str:
    """Give lunr as a module, without the parser of its query language, which is never used."""
    start, end = lunr.find(_PARSER), lunr.find(_END)
    kept = lunr[:start] + lunr[end:] if 0 < start < end else lunr
    kept = kept.replace("/*!", "/*").replace(_LICENCE, _LICENCE.replace("/**", "/*!"), 1)
    head = "const module = { exports: {} }, { exports } = module, define = undefined;"
    return f"export const lunr = (() => {{\n  {head}\n{kept}\nreturn module.exports;\n}})();\n"


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
