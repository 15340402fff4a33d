"""Numbers of a query as what they count: years of age, grades of school, items, documents.

Numerals of Chinese, English and pinyin are figures. What is read is a term such as `3岁`, `9级`,
`14项`, `10号` or `2025年`, which a service has by the rules of the list (facts.py).
Mirrored by docs/scripts/search/numbers.mjs; tests/search/cases run through both.
"""

from __future__ import annotations

import re
from typing import NamedTuple

MEASURES = "岁级项号"
"""What numbers count: ages, grades, items, documents; by itself such a character tells nothing."""
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen"
NUMERALS = (
    "零 一 二 三 四 五 六 七 八 九 十",
    "〇 幺 两",
    f"_ one two three four five six seven eight nine ten eleven twelve {_TEENS}",
    "_ first second third _ fifth _ _ eighth ninth _ _ twelfth",
    "_ yi er san si wu liu qi ba jiu shi",
)
"""Those of one value stand at the same place in each row; `_`: none."""
VALUES = {word: value for row in NUMERALS for value, word in enumerate(row.split())}
TENS = ("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine")
"""How English tens begin, from twenty on."""
TEN, MONTHS, GRADES, LAST = 10, 12, 12, 3
"""The last: of all grades 12, of those of one school after primary school 3."""
BEGUN = 6
"""The age at which a child begins the first grade: Compulsory Education Law, article 11."""
SCHOOLS = {"初": 6, "ch": 6, "ju": 6, "高": 9, "职": 9, "中": 9, "技": 9, "ga": 9, "se": 9}
"""The grades before the first one of a school, by how its name begins."""
_LATIN = "|".join(sorted((word for word in VALUES if "a" <= word[0] <= "z"), key=lambda w: -len(w)))
_DIGITS = "〇零幺一二三四五六七八九"
_NUMBER = f"(\\d{{1,5}}|[{_DIGITS}两十百]{{1,5}}|{_LATIN})(?:st|nd|rd|th)?"
_SPELT = re.compile(f"[{_DIGITS}]{{3,}}(?![{_DIGITS}岁周个月项]|年级)")
_TENS = re.compile(rf"\b({'|'.join(TENS)})t(?:y|ieth)(?:[- ]{_NUMBER})?\b", re.ASCII)
_AGED = r"(?: ?周?岁半?| ?sui\b|[- ]*(?:year|yr)s?[- ]*(?:old|of age)s?\b| ?yo\b| ?y/o\b)"
MEANT = {
    "year": "年",
    "grade": "级",
    "form": "级",
    "item": "项",
    "document": "号",
    "numbered": "项号",
}
"""What may be counted, by the kind of rule."""
RULES = tuple(
    (kind, re.compile(pattern.replace("N", _NUMBER).replace("A", _AGED), re.ASCII))
    for kind, pattern in (
        ("year", r"\b(20\d\d)(?:年度?|\b)"),
        ("range", r"NA? ?(?:[-–—~、到至]|to) ?NA"),
        ("range", r"\b(?:age[sd]?|between) N ?(?:[-–—~]|to|and) ?N\b"),
        ("below", r"NA以[下内]|[未不][满到足]NA|\bunder[ -](?:the age of )?N(?:A|s?\b)"),
        ("months", r"N(?:个月|月龄|[- ]*months?(?:[- ]*olds?)?\b)"),
        ("age", r"(半)岁|NA|\b(?:age[sd]?|is|over|turn(?:s|ed|ing)?) N\b|[子女娃儿孙年]N了"),
        (
            "grade",
            r"(小学|初中?|高中?|职高|中[专职]|技校)?N(?: ?年级| ?nian ?ji\b|[- ]*grade[rs]*\b)",
        ),
        ("grade", r"\b(grade|g|primary|junior|senior)(?: high)?(?: school)? ?(?:grade |year )?N\b"),
        ("grade", r"(初|高|\bchu|\bgao) ?([一二三]|[1-3](?!\d)|(?:yi|er|san)\b)(?![点项])"),
        ("form", r"\byear N\b"),
        (
            "item",
            (
                r"第 ?N ?[项条]|(\d{1,5}|[〇零幺一二三四五六七八九两十百]{2,5})项|[序编]号 ?N"
                r"|\b(?:item|service|row) ?(?:no\.? ?|number )?N\b|#N|\bN item\b"
            ),
        ),
        ("document", r"N号|\bdocument (?:no\.? ?)?N\b"),
        ("numbered", r"\b(?:no|number)\.? ?N\b"),
    )
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
    figures = _SPELT.sub(lambda spelt: "".join(str(VALUES[one]) for one in spelt[0]), folded)
    return _TENS.sub(
        lambda tens: str((TENS.index(tens[1]) + 2) * TEN + VALUES.get(tens[2], 0)), figures
    )


def read_numbers(folded: str) -> tuple[str, list[Number]]:
    """Give a folded text without the numbers in it that count something, and these.

    >>> rest, numbers = read_numbers("3到6岁的孩子")
    >>> rest, numbers[0].text, numbers[0].ways
    (' 的孩子', '3到6岁', (('3岁', '4岁', '5岁', '6岁'),))
    """
    folded = write_figures(folded)
    numbers: list[Number] = []
    for kind, pattern in RULES:
        parts: list[str] = []
        last = 0
        for match in pattern.finditer(folded):
            words = [word for word in match.groups() if word]
            school = words.pop(0) if kind == "grade" and len(words) > 1 else ""
            numbers.append(_read(kind, match[0], school, [read_values(word) for word in words]))
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
    if word in VALUES or word == "半":
        return [VALUES.get(word, 0)]
    hundreds, hundred, rest = word.rpartition("百")
    tens, ten, ones = rest.lstrip("零").rpartition("十")
    base = VALUES.get(hundreds, 1) * TEN * TEN if hundred else 0
    base += VALUES.get(tens, 1) * TEN if ten else 0
    return [base + VALUES.get(one, 0) for one in ones] or [base]


def _read(kind: str, text: str, school: str, numerals: list[list[int]]) -> Number:
    """Read a number by what it counts."""
    values, last = numerals[0], numerals[-1][-1]
    if kind == "age":
        return Number(text, _name(values, "岁"), _find_grades(values))
    if kind == "months":
        return Number(text, _name([last // MONTHS], "岁"), is_sure=False)
    if kind in {"range", "below"}:
        span = _span(values[0], last) if kind == "range" else _span(0, last - 1)
        return Number(text, (span,))
    if kind == "grade" and last <= LAST:
        before = SCHOOLS.get(school[:1]) or SCHOOLS.get(school[:2], 0)
        values = [value + before for value in values]
    if kind == "form":
        values = [last, last - 1]
    return Number(text, tuple(way for one in MEANT[kind] for way in _name(values, one)))


def _name(values: list[int], measure: str) -> tuple[tuple[str, ...], ...]:
    return tuple((f"{value}{measure}",) for value in values)


def _span(first: int, last: int) -> tuple[str, ...]:
    """Give the ages from one to another; of a span that is none, its first."""
    return tuple(f"{age}岁" for age in range(first, max(first, min(last, 99)) + 1))


def _find_grades(ages: list[int]) -> tuple[str, ...]:
    """Give the grades that children of some ages are in: each the one begun, and the one before."""
    grades = sorted({age - BEGUN + more for age in ages for more in (0, 1)})
    return tuple(f"{grade}级" for grade in grades if 1 <= grade <= GRADES)
