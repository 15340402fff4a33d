"""Looks for what no page may show: things that lie across each other, or leave their panel."""

from __future__ import annotations

import ctypes
import io
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from tests.publicity.structure import read_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MILLIMETRE = 72 / 25.4
SLACK = 0.4
"""Points by which two things may touch: less than a line is wide."""
MARGIN = 3 * MILLIMETRE
"""What home printers leave white around a page, at the least."""
CORNER = 6
"""Segments of a path that has more than straight sides, at the least."""


class Box(NamedTuple):
    """Where something lies on a page, in points from below."""

    left: float
    bottom: float
    right: float
    top: float

    def crop(self, page: Box) -> Box:
        """The part of it that is seen on a page."""
        low = map(max, self[:2], page[:2])
        return Box(*low, *map(min, self[2:], page[2:]))

    def meets(self, other: Box) -> bool:
        """Whether they have a place in common."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > SLACK
            and min(self.top, other.top) - max(self.bottom, other.bottom) > SLACK
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies within it."""
        return (
            self.left <= other.left + SLACK
            and self.bottom <= other.bottom + SLACK
            and other.right <= self.right + SLACK
            and other.top <= self.top + SLACK
        )


class Thing(NamedTuple):
    """Something that is drawn: a run of letters, an area of one colour, a line."""

    kind: Literal["words", "area", "line"]
    box: Box
    name: str
    """The letters; of what has none, where it lies."""
    is_round: bool = False


def find_collisions(content: bytes, folds: Sequence[Sequence[float]] = ()) -> list[str]:
    """Tell what lies across something else on a page of a document, or beyond its panel.

    Args:
        content: The document.
        folds: Of each page, where it is folded, in millimetres from its left edge.
    """
    with pypdfium2.PdfDocument(io.BytesIO(content)) as document:
        told: list[str] = []
        for number, page in enumerate(document):
            lines = folds[number] if number < len(folds) else ()
            told += (f"page {number + 1}: {one}" for one in _look_at(page, lines))
        return told


def _look_at(page: Any, folds: Sequence[float]) -> Iterator[str]:  # noqa: ANN401  # pypdfium2 ships no types
    paper, sheet = Box(*page.get_trimbox()), Box(*page.get_mediabox())
    safe = Box(paper.left + MARGIN, paper.bottom + MARGIN, paper.right - MARGIN, paper.top - MARGIN)
    things = [
        one._replace(box=one.box.crop(sheet))
        for one in _list_things(page)
        if not _is_decoration(one, sheet)
    ]
    for one in things:
        if one.kind == "words" and not safe.holds(one.box):
            yield f"{one.name} leaves the page"
        for fold in (paper.left + place * MILLIMETRE for place in folds):
            is_across = one.box.left < fold - SLACK and one.box.right > fold + SLACK
            if is_across and one.kind != "line" and not one.box.holds(paper):
                yield f"{one.name} lies across a fold"
    for below, above in combinations(things, 2):
        if below.box.meets(above.box) and not _may_lie(below, above):
            yield f"{above.name} lies across {below.name}"


def _may_lie(below: Thing, above: Thing) -> bool:
    """Whether one thing may be drawn upon another: where it lies wholly on an area."""
    return below.kind != "words" and below.box.holds(above.box)


def _is_decoration(thing: Thing, page: Box) -> bool:
    """Whether it is a circle that only a part of is seen."""
    return thing.is_round and not page.holds(thing.box)


def _list_things(page: Any) -> Iterator[Thing]:  # noqa: ANN401  # as above
    letters = page.get_textpage()
    for item in page.get_objects():
        box = Box(*item.get_bounds())
        where = " ".join(f"{side / MILLIMETRE:.0f}" for side in box)
        if item.type == pdfium.FPDF_PAGEOBJ_TEXT:
            words = read_letters(partial(pdfium.FPDFTextObj_GetText, item, letters))
            if words.strip():
                yield Thing("words", box, f"“{words.strip()}” ({where})")
        elif item.type == pdfium.FPDF_PAGEOBJ_PATH:
            is_round = pdfium.FPDFPath_CountSegments(item) > CORNER
            kind: Literal["area", "line"] = "area" if _is_filled(item) else "line"
            yield Thing(kind, box, f"{kind} ({where})", is_round)
        else:
            yield Thing("area", box, f"picture ({where})")


def _is_filled(path: Any) -> bool:  # noqa: ANN401  # as above
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(fill.value != pdfium.FPDF_FILLMODE_NONE)
