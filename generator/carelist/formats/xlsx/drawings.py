"""What lies upon the sheets of a workbook: text boxes and pictures, which openpyxl leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.formats.document import Doubt, Doubtful
from carelist.formats.markup import child, children, name_of, value_of
from carelist.formats.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from carelist.formats.packages import Package


def list_drawn(package: Package, main: str) -> Iterator[Doubtful]:
    """Tell the words of text boxes, and pictures, sheet by sheet.

    Args:
        package: The workbook.
        main: Its part that lists the sheets.
    """
    sheets = {part: name for name, part in _list_sheets(package, main)}
    for part, name in sheets.items():
        where = Where(sheet=name)
        for kind, drawing in package.list_related(part):
            root = package.parse(drawing) if kind == "drawing" else None
            for one in root.iter() if root is not None else ():
                if name_of(one) == "sp" and (words := _read_words(one)):
                    yield Doubtful(Doubt.TEXT_BOX, where, {"words": words})
                elif name_of(one) == "pic":
                    yield Doubtful(Doubt.PICTURE, where, {"words": ""})


def _list_sheets(package: Package, main: str) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet and its part."""
    parts = package.map_related(main)
    for sheet in children(child(package.parse(main), "sheets"), "sheet"):
        if (part := parts.get(value_of(sheet, "id"), "")) in package.names:
            yield value_of(sheet, "name"), part


def _read_words(shape: Element) -> str:
    lines = (one for one in shape.iter() if name_of(one) == "p")
    texts = ("".join(t.text or "" for t in line.iter() if name_of(t) == "t") for line in lines)
    return " ".join(filter(None, map(str.strip, texts)))
