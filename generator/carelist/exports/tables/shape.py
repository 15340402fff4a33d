"""What a table is: columns of a kind each, and rows that are made once they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from carelist.catalog.reads import kept_property

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from carelist.catalog.texts import Text
    from carelist.speech.locales import Locale

Name = Literal["services", "clauses", "departments", "pillars", "readings", "changes"]
Kind = Literal["text", "integer", "boolean", "ids", "json", "url"]
"""What the cells of a column hold; `ids` are set apart by single spaces."""
Cell = str | int | bool | None
Row = dict[str, Cell]
"""The cells of a row by the names of their columns; what is not there is empty."""
SEPARATOR = " "
"""Between the ids in one cell: no id has a space."""


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    name: str
    """As the head of the table has it: the key, with the tag of the locale where it has one."""
    key: str
    """What it holds, by which words tell it, such as `title`."""
    kind: Kind = "text"
    locale: Locale | None = None
    """Of its texts; None where they are of no language, or of the notice's own."""
    is_needed: bool = False
    """Whether no cell of it is empty."""
    refers: Name | None = None
    """The table whose ids its cells hold."""
    heading: Text | None = None
    """As it is printed, where it is a further column of the list."""


@dataclass(frozen=True)
class Table:
    """A table of the list."""

    name: Name
    columns: tuple[Column, ...]
    keys: tuple[str, ...]
    """The names of the columns that tell one row from all others."""
    list_rows: Callable[[], Iterator[Row]]

    @kept_property
    def lines(self) -> list[list[str]]:
        """Its head, then its rows, as texts."""
        names = [column.name for column in self.columns]
        rows = ([write_cell(row.get(name)) for name in names] for row in self.list_rows())
        return [names, *rows]


def write_cell(cell: Cell) -> str:
    """Write a cell as text: `true` and `false` for a boolean, nothing for what is not there."""
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)
