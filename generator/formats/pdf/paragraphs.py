"""Paragraphs outside of tables, from lines that the page broke."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.catalog.table_lines import join_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.formats.pdf.characters import TextLine

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


class Block(NamedTuple):
    """How the lines of a page stand, in points."""

    left: float
    """Where lines begin that are not indented."""
    right: float
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
    block = Block(
        _find_shared(line.left for line in lines),
        max(line.right for line in lines),
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
    is_centred = all(_is_centred(one, block) for one in (line, before))
    if is_centred and abs(line.height - before.height) < size / 4:
        return False
    if line.left > block.left + _INDENT * size:
        return True
    return before.right < block.right - _SHORT * size


def _is_centred(line: TextLine, block: Block) -> bool:
    middle = (line.left + line.right) / 2
    is_inside = line.left > block.left + 2 * line.height
    return abs(middle - block.width / 2) < _CENTRED * line.height and is_inside
