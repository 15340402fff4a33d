r"""The one form in which the copy of a notice is kept, whatever file it came in.

Paragraphs stand one a line, with a blank line between. A table is drawn with bars, as Markdown
does: its first row, a rule, and the other rows. A merged cell stands in each row that it covers,
and in the first of its columns; in the first row, the head, in all of them. A row at either end
that is one cell is a paragraph. A line that the author broke within a cell is `<br>`, a bar within
words `\|`. Nothing else is added, and no word is left out but what the doubts tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.formats.document import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.formats.document import Block, Row, Table

BREAK = "<br>"
_BARS = str.maketrans({"|": "\\|", "｜": "\\｜"})


def write_copy(blocks: Iterable[Block]) -> str:
    """Write paragraphs and tables in the form of a copy."""
    parts = (
        _write_paragraph(block.text) if isinstance(block, Paragraph) else _write_table(block)
        for block in blocks
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _write_paragraph(text: str) -> str:
    """Write the lines of a paragraph, each as one of its own; none begins as a row would."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    safe = (line.translate(_BARS) if line[0] in "|｜" else line for line in lines if line)
    return "\n\n".join(safe)


def _write_table(table: Table) -> str:
    """Write a table; rows at its ends that are one cell are its title, or a note below it."""
    rows = list(table.rows)
    above, below = _take_titles(rows), _take_titles(rows[::-1])[::-1]
    kept = rows[len(above) : len(rows) - len(below)]
    if not kept:
        return "\n\n".join(above)
    drawn = "\n".join(_write_rows(kept, table.width))
    return "\n\n".join([*above, drawn, *below])


def _take_titles(rows: Sequence[Row]) -> list[str]:
    """Give the words of the first rows, as far as each is one cell over all columns."""
    titles = []
    for row in rows:
        if len(row) == 1 or len({id(cell) for cell in row}) > 1 or row[0] is None:
            break
        titles.append(_write_paragraph(row[0].text))
    return titles


def _write_rows(rows: Sequence[Row], width: int) -> Iterator[str]:
    """Write rows; what covers several columns stands in the first, in a head in all of them."""
    for at, row in enumerate(rows):
        texts = (
            cell.text if cell and (at == 0 or cell is not before) else ""
            for before, cell in zip((None, *row), row, strict=False)
        )
        yield "".join(f"| {_write_cell(text)} " for text in texts) + "|"
        if at == 0:
            yield "|---" * width + "|"


def _write_cell(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return BREAK.join(line.translate(_BARS) for line in lines if line)
