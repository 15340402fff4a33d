"""Lists that are too long for one page: how many pages there are, and what leads from each on."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from carelist.site.parts import Link
from carelist.site.scripts import LIST_PARTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sized

    from carelist.site.desk import Desk

CARDS = 48
"""How many services a page of a long list shows: with those of a real list, about 20 KB."""
MOST_CARDS = 64
"""So many are still on one page."""
LINES = 32
"""How many lines of the printed table a page shows, each as printed and as read."""


class Parts(NamedTuple):
    """Where a part of a long list stands among the others."""

    number: int
    said: str
    before: Link | None
    behind: Link | None
    script_href: str
    """The script that shows the next part as one reads on."""


def count_parts(services: Sized) -> int:
    """Count the pages over which services are spread: one, as long as one can hold them."""
    return 1 if len(services) <= MOST_CARDS else ceil(len(services) / CARDS)


def lead_on(desk: Desk, part: int, count: int, find_path: Callable[[int], str]) -> Parts | None:
    """Lead to the parts before and behind; None where one page holds all.

    Args:
        desk: Of the page.
        part: Its number, from 1.
        count: Of all parts.
        find_path: Gives the path of a part by its number.
    """
    if count == 1:
        return None
    words = desk.words
    near = {"before": part - 1, "behind": part + 1}
    links = {
        side: Link(words[f"list_{side}"], desk.links.page(find_path(other)))
        for side, other in near.items()
        if 0 < other <= count
    }
    script = desk.links.file(LIST_PARTS)
    said = words.fill("list_part", part=part, parts=count)
    return Parts(part, said, links.get("before"), links.get("behind"), script)


def cut(part: int, count: int, size: int) -> slice:
    """Give what a part has of all: everything where there is one alone.

    >>> cut(2, 3, 48)
    slice(48, 96, None)
    """
    return slice((part - 1) * size, part * size) if count > 1 else slice(None)


def cut_shelf(chosen: slice, first: int, count: int) -> slice:
    """Give what a part has of a shelf whose things begin at a place among all.

    >>> cut_shelf(slice(48, 96), 40, 20)
    slice(8, 20, None)
    """
    start, stop, _ = chosen.indices(first + count)
    return slice(max(0, start - first), max(0, stop - first))
