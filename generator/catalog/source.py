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
    """Take the copy apart into paragraphs and the pages of its table (Markdown pipe tables)."""
    paragraphs: list[Paragraph] = []
    pages: list[list[Row]] = []
    in_table = False
    for number, line in enumerate(text.split("\n"), start=1):
        if line.lstrip().startswith("|"):
            if not in_table:
                pages.append([])
            in_table = True
            if not TABLE_RULE.fullmatch(line.strip()):
                pages[-1].append(_split_row(number, line))
            continue
        in_table = False
        if line.strip():
            paragraphs.append(Paragraph(line.strip(), number))
    return Source(
        file,
        tuple(paragraphs),
        tuple(Page(rows[0], tuple(rows[1:])) for rows in pages if rows),
    )


def _split_row(number: int, line: str) -> Row:
    inner = line.rstrip()
    start = inner.index("|") + 1
    end = len(inner) - 1 if inner.endswith("|") and len(inner) > start else len(inner)
    cells: list[Cell] = []
    for part in inner[start:end].split("|"):
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
