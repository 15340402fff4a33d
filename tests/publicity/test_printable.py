"""Whether fonts have all that may be printed is known without a piece, and never wrongly."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from carelist.catalog.loading import load_catalog
from carelist.catalog.revision import Catalog, Fidelity, Origin, Revision
from carelist.catalog.texts import Record, Text, find_digest
from carelist.publicity.glyphs import find_missing_glyphs, list_drawable
from carelist.publicity.pieces import list_pieces
from carelist.publicity.printable import can_print, list_printable
from carelist.site import addresses
from carelist.site.kit import make_voice
from carelist.site.place import Place
from carelist.site.site import Site

from tests.conftest import CITIES, ROOT

if TYPE_CHECKING:
    from pathlib import Path


LISTS = (ROOT / "catalog", *sorted(path for path in CITIES.iterdir() if path.is_dir()))
WORDS = re.compile("[\u4e00-\u9fff]")
FIRST_MARK = 0x20000
"""Of characters that no font of the program has."""


def find_missing(catalog: Catalog) -> set[str]:
    """The characters of all pieces of a list that no font has."""
    site = Site.of(catalog, Place("/", ""))
    voices = [make_voice(site.desk(addresses.HOME, locale)) for locale in site.now.locales]
    contents = [piece.recipe.content for piece in list_pieces(site.now, voices)]
    return {one.character for one in find_missing_glyphs(contents, catalog.locales.font_files)}


class Marker:
    """Puts a mark of its own behind each text of a catalog, in each language."""

    def __init__(self) -> None:
        """Begin with the first mark."""
        self._numbers = count(FIRST_MARK)
        self._marked: dict[int, tuple[object, Any]] = {}

    def mark(self, value: Any) -> Any:  # noqa: ANN401  # of any kind
        """Give a value with marks; the same for the same."""
        if id(value) not in self._marked:
            self._marked[id(value)] = value, self._mark(value)
        return self._marked[id(value)][1]

    def _mark(self, value: Any) -> Any:  # noqa: ANN401
        marked = value
        match value:
            case str():
                marked = self._put(value) if WORDS.search(value) else value
            case Text():
                told = {"source": value.source, **(value.model_extra or {})}
                texts = {name: self._put(text) for name, text in told.items()}
                digest = find_digest(texts["source"])
                marked = value.model_copy(update=texts | {"digest": digest})
            case Record():
                marked = value.model_copy(update={name: self.mark(one) for name, one in value})
            case dict():
                marked = {key: self.mark(one) for key, one in value.items()}
            case tuple() | list():
                parts = [self.mark(one) for one in value]
                make = getattr(type(value), "_make", type(value))
                marked = make(parts)
            case Catalog() | Revision() | Fidelity() | Origin():
                names = [field.name for field in fields(value)]
                marked = replace(value, **{one: self.mark(getattr(value, one)) for one in names})
        return marked

    def _put(self, text: str) -> str:
        return f"{text}{chr(next(self._numbers))}"


@pytest.mark.parametrize("folder", LISTS, ids=lambda folder: folder.name)
def test_nothing_is_printed_that_is_not_among_what_may_be(folder: Path) -> None:
    """Each text of a list gets a mark that no font has: those of all pieces are among the marks."""
    catalog = load_catalog(folder)
    assert can_print(catalog)
    assert find_missing(catalog) == set()
    marked = Marker().mark(catalog)
    found = find_missing(marked)
    assert len(found) > len(catalog.latest.services)
    assert found <= {one for text in list_printable(marked) for one in text}
    assert not can_print(marked)


def test_words_that_are_only_looked_for_are_printed_nowhere() -> None:
    """The real list has some in traditional characters, which no font of the program has."""
    catalog = load_catalog(ROOT / "catalog")
    words = [word for one in catalog.urgent for word in one.list(catalog.locales.source)]
    assert not list_drawable(catalog.locales.font_files).issuperset("".join(words))
