r"""The one form in which the copy of a notice is kept, whatever file it came in.

Paragraphs stand one a line, with a blank line between. A table is drawn with bars, as Markdown
does: its first row, a rule, and the other rows. A merged cell stands in each row that it covers,
and in the first of its columns; in the rows of the head, in all of them. Rows above the head, and
notes below the last row, are paragraphs; a heading of services above the head stands below it. A
line that the author broke within a cell is `<br>`, a bar within words `\|`. Nothing else is added,
and no word is left out but what the doubts tell.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.headings import count_headings
from carelist.catalog.sections import heads_part
from carelist.formats.document import Paragraph, list_cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from carelist.formats.document import Block, Cell, Row, Table
    from carelist.formats.where import Where

BREAK = "<br>"
LEAST_HEADINGS = 2
"""So many headings make a row the head of its table."""
_MOST_ABOVE = 6
"""So many rows may stand above the head: a title, a caption, who filled it in, and when."""
_BARS = str.maketrans({"|": "\\|", "｜": "\\｜"})
_NOTE = re.compile(r"[（(]?\s*(?:注|备注|说明|附注|填表说明)\s*\d*\s*[:：.、]|[*＊※]")


class Written(NamedTuple):
    """A copy, and where each cell of its table stands in the file."""

    text: str
    places: Mapping[int, tuple[Where | None, ...]]
    """By the line of the copy, counted from 1; None for a cell that the file does not have."""


class _Line(NamedTuple):
    text: str
    cells: tuple[Where | None, ...] = ()


def write_copy(blocks: Iterable[Block]) -> Written:
    """Write paragraphs and tables in the form of a copy."""
    lines: list[_Line] = []
    for block in blocks:
        parts = (
            [[line] for line in _write_paragraph(block.text)]
            if isinstance(block, Paragraph)
            else _write_table(block)
        )
        for part in filter(None, parts):
            lines += [_Line(""), *part] if lines else part
    places = {at: line.cells for at, line in enumerate(lines, start=1) if line.cells}
    return Written("\n".join(line.text for line in lines) + "\n", places)


def _write_paragraph(text: str) -> list[_Line]:
    """Write the lines of a paragraph, each as one of its own; none begins as a row would."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [_Line(line.translate(_BARS) if line[0] in "|｜" else line) for line in lines if line]


def _write_table(table: Table) -> list[list[_Line]]:
    """Write a table, between paragraphs for what stands in it and is none of its rows."""
    rows = list(table.rows)
    top = find_head(rows)
    end = len(rows)
    while end > top + 1 and _is_note(rows[end - 1]):
        end -= 1
    first = top - _count_headings_above(rows, top)
    ordered = [*rows[top : top + 1], *rows[first:top], *rows[top + 1 : end]]
    drawn = list(_write_rows(ordered, table.width))
    return [*_write_outside(rows[:first]), drawn, *_write_outside(rows[end:])]


def _count_headings_above(rows: Sequence[Row], top: int) -> int:
    """Count the rows right above the head that head services, as each part of a list may have."""
    above = takewhile(_is_one_cell, reversed(rows[:top]))
    texts = (cell.text for row in above for cell in list_cells(row))
    return sum(1 for _ in takewhile(heads_part, texts))


def _write_outside(rows: Sequence[Row]) -> list[list[_Line]]:
    """Write the cells of rows as paragraphs, each once."""
    cells = dict.fromkeys(cell for row in rows for cell in list_cells(row))
    return [[line] for cell in cells for line in _write_paragraph(cell.text)]


def find_head(rows: Sequence[Row]) -> int:
    """Find the first row that heads the table: by its headings, else below rows of one cell."""
    for at, row in enumerate(rows[:_MOST_ABOVE]):
        if count_headings(cell.text for cell in list_cells(row)) >= LEAST_HEADINGS:
            return at
    return next((at for at, row in enumerate(rows) if not _is_one_cell(row)), len(rows))


def _is_one_cell(row: Row) -> bool:
    """Whether a row is one cell over all columns."""
    return len(row) > 1 and row[0] is not None and len({id(cell) for cell in row}) == 1


def _is_note(row: Row) -> bool:
    """Whether a row at the end is a note: one cell over all columns, or words that begin as one."""
    cells = list_cells(row)
    return _is_one_cell(row) or (len(cells) == 1 and bool(_NOTE.match(cells[0].text)))


def _write_rows(rows: Sequence[Row], width: int) -> Iterator[_Line]:
    """Write rows; what covers several columns stands in the first, in a head in all of them."""
    for at, row in enumerate(rows):
        texts = (
            cell.text if cell and (at == 0 or cell is not before) else ""
            for before, cell in zip((None, *row), row, strict=False)
        )
        drawn = "".join(f"| {_write_cell(text)} " for text in texts) + "|"
        yield _Line(drawn, tuple(cell.where if cell else None for cell in row))
        if at == 0:
            yield _Line("|---" * width + "|")


def _write_cell(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return BREAK.join(line.translate(_BARS) for line in lines if line)


def name_cells(cells: Iterable[Cell]) -> str:
    """Give the words of cells in one line, as a message names them."""
    return " ".join(" ".join(cell.text.split()) for cell in cells if cell.text)
