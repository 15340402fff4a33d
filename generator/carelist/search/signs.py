"""What a query may name that is no service: telephone numbers, and the notice by its number.

Mirrored by theme/scripts/search/signs.mjs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from carelist.search.analysis import fold
from carelist.search.constants import MEANT, YEAR
from carelist.search.numbers import read_numbers, write_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.revision import Catalog

NOTICE = "notice"
DOCUMENT = re.compile(r"([\u4e00-\u9fff]+)〔(\d{4})〕(\d+)号")
_YEAR = re.compile(YEAR)


class Sign(NamedTuple):
    """A thing that is known by its numbers."""

    id: str
    """`hotline/12345`, or `notice`."""
    numbers: tuple[str, ...]
    """Which it has; of a document, the year and its own."""
    code: str = ""
    """What stands before the number of a document: `长民联发`."""


def list_signs(catalog: Catalog) -> Iterator[Sign]:
    """Yield the telephone numbers, and the documents that the notice is or names."""
    for hotline in catalog.hotlines:
        yield Sign(f"hotline/{hotline.number}", (hotline.number,))
    notice = catalog.latest.notice
    texts = (text.source for text in (notice.number, notice.opening) if text)
    for code, year, number in DOCUMENT.findall(" ".join(texts)):
        yield Sign(NOTICE, (year, number), code)


def find_signs(text: str, signs: Iterable[Sign], simplified: dict[str, str]) -> list[Sign]:
    """Give those of the signs that a query names; `simplified` is that of the tables of a list."""
    folded = write_figures(fold(text, simplified))
    named = re.findall(r"\d+", folded, re.ASCII)
    terms = {way[0] for number in read_numbers(folded)[1] for way in number.ways}
    return [sign for sign in signs if _is_named(sign, folded, named, terms)]


def _is_named(sign: Sign, folded: str, named: list[str], terms: set[str]) -> bool:
    """Whether all its numbers are in a query, or its code, or its own number without a year."""
    if all(number in named for number in sign.numbers):
        return True
    own = f"{sign.numbers[-1]}{MEANT['document']}" in terms and not any(map(_YEAR.fullmatch, named))
    return bool(sign.code) and (sign.code in folded or own)
