"""YAML as texts, lists and mappings only: `no` stays the tag of Norwegian, and 012 three digits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""That of libyaml, where it is there; both read alike, which tests hold."""


def read_plain(file: Path) -> Any:  # noqa: ANN401  # YAML is of many types
    """Give what a file holds.

    Raises:
        yaml.YAMLError: If it is no YAML.
    """
    return parse_plain(file.read_bytes())


def parse_plain(content: str | bytes) -> Any:  # noqa: ANN401  # as above
    """Give what a document holds.

    Raises:
        yaml.YAMLError: If it is no YAML.

    >>> parse_plain("tag: no")
    {'tag': 'no'}
    """
    return yaml.load(content, Loader=LOADER)  # noqa: S506  # it builds no objects
