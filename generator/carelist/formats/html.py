"""Web pages, and tables copied out of them, by html5lib."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import html5lib

from carelist.catalog.headings import count_headings
from carelist.formats.canonical import LEAST_HEADINGS
from carelist.formats.counting import RAISED, write_number
from carelist.formats.document import Doubt, Doubtful, Paragraph, Table
from carelist.formats.grids import Spanned, lay_cells
from carelist.formats.limits import MOST_COLUMNS, MOST_DEPTH, Refusal, UnreadableError
from carelist.formats.links import tell_link
from carelist.formats.markup import name_of
from carelist.formats.page_looks import find_doubt, is_hidden, measure_width, read_span
from carelist.formats.table_heads import is_headed
from carelist.formats.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from carelist.formats.document import Block

_UNSEEN = frozenset(
    re.findall(
        r"\w+",
        "head script style template noscript iframe object svg math "
        "select option textarea button audio video canvas rt rp",
    )
)
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details dialog div dl dt "
        "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p "
        "pre section summary table tbody td tfoot th thead tr ul",
    )
)
_SIGNS = frozenset({"br", "img", "sup", "q"})
_SIGNED = re.compile(r"list-style(?:-type)?\s*:\s*(?:none|disc|circle|square)", re.IGNORECASE)
"""Of a list: nothing, or a sign, stands before its items."""
_WAYS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman"}
_WAYS |= {"I": "upperRoman"}
"""How the items of a list are numbered, by the attribute `type`, in the words of `counting`."""
_SPACES = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAKS = re.compile(r" *\n *")
_LEAST_COLUMNS = 2
_LONGEST_TOLD = 20
"""Characters by which a part of a page is named."""
_MOST_ABOVE = 6
"""So many rows may stand above the head of a table."""


def read_html(content: bytes | str) -> tuple[list[Block], list[Doubtful]]:
    """Read a page as its reader sees it; bytes are decoded as browsers do.

    A page may show its list only when its script has run; then what it hides is read, and told.

    Raises:
        UnreadableError: If its elements are nested deeper than is read, or a table is too large.
    """
    root: Element = html5lib.parse(content, namespaceHTMLElements=False)
    reader = _Reader()
    reader.read_all(root)
    hides = any(one.kind is Doubt.HIDDEN_TEXT for one in reader.doubts)
    if hides and not any(map(_is_list, reader.blocks)):
        revealing = _Reader(reveals=True)
        revealing.read_all(root)
        if any(map(_is_list, revealing.blocks)):
            return revealing.blocks, revealing.doubts
    return reader.blocks, reader.doubts


class _Reader:
    """Goes through a page once, gathering lines until a block ends them."""

    def __init__(self, *, is_cell: bool = False, reveals: bool = False) -> None:
        self._is_cell, self._reveals = is_cell, reveals
        self._label = ""
        """What browsers write before the item of a list that is being read."""
        self.blocks: list[Block] = []
        self.doubts: list[Doubtful] = []
        self._pieces: list[str] = []
        self._tables = 0

    def read_all(self, root: Element) -> None:
        """Read a whole page."""
        self.read(root, 0)
        self.end_line()

    def read(self, element: Element, depth: int) -> None:
        """Read an element; what stands after it is its parent's to read."""
        if depth > MOST_DEPTH:
            raise UnreadableError(Refusal.TOO_DEEP, most=str(MOST_DEPTH))
        name = name_of(element)
        if name in _UNSEEN or not name:
            return
        doubt = find_doubt(element)
        if doubt is Doubt.HIDDEN_TEXT and self._reveals and _holds_data(element):
            doubt = None
            words = _squeeze("".join(element.itertext()))
            self._tell(Doubt.HIDDEN_LINES, words=f"{words[:_LONGEST_TOLD]}…")
        if doubt:
            self._tell(doubt, words=_squeeze("".join(element.itertext())))
            return
        if name in _SIGNS:
            self._read_sign(element, name, depth)
        elif name == "ol":
            self._read_list(element, depth)
        elif name == "table" and _is_data(element):
            self.end_line()
            for caption in (one for one in element if name_of(one) == "caption"):
                self.read(caption, depth + 1)
            self._tables += 1
            where = Where(table=self._tables)
            self.blocks.append(lay_cells(self._list_rows(element, where, depth), where))
        else:
            self._read_inside(element, depth, ends_line=name in _BLOCKS)

    def _read_inside(self, element: Element, depth: int, *, ends_line: bool) -> None:
        if ends_line:
            self.end_line()
        self._pieces.append(element.text or "")
        for one in element:
            self.read(one, depth + 1)
            self._pieces.append(one.tail or "")
        if ends_line:
            self.end_line()

    def _read_sign(self, element: Element, name: str, depth: int) -> None:
        """Read what a browser shows in a way of its own, or tell of a picture in a cell."""
        words = "".join(element.itertext()).strip()
        if name == "br":
            self._pieces.append("\v")
        elif name == "img" and self._is_cell:
            self._tell(Doubt.PICTURE, words=_squeeze(element.get("alt", "")) or "img")
        elif name == "sup" and words.isdecimal():
            self._pieces.append(words.translate(RAISED))
        else:
            quotes = ("“", "”") if name == "q" else ("", "")
            self._pieces.append(quotes[0])
            self._read_inside(element, depth, ends_line=False)
            self._pieces.append(quotes[1])

    def _read_list(self, element: Element, depth: int) -> None:
        """Read a list, with the numbers that browsers write before its items."""
        self.end_line()
        items = [one for one in element if name_of(one) == "li"]
        step, first = (-1, len(items)) if "reversed" in element.attrib else (1, 1)
        number = _read_integer(element.get("start"), first)
        way = _WAYS.get(element.get("type", "1"), "decimal")
        is_signed = bool(_SIGNED.search(element.get("style", "")))
        labels: list[str] = []
        for one in element:
            if name_of(one) != "li" or find_doubt(one):
                self.read(one, depth + 1)
                continue
            number = _read_integer(one.get("value"), number)
            if not is_signed:
                self._label = f"{write_number(number, way)}."
                labels.append(self._label)
            self._read_inside(one, depth + 1, ends_line=True)
            self._label = ""
            number += step
        if labels and self._is_cell:
            self._tell(Doubt.NUMBERED, first=labels[0], last=labels[-1])

    def _tell(self, kind: Doubt, **values: str) -> None:
        if values.get("words", "-"):
            where = Where(line=len(self.blocks) + 1)
            self.doubts.append(Doubtful(kind, where, values))

    def end_line(self) -> None:
        """End the paragraph that is being gathered."""
        text = _join("".join(self._pieces))
        self._pieces.clear()
        if text:
            where = Where(line=len(self.blocks) + 1)
            self.blocks.append(Paragraph(self._label + text, where))
            self._label = ""

    def _list_rows(self, table: Element, where: Where, depth: int) -> list[list[Spanned]]:
        """Give the rows of a table in their order, each with its cells.

        A `rowspan` of 0 reaches to the end of its group, and none reaches beyond it.
        """
        rows: list[list[Spanned]] = []
        for group in _list_groups(table):
            for at, row in enumerate(seen := [one for one in group if self._is_row(one)]):
                left = len(seen) - at
                cells = (one for one in row if self._is_seen(one, where.at(len(rows) + 1, 1)))
                line: list[Spanned] = []
                for cell in cells:
                    reach = min(read_span(cell, "rowspan", left) or left, left)
                    text = self._read_cell(cell, where.at(len(rows) + 1, len(line) + 1), depth)
                    width = read_span(cell, "colspan", MOST_COLUMNS) or 1
                    line.append(Spanned(text, reach, width, measure_width(cell)))
                rows.append(line)
        return rows

    def _is_row(self, row: Element) -> bool:
        """Whether a row takes a place; tell one that is hidden."""
        if is_gone := is_hidden(row):
            self._tell(Doubt.HIDDEN_TEXT, words=_squeeze(" ".join(row.itertext())))
        return not is_gone

    def _is_seen(self, cell: Element, where: Where) -> bool:
        """Whether an element of a row is a cell that takes a place; tell one that is hidden."""
        if name_of(cell) not in {"td", "th"}:
            return False
        if not is_hidden(cell) or "visibility" in cell.get("style", ""):
            return True
        if words := _squeeze("".join(cell.itertext())):
            self.doubts.append(Doubtful(Doubt.HIDDEN_TEXT, where, {"words": words}))
        return False

    def _read_cell(self, cell: Element, where: Where, depth: int) -> str:
        """Give the lines of a cell: its paragraphs, and the rows of a table within it."""
        inner = _Reader(is_cell=True)
        if doubt := find_doubt(cell):
            inner._tell(doubt, words=_squeeze("".join(cell.itertext())))
        else:
            inner._read_inside(cell, depth + 1, ends_line=True)
        for link in cell.iter("a"):
            inner._tell(Doubt.LINK, words=tell_link("".join(link.itertext()), link.get("href", "")))
        self.doubts += (Doubtful(one.kind, where, one.values) for one in inner.doubts)
        lines = []
        for block in inner.blocks:
            if isinstance(block, Paragraph):
                lines.append(block.text)
                continue
            words = "\n".join(" ".join(filter(None, row)) for row in block.list_texts())
            self.doubts.append(Doubtful(Doubt.NESTED_TABLE, where, {"words": words}))
            lines.append(words)
        return "\n".join(lines)


