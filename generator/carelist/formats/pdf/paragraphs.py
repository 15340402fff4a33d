"""Paragraphs outside of tables, from lines that the page broke."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.table_lines import join_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from carelist.formats.pdf.characters import TextLine
    from carelist.formats.pdf.tables import Box

_MARKS = r"[-—–－·\s]*"
_PAGE_NUMBER = re.compile(
    rf"{_MARKS}(?:第\s*)?[0-9]{{1,4}}(?:\s*页)?(?:\s*[/，,共]\s*[0-9]{{1,4}}\s*页?)?{_MARKS}"
)
_INDENT = 0.8
"""Of a line's height: begun so much further right, it begins a paragraph."""
_SHORT = 1.8
"""Ended so much further left than other lines do, it ends a paragraph."""
_APART = 1.25
"""So many times the usual way from line to line further down, it begins a paragraph."""
_CENTRED = 1.5
_PADDING, _SLACK = 0.8, 1.2
"""Of a line's height: at most so much stands free beside words in a cell, and so much may be left
where no other character may begin or end a line."""
_LETTER = 0.6
"""Of a line's height: the width of a letter or a digit."""
_WORD = re.compile(r"[“‘（《「『(]*(?:[\x21-\x7e]+|.)[”’）》」』)，。；：！？、,.;:!?]*")
"""What stands together at the beginning of a line."""
_ORDINAL = re.compile(
    r"(?:第[一二三四五六七八九十]+[章条部]|[（(][一二三四五六七八九十]{1,3}[)）]|附件[：:\d]"
    r"|[一二三四五六七八九十]{1,3}、)"
)
"""With what a paragraph of a letter begins, however it stands."""
_TITLE_END = re.compile(r"》的?(?:通知|公告|通告|意见)$")
"""With what the title of a letter ends."""


class Block(NamedTuple):
    """How the lines of a page stand, in points."""

    left: float
    """Where lines begin that are not indented."""
    right: float
    is_full: bool
    """Whether several lines end there, or one that reaches the margin: these may go on below."""
    pitch: float
    """From the top of one line to that of the next."""
    width: float
    """Of the page."""


def is_page_number(line: TextLine, height: float) -> bool:
    """Whether a line numbers its page: it stands at the edge and says nothing else."""
    margin = height / 8
    at_edge = line.bottom > height - margin or line.top < margin
    return at_edge and bool(_PAGE_NUMBER.fullmatch(line.text))


def part_paragraphs(lines: Sequence[TextLine], width: float) -> Iterator[list[TextLine]]:
    """Part the lines of a page into paragraphs; `width` of the page in points."""
    if not lines:
        return
    left, right = _find_shared(line.left for line in lines), max(line.right for line in lines)
    ends = [line for line in lines if line.right > right - line.height]
    block = Block(
        left,
        right,
        len(ends) > 1 or right > width - left - _SHORT * ends[0].height,
        _find_shared(line.top - before.top for before, line in pairwise(lines)),
        width,
    )
    paragraph = [lines[0]]
    for before, line in pairwise(lines):
        if _begins(line, before, block):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def write_paragraph(lines: Sequence[TextLine]) -> str:
    """Give the words of a paragraph in one line."""
    return join_lines(line.text for line in lines)


def write_cell(lines: Sequence[TextLine], box: Box) -> str:
    """Give the words of a cell: a line that the author broke is one of its own.

    A line is broken by the width of its cell where the next word would not have fitted into it.
    """
    parts: list[list[str]] = []
    for before, line in pairwise((None, *lines)):
        if line is None:
            continue
        if before is None or _has_room(before, line, lines, box):
            parts.append([])
        parts[-1].append(line.text)
    return "\n".join(join_lines(part) for part in parts)


def _has_room(before: TextLine, line: TextLine, lines: Sequence[TextLine], box: Box) -> bool:
    """Whether the first word of a line would have fitted into the one before it."""
    edges = (min(one.left - box.left, box.right - one.right) for one in lines)
    padding = min(max(0.0, min(edges)), _PADDING * before.height)
    word = _WORD.match(line.text)
    letters = sum(_LETTER if one.isascii() else 1.0 for one in word[0]) if word else 1.0
    room = (box.right - box.left) - (before.right - before.left) - 2 * padding
    return room > (letters + _SLACK) * before.height


def _find_shared(values: Iterable[float]) -> float:
    """Find the least value above 0 that several lines share, to a point; else the least."""
    counts = Counter(round(value) for value in values if value > 0)
    shared = [value for value, count in counts.items() if count > 1]
    return float(min(shared or counts, default=0))


def _begins(line: TextLine, before: TextLine, block: Block) -> bool:
    """Whether a line begins a paragraph."""
    size = max(line.height, before.height)
    if not 0 < line.top - before.top <= max(_APART * block.pitch, size):
        return True
    if abs(line.height - before.height) > size / 4:
        return True
    if _ORDINAL.match(line.text) or _TITLE_END.search(before.text):
        return True
    is_centred = all(_is_centred(one, block) for one in (line, before))
    if is_centred:
        return False
    if line.left > block.left + _INDENT * size:
        return True
    return not block.is_full or before.right < block.right - _SHORT * size


def _is_centred(line: TextLine, block: Block) -> bool:
    middle = (line.left + line.right) / 2
    is_inside = line.left > block.left + 2 * line.height
    return abs(middle - block.width / 2) < _CENTRED * line.height and is_inside
