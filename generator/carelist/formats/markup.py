"""Elements of office documents by their short names, whichever edition of the standard is used.

The strict edition of ISO/IEC 29500 has other namespaces than the one that programs write; the
short names are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_OFF = frozenset({"0", "false", "off"})
_MOST_DIGITS = 9
"""Of a number that a document needs."""


def name_of(element: Element) -> str:
    """Give the name of an element without its namespace; "" for a comment."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value_of(element: Element | None, name: str = "val") -> str:
    """Give an attribute by its short name; "" where the element or the attribute is not there."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return ""


def number_of(element: Element | None, name: str = "val", *, otherwise: int) -> int:
    """Give an attribute as a whole number."""
    text = value_of(element, name)
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else otherwise


def child(element: Element | None, *path: str) -> Element | None:
    """Give the first descendant along a path of names; None where there is none."""
    found = element
    for name in path:
        if found is None:
            return None
        found = next((one for one in found if name_of(one) == name), None)
    return found


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the children of a name."""
    if element is not None:
        yield from (one for one in element if name_of(one) == name)


def is_on(element: Element | None) -> bool:
    """Whether a property is set: it is there, and not switched off."""
    return element is not None and value_of(element) not in _OFF
