"""Scripts as they are published: without the comments that are written for their editors."""

from __future__ import annotations

import re

_BLOCK = re.compile(r"^[ \t]*/\*\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_INLINE = re.compile(r"/\*\* @type .*?\*/ ?")


def strip_comments(script: str) -> str:
    """Give a script without its JSDoc: blocks on lines of their own, and types inside a line."""
    return _INLINE.sub("", _BLOCK.sub("", script))
