"""What a site was built from: its revision, its commit, and the digests of its inputs."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from carelist.catalog.json_writing import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from carelist.site.settings import Settings


COMMIT_VARIABLES = ("CARELIST_COMMIT", "GITHUB_SHA")
"""Name the commit that the site is built from; the first that is not empty does."""
DIGEST_VARIABLE = "CARELIST_INPUTS"
"""Names a digest of all inputs, where whoever builds holds it against them the next time."""


def record_build(settings: Settings, revision: str) -> str:
    """Record what a site is built from, of a list in force."""
    files = (settings.project / name for name in ("mkdocs.yml", "requirements.lock"))
    inputs = {path.name: path for path in files if path.exists()} | {
        "catalog": settings.catalog,
        "docs": settings.docs,
        "generator": Path(__file__).parents[1],
        **{folder.name: folder for folder in settings.changed},
    }
    commits = (os.environ.get(name) for name in COMMIT_VARIABLES)
    commit = next((commit for commit in commits if commit), "")
    return write_build_record(revision, commit, inputs, os.environ.get(DIGEST_VARIABLE, ""))


def write_build_record(
    revision: str, commit: str, inputs: Mapping[str, Path], whole: str = ""
) -> str:
    """Write the record: each file of the catalog by itself, all else as a whole.

    Args:
        revision: The list in force.
        commit: Of the repository; empty where the builder does not say.
        inputs: The folders and files that were read, by name; that of the list is `catalog`.
        whole: A digest of all of them that whoever builds gives; empty where none is given.
    """
    record = {
        "revision": revision,
        "commit": commit or None,
        "catalog": dict(_digest_files(inputs["catalog"])),
        "inputs": {
            name: digest(path) for name, path in sorted(inputs.items()) if name != "catalog"
        },
    }
    return to_json(record | ({"digest": whole} if whole else {}))


def _digest_files(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each visible file below a folder with the SHA-256 of its bytes."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        hidden = any(part.startswith((".", "__pycache__")) for part in name.split("/"))
        if path.is_file() and not hidden:
            yield name, hashlib.sha256(path.read_bytes()).hexdigest()


def digest(path: Path) -> str:
    """Give the SHA-256 of a file, or of all visible files below a folder with their names."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    lines = "".join(f"{digest}  {name}\n" for name, digest in _digest_files(path))
    return hashlib.sha256(lines.encode()).hexdigest()
