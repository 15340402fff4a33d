"""Whether fonts have all that pieces may print of a list: then none need be made to know that.

Most lists have no character that fonts lack, and to make all pieces of a thousand services takes
ten times as long as to look at their texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from carelist.catalog.texts import Record
from carelist.publicity.glyphs import list_drawable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.revision import Catalog
    from carelist.speech.locales import Locale

MONTHS = range(1, 13)


def can_print(catalog: Catalog) -> bool:
    """Tell that fonts have all of it; what they lack may still be printed nowhere."""
    drawable = list_drawable(catalog.locales.font_files)
    return all(map(drawable.issuperset, list_printable(catalog)))


def list_printable(catalog: Catalog) -> Iterator[str]:
    """Yield all that the texts of pieces are made of, and more.

    Not among it is what is only looked for, which no piece shows: the vocabulary, and the words of
    needs that cannot wait.
    """
    for locale in catalog.locales:
        yield from _list_said(locale)
    numbers = [urgency.numbers for urgency in catalog.urgent]
    city = (catalog.site, catalog.pillars, catalog.departments, catalog.hotlines, catalog.contacts)
    yield from _find_texts([numbers, *city, catalog.ready, catalog.situations])
    latest = catalog.latest
    yield from _find_texts([latest.id, latest.notice, latest.rows, latest.how_read])
    yield from (origin.printed for origin in latest.fidelity.origins.values())


def _list_said(locale: Locale) -> Iterator[str]:
    """Yield what pieces say by themselves: words and their capitals, dates, what joins names."""
    for word in locale.words("print").values():
        yield from (word, word.upper())
    yield from (locale.write_date(f"2000-{month:02}-01") for month in MONTHS)
    yield from (locale.join("123"), locale.comma, locale.space, *locale.quotes)


def _find_texts(value: object) -> Iterator[str]:
    """Yield every text below a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Record):
        for _, below in value:
            yield from _find_texts(below)
    elif isinstance(value, Mapping):
        for below in value.values():
            yield from _find_texts(below)
    elif isinstance(value, tuple | list):
        for below in value:
            yield from _find_texts(below)
