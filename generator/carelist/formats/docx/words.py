"""The words of a paragraph, as a reader sees them, and what is not plain in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from carelist.formats.document import Doubt
from carelist.formats.limits import MOST_DEPTH, Refusal, UnreadableError
from carelist.formats.markup import child, children, is_on, name_of, value_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from carelist.formats.packages import Package

Mark = Literal["", "added", "removed"]
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_MARKS: dict[str, Mark] = {
    "ins": "added",
    "moveTo": "added",
    "del": "removed",
    "moveFrom": "removed",
}
_UNSEEN = frozenset({"pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "rt", "softHyphen"})
"""Properties, the text of a field's instruction, and readings set above characters."""
WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
"""What may stand around paragraphs, rows and cells: content controls, marks, tracked changes."""
_NOTES = {"footnote": "footnoteReference", "endnote": "endnoteReference"}
"""The notes of a document, by what refers to them."""
_PICTURES = frozenset({"blip", "imagedata"})


@dataclass
class Words:
    """What was read of one paragraph."""

    pieces: list[tuple[Mark, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """The contents of the text boxes that hang on it."""
    doubts: list[tuple[Doubt, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words with all tracked changes taken as made."""
        return "".join(piece for mark, piece in self.pieces if mark != "removed")

    @property
    def changes(self) -> list[tuple[str, str]]:
        """The words removed and added, side by side where they are."""
        changes: list[tuple[str, str]] = []
        before: Mark = ""
        for mark, piece in self.pieces:
            if not piece:
                continue
            if mark and not before:
                changes.append(("", ""))
            if mark:
                removed, added = changes[-1]
                changes[-1] = (
                    removed + piece * (mark == "removed"),
                    added + piece * (mark == "added"),
                )
            before = mark
        return changes


def read_words(paragraph: Element) -> Words:
    """Read a paragraph.

    Raises:
        UnreadableError: If its elements are nested deeper than is read.
    """
    reader = _Reader()
    reader.read(paragraph, "", 0)
    return reader.words


def read_notes(package: Package) -> dict[str, str]:
    """Give the words of the notes of a document, by the name and the id of what refers to them."""
    notes: dict[str, str] = {}
    for name, reference in _NOTES.items():
        for note in children(package.parse(f"word/{name}s.xml"), name):
            lines = [read_words(one).text.strip() for one in children(note, "p")]
            notes[f"{reference} {value_of(note, 'id')}"] = " ".join(filter(None, lines))
    return notes


class _Reader:
    """Goes through the elements of a paragraph once."""

    def __init__(self) -> None:
        self.words = Words()
        self._fields: list[bool] = []
        """For each open field, whether its result has begun."""

    def read(self, element: Element, mark: Mark, depth: int) -> None:
        if depth > MOST_DEPTH:
            raise UnreadableError(Refusal.TOO_DEEP, most=str(MOST_DEPTH))
        for one in element:
            self._read_one(one, mark, depth)

    def _read_one(self, one: Element, mark: Mark, depth: int) -> None:
        name = name_of(one)
        match name:
            case "t" | "delText":
                self._add(mark, one.text or "")
            case "r" if is_on(child(one, "rPr", "vanish")):
                self._doubt(Doubt.HIDDEN_TEXT, "".join(one.itertext()))
            case "fldChar":
                self._read_field(value_of(one, "fldCharType"))
            case "AlternateContent":
                self._read_alternatives(one, mark, depth)
            case "txbxContent":
                self.words.boxes.append(one)
            case _ if name in _SIGNS:
                self._add(mark, _SIGNS[name])
            case _ if name not in _UNSEEN and not self._tell_foreign(one, name):
                self.read(one, _MARKS.get(name, mark), depth + 1)

    def _tell_foreign(self, one: Element, name: str) -> bool:
        """Tell of what is not text; whether it was that."""
        if name == "sym":
            self._doubt(Doubt.SYMBOL, f"{value_of(one, 'font')} {value_of(one, 'char')}")
        elif name in {"altChunk", "OLEObject"}:
            self._doubt(Doubt.FOREIGN_PART, value_of(one, "ProgID") or name)
        elif name in _NOTES.values():
            self._doubt(Doubt.FOOTNOTE, f"{name} {value_of(one, 'id')}")
        elif name in _PICTURES:
            self._doubt(Doubt.PICTURE, "")
        else:
            return False
        return True

    def _read_alternatives(self, element: Element, mark: Mark, depth: int) -> None:
        """Read the first of several forms of the same thing."""
        chosen = child(element, "Choice")
        if chosen is None or not len(chosen):
            chosen = child(element, "Fallback")
        if chosen is not None:
            self.read(chosen, mark, depth + 1)

    def _read_field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _add(self, mark: Mark, text: str) -> None:
        if all(self._fields):
            self.words.pieces.append((mark, text))

    def _doubt(self, kind: Doubt, words: str) -> None:
        if words or kind is Doubt.PICTURE:
            self.words.doubts.append((kind, words))
