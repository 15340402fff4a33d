"""The numbers that a word processor writes before paragraphs (ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_WIDE = {ord(digit): chr(ord(digit) + 0xFEE0) for digit in "0123456789"}
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Digits that are set above the line, as in m²: without their height they are another number."""
_TEN, _HUNDRED, _TWENTY, _THOUSAND = 10, 100, 20, 1000


def _count(number: int, digits: str, tens: str) -> str:
    """Write a number as it is spoken, up to 999: 十, 二十一, 一百零五."""
    hundreds, rest = divmod(number, _HUNDRED)
    ten, one = divmod(rest, _TEN)
    text = f"{digits[hundreds]}{tens[1]}" if hundreds else ""
    if ten:
        text += (digits[ten] if ten > 1 or hundreds else "") + tens[0]
    elif hundreds and one:
        text += "零"
    return text + (digits[one] if one else "")


def _spoken(number: int) -> str:
    return _count(number, _DIGITS, "十百") if 0 < number < _THOUSAND else _digital(number)


def _formal(number: int) -> str:
    if not 0 < number < _THOUSAND:
        return str(number)
    text = _count(number, _FORMAL, "拾佰")
    return f"壹{text}" if _TEN <= number < _TWENTY else text


def _digital(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _letter(number: int) -> str:
    """Write a, b … z, aa, bb, as Word does."""
    times, at = divmod(number - 1, 26)
    return chr(ord("a") + at) * (times + 1)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        text += sign * times
    return text


def _row(first: str, most: int) -> Callable[[int], str]:
    """Write the signs that Unicode has in a row for 1, 2, 3 …; beyond them plain digits."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= most else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


_WAYS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalHalfWidth": str,
    "decimalFullWidth": lambda number: str(number).translate(_WIDE),
    "decimalFullWidth2": lambda number: str(number).translate(_WIDE),
    "decimalEnclosedCircle": _row("①", 20),
    "decimalEnclosedCircleChinese": _row("①", 20),
    "decimalEnclosedParen": _row("⑴", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "chineseCounting": _spoken,
    "chineseCountingThousand": _spoken,
    "taiwaneseCounting": _spoken,
    "taiwaneseCountingThousand": _spoken,
    "japaneseCounting": _spoken,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "taiwaneseDigital": _digital,
    "chineseLegalSimplified": _formal,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographEnclosedCircle": _row("㊀", 10),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}
UNNUMBERED = frozenset({"bullet", "none"})
"""Lists whose paragraphs have a sign, or nothing, before them."""


def write_number(number: int, way: str) -> str:
    """Write a number in one of the ways that the standard names; in plain digits by any other."""
    return _WAYS.get(way, str)(number)
