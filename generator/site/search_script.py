"""The script of search: lunr and the project's own modules as one, small."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rjsmin

from generator.site.addresses import SEARCH_SCRIPT, SEARCH_SCRIPTS
from generator.site.scripts import join_modules, strip_comments

if TYPE_CHECKING:
    from collections.abc import Callable

LUNR_MODULE = f"{SEARCH_SCRIPTS}lunr.mjs"
"""The name by which modules import lunr; the build makes it."""
_LICENCE = "/**\n * lunr - http"
_PARSER, _END = "lunr.QueryParseError = ", "/**\n   * export the module"


def write_search_script(read: Callable[[str], str], lunr: str) -> tuple[str, list[str]]:
    """Give the script of the search page, and the names of the modules in it, itself last."""
    own, modules = join_modules(
        SEARCH_SCRIPT, lambda name: "" if name == LUNR_MODULE else read(name)
    )
    script = wrap_lunr(lunr).removeprefix("export ") + strip_comments(own)
    return script, [name for name in modules if name != LUNR_MODULE]


def wrap_lunr(lunr: str) -> str:
    """Give lunr as a small module, without the parser of its query language: it is never used."""
    start, end = lunr.find(_PARSER), lunr.find(_END)
    kept = lunr[:start] + lunr[end:] if 0 < start < end else lunr
    kept = kept.replace("/*!", "/*").replace(_LICENCE, _LICENCE.replace("/**", "/*!"), 1)
    head = "const module = { exports: {} }, { exports } = module, define = undefined;"
    script = f"export const lunr = (() => {{\n{head}\n{kept}\nreturn module.exports;\n}})();\n"
    return str(rjsmin.jsmin(script, keep_bang_comments=True)) + "\n"
