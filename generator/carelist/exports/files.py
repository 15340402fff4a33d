"""All files of open data: those of the whole list, and those of one thing each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from carelist.catalog.json_writing import to_compact_json, to_json
from carelist.catalog.reads import kept_property
from carelist.exports import hsds
from carelist.exports.catalog_json import export_catalog, export_schema
from carelist.exports.data_file import DataFile, FileTold, Stated
from carelist.exports.linked import cpsv, dcat
from carelist.exports.linked.terms import make_context
from carelist.exports.linked.turtle import write_turtle
from carelist.exports.records.documents import list_documents, list_last_editions, list_schemas
from carelist.exports.records.openapi import write_openapi
from carelist.exports.tables.csv_files import write_csv, write_lines
from carelist.exports.tables.dictionary import list_dictionary
from carelist.exports.tables.metadata import PROFILE, write_csvw, write_data_package
from carelist.exports.tables.rows import make_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from carelist.exports.edition import Edition
    from carelist.exports.tables.shape import Table

Content = str | bytes
Json = dict[str, Any]
CSVW = "http://www.w3.org/ns/csvw"
CPSV_AP = "https://semiceu.github.io/CPSV-AP/releases/3.2.0/"
DCAT_AP = "https://semiceu.github.io/DCAT-AP/releases/3.0.1/"
OPENAPI = "https://spec.openapis.org/oas/v3.1.1.html"
COLUMNS = "columns"
"""The sheet of a workbook that explains the others, and its table."""
FORMATS: dict[str, tuple[str, ...]] = {
    "csv": (".csv", "csv-metadata.json", "datapackage.json"),
    "xlsx": (".xlsx",),
    "json": ("catalog.json", "catalog.schema.json", "openapi.json"),
    "turtle": (".ttl",),
    "json-ld": (".jsonld",),
    "hsds": (),
}
"""What can be asked for, by the ends of the names of its files; JSON and HSDS have folders too."""
ABOUT = (("openapi.json", "openapi"), ("dcat.ttl", "dcat_ttl"), ("dcat.jsonld", "dcat_jsonld"))
"""The files that tell of all others, with what words call them by."""
GROUPS = {
    "tables": (
        *("workbook", "services_csv", "clauses_csv", "departments_csv", "pillars_csv"),
        *("readings_csv", "changes_csv", "columns_csv", "csvw", "package"),
    ),
    "json": ("catalog", "catalog_schema", "openapi"),
    "linked": ("services_ttl", "services_jsonld", "context", "dcat_ttl", "dcat_jsonld"),
}
"""The sorts of files of the whole list, by the keys of their words."""


@dataclass
class OpenData:
    """All files of an edition: those of the whole list are made once, others as they are read."""

    edition: Edition
    turn: Callable[[str], Edition]
    """Gives the edition of the list of a year."""
    received: tuple[FileTold, ...] = ()
    """What was told of the files, which then need not be made for it."""

    @kept_property
    def files(self) -> tuple[DataFile, ...]:
        """The files of the whole list, in the order in which the data page names them."""
        return tuple(make_files(self.edition))

    @property
    def told(self) -> tuple[FileTold, ...]:
        """What is told of each file of the whole list, in their order."""
        return self.received or tuple(file.told for file in self.files)

    def list_whole_files(self) -> Iterator[DataFile]:
        """Yield the files of the whole list, none of which is kept; then what they tell is."""
        told = []
        for file in make_files(self.edition):
            told.append(file.told)
            yield file
        self.received = tuple(told)

    def list_single_files(self) -> Iterator[tuple[str, str]]:
        """Yield the files of one thing each, with their paths below `data/`."""
        yield from self.list_schemas()
        yield from ((path, make()) for path, make in self.list_things())

    def list_schemas(self) -> Iterator[tuple[str, str]]:
        """Yield those of them that tell what the others hold, whatever stands in the list."""
        return list_schemas(self.edition)

    def list_things(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Yield the others' paths, each with what makes its text."""
        yield from list_documents(self.edition, self.turn)
        yield from self._list_records()

    def list_files(self, form: str) -> Iterator[tuple[str, bytes]]:
        """Yield the files of a form of `FORMATS`, or of `all`, with their paths below `data/`."""
        ends = tuple(end for some in FORMATS.values() for end in some)
        for file in self.files:
            if file.path.endswith(ends if form == "all" else FORMATS[form]):
                yield file.path, file.content
        if form in {"json", "all"}:
            yield from _encode(list_schemas(self.edition))
            yield from _make(list_documents(self.edition, self.turn))
        if form in {"hsds", "all"}:
            yield from _make(self._list_records())

    def _list_records(self) -> Iterator[tuple[str, Callable[[], str]]]:
        for path, make in hsds.list_services(list_last_editions(self.edition, self.turn)):
            yield path, partial(_write_record, make)


