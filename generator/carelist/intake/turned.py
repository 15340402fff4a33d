"""Tables that are turned: their headings stand below each other, and services beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.headings import count_headings

if TYPE_CHECKING:
    from carelist.catalog.source import Source

_LEAST = 3
"""So many headings below each other are those of a turned table, or of a table for each service."""


def is_turned(source: Source) -> bool:
    """Whether the headings of a table stand in its first column, and no row of it is a head."""
    heads = [page.head for page in source.pages]
    first = [row.texts[0] for page in source.pages for row in (page.head, *page.rows) if row.cells]
    has_head = any(count_headings(head.filled) > 1 for head in heads)
    return not has_head and count_headings(first) >= _LEAST
