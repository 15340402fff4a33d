"""The lines of a copy: which are rows of its table, and where the cells of a row stand."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from carelist.catalog.looks import strip_looks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Printed = TypeVar("Printed")
"""What has words: a cell, or something made of one."""
BARS = "|｜"
"""What divides cells: the bar of a keyboard, and the wide one that Chinese input writes."""
BAR = re.compile(rf"(?<!\\)[{BARS}]")
"""One that is no part of words."""
_ESCAPED_BAR = re.compile(rf"\\([{BARS}])")
_BREAK = re.compile(r"\s*<br ?/?>\s*", re.IGNORECASE)
"""A line that the author broke within a cell."""
_NUMBER = re.compile(r"(?:第\s*)?(\d{1,6})\s*[.．、)）。]?|[(（]\s*(\d{1,6})\s*[)）]")
"""How lists number their rows: 1, 1., 1、, 1), （1）."""
_RULE = re.compile(rf"(?=.*-)(?=.*[{BARS}])[\s:{BARS}-]+")


@dataclass(frozen=True)
class Cell:
    """One cell of the printed table."""

    text: str
    """Its words in one line."""
    line: int
    column: int
    """Of the first character of its text, counted from 1."""
    lines: tuple[str, ...] = ()
    """The lines that the author broke them into, where there are several."""

    @property
    def listed(self) -> str:
        """Its words, those of each line on a line: one name after the other in a list of names."""
        return "\n".join(self.lines) or self.text


@dataclass(frozen=True)
class Row:
    """One line of the printed table."""

    line: int
    cells: tuple[Cell, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells' texts in printed order."""
        return tuple(cell.text for cell in self.cells)

    @property
    def filled(self) -> tuple[str, ...]:
        """The texts of the cells that are not blank."""
        return tuple(cell.text for cell in self.cells if cell.text)


def read_number(text: str) -> int | None:
    """Read the number of a service, as lists write it; None where a cell holds anything else.

    >>> [read_number(text) for text in ("7", "7.", "（7）", "⑦", "七", "1.1")]
    [7, 7, 7, 7, None, None]
    """
    if len(text) == 1 and unicodedata.category(text) == "No":
        number = unicodedata.numeric(text)
        return int(number) if number >= 1 and number.is_integer() else None
    match = _NUMBER.fullmatch(text)
    return int(match[1] or match[2]) if match else None


def is_number(text: str) -> bool:
    """Whether a cell holds nothing but the number of a service."""
    return read_number(text) is not None


def join_lines(lines: Iterable[str]) -> str:
    """Join the lines of a cell: a space where words of an alphabet meet, else nothing."""
    joined = ""
    for line in lines:
        ends, begins = joined[-1:], line[:1]
        meets = ends.isascii() and ends.isalnum() and begins.isascii() and begins.isalnum()
        joined += f" {line}" if meets else line
    return joined


def skip_repeats(cells: Iterable[Printed], words: Callable[[Printed], str]) -> list[Printed]:
    """Leave out the cells that have the words of the one before them.

    A copy has the words of a merged cell in each line of a service that it covers.

    >>> skip_repeats(["甲", "甲", "乙", "甲"], str)
    ['甲', '乙', '甲']
    """
    kept: list[Printed] = []
    for cell in cells:
        if not kept or words(kept[-1]) != words(cell):
            kept.append(cell)
    return kept


def is_rule(line: str) -> bool:
    """Whether a line only draws the rule below the head of a table."""
    return bool(_RULE.fullmatch(line.strip()))


def begins_with_bar(line: str) -> bool:
    """Whether a line opens its first cell."""
    return line.lstrip().startswith(tuple(BARS))


def has_columns(line: str) -> bool:
    """Whether a line is a row of more cells than one."""
    if begins_with_bar(line):
        return bool(BAR.search(line.strip().strip(BARS)))
    return line.strip().count("\t") > 1


def split_line(
    number: int, line: str, *, in_table: bool, width: int, is_ruled: bool = False
) -> Row | None:
    """Give the cells of a line, None where it is no row.

    Tabs at the beginning of a paragraph only indent it. A line whose first bar is missing is a
    row where a rule is drawn below it (`is_ruled`), or where it has as many cells as the `width` of
    the page; 0 where no width is known.
    """
    if begins_with_bar(line) or (is_ruled and BAR.search(line)):
        return _split_at_bars(number, line, width)
    tabs = line.count("\t")
    if tabs > 1 and (in_table or "\t" in line.strip() or (line[0] != "\t" and tabs + 1 == width)):
        return _split(number, line.rstrip(" "), 0, None, re.compile("\t"))
    if width > 1 and BAR.search(line):
        row = _split_at_bars(number, line, width)
        return row if len(row.cells) == width else None
    return None


def _split_at_bars(number: int, line: str, width: int) -> Row:
    """Split at the bars with which a line begins; at both kinds where only that fits the page."""
    inner = line.rstrip()
    lead = len(inner) - len(inner.lstrip())
    start = lead + 1 if begins_with_bar(inner) else 0
    end = len(inner) - 1 if len(inner) > start and inner[-1] in BARS else None
    mark = re.compile(rf"(?<!\\){re.escape(inner[lead])}") if start else BAR
    row = _split(number, inner, start, end, mark)
    if len(row.cells) == width:
        return row
    both = _split(number, inner, start, end, BAR)
    return both if len(both.cells) == width else row


def _split(number: int, line: str, start: int, end: int | None, mark: re.Pattern[str]) -> Row:
    cells: list[Cell] = []
    for part in mark.split(line[start:end]):
        lead = len(part) - len(part.lstrip())
        column = start + (lead if part.strip() else 0) + 1
        cells.append(_read_cell(part.strip(), number, column))
        start += len(part) + 1
    return Row(number, tuple(cells))


def _read_cell(text: str, line: int, column: int) -> Cell:
    text = _ESCAPED_BAR.sub(r"\1", text)
    lines = tuple(map(strip_looks, filter(None, _BREAK.split(text))))
    return Cell(join_lines(lines), line, column, lines if len(lines) > 1 else ())


def join_broken_rows(lines: list[str]) -> list[tuple[int, str]]:
    """Number the lines from 1, the pieces of one row joined under the number of the first.

    A row is broken where its last bar is missing although other rows close with one; a line that
    has too many cells to be its rest is a row of its own, with its first bar missing.

    Returns:
        The number of each line in the file, and its words.
    """
    joined: list[tuple[int, list[str]]] = []
    is_open = closes = False
    cells = width = 0
    for number, line in enumerate(lines, start=1):
        begins, ends = begins_with_bar(line), line.rstrip().endswith(tuple(BARS))
        count = len(BAR.findall(line)) - begins - ends + 1
        goes_on = is_open and closes and bool(line.strip()) and not begins
        if goes_on and not (width and cells + count - 1 > width):
            joined[-1][1].append(line)
            cells += count - 1
        else:
            closes = begins and (closes or ends)
            joined.append((number, [line]))
            cells = count
        is_open = (begins or is_open) and bool(line.strip()) and not ends
        if begins and ends:
            width = count
    return [(number, _join(pieces)) for number, pieces in joined]


def _join(pieces: list[str]) -> str:
    """Join the pieces of a row; what stands at the breaks is no part of it."""
    if len(pieces) == 1:
        return pieces[0]
    first, *inner, last = pieces
    return "".join([first.rstrip(), *(piece.strip() for piece in inner), last.strip()])
