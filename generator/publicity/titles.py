"""Where a large Chinese title goes on in a second line: at a mark, not within a word."""

from __future__ import annotations

import re

MARKS = re.compile("(?<=[，、])|(?=（)")
"""After a comma, before what stands in brackets."""
FARTHEST = 3
"""A break is less than a third of the title away from its middle."""


def break_title(title: str) -> str:
    """Give a title as two lines; as it is where no mark is near its middle.

    >>> break_title("困难家庭儿童，教育资助").splitlines()
    ['困难家庭儿童，', '教育资助']
    """
    middle = len(title) / 2
    places = (mark.start() for mark in MARKS.finditer(title))
    near = [place for place in places if abs(place - middle) * FARTHEST < len(title)]
    if not near or "\n" in title:
        return title
    best = min(near, key=lambda place: abs(place - middle))
    return f"{title[:best]}\n{title[best:]}"
