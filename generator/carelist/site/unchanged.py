"""Whether anything has changed since a site was built: if nothing has, it need not be built again.

A file has changed where its number, its size or the time of its last change differ. That time is
the system's, which nobody can set back; so no file need be read.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from carelist.store import find_cache

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PROGRAM = Path(__file__).parents[1]
RECORDS = "builds"
"""The folder of the cache in which is kept what sites were built from."""
SAID = ".told.json"
"""Of the name of the file of what is said where nothing has changed."""
VARIABLES = ("GITHUB_SHA", "LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "PYTHONPATH")
"""Variables of the environment that a build depends on, besides our own and those of settings."""
_OURS = "CARELIST_"
_NAME = re.compile(r"\b[A-Z][A-Z0-9_]{2,}\b")
"""What may be a variable in settings."""
_PASSED_OVER = {"__pycache__"}


class Inputs(NamedTuple):
    """What a build is made of."""

    roots: tuple[str, ...]
    """Files and folders, but the list."""
    catalog: str
    """The folder of the list."""
    variables: tuple[str, ...]
    """Of the environment, by name."""
    signature: str
    """Of all of them but the list, and of what is installed, when the build began."""
    listed: str
    """Of the list, then."""
    is_strict: bool
    """Whether it was to be given up for a warning."""

    def sign_again(self) -> Inputs:
        """Sign the same as it is now."""
        signature = sign_files(self.roots, self.variables)
        return self._replace(signature=signature, listed=_sign_list(self.catalog))


def sign_inputs(
    roots: Iterable[Path], catalog: Path, settings: Iterable[Path], *, is_strict: bool
) -> Inputs:
    """Sign what a build is about to be made of.

    Args:
        roots: Files and folders that it reads, but the list; words that a list has of its own are
            among them.
        catalog: The folder of the list.
        settings: Those of them in which variables of the environment may be named.
        is_strict: Whether it is given up for a warning.
    """
    named = {name for file in settings for name in _NAME.findall(file.read_text("utf-8"))}
    ours = {name for name in os.environ if name.startswith(_OURS)}
    variables = tuple(sorted({*named, *ours, *VARIABLES}))
    paths, folder = tuple(str(root.absolute()) for root in roots), str(catalog.absolute())
    signature = sign_files(paths, variables)
    return Inputs(paths, folder, variables, signature, _sign_list(folder), is_strict)


def remember(
    inputs: Inputs, project: Path, configuration: Path, place: Path, signature: str
) -> None:
    """Keep what a site was built from, once it is in its place.

    Args:
        inputs: What it was built from.
        project: The folder of the project.
        configuration: The file of its settings.
        place: The folder of the site.
        signature: Of the site in it.
    """
    file = find_record(project, configuration, place)
    file.parent.mkdir(parents=True, exist_ok=True)
    record = inputs._asdict() | {"site": signature}
    unfinished = file.with_suffix(f".{os.getpid()}")
    unfinished.write_text(json.dumps(record), encoding="utf-8")
    unfinished.replace(file)


class Known(NamedTuple):
    """What is known of a site that was built before."""

    inputs: Inputs
    """What it would be built from now."""
    is_list_alone: bool
    """Whether nothing but the list has changed since; if not, neither has the list."""
    site: str
    """The signature of the site."""


def find_changes(
    project: Path, configuration: Path, place: Path, *, is_strict: bool
) -> Known | None:
    """Give what is known of a site that is as it was built, where at most its list has changed.

    None where anything else has changed, or nothing is known.
    """
    try:
        record = json.loads(find_record(project, configuration, place).read_bytes())
        site = record.pop("site")
        before = Inputs(**record)
        now = before.sign_again()
    except (OSError, ValueError, KeyError, TypeError):
        return None
    ours = {name for name in os.environ if name.startswith(_OURS)}
    is_same = (
        ours <= set(now.variables)
        and now.is_strict >= is_strict
        and now.signature == before.signature
        and sign_files([str(place.resolve())], ()) == site
    )
    return Known(now, now.listed != before.listed, site) if is_same else None


def keep_said(configuration: Path, place: Path, said: str) -> None:
    """Keep what is said where nothing has changed: so that can be told before words are loaded.

    Args:
        configuration: The settings that a command finds by itself.
        place: The folder of the site that they name.
        said: A line, in the language that the system says.
    """
    file = _find_said(configuration)
    unfinished = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):  # then it is told later
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps({"place": str(place), "said": said}), encoding="utf-8")
        unfinished.replace(file)


def find_said(configuration: Path) -> str:
    """Give what was kept to be said, where nothing has changed; else nothing."""
    try:
        kept = json.loads(_find_said(configuration).read_bytes())
        place, said = Path(kept["place"]), str(kept["said"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    known = find_changes(configuration.parent, configuration, place, is_strict=False)
    return said if known and not known.is_list_alone else ""


def _find_said(configuration: Path) -> Path:
    return find_record(configuration.parent, configuration, configuration).with_suffix(SAID)


def find_record(project: Path, configuration: Path, place: Path) -> Path:
    """Give the file that tells what the site in a place was built from."""
    key = f"{configuration.resolve()}\n{place.resolve()}"
    name = hashlib.sha256(key.encode()).hexdigest()[:32]
    return find_cache(project) / RECORDS / f"{name}.json"


@cache
def sign_program() -> str:
    """Sign the program as it was when this process first asked, and loaded it."""
    return sign_files([str(PROGRAM)], ())


def _sign_list(folder: str) -> str:
    return sign_files([folder], ())


def sign_files(roots: Iterable[str], variables: Iterable[str]) -> str:
    """Sign files and folders, variables of the environment by name, and what is installed."""
    lines = [
        sys.version,
        *_list_installed(*sys.path),
        *(f"{v}={os.environ.get(v)}" for v in variables),
    ]
    for root in roots:
        lines += [root, *_list_files(root)]
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


@cache
def _list_installed(*paths: str) -> list[str]:
    """List the name and version of every distribution that this process can import."""
    folders = [folder for folder in map(Path, paths) if folder.is_dir()]
    return [
        name
        for folder in folders
        for name in sorted(path.name for path in folder.glob("*.dist-info"))
    ]


def _list_files(root: str) -> Iterator[str]:
    """Yield a line for each file below a folder, or for a file; none where nothing is there."""
    if Path(root).is_file():
        yield _write_line(root, Path(root).stat())
        return
    folders = [root] if Path(root).is_dir() else []
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                if not entry.is_dir():
                    yield _write_line(entry.path, entry.stat())
                elif not entry.is_symlink() and entry.name not in _PASSED_OVER:
                    folders.append(entry.path)


def _write_line(path: str, stat: os.stat_result) -> str:
    return f"{path} {stat.st_ino} {stat.st_size} {stat.st_ctime_ns}"
