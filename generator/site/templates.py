"""How templates are read: all that they show is escaped, and no name goes undefined."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache, StrictUndefined

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment

OPTIONS = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}


def prepare_templates(env: Environment, folder: Path) -> None:
    """Set the options of an environment; keep what is compiled under them in a folder."""
    for name, value in OPTIONS.items():
        setattr(env, name, value)
    kept = folder / hashlib.sha256(repr(OPTIONS).encode()).hexdigest()[:16]
    kept.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(kept))
