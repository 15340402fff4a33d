"""Every kind of page of the site, each in one place.

Whatever differs from kind to kind is read from here: addresses, views and titles, the way back, the
links at the head and foot of every page, what search engines and readers offline are given, what a
page may weigh, and which pages the tests open in browsers. A new kind is a view, a template, words
and an entry here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelist.site.kinds.of_parts import KINDS_OF_PARTS
from carelist.site.kinds.several import KINDS_OF_SEVERAL
from carelist.site.kinds.single import HOME, NOT_FOUND, PROSE_PAGE, SINGLE_PAGES

if TYPE_CHECKING:
    from carelist.site.page import PageKind

__all__ = ["HOME", "KINDS", "NOT_FOUND", "PROSE_PAGE", "find_kind"]
KINDS: tuple[PageKind[Any], ...] = (
    *(*SINGLE_PAGES, *KINDS_OF_SEVERAL, *KINDS_OF_PARTS),
    *(PROSE_PAGE, NOT_FOUND),
)


def find_kind(name: str) -> PageKind[Any]:
    """Give the kind of an id.

    Raises:
        KeyError: If there is none.
    """
    for kind in KINDS:
        if kind.id == name:
            return kind
    raise KeyError(name)
