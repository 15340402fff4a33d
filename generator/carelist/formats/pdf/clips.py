"""In which part of a page each of its texts may be drawn; what stands outside is not seen.

Spreadsheets draw the words of a merged cell on each page that it reaches, in the middle of the
whole cell, and cut off all that is not on the page.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

Bounds = tuple[float, float, float, float]
"""Left, bottom, right and top, in points, as a PDF counts them."""


class Clips:
    """The parts of one page that its texts are cut to."""

    def __init__(self, page: Bounds) -> None:
        """Begin a page with the bounds that it has itself."""
        self._page = page
        self._found: dict[int, Bounds] = {}

    def show(self, text: Any, at: int, box: Any) -> bool:  # noqa: ANN401  # pypdfium2 has no types
        """Whether the middle of a character is seen.

        Args:
            text: The text of the page.
            at: The index of the character in it.
            box: Its box.
        """
        left, bottom, right, top = self._find(pdfium.FPDFText_GetTextObject(text, at))
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        return bool(left <= x <= right and bottom <= y <= top)

    def _find(self, drawn: Any) -> Bounds:  # noqa: ANN401  # as above
        if not drawn:
            return self._page
        key = ctypes.addressof(drawn.contents)
        if key not in self._found:
            self._found[key] = self._cut(pdfium.FPDFPageObj_GetClipPath(drawn))
        return self._found[key]

    def _cut(self, clip: Any) -> Bounds:  # noqa: ANN401  # as above
        """Give what all paths of a clip leave of the page, each taken for its bounds."""
        left, bottom, right, top = self._page
        x, y = ctypes.c_float(), ctypes.c_float()
        for path in range(max(0, pdfium.FPDFClipPath_CountPaths(clip)) if clip else 0):
            points = []
            for at in range(max(0, pdfium.FPDFClipPath_CountPathSegments(clip, path))):
                segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, at)
                pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
                points.append((x.value, y.value))
            if points:
                left, right = (
                    max(left, min(p[0] for p in points)),
                    min(right, max(p[0] for p in points)),
                )
                bottom, top = (
                    max(bottom, min(p[1] for p in points)),
                    min(top, max(p[1] for p in points)),
                )
        return left, bottom, right, top
