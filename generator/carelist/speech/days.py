"""Days as a language writes them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import babel
from babel.dates import format_date


@lru_cache(maxsize=1 << 10)
def write_day(iso: str, cldr: str) -> str:
    """Write a day, given as `2026-01-31`, in the long form of a language, as CLDR calls it.

    A list has few days, and every page shows one of them.

    >>> write_day("2026-01-31", "en")
    'January 31, 2026'
    """
    return format_date(date.fromisoformat(iso), "long", babel.Locale.parse(cldr))
