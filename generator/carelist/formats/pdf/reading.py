"""A PDF from its pages to paragraphs and tables."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pdfplumber
import pypdfium2
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from carelist.catalog.table_lines import join_lines
from carelist.formats.document import Cell, Doubt, Doubtful, Paragraph
from carelist.formats.grids import make_table
from carelist.formats.limits import MOST_PAGES, Refusal, UnreadableError
from carelist.formats.pdf.characters import (
    find_inside,
    make_lines,
    read_characters,
)
from carelist.formats.pdf.joining import Part, fits, join_parts
from carelist.formats.pdf.paragraphs import (
    is_page_number,
    part_paragraphs,
    write_cell,
    write_paragraph,
)
from carelist.formats.pdf.tables import find_tables
from carelist.formats.where import Where

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator, Sequence

    from carelist.formats.document import Block
    from carelist.formats.pdf.characters import Character, TextLine
    from carelist.formats.pdf.tables import RuledTable

_INDENTED = 12.0
"""Points by which the first line of a paragraph stands further right than the others."""


def read_pdf(stream: io.BytesIO) -> tuple[list[Block], list[Doubtful]]:
    """Read a PDF that has text.

    Raises:
        UnreadableError: If it is broken or locked, has no text, or more pages than are read.
    """
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every font
    try:
        drawn = pypdfium2.PdfDocument(stream)
    except pypdfium2.PdfiumError as error:
        refusal = Refusal.LOCKED if "password" in str(error).lower() else Refusal.BROKEN
        raise UnreadableError(refusal) from error
    if len(drawn) > MOST_PAGES:
        raise UnreadableError(Refusal.TOO_MANY_PAGES, most=str(MOST_PAGES), found=str(len(drawn)))
    stream.seek(0)
    reader = _Reader()
    try:
        with pdfplumber.open(stream) as ruled:
            for number, (one, other) in enumerate(zip(drawn, ruled.pages, strict=True), start=1):
                reader.read_page(number, one, other)
                other.close()
    except (PSException, PdfminerException, ValueError, KeyError, TypeError) as error:
        raise UnreadableError(Refusal.BROKEN) from error
    if not reader.has_text:
        raise UnreadableError(Refusal.SCAN)
    return reader.finish(), reader.doubts


@dataclass
class _Reader:
    """Goes through the pages once."""

    blocks: list[Block | Part] = field(default_factory=list)
    doubts: list[Doubtful] = field(default_factory=list)
    has_text: bool = False
    tables: int = 0
    _ended: tuple[TextLine, float] | None = None
    """The last line of the page before, and where its lines end, if it ended with a paragraph."""

    def read_page(self, number: int, drawn: Any, ruled: Any) -> None:  # noqa: ANN401  # no types
        """Read a page, as pdfium has it and as pdfplumber has it."""
        characters = read_characters(drawn)
        self.has_text = self.has_text or bool(characters)
        height, width = ruled.height, ruled.width
        left = characters
        parts: list[tuple[float, RuledTable | None, list[Character]]] = []
        for found in find_tables(ruled):
            inside = find_inside(left, found.box)
            if inside:
                kept = set(map(id, inside))
                left = [one for one in left if id(one) not in kept]
                parts.append((found.box.top, found, inside))
        lines = [line for line in make_lines(left) if not is_page_number(line, height)]
        begun = False
        for top, table, inside in [*parts, (height, None, [])]:
            above = [line for line in lines if line.top < top]
            lines = [line for line in lines if line.top >= top]
            self._add_paragraphs(above, number, width, goes_on=not begun)
            begun = begun or bool(above) or table is not None
            if table is not None:
                self._add_table(table, inside, number, is_first=not above)

    def _add_paragraphs(
        self, lines: Sequence[TextLine], number: int, width: float, *, goes_on: bool
    ) -> None:
        for paragraph in part_paragraphs(lines, width):
            text = write_paragraph(paragraph)
            last = self.blocks[-1] if self.blocks else None
            if goes_on and isinstance(last, Paragraph) and self._runs_on(paragraph[0]):
                self.blocks[-1] = replace(last, text=join_lines([last.text, text]))
            else:
                self.blocks.append(Paragraph(text, Where(page=number)))
            goes_on = False
        if lines:
            self._ended = lines[-1], max(line.right for line in lines)

    def _runs_on(self, line: TextLine) -> bool:
        """Whether the first line of a page goes on with the last paragraph of the page before."""
        if self._ended is None:
            return False
        last, right = self._ended
        is_full = last.right > right - 2 * last.height
        return is_full and abs(line.left - last.left) < _INDENTED

    def _add_table(
        self, table: RuledTable, inside: list[Character], number: int, *, is_first: bool
    ) -> None:
        part = self._lay(table, inside, number)
        last = self.blocks[-1] if self.blocks else None
        if is_first and isinstance(last, Part) and fits(last, part):
            self.blocks[-1] = join_parts(last, part, self.doubts)
        else:
            self.tables += 1
            self.blocks.append(part)
        self._ended = None

    def _lay(self, table: RuledTable, inside: list[Character], number: int) -> Part:
        width = len(table.columns) - 1
        grid: list[list[Cell | None]] = [[None] * width for _ in range(table.height)]
        where = Where(page=number, table=self.tables + 1)
        used: set[int] = set()
        for ruled in table.cells:
            characters = find_inside(inside, ruled.box)
            used.update(map(id, characters))
            text = write_cell(list(make_lines(characters)), ruled.box)
            at = where.at(ruled.row + 1, ruled.column + 1)
            cell = Cell(text, at, ruled.rows, ruled.columns)
            for row in grid[ruled.row : ruled.row + ruled.rows]:
                row[ruled.column : ruled.column + ruled.columns] = [cell] * ruled.columns
        lost = [one for one in inside if id(one) not in used]
        for line in make_lines(lost):
            self.doubts.append(Doubtful(Doubt.NO_CELL, where, {"words": line.text}))
        return Part(grid, table.columns, table.open_above, table.open_below)

    def finish(self) -> list[Block]:
        """Give the paragraphs and tables in their order."""
        return list(self._finish())

    def _finish(self) -> Iterator[Block]:
        tables = 0
        for block in self.blocks:
            if isinstance(block, Part):
                tables += 1
                page = next((cell.where.page for row in block.grid for cell in row if cell), 0)
                yield make_table(block.grid, Where(page=page, table=tables))
            else:
                yield block
