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
RECORDED = ("mkdocs.yml", "requirements.lock")
"""Files beside the list whose digests are in the record, where they are there."""
DIGEST_VARIABLE = "CARELIST_INPUTS"
"""Names a digest of all inputs, where whoever builds holds it against them the next time."""


def digest_inputs(settings: Settings) -> dict[str, str]:
    """Give the digests of all that a site is built from but the list, by name."""
    files = (settings.project / name for name in RECORDED)
    inputs = {path.name: path for path in files if path.exists()} | {
        "docs": settings.docs,
        "generator": Path(__file__).parents[1],
        **{folder.name: folder for folder in settings.changed},
    }
    return {name: digest(path) for name, path in sorted(inputs.items())}


def record_build(settings: Settings, revision: str, inputs: Mapping[str, str]) -> str:
    """Record what a site is built from, of a list in force.

    Args:
        settings: Of the project.
        revision: The list in force.
        inputs: The digests of all but the list.
    """
    commits = (os.environ.get(name) for name in COMMIT_VARIABLES)
    commit = next((commit for commit in commits if commit), "")
    whole = os.environ.get(DIGEST_VARIABLE, "")
    return write_build_record(revision, commit, settings.catalog, inputs, whole)


def write_build_record(
    revision: str, commit: str, catalog: Path, inputs: Mapping[str, str], whole: str = ""
) -> str:
    """Write the record: each file of the catalog by itself, all else as a whole.

    Args:
        revision: The list in force.
        commit: Of the repository; empty where the builder does not say.
        catalog: The folder of the list.
        inputs: The digests of all else that was read, by name.
        whole: A digest of all of them that whoever builds gives; empty where none is given.
    """
    record = {
        "revision": revision,
        "commit": commit or None,
        "catalog": dict(_digest_files(catalog)),
        "inputs": dict(inputs),
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
