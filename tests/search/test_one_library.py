"""The library of one locale alone is the one that all are made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.eligibility.inspecting import load_list
from carelist.search.documents import make_libraries

if TYPE_CHECKING:
    from pathlib import Path


def test_one_library_is_as_among_all(lakeside: Path) -> None:
    """Whoever searches in one language needs no other made."""
    catalog = load_list(lakeside)
    libraries = make_libraries(catalog)
    for locale in catalog.locales:
        assert make_libraries(catalog, only=locale) == {locale: libraries[locale]}
