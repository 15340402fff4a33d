"""Open data: every file with what it weighs and its digest, every address, every column."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.exports.files import GROUPS
from carelist.exports.records.openapi import list_addresses
from carelist.exports.tables.metadata import (
    explain_column,
    tell_table,
    title_column,
)
from carelist.exports.tables.rows import make_tables
from carelist.exports.tables.shape import write_cell
from carelist.exports.web import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.exports.data_file import FileTold
    from carelist.exports.tables.shape import Column, Row, Table
    from carelist.site.desk import Desk

MOST_SHOWN = 40
"""How many characters of a cell are shown as an example."""


class FileRow(NamedTuple):
    """A file to take home."""

    name: str
    href: str
    about: str
    size: str
    sha256: str


class FileGroup(NamedTuple):
    """Files of one sort."""

    id: str
    heading: str
    lead: str
    files: tuple[FileRow, ...]


class AddressRow(NamedTuple):
    """An address with a part that may be another, and one that there is."""

    path: str
    about: str
    example: str
    href: str


class ColumnRow(NamedTuple):
    """A column of a table."""

    name: str
    title: str
    about: str
    example: str


class TableBlock(NamedTuple):
    """A table, and its columns."""

    name: str
    file: str
    about: str
    columns: tuple[ColumnRow, ...]


class DataView(NamedTuple):
    """The page of open data, beside its prose."""

    lead: str
    """What is written by hand, as HTML: what stands before its first heading of a section."""
    details: str
    """The rest of it."""
    groups: tuple[FileGroup, ...]
    addresses: tuple[AddressRow, ...]
    tables: tuple[TableBlock, ...]


def make_data(desk: Desk, prose: str) -> DataView:
    """List what there is; `prose` is what is written of it by hand."""
    lead, heading, details = prose.partition("<h2")
    return DataView(
        lead,
        heading + details,
        tuple(_list_groups(desk)),
        tuple(_list_addresses(desk)),
        tuple(_describe_table(desk, table) for table in make_tables(desk.open_data.edition)),
    )


def _list_groups(desk: Desk) -> Iterator[FileGroup]:
    files = {file.key: file for file in desk.open_data.told}
    for group, keys in GROUPS.items():
        rows = tuple(_describe_file(desk, files[key]) for key in keys)
        words = desk.words
        yield FileGroup(group, words[f"data_{group}"], words[f"data_{group}_lead"], rows)


def _describe_file(desk: Desk, file: FileTold) -> FileRow:
    size = desk.locale.write_size(file.size)
    href = desk.links.file(f"{FOLDER}{file.path}")
    return FileRow(file.path, href, file.tell(desk.locale), size, file.sha256)


def _list_addresses(desk: Desk) -> Iterator[AddressRow]:
    for one in list_addresses(desk.open_data.edition):
        href = desk.links.file(f"{FOLDER}{one.example}")
        yield AddressRow(f"{FOLDER}{one.path}", one.tell(desk.locale), one.example, href)


def _describe_table(desk: Desk, table: Table) -> TableBlock:
    first = next(iter(table.list_rows()), None)
    return TableBlock(
        table.name,
        f"{table.name}.csv",
        tell_table(table, desk.locale),
        tuple(
            ColumnRow(
                column.name,
                title_column(column, desk.locale),
                explain_column(table, column, desk.locale),
                _show(first, column),
            )
            for column in table.columns
        ),
    )


def _show(row: Row | None, column: Column) -> str:
    """Give a cell as an example, cut where it is long."""
    text = write_cell(row.get(column.name)) if row else ""
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
