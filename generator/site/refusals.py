"""What no site is built from: an address that leads nowhere, links that lead out of its folders."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from generator.catalog.links import find_stray_links
from generator.catalog.messages import Kind
from generator.catalog.problems import Position, Problem, find_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HOST = r"[\w-]+(?:\.[\w-]+)*|\[[0-9A-Fa-f:.]+\]"
_ADDRESS = re.compile(rf"(?i:https?)://(?:{_HOST})(?::[0-9]{{1,5}})?(?:/[^\s?#\"'<>\\]*)?")
_KEY = re.compile(r"^site_url\s*:[ \t]*", re.MULTILINE)


def tell_refusals(settings: Path, url: str | None, folders: Iterable[Path], *, prints: bool) -> str:
    """Say why a site is not built, a line each, in the language of whoever builds it.

    Nothing, if it can be.

    Args:
        settings: The file that says where the site is published.
        url: The address that it says, if it says any.
        folders: All that is published from them lies in them.
        prints: Whether pictures and posters are made, with codes that lead to the address.
    """
    problems = [*check_site_url(settings, url or "", prints=prints)]
    for folder in folders:
        problems += find_stray_links(shorten(folder))
    told = (problem.line(find_language()) for problem in problems)
    return "\n".join(["the site cannot be built:", *told]) if problems else ""


def check_site_url(settings: Path, url: str, *, prints: bool) -> Iterator[Problem]:
    """The address is one that a reader can open; it may be missing where nothing is printed."""
    if url and not _ADDRESS.fullmatch(url):
        yield Problem(_find_place(settings), Kind.NOT_A_SITE_URL, {"value": url})
    elif prints and not url:
        yield Problem(_find_place(settings), Kind.SITE_URL_MISSING)


def _find_place(settings: Path) -> Position:
    """Give the place of the address in the settings, also where a variable gives it."""
    text = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    file = shorten(settings).as_posix()
    match = _KEY.search(text)
    if match is None:
        return Position(file)
    line = text.count("\n", 0, match.start()) + 1
    return Position(file, line, match.end() - match.start() + 1)


def shorten(path: Path) -> Path:
    """Give a path as messages show it: from here, where it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
