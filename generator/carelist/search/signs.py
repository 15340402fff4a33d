"""What a query may name that is no service: numbers, the notice, a situation, what cannot wait.

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
SITUATION = "situation"
URGENT = "urgent"
HOTLINE = "hotline"
DOCUMENT = re.compile(r"([\u4e00-\u9fff]+)〔(\d{4})〕(\d+)号")
END = "[ ?!.。]*$"
"""What may follow the last word of a query."""
FEW = ".{0,9}"
"""What `…` of words stands for."""
_FEW = re.escape(fold("…"))
_YEAR = re.compile(YEAR)


class Sign(NamedTuple):
    """A thing that is known by its numbers."""

    id: str
    """`hotline/12345`, as also what cannot wait where a query has its number; `urgent/12356` where
    it has not; `situation/grandparents`; or `notice`."""
    numbers: tuple[str, ...]
    """Which it has, the only one of a telephone or of what cannot wait; of a document, the year
    and its own; of a situation none."""
    code: str = ""
    """By what else it is known, as a pattern: what stands before the number of a document, as
    `长民联发`, or the words of what cannot wait or of a situation."""
    calls: tuple[str, ...] = ()
    """Whom to call where it cannot wait."""
    services: tuple[str, ...] = ()
    """Which a query finds first, where that alone tells that it cannot wait."""


def list_signs(catalog: Catalog, locale: Locale) -> Iterator[Sign]:
    """Yield what cannot wait, the telephone numbers, the documents of the notice, situations.

    The notice itself is one of them. What cannot wait is told by words of the locale, or by the
    number to call first, which is then no sign of its own: a page would weigh more. So is what
    can wait and has words.
    """
    first = {urgency.numbers[0] for urgency in catalog.urgent}
    for urgency in catalog.urgent:
        name = f"{HOTLINE if urgency.waits else URGENT}/{urgency.numbers[0]}"
        services = catalog.leads.follow_all(urgency.found)
        pattern = _write_pattern(urgency.list(locale))
        calls = () if urgency.waits else urgency.numbers
        yield Sign(name, urgency.numbers[:1], pattern, calls, services)
    for hotline in catalog.hotlines:
        if hotline.number not in first:
            yield Sign(f"{HOTLINE}/{hotline.number}", (hotline.number,))
    notice = catalog.latest.notice
    texts = (text.source for text in (notice.number, notice.opening) if text)
    for code, year, number in DOCUMENT.findall(" ".join(texts)):
        yield Sign(NOTICE, (year, number), code)
    for situation in catalog.situations:
        if words := situation.asked.list(locale):
            yield Sign(f"{SITUATION}/{situation.id}", (), _write_pattern(words))


def _write_pattern(words: Iterable[str]) -> str:
    r"""Give a pattern of words as they are compared; those in letters begin where a word does.

    What ends with `$` stands at the end of a query; `…` is a few characters.

    >>> _write_pattern(["割腕", "Suicid", "kill my", "找孩子$", "在…打工"])
    '割腕|找孩子[ ?!.。]*$|在.{0,9}打工|\\b(?:suicid|kill my)'
    """
    folded = [_escape(fold(word)) for word in words]
    parts = [word for word in folded if word[0] > "z"]
    begun = [word for word in folded if word[0] <= "z"]
    return "|".join([*parts, *([rf"\b(?:{'|'.join(begun)})"] if begun else [])])


def _escape(word: str) -> str:
    said = re.escape(word.removesuffix("$")).replace("\\ ", " ").replace(_FEW, FEW)
    return said + END if word.endswith("$") else said


def find_signs(
    text: str, signs: Iterable[Sign], strong: Sequence[str], simplified: dict[str, str]
) -> list[Sign]:
    """Give those of the signs that a query names, or that tell what it finds.

    Whoever is told to call finds first what only those in need look for, or has said so: a word
    that is a part of something else, as 父母 of who is in charge, says nothing of an arrest.

    Args:
        text: The query.
        signs: All that there are.
        strong: The services that answer it, the best first.
        simplified: Of the tables of a list.
    """
    folded = write_figures(fold(text, simplified))
    named = re.findall(r"\d+", folded, re.ASCII)
    terms = {way[0] for number in read_numbers(folded)[1] for way in number.ways}
    first = {*strong[:1]}
    found = [s for s in signs if first & {*s.services} or _is_named(s, folded, named, terms)]
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
