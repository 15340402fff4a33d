"""The columns of every table, in their order: what is published once stays."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from carelist.exports.tables.shape import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.revision import Catalog
    from carelist.exports.tables.shape import Kind, Name


def list_columns(name: Name, catalog: Catalog) -> tuple[Column, ...]:
    """List the columns of a table, among them those that the list itself has beyond the usual.

    Texts stand in one column a locale, as `title_zh` and `title_en`.
    """
    return tuple(chain(*_LISTED[name](_Shelf(catalog))))


class _Shelf:
    """Gives columns by what they hold."""

    def __init__(self, catalog: Catalog) -> None:
        rows = catalog.latest.rows
        self.locales, self.further = tuple(catalog.locales), rows.columns
        self.has_pillars = all(service.pillar for service in rows.services)

    def texts(self, *keys: str, always: bool = False) -> Iterator[Column]:
        """A column a locale; of texts that are always there, translations may be missing."""
        for key in keys:
            for locale in self.locales:
                needed = always and locale.is_source
                yield Column(f"{key}_{locale.tag}", key, locale=locale, is_needed=needed)

    def pages(self) -> Iterator[Column]:
        """The page about it, in each locale."""
        for locale in self.locales:
            yield Column(f"page_{locale.tag}", "page", "url", locale)

    def cells(self) -> Iterator[Column]:
        """The further columns of the list, under names of their own."""
        for column in self.further:
            for locale in self.locales:
                name = f"cell_{column.id}_{locale.tag}"
                yield Column(name, "cell", locale=locale, heading=column.heading)


def _plain(*keys: str, kind: Kind = "text", always: bool = False) -> Iterator[Column]:
    return (Column(key, key, kind, is_needed=always) for key in keys)


def _ids(key: str, refers: Name | None = None, *, always: bool = False) -> Iterator[Column]:
    yield Column(key, key, "ids", is_needed=always, refers=refers)


def _list_services(shelf: _Shelf) -> Iterator[Iterable[Column]]:
    yield _plain("id", always=True)
    yield _plain("number", kind="integer", always=True)
    yield _plain("printed_number")
    yield _ids("pillar", "pillars", always=shelf.has_pillars)
    yield _ids("types")
    yield shelf.texts("group", "title", always=True)
    yield shelf.texts("summary", "audience")
    yield _plain("audience_criterion", kind="json")
    yield shelf.texts("task", always=True)
    yield _plain("quotation", always=True)
    yield _ids("departments", "departments")
    yield _ids("supporting", "departments")
    yield _plain("others", kind="boolean", always=True)
    yield shelf.cells()
    yield _ids("readings")
    yield shelf.pages()


def _list_clauses(shelf: _Shelf) -> Iterator[Iterable[Column]]:
    yield _ids("service", "services", always=True)
    yield _plain("id", always=True)
    yield _plain("position", kind="integer", always=True)
    yield shelf.texts("title", "text", always=True)
    yield _plain("how", always=True)
    yield shelf.texts("condition", "remark")
    yield _ids("remark_services", "services")
    yield _plain("criterion", kind="json")
    yield shelf.pages()


def _list_departments(shelf: _Shelf) -> Iterator[Iterable[Column]]:
    yield _plain("id", always=True)
    yield shelf.texts("name", always=True)
    yield _plain("name_source", "printed_table", "printed_also", "printed_addressees")
    yield _plain("issues", kind="boolean", always=True)
    yield _ids("services", "services")
    yield shelf.pages()


def _list_pillars(shelf: _Shelf) -> Iterator[Iterable[Column]]:
    yield _plain("id", always=True)
    yield shelf.texts("name", always=True)
    yield shelf.texts("summary")
    yield _ids("services", "services")
    yield shelf.pages()


def _list_readings(shelf: _Shelf) -> Iterator[Iterable[Column]]:
    yield _ids("service", "services", always=True)
    yield _plain("id", "kind", always=True)
    yield _ids("columns", always=True)
    yield _plain("printed", "read", "maybe")
    yield _plain("sure", kind="integer")
    yield shelf.texts("plain", "why", always=True)
    yield shelf.pages()


def _list_changes(shelf: _Shelf) -> Iterator[Iterable[Column]]:
    yield _plain("before", "after", always=True)
    yield _plain("position", kind="integer", always=True)
    yield _plain("kind", always=True)
    yield _plain("major", kind="boolean", always=True)
    yield _ids("services")
    yield shelf.texts("sentence", always=True)
    yield shelf.texts("was", "is", "gains", "loses")
    yield shelf.pages()


_LISTED = {
    "services": _list_services,
    "clauses": _list_clauses,
    "departments": _list_departments,
    "pillars": _list_pillars,
    "readings": _list_readings,
    "changes": _list_changes,
}
