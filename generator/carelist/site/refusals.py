"""What no site is built from: an address that leads nowhere, links that lead out of its folders."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from yaml_env_tag import construct_env_tag

from carelist.catalog.kinds import Kind
from carelist.catalog.links import find_stray_links
from carelist.catalog.problems import Position, Problem
from carelist.site.place import OWN_DEVICE
from carelist.site.telling import tell
from carelist.speech.own import find_own_locale

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
    told = (problem.line(find_own_locale()) for problem in problems)
    return "\n".join([tell("site_unbuildable"), *told]) if problems else ""


def is_site_url(url: str) -> bool:
    """Whether an address is one that a site can have."""
    return _ADDRESS.fullmatch(url) is not None


def check_site_url(
    settings: Path, url: str, *, prints: bool, to_hand_out: bool = False
) -> Iterator[Problem]:
    """The address is one that a reader can open; it may be missing where nothing is printed.

    What is to be handed out leads to no address of the device itself.
    """
    at, match = _find_place(settings), _ADDRESS.fullmatch(url)
    if url and not match:
        yield Problem(at, Kind.NOT_A_SITE_URL, {"value": url})
    elif match and to_hand_out and OWN_DEVICE.match(url):
        yield Problem(at, Kind.SITE_URL_LOCAL, {"value": url})
    elif prints and not url:
        yield Problem(at, Kind.SITE_URL_MISSING)


def read_site_url(settings: Path) -> str:
    """Read the address from the settings as MkDocs would; empty where there is none.

    Raises:
        yaml.YAMLError: If the settings are not YAML.
    """
    return read_setting(settings, "site_url")


def read_setting(settings: Path, key: str) -> str:
    """Read what the settings, or those that they inherit, say under a key; empty for nothing.

    Raises:
        yaml.YAMLError: If the settings are not YAML.
    """
    content = yaml.load(settings.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  # makes strings, lists and mappings only
    held = content if isinstance(content, dict) else {}
    parent = settings.parent / str(held.get("INHERIT", ""))
    if key in held or not parent.is_file():
        return str(held.get(key) or "")
    return read_setting(parent, key)


class _Loader(yaml.BaseLoader):
    """Reads every scalar as text, and what variables of the environment give."""


_Loader.add_constructor("!ENV", construct_env_tag)


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
