"""What is read of a file: its paragraphs and tables, and what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from carelist.catalog.table_lines import BAR
from carelist.formats.where import Where

if TYPE_CHECKING:
    from collections.abc import Mapping


class Format(StrEnum):
    """The formats that are read."""

    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"
    HTML = "html"
    CSV = "csv"
    TEXT = "text"


class Doubt(StrEnum):
    """What a format leaves to a person, or what a reader did that a person should know."""

    TRACKED_CHANGE = "tracked-change"
    """Words that were put in or struck out with changes tracked: `removed`, `added`."""
    HIDDEN_TEXT = "hidden-text"
    """Words that are in the file and not to be seen; they were left out."""
    STRUCK = "struck"
    """Words with a line drawn through them by hand; they were left out."""
    PLACEHOLDER = "placeholder"
    """The words by which a document asks to be filled in, where nobody did; they were left out."""
    INVISIBLE = "invisible"
    """Characters that take no place and show nothing; they were left out: `code`, `words`."""
    NO_CHARACTER = "no-character"
    """Characters that no other font has; 〓 stands in their place: `code`, `words`."""
    HIDDEN_LINES = "hidden-lines"
    """Rows, columns or a sheet that are not to be seen; they were read."""
    HIDDEN_SHEET = "hidden-sheet"
    """A whole sheet that is not to be seen, beside one that has a list; it was left out."""
    UNDER_MERGED = "under-merged"
    """Words in a cell that a merged cell covers; they were left out."""
    NUMBERED = "numbered"
    """Numbers that the word processor wrote by itself; they were worked out: `first`, `last`."""
    NESTED_TABLE = "nested-table"
    """A table within a cell; its words were read as lines of that cell."""
    FOOTNOTE = "footnote"
    """A note at the foot of a page or at the end; it was left out."""
    COMMENT = "comment"
    """A remark that somebody hung on words or on a cell of a sheet; it was left out."""
    PICTURE = "picture"
    """A picture in the text, whose words, if it has any, were not read."""
    FORMULA = "formula"
    """A formula, written out in one line: the bar of a fraction as `/`."""
    DRAWN = "drawn"
    """What a field draws and does not write, as a number in a circle; it was left out."""
    SYMBOL = "symbol"
    """A character of a font of symbols, which stands for nothing in another font."""
    RADICAL = "radical"
    """Radicals that a PDF gives where the characters stand: `printed`, `read`."""
    ACROSS_LINES = "across-lines"
    """Words that lie upon a line between two cells, or upon other words: of which cell they are
    cannot be told."""
    RUNNING = "running"
    """The head or the foot of each page; it was left out, but for the head of the first."""
    WATERMARK = "watermark"
    """Words set aslant across a page; they were left out."""
    NO_CELL = "no-cell"
    """Words within the frame of a table that stand in none of its cells."""
    ROW_OVER_PAGES = "row-over-pages"
    """A row that goes on over a page; its two halves were joined."""
    CELL_OVER_PAGES = "cell-over-pages"
    """A merged cell that goes on over a page; its words were repeated there."""
    UNEVEN_ROW = "uneven-row"
    """A row of another width than its table: `found`, `expected`."""
    JOINED_LINE = "joined-line"
    """A line without a cell of its own; it was read as the rest of the row above it."""
    NO_VALUE = "no-value"
    """A cell that is worked out from others, and holds no result in the file, or an error."""
    SHOWN_OTHERWISE = "shown-otherwise"
    """A number that the sheet shows in a form of its own: `value`, `form`."""
    TEXT_BOX = "text-box"
    """Words in a text box that lies upon a sheet; they were left out."""
    FOREIGN_PART = "foreign-part"
    """A part of the file that was not read, as another document put into it."""
    MARKUP = "markup"
    """Marks of Markdown, of a link or of slanted letters; their words alone were read."""
    LINK = "link"
    """Words that only point to an address (查看); they were read, the address was not."""
    OTHER_TABLE = "other-table"
    """A table that is not of the list; it was left out of the copy."""


@dataclass(frozen=True)
class Doubtful:
    """One thing in doubt, and where it is."""

    kind: Doubt
    where: Where
    values: Mapping[str, str] = field(default_factory=dict)
    """The words that it is about, by the names that `Doubt` gives; `words` where it gives none."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph outside of tables; lines that the author broke are kept."""

    text: str
    where: Where


@dataclass(frozen=True)
class Cell:
    """A cell, which may cover several rows and columns of its table."""

    text: str
    """Its lines."""
    where: Where
    rows: int = 1
    columns: int = 1


Row = tuple[Cell | None, ...]
"""A row of a grid: the cell that covers each place, None where none does."""


def list_cells(row: Row) -> list[Cell]:
    """Give the cells of a row that have words, a merged one once."""
    return list({id(cell): cell for cell in row if cell and cell.text}.values())


@dataclass(frozen=True)
class Table:
    """A table as a full grid: a merged cell stands in each place that it covers."""

    rows: tuple[Row, ...]
    """Each row as wide as the table."""
    where: Where

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0]) if self.rows else 0

    def list_texts(self) -> list[list[str]]:
        """Give the words of each row, those of merged cells in each place that they cover."""
        return [[cell.text if cell else "" for cell in row] for row in self.rows]


Block = Paragraph | Table


@dataclass(frozen=True)
class Copy:
    """The words of a file in the form in which the copy of a notice is kept."""

    name: str
    """Of the file, without its folder."""
    digest: str
    """The SHA-256 of its bytes, in hexadecimal digits."""
    format: Format
    text: str
    """As `carelist.formats.canonical` describes; a text file as it is."""
    doubts: tuple[Doubtful, ...] = ()
    places: Mapping[int, tuple[Where | None, ...]] = field(default_factory=dict)
    """Where the cells of the table stand in the file, by the line of the copy."""

    @property
    def tells_merged(self) -> bool:
        """Whether its format tells merged cells from blank ones."""
        return self.format in {Format.DOCX, Format.XLSX, Format.PDF, Format.HTML}

    def find_cell(self, line: int, at: int, column: int | None = None) -> Where:
        """Give the place of a cell in the file.

        Args:
            line: Of the copy.
            at: Its index in it, from 0.
            column: Where its words begin in the line, from 1, which tells its index more exactly.
        """
        cells = self.places.get(line, ())
        if cells and column:
            before = self.text.split("\n")[line - 1][: column - 1]
            at = max(0, len(BAR.findall(before)) - 1)
        found = cells[at] if at < len(cells) else None
        return found or Where(line=line, column=at + 1)
