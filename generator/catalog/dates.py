"""Dates as people write them."""

from __future__ import annotations

from datetime import date
from typing import Literal

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def write_date(iso: str, locale: Literal["zh", "en"]) -> str:
    """Write a date as the locale does."""
    day = date.fromisoformat(iso)
    if locale == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
