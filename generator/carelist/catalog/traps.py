"""Words that a YAML reader may take for something other than text."""

from __future__ import annotations

import re
from typing import NamedTuple

_READINGS = {
    "bool": re.compile(r"y|Y|n|N|(?:yes|no|true|false|on|off)", re.IGNORECASE),
    "null": re.compile(r"~|null", re.IGNORECASE),
    "merge": re.compile(r"<<|="),
    "int": re.compile(
        r"""[-+]?0[0-9_]+ | [-+]?0[xX][0-9a-fA-F_]+ | [-+]?0o?[0-7_]+ | [-+]?0b[01_]+
        | \+[0-9]+ | [-+]?[0-9][0-9_]*_[0-9_]* | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+""",
        re.VERBOSE,
    ),
    "float": re.compile(
        r"""[-+]?(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9_]+)(?:[eE][-+]?[0-9]+)?
        | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*
        | [-+]?\.inf | \.nan""",
        re.VERBOSE | re.IGNORECASE,
    ),
}
"""What YAML 1.1 and YAML 1.2 take for other than text (their schemas, joined)."""
_FIRST = frozenset("-+.~<=0123456789yYnNtTfFoO")
"""What any of them begins with: most words are told from them by that alone."""
_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)")


class Trap(NamedTuple):
    """How a word without quotes is taken, and how to write it instead."""

    reading: str
    forms: tuple[str, ...]
    """One, or two where a number may have been meant."""


def find_trap(word: str) -> Trap | None:
    """Give the trap that a word without quotes is; None for text and for plain whole numbers.

    >>> find_trap("no")
    Trap(reading='bool', forms=('"no"',))
    >>> find_trap("012")
    Trap(reading='int', forms=('12', '"012"'))
    >>> find_trap("12")
    """
    if word[:1] not in _FIRST or _PLAIN_NUMBER.fullmatch(word):
        return None
    for reading, pattern in _READINGS.items():
        if pattern.fullmatch(word):
            digits = word.lstrip("0")
            is_number = word.isascii() and digits.isdigit()
            quoted = f'"{word}"'
            return Trap(reading, (digits, quoted) if is_number else (quoted,))
    return None
