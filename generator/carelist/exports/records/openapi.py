"""The addresses of all files as an OpenAPI document: what there is, in which shape, for example.

The files are plain files: there is no key, no limit and nothing to ask. See
https://spec.openapis.org/oas/v3.1.1.html.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from carelist.catalog.json_writing import to_json
from carelist.exports.data_file import find_media_type
from carelist.exports.records.documents import INDEX, name_file, name_schema
from carelist.exports.stated import drop_empty
from carelist.exports.web import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.exports.edition import Edition
    from carelist.speech.locales import Locale

Json = dict[str, Any]
VERSION = "1.1.0"
"""Of the shapes and the addresses. The first number rises where a reader of the files has to change
his program, the second where something was added."""


@dataclass(frozen=True)
class Address:
    """One address, or as many as its parameters have values."""

    path: str
    """Below `data/`, with parameters in braces."""
    key: str
    """What words call it by."""
    media_type: str
    examples: dict[str, str]
    """By parameter: a value that there is."""
    schema: str | None = None
    """The path of its schema below `data/`."""

    @property
    def example(self) -> str:
        """The path with the values of the examples."""
        return self.path.format(**self.examples)

    def tell(self, locale: Locale) -> str:
        """Say what it is."""
        return locale.words("data")[f"file_{self.key}"]


def write_openapi(edition: Edition, whole: Iterable[tuple[str, str]]) -> str:
    """Write the document, in the locale of the root.

    `whole` names the files of the whole list: the path below `data/`, what words call it by.
    """
    locale = edition.catalog.locales.default
    words = locale.words("data")
    title = edition.catalog.list_name.write(locale)
    addresses = [
        *list_addresses(edition),
        *(Address(path, key, find_media_type(path), {}) for path, key in whole),
    ]
    return to_json(
        {
            "openapi": "3.1.1",
            "info": drop_empty(
                {
                    "title": title,
                    "summary": words.openapi_summary,
                    "version": VERSION,
                    "license": edition.licence and edition.licence._asdict(),
                }
            ),
            "servers": [{"url": edition.web.root.rstrip("/")}],
            "paths": {f"/{FOLDER}{one.path}": {"get": _describe(one, locale)} for one in addresses},
        }
    )


def list_addresses(edition: Edition) -> Iterator[Address]:
    """Yield the addresses of files of one thing, as far as there are such things."""
    catalog, revision = edition.catalog, edition.revision
    years = [one.id for one in catalog.revisions]
    service, year = revision.services[0].id, revision.id
    yield Address(INDEX, "index", "application/json", {}, name_schema("index"))
    found = {
        "service": service,
        "department": next(iter(catalog.departments), None),
        "pillar": next(iter(catalog.pillars), None),
        "revision": year,
        "changes": f"{years[-2]}..{year}" if years[1:] else None,
    }
    for kind, example in found.items():
        if example:
            path = name_file(kind, "{id}")
            yield Address(path, kind, "application/json", {"id": example}, name_schema(kind))
    examples = {"locale": catalog.locales.default.tag, "id": service}
    yield Address("hsds/{locale}/{id}.json", "hsds", "application/json", examples)
    yield Address(name_schema("{kind}"), "schema", "application/schema+json", {"kind": "service"})


def _describe(address: Address, locale: Locale) -> Json:
    content: Json = {address.media_type: {}}
    if address.schema:
        content[address.media_type]["schema"] = {"$ref": address.schema}
    return {
        "operationId": f"get_{address.key}",
        "summary": address.tell(locale),
        "parameters": [
            {
                "name": name,
                "in": "path",
                "required": True,
                "schema": {"type": "string"},
                "example": value,
            }
            for name, value in address.examples.items()
        ],
        "responses": {"200": {"description": address.tell(locale), "content": content}},
    }
