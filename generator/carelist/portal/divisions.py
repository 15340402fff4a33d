"""Codes of divisions (GB/T 2260): two digits each of the province, the city and the county."""

from __future__ import annotations

from typing import Literal

Level = Literal["province", "city", "county"]
"""Of a place: a province or what stands beside provinces, what is below it, what is below that."""
STEP = 2
"""Digits a level."""
LENGTH = 6


def find_level(code: str) -> Level:
    """Give the level that a code is of.

    >>> find_level("430000"), find_level("430100"), find_level("430102")
    ('province', 'city', 'county')
    """
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"


def list_codes_above(code: str) -> tuple[str, ...]:
    """List the codes of the divisions that a code is in, the smallest first.

    >>> list_codes_above("430102"), list_codes_above("430000")
    (('430100', '430000'), ())
    """
    wider = (code[:digits].ljust(LENGTH, "0") for digits in range(LENGTH - STEP, 0, -STEP))
    return tuple(dict.fromkeys(one for one in wider if one != code))
