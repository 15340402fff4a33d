"""The words of a paragraph, as a reader sees them, and what is not plain in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from carelist.formats.counting import RAISED
from carelist.formats.document import Doubt
from carelist.formats.docx.formulas import write_formula
from carelist.formats.docx.looks import Looks
from carelist.formats.limits import MOST_DEPTH, Refusal, UnreadableError
from carelist.formats.links import tell_link
from carelist.formats.markup import child, children, name_of, value_of

if TYPE_CHECKING:
    from collections.abc import Mapping
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
_UNSEEN = frozenset({"pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "softHyphen"})
"""Properties, and readings set above characters."""
WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"})
"""What may stand around paragraphs, rows and cells: content controls, marks, tracked changes."""
_NOTES = {
    "footnote": "footnoteReference",
    "endnote": "endnoteReference",
    "comment": "commentReference",
}
"""The notes and comments of a document, and what refers to them."""
_INSTRUCTIONS = frozenset({"instrText", "delInstrText"})
NO_LINKS: Mapping[str, str] = {}
_PICTURES = frozenset({"blip", "imagedata"})
_FOREIGN = {
    "altChunk": ("", "altChunk"),
    "OLEObject": ("ProgID", "OLE"),
    "relIds": ("", "SmartArt"),
    "chart": ("", "chart"),
    "textpath": ("string", "WordArt"),
}
"""What other programs draw, as objects and words bent to pictures: an attribute, a name without."""
_FIRST_BEYOND = "\u0100"
"""Fonts of symbols have their signs in the places of the characters before this one."""
_DRAWING = frozenset({"EQ", "SYMBOL", "FORMCHECKBOX", "FORMDROPDOWN"})
"""Fields that draw something and have no words as their result (17.16.5)."""


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


def read_words(paragraph: Element, looks: Looks, links: Mapping[str, str] = NO_LINKS) -> Words:
    """Read a paragraph.

    Args:
        paragraph: Its element.
        looks: Which of its words are not to be read.
        links: Where its links lead, by the ids of their relations.

    Raises:
        UnreadableError: If its elements are nested deeper than is read.
    """
    reader = _Reader(looks, value_of(child(paragraph, "pPr", "pStyle")), links)
    reader.read(paragraph, "", 0)
    return reader.words


def read_notes(package: Package, main: str) -> dict[str, str]:
    """Give the words of notes and comments, by the name and the id of what refers to them."""
    notes: dict[str, str] = {}
    for name, reference in _NOTES.items():
        for note in children(package.find_related(main, f"{name}s", f"word/{name}s.xml"), name):
            lines = [read_words(one, Looks()).text.strip() for one in children(note, "p")]
            notes[f"{reference} {value_of(note, 'id')}"] = " ".join(filter(None, lines))
    return notes


@dataclass
class _Field:
    """A field that is open: its instruction, and its result as far as it has begun."""

    code: str = ""
    has_begun: bool = False
    words: str = ""
    """Its result."""


class _Reader:
    """Goes through the elements of a paragraph once."""

    def __init__(self, looks: Looks, style: str, links: Mapping[str, str]) -> None:
        self.words = Words()
        self._looks, self._style, self._links = looks, style, links
        self._fields: list[_Field] = []

    def read(self, element: Element, mark: Mark, depth: int) -> None:
        if depth > MOST_DEPTH:
            raise UnreadableError(Refusal.TOO_DEEP, most=str(MOST_DEPTH))
        for one in element:
            self._read_one(one, mark, depth)

    def _read_one(self, one: Element, mark: Mark, depth: int) -> None:
        name = name_of(one)
        match name:
            case "t" | "delText":
                self._read_text(one, mark)
            case "r":
                self._read_run(one, mark, depth)
            case "fldChar":
                self._read_field(value_of(one, "fldCharType"))
            case "AlternateContent":
                self._read_alternatives(one, mark, depth)
            case "txbxContent":
                self.words.boxes.append(one)
            case "hyperlink":
                self.read(one, mark, depth + 1)
                words = "".join(text.text or "" for text in one.iter() if name_of(text) == "t")
                self._doubt(Doubt.LINK, tell_link(words, self._links.get(value_of(one, "id"), "")))
            case _ if name in _SIGNS:
                self._add(mark, _SIGNS[name])
            case _ if name not in _UNSEEN and not self._read_other(one, name, mark):
                self.read(one, _MARKS.get(name, mark), depth + 1)

    def _read_run(self, run: Element, mark: Mark, depth: int) -> None:
        """Read a run, unless how it looks says that it is not to be read."""
        doubt = self._looks.find(run, self._style) if mark != "removed" else None
        text = "".join(one.text or "" for one in children(run, "t"))
        if doubt:
            self._leave_out(run, doubt)
        elif (font := self._looks.find_font(run)) and text.strip() and max(text) < _FIRST_BEYOND:
            self._doubt(Doubt.SYMBOL, f"{font} {text}")
        elif text.isdecimal() and value_of(child(run, "rPr", "vertAlign")) == "superscript":
            self._add(mark, text.translate(RAISED))
        else:
            self.read(run, mark, depth + 1)

    def _read_text(self, one: Element, mark: Mark) -> None:
        if self._looks.is_prompt(one):
            self._doubt(Doubt.PLACEHOLDER, one.text or "")
        else:
            self._add(mark, one.text or "")

    def _read_other(self, one: Element, name: str, mark: Mark) -> bool:
        """Read a formula or an instruction of a field; tell what is no text; whether it was one."""
        if name in _INSTRUCTIONS:
            for opened in self._fields[-1:]:
                opened.code += one.text or ""
        elif name == "oMath":
            self._add(mark, text := write_formula(one))
            self._doubt(Doubt.FORMULA, text)
        elif name == "sym":
            self._doubt(Doubt.SYMBOL, f"{value_of(one, 'font')} {value_of(one, 'char')}")
        elif name in _FOREIGN:
            attribute, called = _FOREIGN[name]
            self._doubt(Doubt.FOREIGN_PART, value_of(one, attribute) or called)
        elif name in _NOTES.values():
            kind = Doubt.COMMENT if name == _NOTES["comment"] else Doubt.FOOTNOTE
            self._doubt(kind, f"{name} {value_of(one, 'id')}")
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

    def _leave_out(self, run: Element, doubt: Doubt) -> None:
        """Leave out a run that is not to be read, but for the ends of fields that it may have."""
        words = ""
        for one in run:
            if (name := name_of(one)) == "fldChar":
                self._read_field(value_of(one, "fldCharType"))
            elif name == "t":
                words += one.text or ""
        self._doubt(doubt, words.strip())

    def _read_field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].has_begun = True
        elif kind == "end" and self._fields:
            done = self._fields.pop()
            code = " ".join(done.code.split())
            name, _, rest = code.partition(" ")
            if not done.words and name.upper() in _DRAWING:
                self._doubt(Doubt.DRAWN, code)
            elif name.upper() == "HYPERLINK":
                self._doubt(Doubt.LINK, tell_link(done.words, rest.partition(" ")[0].strip('"')))

    def _add(self, mark: Mark, text: str) -> None:
        if all(one.has_begun for one in self._fields):
            self.words.pieces.append((mark, text))
            for one in self._fields:
                one.words += text

    def _doubt(self, kind: Doubt, words: str) -> None:
        if words or kind is Doubt.PICTURE:
            self.words.doubts.append((kind, words))
