"""Scripts as they are published: small, and those that are always needed together as one file."""

from __future__ import annotations

import json
import posixpath
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, TypeVar

import minify as tdewolff

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

SHORT_SEARCH = "scripts/search/page.mjs"
STEPS = "scripts/steps.mjs"
LIST_PARTS = "scripts/list-parts.mjs"
LONG_SEARCH = "scripts/search/long.mjs"
RESERVE = "scripts/search/reach.mjs"
"""Published only with a list that needs it, as `carelist.site.idle` says."""
SAVING_SCRIPT = "scripts/saving.mjs"
PORTAL = "scripts/portal"
"""Begins the names of scripts that portals alone have."""
WORKER_SCRIPT = "scripts/worker/worker.mjs"
KILL_SWITCH_SCRIPT = "scripts/worker/off.mjs"
"""One of them is the service worker, and moves to the root of the site."""
JOINED = (
    "scripts/site.mjs",
    "scripts/aloud.mjs",
    "scripts/aloud/reader.mjs",
    "scripts/archive/making.mjs",
    "scripts/check/questionnaire.mjs",
    "scripts/not-found.mjs",
    STEPS,
    LIST_PARTS,
    SHORT_SEARCH,
    LONG_SEARCH,
    RESERVE,
    SAVING_SCRIPT,
    WORKER_SCRIPT,
    KILL_SWITCH_SCRIPT,
)
"""Written as many modules, fetched as one: each fetch would cost a phone a trip to the server."""

_CALLED = re.compile(r'\bimport\("[^"]*"\)')
_IMPORT = re.compile(r'^import \{[^}]*\} from "([^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=async|class|const|function|let)", re.MULTILINE)
_EXPORTED = re.compile(r"^export (?:async )?(?:class|const|function) (\w+)", re.MULTILINE)
_DECLARED = re.compile(
    r"^(?:export )?(?:async )?(?:class|const|function\*?|let) (\w+)", re.MULTILINE
)


@lru_cache(maxsize=1 << 7)
def minify(script: str) -> str:
    """Give a script without its comments and idle space, with short names inside; licences stay."""
    return str(tdewolff.string("application/javascript", script))


def minify_inline(script: str) -> str:
    """Give a script as it stands in a page: its names are its own."""
    return minify(f"{{{script}\n}}")


def address_import(script: str, address: str) -> str:
    """Give a script that imports one module while it runs, and from another address."""
    return _CALLED.sub(lambda _: f"import({json.dumps(address)})", script)


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


def enclose(script: str) -> str:
    """Give a minified script whose own names are all short, since they stand within a function."""
    names = _EXPORTED.findall(script)
    body = _EXPORT.sub("", script)
    if not names:
        return minify(f"(()=>{{{body}\n}})()")
    shown = ",".join(names)
    return f"export const{{{shown}}}=" + minify(f"(()=>{{{body}\nreturn{{{shown}}}}})()")


def _collect(module: str, read: Callable[[str], str], texts: dict[str, str]) -> None:
    """Read a module behind those that it imports, each once."""
    text = read(module)
    for link in _IMPORT.findall(text):
        imported = posixpath.normpath(posixpath.join(posixpath.dirname(module), link))
        if imported not in texts:
            _collect(imported, read, texts)
    texts[module] = text


class Script(Protocol):
    """A file of whoever writes the site."""

    src_uri: str
    content_string: str


S = TypeVar("S", bound=Script)


def finish_files(files: Iterable[S], idle: Container[str]) -> list[S]:
    """Write every script as it is published into its file; give those that are not published."""
    scripts = {file.src_uri: file for file in files if file.src_uri.endswith(".mjs")}
    texts = {name: file.content_string for name, file in scripts.items()}
    finished = finish_scripts(texts, idle)
    for name, text in finished.items():
        scripts[name].content_string = text
    return [file for name, file in scripts.items() if name not in finished]


def finish_scripts(scripts: dict[str, str], idle: Container[str] = ()) -> dict[str, str]:
    """Give the scripts to publish by their names: joined where they are one, and minified.

    Args:
        scripts: Every script as it is written, by name.
        idle: Names of those that no page of the site asks for, each of which is one of `JOINED`.
    """
    joined: dict[str, str] = {}
    parts: set[str] = set()
    for entry in (name for name in JOINED if name in scripts):
        text, modules = join_modules(entry, scripts.__getitem__)
        parts |= set(modules)
        if entry not in idle:
            joined[entry] = text
    parts |= {name for name in scripts if name.startswith(PORTAL)}
    alone = {name: text for name, text in scripts.items() if name not in parts}
    published = {name: minify(text) for name, text in alone.items()}
    return published | {name: enclose(text) for name, text in joined.items()}
