"""The verbatim copy of the notice: its paragraphs and its table, with the place of each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.catalog.texts import Place

TABLE_RULE = re.compile(r"\|[\s:|-]*-[\s:|-]*\|")


@dataclass(frozen=True)
class Cell:
    """One cell of the printed table."""

    text: str
    line: int
    column: int
    """Of the first character of its text, counted from 1."""


@dataclass(frozen=True)
class Row:
    """One line of the printed table."""

    line: int
    cells: tuple[Cell, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells' texts in printed order."""
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True)
class Page:
    """One page of the printed table: its head, which may be blank, and the lines below."""

    head: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the body."""

    text: str
    line: int


@dataclass(frozen=True)
class Source:
    """The copy, read for its shape alone; nothing is repaired here."""

    file: str
    paragraphs: tuple[Paragraph, ...]
    pages: tuple[Page, ...]


def read_source(file: str, text: str) -> Source:
    """Take the copy apart into paragraphs and the pages of its table.

    A table is written with bars (Markdown) or with tabs between its cells. A row whose line is
    broken before its last bar goes on in the next line.
    """
    paragraphs: list[Paragraph] = []
    pages: list[list[Row]] = []
    lines = _join_broken_rows(text.split("\n"))
    in_table = False
    for number, line in lines:
        is_row = _is_row(line, in_table=in_table)
        if is_row and not in_table:
            pages.append([])
        in_table = is_row
        if is_row and not TABLE_RULE.fullmatch(line.strip()):
            pages[-1].append(_split_row(number, line))
        elif not is_row and line.strip():
            paragraphs.append(Paragraph(line.strip(), number))
    return Source(file, tuple(paragraphs), tuple(_make_page(rows) for rows in pages if rows))


def _is_row(line: str, *, in_table: bool) -> bool:
    """Whether a line belongs to the table; tabs at the beginning of a paragraph only indent it."""
    if line.lstrip().startswith("|"):
        return True
    return line.count("\t") > 1 and (in_table or "\t" in line.strip())


def _join_broken_rows(lines: list[str]) -> list[tuple[int, str]]:
    """Number the lines from 1, the pieces of one row joined under the number of the first."""
    joined: list[tuple[int, str]] = []
    is_open = False
    closes = False
    for number, line in enumerate(lines, start=1):
        begins = line.lstrip().startswith("|")
        if is_open and closes and line.strip() and not begins:
            first, piece = joined[-1]
            joined[-1] = first, piece.rstrip() + line.strip()
        else:
            closes = begins and (closes or line.rstrip().endswith("|"))
            joined.append((number, line))
        is_open = (begins or is_open) and bool(line.strip()) and not line.rstrip().endswith("|")
    return joined


def _make_page(rows: list[Row]) -> Page:
    """Make a page; a first line with the number of a row in it is no head."""
    head, *below = rows
    if any(text.isdecimal() for text in head.texts):
        return Page(Row(head.line, ()), tuple(rows))
    return Page(head, tuple(below))


def _split_row(number: int, line: str) -> Row:
    inner = line.rstrip(" \r")
    mark = "|" if inner.lstrip().startswith("|") else "\t"
    start = inner.index("|") + 1 if mark == "|" else 0
    end = len(inner) - 1 if mark == "|" and inner.endswith("|") and len(inner) > start else None
    cells: list[Cell] = []
    for part in inner[start:end].split(mark):
        lead = len(part) - len(part.lstrip())
        column = start + (lead if part.strip() else 0) + 1
        cells.append(Cell(part.strip(), number, column))
        start += len(part) + 1
    return Row(number, tuple(cells))


def find_places(
    source: Source, columns: tuple[tuple[str, ...], ...]
) -> dict[Place, tuple[Row, int]]:
    """Map each place of the table to its line and page: numbered lines, and those after them."""
    places: dict[Place, tuple[Row, int]] = {}
    last, after = 0, 0
    for index, (page, names) in enumerate(zip(source.pages, columns, strict=False)):
        for row in page.rows:
            number = row.texts[names.index("number")] if "number" in names else ""
            if number.isdecimal() and Place(int(number)) not in places:
                last, after = int(number), 0
            else:
                after += 1
            places[Place(last, after)] = (row, index)
    return places
