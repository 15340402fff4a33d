"""Where something stands in a file, as a person finds it."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Where:
    """A place in a file; 0 and "" where the format knows nothing of the kind. All count from 1."""

    page: int = 0
    sheet: str = ""
    table: int = 0
    row: int = 0
    column: int = 0
    line: int = 0
    """Of a text file."""
    range: str = ""
    """Of a spreadsheet, as it names its cells: `B5`, or `B5:B7` for a merged one."""

    def at(self, row: int, column: int) -> Where:
        """Give the place of a cell of a table that stands here."""
        return replace(self, row=row, column=column)
