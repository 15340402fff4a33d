"""Heads and feet that a document prints on each of its pages."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.formats.pdf.characters import TextLine
    from carelist.formats.pdf.pages import Page

_MARGIN = 0.15
"""Of a page's height, above and below: where heads and feet stand."""
_NEAR = 3.0
"""Points by which they may stand elsewhere on another page."""
_COUNTED = re.compile(r"[\d一二三四五六七八九十]+")


class Edging(NamedTuple):
    """A line near the upper or the lower edge of its page."""

    page: int
    line: TextLine
    from_top: float
    from_bottom: float


def find_running(pages: Iterable[Page]) -> set[tuple[int, str]]:
    """Find the lines that stand at one place of several pages, and differ by nothing but numbers.

    Returns:
        The number of the page and the words of each.
    """
    alike: dict[str, list[Edging]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            one = Edging(page.number, line, line.top, page.height - line.bottom)
            if min(one.from_top, one.from_bottom) < page.height * _MARGIN:
                alike[_COUNTED.sub("0", line.text.replace(" ", ""))].append(one)
    running: set[tuple[int, str]] = set()
    for found in alike.values():
        for one, other in combinations(found, 2):
            if one.page != other.page and _is_beside(one, other):
                running |= {(one.page, one.line.text), (other.page, other.line.text)}
    return running


def _is_beside(one: Edging, other: Edging) -> bool:
    is_high = abs(one.from_top - other.from_top) <= _NEAR
    return is_high or abs(one.from_bottom - other.from_bottom) <= _NEAR