def _list_groups(table: Element) -> Iterator[list[Element]]:
    """Yield the rows of each group of a table; the parser puts rows without a group into one."""
    order = {"thead": 0, "tbody": 1, "tfoot": 2}  # wherever they stand, browsers show them so
    groups = [one for one in table if name_of(one) in order]
    for group in sorted(groups, key=lambda one: order[name_of(one)]):
        yield [row for row in group if name_of(row) == "tr"]


def _is_data(table: Element) -> bool:
    """Whether a table holds data: it has columns, and a head or no such table within a cell."""
    rows = [row for group in _list_groups(table) for row in group]
    width = max((len(row) for row in rows), default=0)
    if width < _LEAST_COLUMNS:
        return False
    inner = (one for one in table.iter("table") if one is not table)
    return any(map(_is_head, rows[:_MOST_ABOVE])) or not any(map(_is_data, inner))


def _is_list(block: Block) -> bool:
    return isinstance(block, Table) and is_headed(block)


def _holds_data(element: Element) -> bool:
    return any(map(_is_data, element.iter("table")))


def _is_head(row: Element) -> bool:
    """Whether the cells of a row head columns as lists do."""
    texts = ("".join(cell.itertext()) for cell in row if name_of(cell) in {"td", "th"})
    return count_headings(texts) >= LEAST_HEADINGS


def _read_integer(text: str | None, otherwise: int) -> int:
    match = re.fullmatch(r"\s*(-?[0-9]{1,6})\s*", text or "")
    return int(match[1]) if match else otherwise


def _squeeze(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _join(text: str) -> str:
    """Make runs of white space one space, and vertical tabs, which stand for breaks, lines."""
    return _AROUND_BREAKS.sub("\n", _SPACES.sub(" ", text).replace("\v", "\n")).strip()
