"""What a site was built from: its revision, its commit, and the digests of its inputs."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from carelist.catalog.json_writing import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def write_build_record(revision: str, commit: str, inputs: Mapping[str, Path]) -> str:
    """Write the record: each file of the catalog by itself, all else as a whole.

    Args:
        revision: The list in force.
        commit: Of the repository; empty where the builder does not say.
        inputs: The folders and files that were read, by name; that of the list is `catalog`.
    """
    record = {
        "revision": revision,
        "commit": commit or None,
        "catalog": dict(_digest_files(inputs["catalog"])),
        "inputs": {
            name: _digest(path) for name, path in sorted(inputs.items()) if name != "catalog"
        },
    }
    return to_json(record)


def _digest_files(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each visible file below a folder with the SHA-256 of its bytes."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        hidden = any(part.startswith((".", "__pycache__")) for part in name.split("/"))
        if path.is_file() and not hidden:
            yield name, hashlib.sha256(path.read_bytes()).hexdigest()


def _digest(path: Path) -> str:
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    lines = "".join(f"{digest}  {name}\n" for name, digest in _digest_files(path))
    return hashlib.sha256(lines.encode()).hexdigest()
