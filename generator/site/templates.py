"""How templates are read: all that they show is escaped, and no name goes undefined."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

if TYPE_CHECKING:
    from collections.abc import Iterable


def make_environment(folders: Iterable[Path], cache: Path) -> Environment:
    """Read templates and icons from folders, the first first; keep what is compiled in another.

    What is compiled depends on the options below, and so is kept under the digest of this file.
    """
    kept = cache / hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:16]
    kept.mkdir(parents=True, exist_ok=True)
    return Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=FileSystemBytecodeCache(str(kept)),
    )
