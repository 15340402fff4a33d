"""All tables in one workbook (XLSX), in which every cell is a text.

So nothing is turned into a date, a number or a formula. The same tables give the same bytes.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from itertools import chain
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from carelist.exports.tables.shape import Table

WIDTH, WIDE = 16, 48
"""Of columns, in characters; the wide ones hold sentences."""
CELL = {"quote_prefix": True, "text_wrap": True, "valign": "top"}
MOST_UNITS = 32_767
"""What a cell holds, in units of UTF-16, by Microsoft's "Excel specifications and limits"."""
CUT = "…"
_TAKEN = re.compile("(?<=_)(?=x[0-9A-Fa-f]{4}_)|(?<=^<)(?=r>.*</r>$)", re.DOTALL)
"""The inside of what readers of workbooks take for a character (ECMA-376, ST_Xstring), and of what
the library takes for markup that is written already."""


class _Formats(NamedTuple):
    """How cells look."""

    head: Format
    cell: Format
    run: Format
    """Of a part of a text that looks like all of it."""


def write_workbook(
    about: tuple[str, Iterable[Sequence[str]]], tables: Sequence[Table], day: str
) -> bytes:
    """Write a workbook: a sheet `about` (its name, its rows), then a sheet a table.

    `day`, as `2026-01-31`, is that of the list, and given as the day on which it was made.

    Raises:
        OSError: If what is on its way cannot be written to the system's temporary folder.
    """
    with TemporaryDirectory() as folder:
        try:
            return _write_book(about, tables, day, folder)
        except FileCreateError as error:
            raise error.args[0] from None


def _write_book(
    about: tuple[str, Iterable[Sequence[str]]], tables: Sequence[Table], day: str, folder: str
) -> bytes:
    """Do so; `folder` is for what is on its way, and stays there where the disk is full."""
    made = io.BytesIO()
    # A row is let go when the next one begins, and texts stand in their cells: openpyxl takes more
    # than escapes out of those that are shared.
    with Workbook(made, {"constant_memory": True, "tmpdir": folder}) as book:
        hour = dt.datetime.fromisoformat(f"{day}T00:00:00+00:00")
        book.set_properties({"author": "Carelist", "created": hour})
        head, cell = book.add_format({**CELL, "bold": True}), book.add_format(CELL)
        formats = _Formats(head, cell, book.add_format())
        name, rows = about
        _write_sheet(book.add_worksheet(name), rows, (WIDTH, WIDTH, WIDTH, WIDE, WIDE), formats)
        for table in tables:
            widths = [WIDE if one.kind == "text" and one.locale else WIDTH for one in table.columns]
            _write_sheet(book.add_worksheet(table.name), table.lines, widths, formats)
    return made.getvalue()


def _write_sheet(
    sheet: Worksheet,
    rows: Iterable[Sequence[str]],
    widths: Sequence[int],
    formats: _Formats,
) -> None:
    """Write rows below a head that stays in sight."""
    sheet.freeze_panes(1, 0)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for number, row in enumerate(rows):
        form = formats.cell if number else formats.head
        for column, text in enumerate(row):
            first, *runs = _TAKEN.split(_fit(text))
            if runs:  # in two parts of a text it is neither
                parts = chain.from_iterable((formats.run, run) for run in runs)
                sheet.write_rich_string(number, column, first, *parts, form)
            elif text:
                sheet.write_string(number, column, first, form)


def _fit(text: str) -> str:
    """Give what a cell can hold: a text that is too long is cut, and ends with `CUT`.

    Its line ends are those of a cell, which readers give back.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MOST_UNITS // 2 and len(units := text.encode("utf-16-le")) > 2 * MOST_UNITS:
        return units[: 2 * (MOST_UNITS - len(CUT))].decode("utf-16-le", "ignore") + CUT
    return text
