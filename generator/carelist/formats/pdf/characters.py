"""The characters of a page by pdfium, each with its box on the page as it is looked at."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

from carelist.formats.counting import RAISED
from carelist.formats.pdf.clips import Clips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from carelist.formats.pdf.tables import Box

_TURNS = {0: (1, 0, 0, 1), 90: (0, -1, 1, 0), 180: (-1, 0, 0, -1), 270: (0, 1, -1, 0)}
"""How a page that is shown turned (in degrees, clockwise) maps x and y."""
_SMALL, _HIGH = 0.8, 0.25
"""Of the character before it: a raised one is so small at most, and stands so much higher."""
_NEXT_LINE = 0.5
"""Of a character's height: so far below the last one, it stands in another line."""
_WORD_GAP = 0.2
"""Of a character's height: so far behind the last one of an alphabet, there is a space between."""
_NAME_GAP = 0.12
"""So far behind the last one of Chinese there is one where pdfium sees one too."""
_HAN = re.compile("[\u3400-\u9fff]")
_RIGHT_ANGLE = math.pi / 2
_LEAST_SLANT = math.radians(3)
"""Less is the slope of a page that was put askew into a scanner."""
_WIDE_GAP = 0.9
"""So far behind the last one of any writing, there is one too, as between two names in a row."""


@dataclass(frozen=True)
class Character:
    """A character; points (1/72 inch) from the left and the top of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    is_apart: bool = False
    """Whether pdfium sees a blank before it."""

    @property
    def middle(self) -> tuple[float, float]:
        """The point by which it is told in which cell it stands."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """Of its box."""
        return self.bottom - self.top


@dataclass(frozen=True)
class TextLine:
    """Characters beside each other."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Of its tallest character."""
        return self.bottom - self.top


class Characters(NamedTuple):
    """The characters of a page in the order of its text, without blanks and line ends."""

    seen: list[Character]
    slanted: str
    """Those that are set aslant, as a watermark is."""
    hidden: str
    """Those that stand outside of the page, or of the part of it in which they may be drawn."""


def read_characters(page: Any) -> Characters:  # noqa: ANN401  # pypdfium2 ships no types
    """Read the characters of a page."""
    text = page.get_textpage()
    turn = page.get_rotation()
    left, bottom, right, top = page.get_mediabox()
    corners = [_turn(turn, x, y) for x in (left, right) for y in (bottom, top)]
    across, down = min(x for x, _ in corners), max(y for _, y in corners)
    found: list[Character] = []
    slanted = hidden = ""
    clips = Clips((left, bottom, right, top))
    box = pdfium.FS_RECTF()
    is_apart = False
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, at)
        character = _decode(code, found)
        if not character or character.isspace():
            is_apart = is_apart or bool(character)
            continue
        if _is_slanted(pdfium.FPDFText_GetCharAngle(text, at)):
            slanted += character
            continue
        pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box))
        if not clips.show(text, at, box):
            hidden += character
            continue
        ends = _turn(turn, box.left, box.bottom), _turn(turn, box.right, box.top)
        xs, ys = zip(*ends, strict=True)
        across_ends = min(xs) - across, max(xs) - across
        down_ends = down - max(ys), down - min(ys)
        found.append(_place(character, across_ends, down_ends, is_apart=is_apart))
        is_apart = False
    text.close()
    return Characters(found, slanted, hidden)


def _is_slanted(angle: float) -> bool:
    """Whether characters stand aslant: neither level nor upright. In radians; -1 is unknown."""
    off = angle % _RIGHT_ANGLE
    return angle >= 0 and min(off, _RIGHT_ANGLE - off) > _LEAST_SLANT


def _place(
    text: str, across: tuple[float, float], down: tuple[float, float], *, is_apart: bool
) -> Character:
    return Character(text, across[0], down[0], across[1], down[1], is_apart)


def _turn(degrees: int, x: float, y: float) -> tuple[float, float]:
    a, b, c, d = _TURNS[degrees]
    return a * x + c * y, b * x + d * y


def _decode(code: int, before: list[Character]) -> str:
    """Give a character; pdfium gives the two halves of one beyond U+FFFF one after the other."""
    if "\udc00" <= chr(code) <= "\udfff" and before and "\ud800" <= before[-1].text <= "\udbff":
        half = before.pop()
        return (half.text + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16")
    return "" if code in {0, 0xFFFE, 0xFFFF} else chr(code)


def make_lines(characters: Iterable[Character]) -> Iterator[TextLine]:
    """Put characters that follow each other on one height into lines, in the order given.

    Those that are left out have no text, and keep their place.
    """
    line: list[Character] = []
    lines: list[list[Character]] = []
    for character in characters:
        if line and _is_below(character, line):
            lines.append(line)
            line = []
        line.append(character)
    made = map(_make_line, filter(None, [*lines, line]))
    yield from (one for one in made if one.text)


def _is_below(character: Character, line: Sequence[Character]) -> bool:
    """Whether a character stands in another line than those before it."""
    top = min(one.top for one in line)
    bottom = max(one.bottom for one in line)
    middle = character.middle[1]
    slack = _NEXT_LINE * max(character.height, bottom - top)
    return abs(middle - (top + bottom) / 2) > slack or character.right < line[0].left


def _raise(line: Sequence[Character]) -> list[Character]:
    """Give the characters of a line, digits that stand above it as raised ones: 10² is no 102."""
    read: list[Character] = []
    base: Character | None = None
    for one in line:
        if base and one.text.isdecimal() and _is_raised(one, base):
            read.append(replace(one, text=one.text.translate(RAISED)))
        else:
            base = one
            read.append(one)
    return read


def _is_raised(one: Character, base: Character) -> bool:
    """Whether a character is smaller than the one before it, and stands higher."""
    is_small = one.height <= _SMALL * base.height
    return is_small and base.bottom - one.bottom >= _HIGH * base.height


def _make_line(characters: Sequence[Character]) -> TextLine:
    line = _raise(characters)
    height = max(one.height for one in line)
    text = line[0].text
    for before, one in pairwise(line):
        least = _WORD_GAP if _is_narrow(before, one) else _WIDE_GAP
        if one.is_apart and _HAN.match(before.text) and _HAN.match(one.text):
            least = _NAME_GAP
        text += " " * (one.left - before.right > least * height) + one.text
    return TextLine(
        text,
        min(one.left for one in line),
        min(one.top for one in line),
        max(one.right for one in line),
        max(one.bottom for one in line),
    )


def _is_narrow(before: Character, after: Character) -> bool:
    """Whether both are of an alphabet that parts words by spaces."""
    return before.text.isascii() and after.text.isascii()


def find_inside(characters: Iterable[Character], box: Box) -> list[Character]:
    """List the characters whose middle is in a box."""
    return [one for one in characters if box.holds(*one.middle)]
