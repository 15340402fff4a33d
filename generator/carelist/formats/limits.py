"""How much of a file is read, so that none takes all memory or time."""

from __future__ import annotations

from enum import StrEnum

MOST_BYTES = 60 * 1024 * 1024
"""Of a file, and of all parts of a packed one together when unpacked."""
MOST_DEPTH = 200
"""How deep elements may be nested; Word nests a cell of a table in a table about 20 deep."""
MOST_PAGES = 400
MOST_CELLS = 400_000
"""Of all tables together, each place of a merged cell counted."""
MOST_COLUMNS = 200


class Refusal(StrEnum):
    """Why a file is not read at all."""

    TOO_LARGE = "too-large"
    TOO_DEEP = "too-deep"
    TOO_MANY_PAGES = "too-many-pages"
    TOO_MANY_CELLS = "too-many-cells"
    BROKEN = "broken"
    LOCKED = "locked"
    OLD_WORD = "old-word"
    OLD_EXCEL = "old-excel"
    OLD_OFFICE = "old-office"
    RICH_TEXT = "rich-text"
    OPEN_DOCUMENT = "open-document"
    BINARY_EXCEL = "binary-excel"
    OFD = "ofd"
    """Documents of GB/T 33190."""
    OFFICE_XML = "office-xml"
    PICTURE = "picture"
    SCAN = "scan"
    CELLS_APART = "cells-apart"
    WEB_ARCHIVE = "web-archive"
    UNKNOWN = "unknown"
    NOT_TEXT = "not-text"


class UnreadableError(Exception):
    """A file cannot be read; why, and the values that a message names."""

    def __init__(self, refusal: Refusal, **values: str) -> None:
        self.refusal, self.values = refusal, values
        super().__init__(f"{refusal.value} {values}" if values else refusal.value)
