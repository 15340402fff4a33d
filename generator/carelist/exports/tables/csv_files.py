"""Tables as CSV: UTF-8 with a byte order mark, by which spreadsheets know it; see RFC 4180."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.exports.tables.shape import Table

MARK = "'"
"""Stands before what a spreadsheet would take for a formula, and before itself."""
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", MARK)
"""What spreadsheets of some language take for the beginning of a formula, also in quotes; see
https://owasp.org/www-community/attacks/CSV_Injection."""


def write_csv(table: Table) -> bytes:
    """Write a table with a head of the names of its columns."""
    return write_lines(table.lines)


def write_lines(lines: Iterable[Iterable[str]]) -> bytes:
    """Write lines of cells; each ends with CR LF, as the RFC has it."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(map(mark_formula, line) for line in lines)
    return codecs.BOM_UTF8 + text.getvalue().encode()


def mark_formula(cell: str) -> str:
    """Put a mark before a text that would be calculated instead of shown.

    >>> mark_formula("=1+1"), mark_formula("'tis"), mark_formula("1+1")
    ("'=1+1", "''tis", '1+1')
    """
    return MARK + cell if cell.startswith(FORMULA) else cell
