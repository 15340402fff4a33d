"""JSON Schemas of the YAML files, for editors: completion, hints and errors while typing."""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from carelist.catalog.confirmed import Confirmed
from carelist.catalog.json_writing import to_json
from carelist.catalog.publication import Published
from carelist.catalog.records import (
    Cells,
    Departments,
    Hotlines,
    Notice,
    Pillars,
    Readings,
    Services,
)
from carelist.catalog.rules import Questions, Situations
from carelist.catalog.site import Site
from carelist.catalog.speaking import read_spoken
from carelist.catalog.texts import Record, Text
from carelist.catalog.vocabulary import Vocabulary
from carelist.catalog.ways import Ways
from carelist.speech.locales import SHIPPED_LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

    from carelist.speech.locales import Locales
    from carelist.speech.words import Words

MODELS: dict[str, type[Record]] = {
    "site": Site,
    "pillars": Pillars,
    "departments": Departments,
    "hotlines": Hotlines,
    "vocabulary": Vocabulary,
    "ways": Ways,
    "questions": Questions,
    "situations": Situations,
    "notice": Notice,
    "services": Services,
    "readings": Readings,
    "published": Published,
    "confirmed": Confirmed,
}
"""The record of each file, by the file's name without `.yml`."""


_OPEN = {Cells.__name__}
"""Records that may have keys of the list's own."""


class _Generator(GenerateJsonSchema):
    """Leaves out what YAML of the catalog never holds: null, and defaults that say nothing."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Give the schema of the value that may be left out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Give the schema of the value, without its default."""
        return self.generate_inner(schema["schema"])


def make_schema(name: str, locales: Locales) -> dict[str, Any]:
    """Make the schema of one file, named without `.yml`, for a catalog of some locales."""
    return describe_record(MODELS[name], locales)


def describe_record(model: type[Record], locales: Locales) -> dict[str, Any]:
    """Make the schema of a file that holds a record, with texts in some locales."""
    explained = explain_fields()
    schema = model.model_json_schema(by_alias=True, schema_generator=_Generator)
    for title, record in (*schema.get("$defs", {}).items(), (schema["title"], schema)):
        if record.get("additionalProperties") and title not in _OPEN:
            _name_locales(title, record, locales)
        if "description" in record:  # its example is for programmers
            record["description"] = record["description"].partition("\n\n>>>")[0]
        properties = record.get("properties", {})
        for key, part in properties.items():
            part.pop("title", None)
            place = f"{title}.{key}"
            if hints := [told[place] for told in (*list_hints(), explained) if place in told]:
                properties[key] = dict(sorted({**part, "description": "\n".join(hints)}.items()))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _name_locales(title: str, record: dict[str, Any], locales: Locales) -> None:
    """Say of a record by locale which tags it may have, and how a text in each is written."""
    held, properties = record["additionalProperties"], record["properties"]
    tags = {locale.tag: properties.pop(locale.tag, dict(held)) for locale in locales}
    if title == Text.__name__:
        for locale in locales:
            key = "source" if locale.is_source else "translation"
            hints = [told[f"{title}.{key}"] for told in list_hints() if f"{title}.{key}" in told]
            shape = {**locale.letters.describe(), "type": "string"}
            tags[locale.tag] = {"description": "\n".join(hints), **shape}
    record["properties"] = {**tags, **properties}
    record["additionalProperties"] = False


@cache
def list_hints() -> tuple[Words, ...]:
    """List what an editor shows to a clerk, by record and key, in the languages that say it.

    The English of the program is not among them: it stands below each field.
    """
    return tuple(locale.words("fields") for locale in SHIPPED_LOCALES)


@cache
def explain_fields() -> dict[str, str]:
    """Give what stands below each field of every record, by record and key.

    Pydantic would read it whenever a record is defined, and so at every start of every command.
    """
    told: dict[str, str] = {}
    for record in _list_records(Record):
        below: dict[str, str] = {}
        for one in reversed([base for base in record.__mro__ if issubclass(base, Record)]):
            below |= _read_below(one.__module__).get(one.__name__, {})
        for name, field in record.model_fields.items():
            if name in below:
                told[f"{record.__name__}.{field.alias or name}"] = below[name]
    return told


def _list_records(record: type[Record]) -> Iterator[type[Record]]:
    yield record
    for one in record.__subclasses__():
        yield from _list_records(one)


@cache
def _read_below(module: str) -> dict[str, dict[str, str]]:
    """Read the text that stands below each field of the classes of a module."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    classes = (one for one in tree.body if isinstance(one, ast.ClassDef))
    return {one.name: dict(_pair_texts(one.body)) for one in classes}


def _pair_texts(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, inspect.cleandoc(text)


def render_schema(name: str, locales: Locales = SHIPPED_LOCALES) -> str:
    """Render the schema of one file, always in the same bytes."""
    return to_json(make_schema(name, locales))


def find_stale_schemas(folder: Path) -> Iterator[Path]:
    """Yield the schema files that differ from the records or are missing."""
    locales, _ = read_spoken(folder.parent)
    for name in MODELS:
        path = folder / f"{name}.schema.json"
        if not path.is_file() or path.read_text("utf-8") != render_schema(name, locales):
            yield path


def write_schemas(folder: Path) -> list[Path]:
    """Write the schemas that differ from the records, and list them."""
    folder.mkdir(parents=True, exist_ok=True)
    stale = list(find_stale_schemas(folder))
    locales, _ = read_spoken(folder.parent)
    for path in stale:
        name = path.name.removesuffix(".schema.json")
        path.write_text(render_schema(name, locales), encoding="utf-8", newline="\n")
    return stale