def _write_record(make: Callable[[], hsds.Json]) -> str:
    return to_compact_json(make())


def make_files(edition: Edition) -> Iterator[DataFile]:
    """Make the files of the whole list, in the order in which the data page names them."""
    made: list[Stated] = []
    for file in chain(_list_of_list(edition), _list_tables(edition), _list_linked(edition)):
        made.append(Stated(file.told, file.standard))
        yield file
    names = [*((file.told.path, file.told.key) for file in made), *ABOUT]
    file = _make_file("openapi.json", "openapi", write_openapi(edition, names), OPENAPI)
    yield file
    made.append(Stated(file.told, file.standard))
    if edition.is_in_force:
        own = tuple(dcat.list_things(edition, made))
        written = (_write_turtle(own), _write_json_ld(map(_encode_thing, own)))
        for (path, key), content in zip(ABOUT[1:], written, strict=True):
            yield _make_file(path, key, content, DCAT_AP)


def _list_of_list(edition: Edition) -> Iterator[DataFile]:
    """Yield the list as JSON, and its schema."""
    catalog = edition.catalog
    yield _make_file("catalog.json", "catalog", export_catalog(catalog))
    yield _make_file("catalog.schema.json", "catalog_schema", export_schema(catalog.locales))


def _list_tables(edition: Edition) -> Iterator[DataFile]:
    """Yield the tables, and what tells of them."""
    tables = make_tables(edition)
    dictionary = tuple(list_dictionary(tables, edition.catalog.locales))
    told: dict[str, FileTold] = {}
    for table in tables:
        file = _make_file(f"{table.name}.csv", f"{table.name}_csv", write_csv(table))
        told[table.name] = file.told
        yield file
    yield _make_file("columns.csv", "columns_csv", write_lines(dictionary))
    yield _make_file("csv-metadata.json", "csvw", write_csvw(edition, tables), CSVW)
    package = write_data_package(edition, tables, told)
    yield _make_file("datapackage.json", "package", package, PROFILE)
    yield _make_file("list.xlsx", "workbook", _write_workbook(edition, dictionary, tables))


def _list_linked(edition: Edition) -> Iterator[DataFile]:
    """Yield the list as linked data."""
    # The profile asks for a competent authority, which a list may not name: then it is not met.
    profile = CPSV_AP if all(one.departments for one in edition.revision.services) else None
    graph: list[bytes] = []

    def list_things() -> Iterator[Json]:
        for thing in cpsv.list_things(edition):
            graph.append(_encode_thing(thing))
            yield thing

    yield _make_file("services.ttl", "services_ttl", _write_turtle(list_things()), profile)
    yield _make_file("services.jsonld", "services_jsonld", _write_json_ld(graph), profile)
    yield _make_file("context.jsonld", "context", to_json({"@context": make_context()}))


def _make_file(path: str, key: str, text: Content, standard: str | None = None) -> DataFile:
    return DataFile(path, key, text if isinstance(text, bytes) else text.encode(), standard)


def _make(files: Iterable[tuple[str, Callable[[], str]]]) -> Iterator[tuple[str, bytes]]:
    return ((path, make().encode()) for path, make in files)


def _encode(files: Iterable[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    return ((path, text.encode()) for path, text in files)


def _write_turtle(things: Iterable[Json]) -> bytes:
    return b"".join(part.encode() for part in write_turtle(things))


def _encode_thing(thing: Json) -> bytes:
    return to_compact_json(thing).rstrip().encode()


def _write_json_ld(graph: Iterable[bytes]) -> bytes:
    """Write things, each as JSON, as one graph."""
    context = to_compact_json(make_context()).rstrip().encode()
    return b'{"@context":%b,"@graph":[%b]}\n' % (context, b",".join(graph))


def _write_workbook(
    edition: Edition, dictionary: tuple[list[str], ...], tables: tuple[Table, ...]
) -> bytes:
    from carelist.exports.tables.workbook import write_workbook  # noqa: PLC0415  # slow to load

    return write_workbook((COLUMNS, dictionary), tables, edition.revision.day)
