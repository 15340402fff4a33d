"""Rows whose cells are divided by commas or tabs: CSV, and what is copied out of a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from generator.formats.document import Cell, Doubt, Doubtful, Paragraph
from generator.formats.grids import make_table
from generator.formats.limits import MOST_BYTES, MOST_CELLS, Refusal, UnreadableError
from generator.formats.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.formats.document import Block

DELIMITERS = "\t,;"
_LEAST_COLUMNS = 3
"""Lines with fewer cells are sentences that have a comma."""
_LEAST_ROWS = 2


class Line:
    """One record: its cells, and the line of the file where it begins."""

    def __init__(self, cells: list[str], number: int) -> None:
        self.cells, self.number = cells, number


def find_delimiter(text: str) -> str:
    """Find what divides the cells of most lines into the same number; "" where nothing does."""
    counts = {mark: _count_alike(text, mark) for mark in DELIMITERS}
    best = max(counts, key=lambda mark: counts[mark])
    return best if counts[best] >= _LEAST_ROWS else ""


def _count_alike(text: str, mark: str) -> int:
    """Count the records that have as many cells as the widest, of three or more."""
    widths = [len(line.cells) for line in _split(text, mark)]
    widest = max(widths, default=0)
    return widths.count(widest) if widest >= _LEAST_COLUMNS else 0


def read_delimited(text: str, mark: str) -> tuple[list[Block], list[Doubtful]]:
    """Read a text whose cells are divided by `mark`; lines of one cell before and after a table.

    A cell in quotation marks may hold line breaks (RFC 4180). Without them a break tears a row:
    where a row and the line below it are together as wide as the table, they are one.

    Raises:
        UnreadableError: If there are more cells than are read.
    """
    lines = [line for line in _split(text, mark) if any(cell.strip() for cell in line.cells)]
    width = max((len(line.cells) for line in lines), default=0)
    if width * len(lines) > MOST_CELLS:
        raise UnreadableError(Refusal.TOO_MANY_CELLS, most=str(MOST_CELLS))
    rows = [at for at, line in enumerate(lines) if len(line.cells) > 1]
    if not rows:
        return [Paragraph(line.cells[0].strip(), Where(line=line.number)) for line in lines], []
    first, last = rows[0], rows[-1]
    doubts: list[Doubtful] = []
    joined = list(_join_torn(lines[first : last + 1], width, doubts))
    table = make_table([_make_row(line, at) for at, line in enumerate(joined, 1)], Where(table=1))
    return [*_list_paragraphs(lines[:first]), table, *_list_paragraphs(lines[last + 1 :])], doubts


def _split(text: str, mark: str) -> Iterator[Line]:
    csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(io.StringIO(text), delimiter=mark)
    begun = 1
    for cells in reader:
        yield Line(cells, begun)
        begun = reader.line_num + 1


def _list_paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    for line in lines:
        yield Paragraph(" ".join(line.cells).strip(), Where(line=line.number))


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
            continue
        together = len(waiting.cells) + len(line.cells) - 1
        is_torn = len(waiting.cells) < width > len(line.cells)
        if is_torn and together <= width:
            cells = [*waiting.cells[:-1], f"{waiting.cells[-1]}\n{line.cells[0]}", *line.cells[1:]]
            words = line.cells[0].strip()
            where = Where(line=line.number, table=1)
            doubts.append(Doubtful(Doubt.JOINED_LINE, where, {"words": words}))
            waiting = Line(cells, waiting.number)
        else:
            yield _tell_uneven(waiting, width, doubts)
            waiting = line
    if waiting is not None:
        yield _tell_uneven(waiting, width, doubts)


def _tell_uneven(line: Line, width: int, doubts: list[Doubtful]) -> Line:
    if len(line.cells) != width:
        values = {"found": str(len(line.cells)), "expected": str(width)}
        doubts.append(Doubtful(Doubt.UNEVEN_ROW, Where(line=line.number, table=1), values))
    return line
