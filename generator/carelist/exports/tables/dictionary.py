"""The dictionary of columns: each column of each table, in every locale; itself a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.exports.tables.metadata import explain_column, title_column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelist.exports.tables.shape import Table
    from carelist.speech.locales import Locales


def list_dictionary(tables: Sequence[Table], locales: Locales) -> Iterator[list[str]]:
    """Yield the head, then a line a column: table, name, kind, and by locale title and meaning."""
    yield [
        *("table", "column", "kind"),
        *(f"{key}_{locale.tag}" for key in ("title", "about") for locale in locales),
    ]
    for table in tables:
        for column in table.columns:
            yield [
                *(table.name, column.name, column.kind),
                *(title_column(column, locale) for locale in locales),
                *(explain_column(table, column, locale) for locale in locales),
            ]
