"""A PDF from its pages to paragraphs and tables."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pdfplumber
import pypdfium2
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from carelist.catalog.headings import count_headings
from carelist.catalog.sections import says_rest
from carelist.catalog.table_lines import join_lines
from carelist.formats.canonical import LEAST_HEADINGS
from carelist.formats.document import Cell, Doubt, Doubtful, Paragraph
from carelist.formats.grids import make_table
from carelist.formats.limits import MOST_PAGES, Refusal, UnreadableError
from carelist.formats.pdf.joining import Part, begins_anew, fits, join_parts
from carelist.formats.pdf.pages import Page, read_page
from carelist.formats.pdf.paragraphs import part_paragraphs, write_paragraph
from carelist.formats.pdf.running import find_running
from carelist.formats.where import Where

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator, Sequence

    from carelist.formats.document import Block
    from carelist.formats.pdf.characters import TextLine
    from carelist.formats.pdf.pages import Filled

_MOST_ABOVE = 2
"""So many lines may stand above the rest of a table on the next page."""
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
    pages: list[Page] = []
    try:
        with pdfplumber.open(stream) as ruled:
            for number, (one, other) in enumerate(zip(drawn, ruled.pages, strict=True), start=1):
                pages.append(read_page(number, one, other))
                other.close()
    except (PSException, PdfminerException, ValueError, KeyError, TypeError) as error:
        raise UnreadableError(Refusal.BROKEN) from error
    if not any(page.has_text for page in pages):
        raise UnreadableError(Refusal.SCAN)
    reader = _Reader(find_running(pages))
    for page in pages:
        reader.take(page)
    return reader.finish(), reader.doubts


@dataclass
class _Reader:
    """Goes through the pages once."""

    running: set[tuple[int, str]]
    """The heads and feet of pages, as `find_running` gives them."""
    blocks: list[Block | Part] = field(default_factory=list)
    doubts: list[Doubtful] = field(default_factory=list)
    tables: int = 0
    told: set[str] = field(default_factory=set)
    """The heads and feet that were told."""
    _ended: tuple[TextLine, float] | None = None
    """The last line of the page before, and where its lines end, if it ended with a paragraph."""

    def take(self, page: Page) -> None:
        """Take a page: its paragraphs and tables, from top to bottom."""
        where = Where(page=page.number)
        unseen = [(Doubt.WATERMARK, page.slanted), (Doubt.HIDDEN_TEXT, page.hidden)]
        unseen += [(Doubt.STRUCK, words) for words in page.struck]
        self.doubts += (Doubtful(kind, where, {"words": text}) for kind, text in unseen if text)
        lines = [line for line in page.lines if not self._is_running(line, page)]
        begun = False
        for filled in (*page.tables, None):
            top = filled.table.box.top if filled else page.height
            above = [line for line in lines if line.top < top]
            lines = [line for line in lines if line.top >= top]
            part = self._lay(filled, page.number) if filled else None
            if part and not begun and self._goes_on(part, above):
                self._add_table(part, goes_on=True)
                self._add_paragraphs(above, page.number, page.width, goes_on=False)
            else:
                self._add_paragraphs(above, page.number, page.width, goes_on=not begun)
                if part:
                    self._add_table(part, goes_on=False)
            begun = begun or bool(above) or part is not None

    def _is_running(self, line: TextLine, page: Page) -> bool:
        """Whether a line is a head or a foot, which the first page has once; tell it once."""
        if (page.number, line.text) not in self.running:
            return False
        if page.number == 1 and line.bottom < page.height / 2:
            return False
        if line.text not in self.told:
            self.told.add(line.text)
            where = Where(page=page.number)
            self.doubts.append(Doubtful(Doubt.RUNNING, where, {"words": line.text}))
        return True

    def _goes_on(self, part: Part, above: Sequence[TextLine]) -> bool:
        """Whether the first table of a page goes on with the last of the page before.

        Above it may stand a line or two, if it has no head of its own or they say so.
        """
        last = self.blocks[-1] if self.blocks else None
        if not (isinstance(last, Part) and fits(last, part)) or begins_anew(last, part):
            return False
        is_headed = count_headings({cell.text for cell in part.grid[0] if cell}) >= LEAST_HEADINGS
        is_rest = any(says_rest(line.text) for line in above)
        return not above or is_rest or (len(above) <= _MOST_ABOVE and not is_headed)

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

    def _add_table(self, part: Part, *, goes_on: bool) -> None:
        last = self.blocks[-1] if self.blocks else None
        if goes_on and isinstance(last, Part):
            self.blocks[-1] = join_parts(last, part, self.doubts)
        else:
            self.tables += 1
            self.blocks.append(part)
        self._ended = None

    def _lay(self, filled: Filled, number: int) -> Part:
        table = filled.table
        width = len(table.columns) - 1
        grid: list[list[Cell | None]] = [[None] * width for _ in range(table.height)]
        where = Where(page=number, table=self.tables + 1)
        for index, (ruled, text) in enumerate(zip(table.cells, filled.texts, strict=True)):
            at = where.at(ruled.row + 1, ruled.column + 1)
            cell = Cell(text, at, ruled.rows, ruled.columns)
            if words := filled.across.get(index):
                self.doubts.append(Doubtful(Doubt.ACROSS_LINES, at, {"words": words}))
            for row in grid[ruled.row : ruled.row + ruled.rows]:
                row[ruled.column : ruled.column + ruled.columns] = [cell] * ruled.columns
        beside = ((Doubt.NO_CELL, filled.lost), (Doubt.NESTED_TABLE, filled.inner))
        for kind, texts in beside:
            self.doubts += (Doubtful(kind, where, {"words": text}) for text in texts)
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
