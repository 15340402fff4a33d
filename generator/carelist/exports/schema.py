"""JSON Schema of what is published (draft 2020-12), made of the shapes in `shapes`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from carelist.exports.shapes import ID, Published

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

Json = dict[str, Any]
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


class _Generator(GenerateJsonSchema):
    """Lets nothing in that is not named."""

    def typed_dict_schema(self, schema: core_schema.TypedDictSchema) -> JsonSchemaValue:
        """Give the schema of a part, without further keys."""
        return super().typed_dict_schema(schema) | {"additionalProperties": False}


def make_schema(
    text: Json,
    shape: type[Any] = Published,
    title: str = "Carelist: one revision of a list of care services",
) -> Json:
    """Make the JSON Schema of a document (draft 2020-12).

    Args:
        text: The schema of a text by locale.
        shape: What the document holds, as a TypedDict.
        title: Of the schema.
    """
    schema = _describe(shape)  # type: ignore[arg-type]  # mypy takes classes for not hashable
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **schema,
        "$defs": {
            "id": {"type": "string", "pattern": ID},
            "text": text,
            "criterion": _CRITERION,
            **schema["$defs"],
        },
    }


@cache
def _describe(shape: type[Any]) -> Json:
    """Give the schema of a shape, which nobody changes: every edit of a list asks for it again."""
    tidied: Json = _tidy(TypeAdapter(shape).json_schema(schema_generator=_Generator))
    return tidied


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
