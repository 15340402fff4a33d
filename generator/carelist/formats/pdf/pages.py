"""What stands on one page: its tables with the words of their cells, and the lines around them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from carelist.formats.pdf.characters import find_inside, make_lines, read_characters
from carelist.formats.pdf.paragraphs import is_page_number, write_cell
from carelist.formats.pdf.struck import find_struck
from carelist.formats.pdf.tables import find_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelist.formats.pdf.characters import Character, TextLine
    from carelist.formats.pdf.tables import Box, RuledTable


_UPON = 0.5
"""Of a character's height and width: so much of it covers another one that lies below it."""
_CROSSING = 0.3
"""Of a character's height: boxes are higher than what is drawn, and may reach over a line."""


class Filled(NamedTuple):
    """A table of a page, with its words."""

    table: RuledTable
    texts: tuple[str, ...]
    """The words of each of its cells."""
    lost: tuple[str, ...]
    """Lines within it that stand in none of its cells."""
    inner: tuple[str, ...]
    """The words of tables that stand within its cells, which are words of these cells."""
    across: dict[int, str]
    """Words that lie upon the line above or below a cell, or upon others; by its index."""


@dataclass(frozen=True)
class Page:
    """A page as it is looked at; points (1/72 inch)."""

    number: int
    width: float
    height: float
    tables: tuple[Filled, ...]
    lines: tuple[TextLine, ...]
    """What stands outside of tables, without the number of the page."""
    slanted: str
    """Words that are set aslant across the page, as a watermark is."""
    hidden: str
    """Words that are cut off from what is drawn."""
    struck: tuple[str, ...]
    """Words with a line drawn through them."""
    has_text: bool


def read_page(number: int, drawn: Any, ruled: Any) -> Page:  # noqa: ANN401  # no types
    """Read a page, as pdfium has it (`drawn`) and as pdfplumber has it (`ruled`)."""
    left, slanted, hidden = read_characters(drawn)
    has_text = bool(left or slanted)
    struck = find_struck(left, ruled)
    gone = {id(one) for passed in struck for one in passed}
    left = [replace(one, text="") if id(one) in gone else one for one in left]
    tables: list[Filled] = []
    for found in find_tables(ruled):
        if inside := find_inside(left, found.box):
            kept = set(map(id, inside))
            left = [one for one in left if id(one) not in kept]
            tables.append(_fill(found, inside))
    lines = (line for line in make_lines(left) if not is_page_number(line, ruled.height))
    return Page(
        number,
        ruled.width,
        ruled.height,
        tuple(tables),
        tuple(lines),
        slanted,
        hidden,
        tuple("".join(one.text for one in passed) for passed in struck),
        has_text,
    )


def _fill(table: RuledTable, inside: list[Character]) -> Filled:
    used: set[int] = set()
    texts: list[str] = []
    across: dict[int, str] = {}
    for at, ruled in enumerate(table.cells):
        characters = find_inside(inside, ruled.box)
        used.update(map(id, characters))
        lines = list(make_lines(characters))
        texts.append(write_cell(lines, ruled.box))
        crossing = "".join(one.text for one in characters if _crosses(one, ruled.box))
        if words := crossing or _find_overprinted(characters):
            across[at] = words
    lost = make_lines([one for one in inside if id(one) not in used])
    within = (make_lines(find_inside(inside, box)) for box in table.inner)
    inner = (" ".join(line.text for line in lines) for lines in within)
    return Filled(table, tuple(texts), tuple(line.text for line in lost), tuple(inner), across)


def _find_overprinted(characters: Sequence[Character]) -> str:
    """Find characters that lie upon each other, as words do that run out of their own cell."""
    inline = sorted(characters, key=lambda one: one.left)
    for at, one in enumerate(inline):
        end = one.right - _UPON * (one.right - one.left)
        for other in inline[at + 1 :]:
            if other.left >= end:
                break
            shared = min(one.bottom, other.bottom) - max(one.top, other.top)
            if shared > _UPON * one.height and one.text != other.text:
                return one.text + other.text
    return ""


def _crosses(character: Character, box: Box) -> bool:
    """Whether a good part of a character stands above or below the cell that has its middle."""
    slack = _CROSSING * character.height
    return character.top < box.top - slack or character.bottom > box.bottom + slack
