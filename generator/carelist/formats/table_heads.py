"""The head of a table of a file: which columns it names, and what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.headings import count_headings, find_column
from carelist.catalog.printed_numbers import read_steps
from carelist.formats.canonical import LEAST_HEADINGS, find_head

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelist.catalog.printed_numbers import Steps
    from carelist.formats.document import Row, Table


def is_headed(table: Table) -> bool:
    """Whether a table has a head that names columns as lists do."""
    return bool(table.rows) and count_headings(list_head(table)) >= LEAST_HEADINGS


def list_head(table: Table) -> list[str]:
    """Give the words of each cell of the row that heads a table."""
    at = find_head(table.rows)
    return [cell.text if cell else "" for cell in table.rows[at]] if at < len(table.rows) else []


def name_columns(table: Table) -> list[str]:
    """Name the fixed column that each cell of the head is likeliest of; "" for any other."""
    return [find_column(text) for text in list_head(table)]


def list_below(table: Table) -> tuple[Row, ...]:
    """Give the rows below the head, all of them where there is none."""
    return table.rows[find_head(table.rows) + 1 :] if is_headed(table) else table.rows


def list_numbers(table: Table, names: Sequence[str]) -> list[Steps]:
    """List the numbers of the rows, in the column that is headed so."""
    at = names.index("number") if "number" in names else None
    if at is None:
        return []
    cells = [row[at] for row in list_below(table)]
    numbers = [read_steps(cell.text) for cell in cells if cell]
    return [number for number in numbers if number is not None]
