"""The scripts of search as one small module: lunr and the project's own, joined and minified.

One request in place of a dozen, one after another, and no comments in it but lunr's licence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import rjsmin

if TYPE_CHECKING:
    from pathlib import Path

LUNR_MODULE = "lunr.mjs"
"""The name by which modules import lunr; the build makes it."""
_IMPORT = re.compile(r'^import .*? from "\./([\w-]+\.mjs)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|class|const)", re.MULTILINE)
_NAME = re.compile(r"^(?:export )?(?:async )?(?:function|class|const) (\w+)", re.MULTILINE)
_EXPORTED = re.compile(r"^export (?:async )?(?:function|class|const) (\w+)", re.MULTILINE)
_LICENCE = "/**\n * lunr - http"
_PARSER, _END = "lunr.QueryParseError = ", "/**\n   * export the module"


class ScriptError(Exception):
    """The modules cannot be joined; the message says why."""


def join_modules(folder: Path, entry: str, lunr: str) -> str:
    """Join a module with all that it imports, and with lunr, into one.

    Raises:
        ScriptError: Where two modules give one name to different things.
    """
    joined: dict[str, str] = {LUNR_MODULE: wrap_lunr(lunr)}
    _gather(folder, entry, joined)
    names: dict[str, str] = {}
    for module, text in joined.items():
        for name in _NAME.findall(text) if module != LUNR_MODULE else ["lunr"]:
            if name in names:
                message = f"{module} and {names[name]} both have '{name}'; name one otherwise"
                raise ScriptError(message)
            names[name] = module
    own = "".join(_EXPORT.sub("", text) for name, text in joined.items() if name != LUNR_MODULE)
    exported = _EXPORTED.findall(joined[entry])
    text = joined[LUNR_MODULE].replace("export const", "const") + own
    text += f"export {{ {', '.join(exported)} }};\n"
    return str(rjsmin.jsmin(text, keep_bang_comments=True))


def wrap_lunr(lunr: str) -> str:
    """Give lunr as a module, without the parser of its query language, which is never used."""
    start, end = lunr.find(_PARSER), lunr.find(_END)
    kept = lunr[:start] + lunr[end:] if 0 < start < end else lunr
    kept = kept.replace("/*!", "/*").replace(_LICENCE, _LICENCE.replace("/**", "/*!"), 1)
    head = "const module = { exports: {} }, { exports } = module, define = undefined;"
    return f"export const lunr = (() => {{\n{head}\n{kept}\nreturn module.exports;\n}})();\n"


def _gather(folder: Path, name: str, joined: dict[str, str]) -> None:
    """Add a module behind those that it imports."""
    if name in joined:
        return
    text = (folder / name).read_text(encoding="utf-8")
    for imported in _IMPORT.findall(text):
        _gather(folder, imported, joined)
    joined[name] = _IMPORT.sub("", text)
