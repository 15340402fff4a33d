"""A Word document from its package to paragraphs and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carelist.formats.document import Doubt, Doubtful, Paragraph
from carelist.formats.docx.looks import Looks
from carelist.formats.docx.numbering import read_numbering
from carelist.formats.docx.tables import Layout, find_change, list_framed, list_rows, number_borders
from carelist.formats.docx.words import WRAPPERS, read_notes, read_words
from carelist.formats.limits import MOST_DEPTH, Refusal, UnreadableError
from carelist.formats.markup import child, is_on, name_of
from carelist.formats.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from carelist.formats.document import Block
    from carelist.formats.docx.numbering import Numbering
    from carelist.formats.docx.tables import Row
    from carelist.formats.docx.words import Words
    from carelist.formats.packages import Package


def read_docx(package: Package, main: str) -> tuple[list[Block], list[Doubtful]]:
    """Read the body of a Word document: its blocks in order, and what is in doubt.

    `main` is the part that holds it.

    Headers and footers are no part of a list and are not read; notes at the foot of a page and
    comments are told.

    Raises:
        UnreadableError: If a part is broken, or nested deeper than is read.
    """
    body = child(package.parse(main), "body")
    if body is None:
        raise UnreadableError(Refusal.BROKEN)
    styles = package.find_related(main, "styles", "word/styles.xml")
    lists = package.find_related(main, "numbering", "word/numbering.xml")
    notes = read_notes(package, main)
    links = package.map_external(main)
    reader = _Reader(read_numbering(lists, styles), notes, Looks(styles, body), links)
    blocks = list(reader.read_blocks(body, 0))
    return blocks, [*reader.doubts, *reader.list_numbered()]


@dataclass
class _Numbered:
    """The labels of one list."""

    where: Where
    first: str
    last: str


@dataclass
class _Reader:
    numbering: Numbering
    notes: Mapping[str, str]
    """The words of notes and comments, as `read_notes` names them."""
    looks: Looks
    links: Mapping[str, str]
    """Where links lead, by the ids of their relations."""
    doubts: list[Doubtful] = field(default_factory=list)
    numbered: dict[str, _Numbered] = field(default_factory=dict)
    tables: int = 0
    paragraphs: int = 0

    def read_blocks(self, parent: Element, depth: int) -> Iterator[Block]:
        """Yield paragraphs and tables, those in content controls too."""
        _guard(depth)
        joined = ""
        for one in parent:
            match name_of(one):
                case "p":
                    self.paragraphs += 1
                    where = Where(line=self.paragraphs)
                    words = read_words(one, self.looks, self.links)
                    text = joined + self._write(one, words, where)
                    joined = text if _runs_on(one) else ""
                    if not joined and text.strip():
                        yield Paragraph(text, where)
                    for box in words.boxes:
                        yield from self.read_blocks(box, depth + 1)
                case "tbl":
                    yield from self._read_tables(one, depth)
                case "altChunk":
                    self._doubt(Doubt.FOREIGN_PART, Where(line=self.paragraphs), words="altChunk")
                case name if name in WRAPPERS:
                    yield from self.read_blocks(one, depth + 1)
        if joined.strip():
            yield Paragraph(joined, Where(line=self.paragraphs))

    def _write(self, paragraph: Element, words: Words, where: Where) -> str:
        """Give what was read of a paragraph, with the number that Word writes before it."""
        for kind, text in words.doubts:
            is_note = kind in {Doubt.FOOTNOTE, Doubt.COMMENT}
            self._doubt(kind, where, words=self.notes.get(text, "") if is_note else text)
        for removed, added in words.changes:
            self._doubt(Doubt.TRACKED_CHANGE, where, removed=removed, added=added)
        if _runs_on(paragraph):
            self._doubt(Doubt.TRACKED_CHANGE, where, removed="⏎", added="")
        list_id, label = self.numbering.label(paragraph)
        if label:
            told = self.numbered.setdefault(list_id, _Numbered(where, label.strip(), ""))
            told.last = label.strip()
        return label + words.text

    def _read_tables(self, table: Element, depth: int) -> Iterator[Block]:
        """Yield a table, or what it only frames."""
        framed = list_framed(table)
        for cell in framed:
            yield from self.read_blocks(cell, depth + 1)
        if not framed:
            yield self._read_table(table, depth)

    def _read_table(self, table: Element, depth: int) -> Block:
        self.tables += 1
        rows = list(list_rows(table))
        left = (row for row in rows if row.change != "removed")
        layout = Layout(Where(table=self.tables), number_borders(table, left))
        for row in rows:
            if row.change == "removed":
                self._doubt(Doubt.TRACKED_CHANGE, layout.where, removed=_list_words(row), added="")
                continue
            layout.begin_row(row)
            if is_on(child(row.element, "trPr", "hidden")):
                self._doubt(Doubt.HIDDEN_LINES, layout.where, words=_list_words(row))
            for cell in row.cells:
                where = layout.where
                if (change := find_change(cell)) == "removed":
                    words = "".join(cell.itertext()).strip()
                    self._doubt(Doubt.TRACKED_CHANGE, where, removed=words, added="")
                    continue
                text = self._read_cell(cell, where, depth + 1)
                if (row.change or change) and text:
                    self._doubt(Doubt.TRACKED_CHANGE, where, removed="", added=text)
                covered = layout.add(cell, text)
                if covered:
                    self._doubt(Doubt.UNDER_MERGED, where, words=covered)
        return layout.finish()

    def _read_cell(self, cell: Element, where: Where, depth: int) -> str:
        """Give the lines of a cell; those of tables within it as well, and tell of these."""
        _guard(depth)
        return "\n".join(line for line in self._read_lines(cell, where, depth) if line.strip())

    def _read_lines(self, parent: Element, where: Where, depth: int) -> Iterator[str]:
        _guard(depth)
        joined = ""
        for one in parent:
            match name_of(one):
                case "p":
                    words = read_words(one, self.looks, self.links)
                    text = joined + self._write(one, words, where)
                    joined = text if _runs_on(one) else ""
                    if not joined:
                        yield text
                    for box in words.boxes:
                        yield from self._read_lines(box, where, depth + 1)
                case "tbl":
                    for row in list_rows(one):
                        cells = (self._read_cell(cell, where, depth + 1) for cell in row.cells)
                        text = " ".join(filter(None, cells))
                        self._doubt(Doubt.NESTED_TABLE, where, words=text)
                        yield text
                case name if name in WRAPPERS:
                    yield from self._read_lines(one, where, depth + 1)
        yield joined

    def _doubt(self, kind: Doubt, where: Where, **values: str) -> None:
        self.doubts.append(Doubtful(kind, where, values))

    def list_numbered(self) -> Iterator[Doubtful]:
        """Tell each list that Word numbered, once."""
        for told in self.numbered.values():
            values = {"first": told.first, "last": told.last}
            yield Doubtful(Doubt.NUMBERED, told.where, values)


def _list_words(row: Row) -> str:
    """Give the words of a row, as a message names them."""
    return " ".join(" ".join(cell.itertext()).strip() for cell in row.cells)


def _runs_on(paragraph: Element) -> bool:
    """Whether the end of a paragraph is struck out with changes tracked."""
    mark = child(paragraph, "pPr", "rPr")
    return child(mark, "del") is not None or is_on(child(mark, "moveFrom"))


def _guard(depth: int) -> None:
    if depth > MOST_DEPTH // 4:
        raise UnreadableError(Refusal.TOO_DEEP, most=str(MOST_DEPTH // 4))
