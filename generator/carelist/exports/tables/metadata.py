"""What tells programs of the CSV files: CSV on the Web (W3C, 2015) and Data Package (v2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelist.catalog.json_writing import to_compact_json
from carelist.exports.tables.shape import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carelist.exports.data_file import FileTold
    from carelist.exports.edition import Edition
    from carelist.exports.stated import Licence
    from carelist.exports.tables.shape import Column, Table
    from carelist.speech.locales import Locale, Locales

Json = dict[str, Any]
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
CSVW_TYPES = {"integer": "integer", "boolean": "boolean", "url": "anyURI"}
PACKAGE_TYPES = {"integer": "integer", "boolean": "boolean"}
SINGLE = frozenset({"service", "pillar"})
"""Columns of ids of which no cell holds more than one."""


def write_csvw(edition: Edition, tables: Sequence[Table]) -> str:
    """Describe the tables as CSV on the Web: titles and meanings in every locale, keys, kinds.

    See https://www.w3.org/TR/tabular-metadata/.
    """
    locales = edition.catalog.locales
    return to_compact_json(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": locales.default.language}],
            "dc:title": _say(edition.write(edition.catalog.list_name)),
            "dc:description": _say({one: one.words("data").tables_about for one in locales}),
            **({"dc:license": {"@id": edition.licence.url}} if edition.licence else {}),
            "dialect": {"encoding": "utf-8", "header": True},
            "tables": [
                {
                    "url": f"{table.name}.csv",
                    "dc:description": _say({one: tell_table(table, one) for one in locales}),
                    "tableSchema": {
                        "columns": [_describe_csvw(table, one, locales) for one in table.columns],
                        "primaryKey": list(table.keys),
                        "foreignKeys": [
                            {
                                "columnReference": column.name,
                                "reference": {
                                    "resource": f"{column.refers}.csv",
                                    "columnReference": "id",
                                },
                            }
                            for column in _list_references(table)
                        ],
                    },
                }
                for table in tables
            ],
        }
    )


def write_data_package(
    edition: Edition, tables: Sequence[Table], files: Mapping[str, FileTold]
) -> str:
    """Describe the tables as a Data Package; `files` are those of the tables, by their names.

    The standard has one language: that of the site's root. See https://datapackage.org.
    """
    locale = edition.catalog.locales.default
    revision = edition.revision
    return to_compact_json(
        {
            "$schema": PROFILE,
            "name": f"carelist-{revision.id}",
            "title": edition.catalog.list_name.write(locale),
            "description": locale.words("data").tables_about,
            "homepage": edition.web.page("home", "", locale),
            "version": revision.id,
            **({"licenses": [_describe_licence(edition.licence)]} if edition.licence else {}),
            "resources": [
                {
                    "name": table.name,
                    "path": f"{table.name}.csv",
                    "format": "csv",
                    "mediatype": "text/csv",
                    "encoding": "utf-8",
                    "bytes": files[table.name].size,
                    "hash": f"sha256:{files[table.name].sha256}",
                    "description": tell_table(table, locale),
                    "schema": _describe_schema(table, locale),
                }
                for table in tables
            ],
        }
    )


def tell_table(table: Table, speaker: Locale) -> str:
    """Say in a locale what the rows of a table are."""
    return speaker.words("data")[f"table_{table.name}"]


def title_column(column: Column, speaker: Locale) -> str:
    """Give the title of a column in a locale, with the language of its texts where it has one."""
    words = speaker.words("data")
    title = column.heading.write(speaker) if column.heading else words[f"column_{column.key}"]
    if column.locale is None:
        return title
    return words.fill("in_language", title=title, language=column.locale.name_in(speaker))


def explain_column(table: Table, column: Column, speaker: Locale) -> str:
    """Say in a locale what the cells of a column hold."""
    return speaker.words("data")[f"about_{table.name}_{column.key}"]


def _describe_licence(licence: Licence) -> Json:
    return {"name": licence.name, "path": licence.url}


def _say(texts: Mapping[Locale, str]) -> Json | list[Json]:
    return [{"@value": words, "@language": one.language} for one, words in texts.items()]


def _list_references(table: Table) -> list[Column]:
    """List the columns with one id of another table in each cell.

    The standards have no keys of many, and CSV on the Web none that may be empty.
    """
    return [one for one in table.columns if one.refers and one.is_needed and one.key in SINGLE]


def _describe_csvw(table: Table, column: Column, locales: Locales) -> Json:
    titles = {one.language: title_column(column, one) for one in locales}
    meanings = {one: explain_column(table, column, one) for one in locales}
    described: Json = {
        "name": column.name,
        # The head of the file has the name, which a program looks for among the titles.
        "titles": {"und": column.name, **titles},
        "dc:description": _say(meanings),
        "datatype": CSVW_TYPES.get(column.kind, "string"),
        "required": column.is_needed,
    }
    if column.kind == "ids" and column.key not in SINGLE:
        described["separator"] = SEPARATOR
    if column.locale:
        described["lang"] = column.locale.language
    return described


def _describe_schema(table: Table, locale: Locale) -> Json:
    return {
        "missingValues": [""],
        "primaryKey": list(table.keys),
        "foreignKeys": [
            {
                "fields": [column.name],
                "reference": {"resource": column.refers, "fields": ["id"]},
            }
            for column in _list_references(table)
        ],
        "fields": [
            {
                "name": column.name,
                "title": title_column(column, locale),
                "description": explain_column(table, column, locale),
                "type": PACKAGE_TYPES.get(column.kind, "string"),
                "constraints": {"required": column.is_needed},
                **({"format": "uri"} if column.kind == "url" else {}),
            }
            for column in table.columns
        ],
    }
