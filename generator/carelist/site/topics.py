"""The one thing that a page is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from carelist.catalog.records import Service
    from carelist.publicity.voice import SubjectKind


class Topic(NamedTuple):
    """The whole list, or something on it: what feeds and the kit know it by."""

    kind: SubjectKind
    id: str = ""
    """Empty for the whole list."""
    service: Service | None = None
    """As it stood in the list that the page speaks of."""
