"""What a query may name that is no service: telephone numbers, the notice, what cannot wait.

Mirrored by theme/scripts/search/signs.mjs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from carelist.search.analysis import fold
from carelist.search.constants import MEANT, YEAR
from carelist.search.numbers import read_numbers, write_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from carelist.catalog.revision import Catalog
    from carelist.speech.locales import Locale

NOTICE = "notice"
URGENT = "urgent"
HOTLINE = "hotline"
DOCUMENT = re.compile(r"([\u4e00-\u9fff]+)〔(\d{4})〕(\d+)号")
_YEAR = re.compile(YEAR)


class Sign(NamedTuple):
    """A thing that is known by its numbers."""

    id: str
    """`hotline/12345`, as also what cannot wait where a query has its number; `urgent/12356` where
    it has not; or `notice`."""
    numbers: tuple[str, ...]
    """Which it has, the only one of a telephone or of what cannot wait; of a document, the year
    and its own."""
    code: str = ""
    """By what else it is known, as a pattern: what stands before the number of a document, as
    `长民联发`, or the words of what cannot wait."""
    calls: tuple[str, ...] = ()
    """Whom to call where it cannot wait."""
    services: tuple[str, ...] = ()
    """Which a query finds first, where it cannot wait."""


def list_signs(catalog: Catalog, locale: Locale) -> Iterator[Sign]:
    """Yield what cannot wait, the telephone numbers, and the documents that the notice names.

    The notice itself is one of them. What cannot wait is told by words of the locale, or by the
    number to call first, which is then no sign of its own: a page would weigh more.
    """
    first = {urgency.numbers[0] for urgency in catalog.urgent}
    for urgency in catalog.urgent:
        name = f"{URGENT}/{urgency.numbers[0]}"
        services = catalog.leads.follow_all(urgency.services)
        pattern = _write_pattern(urgency.list(locale))
        yield Sign(name, urgency.numbers[:1], pattern, urgency.numbers, services)
    for hotline in catalog.hotlines:
        if hotline.number not in first:
            yield Sign(f"{HOTLINE}/{hotline.number}", (hotline.number,))
    notice = catalog.latest.notice
    texts = (text.source for text in (notice.number, notice.opening) if text)
    for code, year, number in DOCUMENT.findall(" ".join(texts)):
        yield Sign(NOTICE, (year, number), code)


def _write_pattern(words: Iterable[str]) -> str:
    r"""Give a pattern of words as they are compared; those in letters begin where a word does.

    >>> _write_pattern(["割腕", "Suicid", "kill my"])
    '割腕|\\b(?:suicid|kill my)'
    """
    folded = [re.escape(fold(word)).replace("\\ ", " ") for word in words]
    parts = [word for word in folded if not word.isascii()]
    begun = [word for word in folded if word.isascii()]
    return "|".join([*parts, *([rf"\b(?:{'|'.join(begun)})"] if begun else [])])


def find_signs(
    text: str, signs: Iterable[Sign], strong: Sequence[str], simplified: dict[str, str]
) -> list[Sign]:
    """Give those of the signs that a query names, and the last that is about what it finds.

    The last is the least urgent: danger is told by words, and who asks about a divorce finds the
    court too. Where its words name one that is about that, they count alone: whoever asks for a
    lawyer is in no danger.

    Args:
        text: The query.
        signs: All that there are.
        strong: The services that answer it, the best first.
        simplified: Of the tables of a list.
    """
    folded = write_figures(fold(text, simplified))
    named = re.findall(r"\d+", folded, re.ASCII)
    terms = {way[0] for number in read_numbers(folded)[1] for way in number.ways}
    every = tuple(signs)
    told = [sign for sign in every if _is_named(sign, folded, named, terms)]
    about = [sign for sign in every if {*strong[:1]} & {*sign.services}]
    found = told if any(sign in told for sign in about) else [*told, *about[-1:]]
    return [
        sign._replace(id=f"{HOTLINE}/{sign.numbers[0]}")
        if sign.calls and sign.numbers[0] in named
        else sign
        for sign in found
    ]


def _is_named(sign: Sign, folded: str, named: list[str], terms: set[str]) -> bool:
    """Whether all its numbers are in a query, or its code, or its own number without a year."""
    if sign.numbers and all(number in named for number in sign.numbers):
        return True
    if sign.code and re.search(sign.code, folded, re.ASCII):
        return True
    own = sign.numbers and f"{sign.numbers[-1]}{MEANT['document']}" in terms
    return bool(sign.code and own) and not any(map(_YEAR.fullmatch, named))
