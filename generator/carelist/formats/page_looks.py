"""How the elements of a web page look, as far as it decides what is read and where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelist.formats.document import Doubt
from carelist.formats.markup import name_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_STRIKING = frozenset({"del", "s", "strike"})
_WIDE = re.compile(r"(?<![\w-])width\s*:\s*([0-9]{1,4}(?:\.[0-9]{1,4})?)\s*(pt|px)")
_PIXEL = 0.75
"""Points."""


def find_doubt(element: Element) -> Doubt | None:
    """Tell why an element is not to be read, None where it is."""
    if is_hidden(element):
        return Doubt.HIDDEN_TEXT
    is_struck = name_of(element) in _STRIKING or _STRUCK.search(element.get("style", ""))
    return Doubt.STRUCK if is_struck else None


def is_hidden(element: Element) -> bool:
    """Whether an element says by itself that it is not to be seen."""
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))


def read_span(cell: Element, name: str, most: int) -> int:
    """Read how far a cell reaches, as browsers do: leading digits, 1 where there are none."""
    match = re.match(r"\s*\+?([0-9]{1,6})", cell.get(name, ""))
    return min(int(match[1]), most) if match else 1


def measure_width(cell: Element) -> float:
    """Read how wide a cell is, in points; 0 where it does not say so in pixels or points."""
    if match := _WIDE.search(cell.get("style", "")):
        return float(match[1]) * (1.0 if match[2] == "pt" else _PIXEL)
    match = re.fullmatch(r"\s*([0-9]{1,4}(?:\.[0-9]{1,4})?)(?:px)?\s*", cell.get("width", ""))
    return float(match[1]) * _PIXEL if match else 0.0
