"""Words of a page with a line drawn through them, as a print of tracked changes has those removed.

Such a line begins where a character begins, ends where one ends, and passes through the middle of
all between. A line below words lies lower, and one of a table reaches to the next line of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelist.formats.pdf.characters import Character

_HIGHEST, _LOWEST = 0.3, 0.8
"""Of a character's height, from its top: where lines through words lie, of LibreOffice, Chromium
and Typst at 0.47 to 0.70; lines below words lie at 0.95 and more."""
_THICKEST = 2.0
_SLACK = 1.5
"""Points by which a line may be longer or shorter than the words."""


class _Line(NamedTuple):
    left: float
    right: float
    middle: float


def find_struck(characters: Sequence[Character], page: Any) -> list[list[Character]]:  # noqa: ANN401  # pdfplumber is typed in part only
    """Find the characters that each line through words passes.

    Args:
        characters: Of the page.
        page: As pdfplumber has it.
    """
    found: list[list[Character]] = []
    taken: set[int] = set()
    for line in _list_lines(page):
        passed = [one for one in characters if id(one) not in taken and _passes(line, one)]
        if passed and _fits(line, passed):
            found.append(passed)
            taken.update(map(id, passed))
    return found


def _list_lines(page: Any) -> Iterator[_Line]:  # noqa: ANN401  # as above
    """Yield the level lines of a page, also those that are drawn as thin boxes."""
    for drawn in (*page.lines, *page.rects):
        left, right = float(drawn["x0"]), float(drawn["x1"])
        top, bottom = float(drawn["top"]), float(drawn["bottom"])
        if bottom - top <= _THICKEST < right - left:
            yield _Line(left, right, (top + bottom) / 2)


def _passes(line: _Line, one: Character) -> bool:
    """Whether a line passes through the middle of a character."""
    depth = (line.middle - one.top) / one.height if one.height else 0.0
    return _HIGHEST < depth < _LOWEST and line.left <= one.middle[0] <= line.right


def _fits(line: _Line, passed: Sequence[Character]) -> bool:
    """Whether a line is as long as the words that it passes."""
    left, right = min(one.left for one in passed), max(one.right for one in passed)
    return abs(line.left - left) <= _SLACK and abs(line.right - right) <= _SLACK
