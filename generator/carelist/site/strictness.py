"""Whether a strict build is given up for its warnings, as the program that builds counts them."""

from __future__ import annotations

import logging

BUILDERS = ("mkdocs", "properdocs")
"""Whose loggers count the warnings of a strict build."""


def is_given_up() -> bool:
    """Whether MkDocs, or ProperDocs, is to end a strict build because of its warnings."""
    handlers = (h for name in BUILDERS for h in logging.getLogger(name).handlers)
    return any(handler.get_counts() for handler in handlers if hasattr(handler, "get_counts"))
