"""Which program builds a site for a command."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

SUCCESSOR = "properdocs.replacement"
"""The module of ProperDocs that stands in for MkDocs from when it is imported."""


def find_builder() -> ModuleType:
    """Give what runs MkDocs, or ProperDocs where that alone is installed."""
    if find_spec("mkdocs") is None:
        import_module(SUCCESSOR)
    return import_module("carelist.builder")
