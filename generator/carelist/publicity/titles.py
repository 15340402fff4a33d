"""Where a large Chinese title goes on in a second line: at a mark or between phrases."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

MARKS = re.compile("(?<=[，、])|(?=（)")
"""After a comma, before what stands in brackets."""
FARTHEST = 3
"""A break is less than a third of the title away from its middle."""


def break_title(title: str) -> str:
    """Give a title as two lines; as it is where no mark is near its middle.

    >>> break_title("困难家庭儿童，教育资助").splitlines()
    ['困难家庭儿童，', '教育资助']
    """
    return _break_near_middle(title, (mark.start() for mark in MARKS.finditer(title)))


def break_phrases(title: str, split: Callable[[str], Sequence[str]]) -> str:
    """Give a title as two lines that end between phrases; as it is where none ends near its middle.

    >>> break_phrases("救助保护机构文化活动", lambda title: (title[:6], title[6:])).splitlines()
    ['救助保护机构', '文化活动']
    """
    return _break_near_middle(title, accumulate(map(len, split(title))))


def _break_near_middle(title: str, places: Iterable[int]) -> str:
    middle = len(title) / 2
    near = [place for place in places if abs(place - middle) * FARTHEST < len(title)]
    if not near or "\n" in title:
        return title
    best = min(near, key=lambda place: (abs(place - middle), -place))
    return f"{title[:best]}\n{title[best:]}"
