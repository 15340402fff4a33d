"""Numbers of a query as what they count: years of age, grades of school, items, documents.

Numerals of Chinese, English and pinyin are figures. What is read is a term such as `3岁`, `9级`,
`14项`, `10号` or `2025年`, which a service has by the rules of the list (facts.py).
Mirrored by theme/scripts/search/numbers.mjs; tests/search/cases run through both.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from carelist.search.constants import (
    AGED,
    BEGUN,
    GRADES,
    LAST_GRADE,
    MEANT,
    MONTHS,
    NUMBER,
    NUMERALS,
    OLDEST,
    RULES,
    SCHOOLS,
    SPELT,
    TENS,
    WITH_TENS,
)

_VALUES = {word: value for row in NUMERALS for value, word in enumerate(row.split())}
_LATIN = "|".join(sorted((w for w in _VALUES if "a" <= w[0] <= "z"), key=lambda w: -len(w)))
_NUMBER = NUMBER.replace("L", _LATIN)
_SPELT = re.compile(SPELT)
_COUNTS = re.compile(rf"\d|[〇零幺一二三四五六七八九两十百半]|t(?:y|ieth)|{_LATIN}", re.ASCII)
"""What every number has something of; most words of a vocabulary have nothing of it."""
_WITH_TENS = re.compile(WITH_TENS.replace("N", _NUMBER).replace("T", TENS), re.ASCII)
_RULES = tuple(
    (kind, re.compile(pattern.replace("N", _NUMBER).replace("A", AGED), re.ASCII))
    for kind, pattern in RULES
)


class Number(NamedTuple):
    """A number of a query."""

    text: str
    """As it is written."""
    ways: tuple[tuple[str, ...], ...]
    """Terms of which a service has all, for each thing that may be meant."""
    near: tuple[str, ...] = ()
    """What goes with it: the grades that children of an age are in."""
    is_sure: bool = True
    """False where it may be a length of time."""


def write_figures(folded: str) -> str:
    """Give a folded text with what is spelt in figures: `一一〇` is 110, `twenty-first` is 21."""
    figures = _SPELT.sub(lambda spelt: "".join(str(_VALUES[one]) for one in spelt[0]), folded)
    return _WITH_TENS.sub(
        lambda tens: str((TENS.split("|").index(tens[1]) + 2) * 10 + _VALUES.get(tens[2], 0)),
        figures,
    )


def read_numbers(folded: str) -> tuple[str, list[Number]]:
    """Give a folded text without the numbers in it that count something, and these.

    >>> rest, numbers = read_numbers("3到6岁的孩子")
    >>> rest, numbers[0].text, numbers[0].ways
    (' 的孩子', '3到6岁', (('3岁', '4岁', '5岁', '6岁'),))
    """
    if not _COUNTS.search(folded):
        return folded, []
    folded = write_figures(folded)
    numbers: list[Number] = []
    for kind, pattern in _RULES:
        parts: list[str] = []
        last = 0
        for match in pattern.finditer(folded):
            words = [word for word in match.groups() if word]
            school = words.pop(0) if kind == "grade" and len(words) > 1 else ""
            if kind != "time":
                numerals = [read_values(word) for word in words]
                numbers.append(_read(kind, match[0], school, numerals))
            parts.append(folded[last : match.start()])
            if len(school) > 1 and school > "z":
                parts.append(school)
            last = match.end()
        folded = " ".join([*parts, folded[last:]])
    return folded, numbers


def read_values(word: str) -> list[int]:
    """Give the value of a numeral, or both where it says one or the other: `三四`.

    >>> read_values("三四"), read_values("二十")
    ([3, 4], [20])
    """
    if digits := re.match(r"\d+", word, re.ASCII):
        return [int(digits[0])]
    if word in _VALUES or word == "半":
        return [_VALUES.get(word, 0)]
    hundreds, hundred, rest = word.rpartition("百")
    tens, ten, ones = rest.lstrip("零").rpartition("十")
    base = _VALUES.get(hundreds, 1) * 100 if hundred else 0
    base += _VALUES.get(tens, 1) * 10 if ten else 0
    return [base + _VALUES.get(one, 0) for one in ones] or [base]


def _read(kind: str, text: str, school: str, numerals: list[list[int]]) -> Number:
    """Read a number by what it counts."""
    values, last = numerals[0], numerals[-1][-1]
    if kind == "age":
        return Number(text, _name(values, MEANT["age"]), _find_grades(values))
    if kind == "months":
        return Number(text, _name([last // MONTHS], MEANT["age"]), is_sure=False)
    if kind in {"range", "below"}:
        span = _span(values[0], last) if kind == "range" else _span(0, last - 1)
        return Number(text, (span,))
    if kind == "grade" and last <= LAST_GRADE:
        before = SCHOOLS.get(school[:1]) or SCHOOLS.get(school[:2], 0)
        values = [value + before for value in values]
    if kind == "form":
        values = [last, last - 1]
    return Number(text, tuple(way for one in MEANT[kind] for way in _name(values, one)))


def _name(values: list[int], measure: str) -> tuple[tuple[str, ...], ...]:
    return tuple((f"{value}{measure}",) for value in values)


def _span(first: int, last: int) -> tuple[str, ...]:
    """Give the ages from one to another; of a span that is none, its first."""
    return tuple(f"{age}{MEANT['age']}" for age in range(first, max(first, min(last, OLDEST)) + 1))


def _find_grades(ages: list[int]) -> tuple[str, ...]:
    """Give the grades that children of some ages are in: each the one begun, and the one before."""
    grades = sorted({age - BEGUN + more for age in ages for more in (0, 1)})
    return tuple(f"{grade}{MEANT['grade']}" for grade in grades if 1 <= grade <= GRADES)
