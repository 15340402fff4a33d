"""The title of a notice that is set on several lines, each a paragraph of its own in a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.sections import ends_sentence
from carelist.intake.letter_forms import ABOUT, CLOSING, NUMBER, SIGNATORY, TITLE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_MOST = 4
"""So many lines a title has at most, with the bodies above it."""
_LONGEST = 40
"""Characters of one of its lines: it is set in large type."""


def join_title(
    body: Sequence[tuple[str, int]], table: Collection[int], used: set[int]
) -> list[tuple[str, int]]:
    """Put the lines of the title of a notice together, and the bodies above 关于 before it.

    Args:
        body: The paragraphs with their lines in the copy.
        table: The lines of the table, among which no title goes on.
        used: The lines that are part of the title are added here, but for its first.

    Returns:
        The paragraphs, those of the title as one.
    """
    if any(TITLE.fullmatch(words) and not words.startswith(ABOUT) for words, _ in body):
        return list(body)
    for start in range(len(body)):
        for end in range(start + 2, min(start + _MOST, len(body)) + 1):
            lines = body[start:end]
            if _are_title(lines, table):
                used.update(at for _, at in lines[1:])
                title = _write([words for words, _ in lines]), lines[0][1]
                return [*body[:start], title, *body[end:]]
    return list(body)


def _are_title(lines: Sequence[tuple[str, int]], table: Collection[int]) -> bool:
    """Whether lines are a title together, and none of them is one, or a part of the letter."""
    first, *others = (words for words, _ in lines)
    if any(at in table for at in range(lines[0][1], lines[-1][1])):
        return False
    if any(len(words) > _LONGEST or ends_sentence(words) for words, _ in lines):
        return False
    if any(NUMBER.fullmatch(words) or CLOSING.fullmatch(words) for words, _ in lines):
        return False
    if any(words.endswith(("：", ":")) for words, _ in lines):
        return False
    begins = SIGNATORY.fullmatch(first) and others[0].startswith(ABOUT)
    begins = begins or ABOUT in first
    is_open = not any(TITLE.fullmatch(words) for words in (first, *others[:-1]))
    return bool(begins) and is_open and bool(TITLE.fullmatch(_write([first, *others])))


def _write(lines: Sequence[str]) -> str:
    """Give the words of a title; a space parts bodies from what they give notice of."""
    first, *others = lines
    return first + " " * others[0].startswith(ABOUT) + "".join(others)
