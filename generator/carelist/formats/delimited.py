"""Rows whose cells are divided by commas or tabs: CSV, and what is copied out of a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from carelist.catalog.headings import count_headings
from carelist.catalog.sections import SECTION
from carelist.catalog.table_lines import is_number
from carelist.formats.document import Cell, Doubt, Doubtful, Paragraph
from carelist.formats.grids import make_table
from carelist.formats.limits import MOST_BYTES, MOST_CELLS, Refusal, UnreadableError
from carelist.formats.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelist.formats.document import Block

DELIMITERS = "\t,;"
_LEAST_COLUMNS = 3
"""Lines with fewer cells are sentences that have a comma."""
_LEAST_ROWS = 2
_DECLARATION = re.compile(r"\A\s*\"?sep=.\"?[ \t]*\n", re.IGNORECASE)
_PROTECTED = re.compile(r'\A\s*="([^"]*)"\s*\Z')
"""A cell that a program wrote so that a spreadsheet takes it for text: `="0431-88888888"`."""
_LEAST_HEADINGS = 2
_REST = re.compile(
    r"^(?!.*[:：])(?:[^。；;！？]*(?:局|委|办|院|联|厅|部|会|处|中心|公司|学校|机构|单位|政府|街道|等)[、，,;；]?"
    r"|.*[。；;！？][”』」）)]*)$"
)
"""Words with which the last cell of a row may go on: names of bodies, or the end of a sentence."""


class Line(NamedTuple):
    """One record."""

    cells: tuple[str, ...]
    number: int
    """The line of the file where it begins."""
    text: str
    """All of it as it stands in the file."""

    @property
    def filled(self) -> list[str]:
        """The cells that are not blank."""
        return [cell for cell in self.cells if cell.strip()]

    def write(self) -> str:
        """Give its words where it is no row: programs fill such a line up with blank cells."""
        is_whole = len(self.filled) == len(self.cells)
        return self.text if is_whole else "\u3000".join(cell.strip() for cell in self.filled)


def drop_declaration(text: str) -> str:
    """Give a text without the line by which Excel is told what divides its cells: `sep=;`."""
    return _DECLARATION.sub("", text, count=1)


def find_delimiter(text: str) -> str:
    """Find what divides the cells of most lines into the same number; "" where nothing does."""
    counts = {mark: _count_alike(text, mark) for mark in DELIMITERS}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] >= _LEAST_ROWS else ""


def _count_alike(text: str, mark: str) -> int:
    """Count the records that have as many cells as the head, or else as the widest, of three.

    Below a head, each row may be torn.
    """
    lines = _split(text, mark)
    widths = [len(line.cells) for line in lines]
    head = _find_head(lines)
    width = widths[head] if head is not None else max(widths, default=0)
    if width < _LEAST_COLUMNS:
        return 0
    torn = sum(1 < one < width for one in widths) if head is not None else 0
    return widths.count(width) + (_LEAST_ROWS if torn else 0)


def _find_head(lines: Sequence[Line]) -> int | None:
    """Find the first line whose cells head columns."""
    heads = (at for at, one in enumerate(lines) if count_headings(one.filled) >= _LEAST_HEADINGS)
    return next(heads, None)


def read_delimited(text: str, mark: str) -> tuple[list[Block], list[Doubtful]]:
    """Read a text whose cells are divided by `mark`; lines of one cell before and after a table.

    A cell in quotation marks may hold line breaks (RFC 4180). Without them a break tears a row:
    where a row and the line below it are together as wide as the table, they are one.

    Raises:
        UnreadableError: If there are more cells than are read.
    """
    lines = [line for line in _split(text, mark) if line.filled]
    first = _find_head(lines)
    widths = [len(line.cells) for line in lines]
    width = widths[first] if first is not None else max(widths, default=0)
    if width * len(lines) > MOST_CELLS:
        raise UnreadableError(Refusal.TOO_MANY_CELLS, most=str(MOST_CELLS))
    rows = [at for at, line in enumerate(lines) if len(line.filled) > 1]
    if not rows:
        return list(_list_paragraphs(lines)), []
    first = rows[0] if first is None else first
    last = max(first, rows[-1])
    doubts: list[Doubtful] = []
    joined = list(_join_torn(lines[first : last + 1], width, doubts))
    rest, after = _take_rest(joined, lines[last + 1 :], width, doubts)
    table = make_table([_make_row(line, at) for at, line in enumerate(rest, 1)], Where(table=1))
    return [*_list_paragraphs(lines[:first]), table, *_list_paragraphs(after)], doubts


def _split(text: str, mark: str) -> list[Line]:
    """Split a text into records; quotation marks that enclose no whole cell are words."""
    try:
        lines = list(_read_records(text, mark, csv.QUOTE_MINIMAL))
    except csv.Error:
        return list(_read_records(text, mark, csv.QUOTE_NONE))
    if mark == "\t" and any("\n" in cell and mark in cell for one in lines for cell in one.cells):
        return list(_read_records(text, mark, csv.QUOTE_NONE))
    return lines


def _read_records(text: str, mark: str, quoting: Literal[0, 3]) -> Iterator[Line]:
    csv.field_size_limit(MOST_BYTES)
    written = text.split("\n")
    begun = 1
    reader = csv.reader(io.StringIO(text), delimiter=mark, quoting=quoting, strict=True)
    for cells in reader:
        words = tuple(_PROTECTED.sub(r"\1", cell) for cell in cells)
        yield Line(words, begun, "\n".join(written[begun - 1 : reader.line_num]))
        begun = reader.line_num + 1


def _list_paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    for line in lines:
        yield Paragraph(line.write().strip(), Where(line=line.number))


def _make_row(line: Line, row: int) -> list[Cell | None]:
    return [
        Cell(text.strip(), Where(line=line.number, table=1, row=row, column=at))
        for at, text in enumerate(line.cells, start=1)
    ]


def _join_torn(lines: list[Line], width: int, doubts: list[Doubtful]) -> Iterator[Line]:
    """Join rows that line breaks within a cell have torn; tell of them, and of uneven ones."""
    waiting: Line | None = None
    for line in lines:
        if waiting is None:
            waiting = line
        elif _is_torn(waiting, line, width):
            waiting = _join(waiting, line, doubts)
        else:
            yield _tell_uneven(waiting, width, doubts)
            waiting = line
    if waiting is not None:
        yield _tell_uneven(waiting, width, doubts)


def _is_torn(above: Line, line: Line, width: int) -> bool:
    """Whether a line is the rest of the row above it.

    Together they are no wider than the table. A row that is whole may go on in its last cell: with
    a name of a body, or a sentence, where a name stood; but no heading among services is a rest.
    """
    if SECTION.fullmatch(line.cells[0].strip()) and len(line.filled) == 1:
        return False
    if len(above.cells) < width > len(line.cells):
        is_row = len(above.cells) == 1 and is_number(line.cells[0].strip())
        return len(above.cells) + len(line.cells) - 1 <= width and not is_row
    is_last = len(above.cells) == width and len(line.cells) == 1 and bool(above.cells[-1].strip())
    return is_last and bool(_REST.search(line.cells[0].strip()))


def _join(above: Line, line: Line, doubts: list[Doubtful]) -> Line:
    words = line.cells[0].strip()
    doubts.append(Doubtful(Doubt.JOINED_LINE, Where(line=line.number, table=1), {"words": words}))
    cells = (*above.cells[:-1], f"{above.cells[-1]}\n{line.cells[0]}", *line.cells[1:])
    return Line(cells, above.number, f"{above.text}\n{line.text}")


def _take_rest(
    rows: list[Line], lines: list[Line], width: int, doubts: list[Doubtful]
) -> tuple[list[Line], list[Line]]:
    """Take what goes on with the last row out of the lines behind the table."""
    while rows and lines and _is_torn(rows[-1], lines[0], width):
        rows = [*rows[:-1], _join(rows[-1], lines[0], doubts)]
        lines = lines[1:]
    return rows, lines


def _tell_uneven(line: Line, width: int, doubts: list[Doubtful]) -> Line:
    if len(line.cells) != width and not (len(line.cells) > width and not any(line.cells[width:])):
        values = {"found": str(len(line.cells)), "expected": str(width)}
        doubts.append(Doubtful(Doubt.UNEVEN_ROW, Where(line=line.number, table=1), values))
    return line
