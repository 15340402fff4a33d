"""What catalog.json holds: its schema is made of this, and mypy holds the export against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, NotRequired

from pydantic import Field, TypeAdapter, WithJsonSchema
from pydantic.json_schema import GenerateJsonSchema
from typing_extensions import TypedDict  # pydantic wants it before Python 3.12

from carelist.catalog.records import Column, How, Means, ReadingKind
from carelist.catalog.texts import FACT, SLUG

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

Json = dict[str, Any]
_ID = f"^{SLUG}$"
_CRITERION: Json = {
    "anyOf": [
        {"$ref": "#/$defs/id"},
        *(
            {
                "type": "object",
                "properties": {key: parts},
                "required": [key],
                "additionalProperties": False,
            }
            for key, parts in {
                "all": {"type": "array", "items": {"$ref": "#/$defs/criterion"}, "minItems": 1},
                "any": {"type": "array", "items": {"$ref": "#/$defs/criterion"}, "minItems": 1},
                "not": {"$ref": "#/$defs/criterion"},
            }.items()
        ),
    ]
}
"""A condition's id, `everyone`, or criteria joined."""
Id = Annotated[str, Field(pattern=_ID)]
Words = Annotated[Any, WithJsonSchema({"$comment": "#/$defs/text"})]
"""A text by locale."""
Rule = Annotated[Any, WithJsonSchema({"$comment": "#/$defs/criterion"})]
"""A condition's id, `everyone`, or criteria joined."""


class Remark(TypedDict):
    """What this site says beside official words."""

    text: Words
    services: list[Id]


class Measure(TypedDict):
    """A paragraph of the notice."""

    id: Id
    heading: Words
    text: Words
    remark: Remark | None


class Notice(TypedDict):
    """The notice without its table."""

    number: Words | None
    title: Words | None
    printed_on: Annotated[str, WithJsonSchema({"type": "string", "format": "date"})] | None
    issuers: list[Id]
    addressees: Words | None
    opening: Words | None
    measures: list[Measure]
    table_title: Words | None
    disclosure: Words | None
    signatory: Words | None
    colophon: Words | None


class Pillar(TypedDict):
    """A heading of the list."""

    id: Id
    name: Words
    summary: Words | None
    colour: str
    icon: str


class Printed(TypedDict):
    """The names under which the notice prints a department."""

    table: str | None
    also: list[str]
    """Other names of it in the table or the letter."""
    addressees: str | None


class Department(TypedDict):
    """A body that answers for services."""

    id: Id
    name: Words
    name_source: str | None
    printed: Printed


class ServiceType(TypedDict):
    """What kind of help services are, where the list prints it."""

    id: Id
    name: Words


class FurtherColumn(TypedDict):
    """A column of the table beyond those that every list has."""

    id: Id
    heading: Words
    means: Means


class Option(TypedDict):
    """An answer to choose."""

    id: Id
    label: Words


class Question(TypedDict):
    """What is asked of a family."""

    id: Annotated[str, Field(pattern=f"^{FACT}$")]
    about: Literal["person", "family"]
    choose: Literal["one", "several"]
    asked: Literal["plainly", "with-care"]
    name: Words
    question: Words
    why: Words
    options: list[Option]


Condition = TypedDict(
    "Condition",
    {
        "id": Id,
        "fact": str | None,
        "is": list[Id],
        "set_by": list[Id],
        "quote": Words,
        "words": Words,
    },
)
"""What rules are made of; `is` is a word of Python, and no name of a field in a class."""


class Clause(TypedDict):
    """One promise of a service."""

    id: Id
    title: Words
    how: How
    condition: Words | None
    text: Words
    remark: Remark | None
    criterion: Rule | None


class Reading(TypedDict):
    """What was read otherwise than it is printed, in some cells of a service."""

    id: Id
    kind: ReadingKind
    columns: list[Column]
    beside: list[str]
    printed: str | None
    read: str | None
    maybe: str | None
    sure: Annotated[int, Field(ge=1, le=100)] | None
    plain: Words
    why: Words


class Under(TypedDict):
    """A service on the list of a place above, which a service carries out."""

    place: Id
    service: Id


class Service(TypedDict):
    """One row of the table."""

    id: Id
    number: Annotated[int, Field(ge=1)]
    printed_number: str | None
    pillar: Id | None
    types: list[Id]
    group: Words
    title: Words
    summary: Words | None
    audience: Words | None
    audience_criterion: Rule | None
    task: Words
    quotation: str
    clauses: Annotated[list[Clause], Field(min_length=1)]
    departments: list[Id]
    supporting: list[Id]
    others: bool
    cells: dict[str, Words]
    readings: list[Reading]
    under: NotRequired[Annotated[list[Under], Field(min_length=1)]]


class Published(TypedDict):
    """One revision of a list."""

    revision: Annotated[str, Field(pattern="^[0-9]{4}$")]
    notice: Notice
    pillars: list[Pillar]
    departments: list[Department]
    types: list[ServiceType]
    columns: list[FurtherColumn]
    questions: list[Question]
    conditions: list[Condition]
    services: list[Service]


class _Generator(GenerateJsonSchema):
    """Lets nothing in that is not named."""

    def typed_dict_schema(self, schema: core_schema.TypedDictSchema) -> JsonSchemaValue:
        """Give the schema of a part, without further keys."""
        return super().typed_dict_schema(schema) | {"additionalProperties": False}


def make_schema(
    text: Json,
    shape: Any = Published,  # noqa: ANN401  # any TypedDict
    title: str = "Carelist: one revision of a list of care services",
) -> Json:
    """Make the JSON Schema of a document (draft 2020-12).

    Args:
        text: The schema of a text by locale.
        shape: What the document holds, as a TypedDict.
        title: Of the schema.
    """
    schema = _tidy(TypeAdapter(shape).json_schema(schema_generator=_Generator))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **schema,
        "$defs": {
            "id": {"type": "string", "pattern": _ID},
            "text": text,
            "criterion": _CRITERION,
            **schema["$defs"],
        },
    }


def _tidy(part: Any) -> Any:  # noqa: ANN401  # JSON is of many types
    """Leave out titles, which repeat the keys, and lead to what pydantic does not define."""
    if isinstance(part, list):
        return [_tidy(one) for one in part]
    if not isinstance(part, dict):
        return part
    if "$comment" in part:
        return {"$ref": part["$comment"]}
    named = {"properties", "$defs"}
    return {
        key: {name: _tidy(one) for name, one in value.items()} if key in named else _tidy(value)
        for key, value in part.items()
        if key != "title"
    }
