"""Things of JSON-LD in Turtle: the same graph, for people and tools that read no JSON.

It writes what `cpsv` and `dcat` make, and no more of JSON-LD: things with an `@id`, texts with a
language, lists, JSON and typed values. See https://www.w3.org/TR/turtle/.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from carelist.catalog.json_writing import to_compact_json
from carelist.exports.linked.terms import JSONS, LISTS, NODES, PREFIXES, TYPED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Json = dict[str, Any]
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f]')
_NOT_IN_ADDRESS = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def write_turtle(things: Iterable[Json]) -> Iterator[str]:
    """Yield the parts of a document: its prefixes, then a block a thing."""
    yield "".join(f"@prefix {name}: <{place}> .\n" for name, place in PREFIXES.items())
    for thing in things:
        yield f"\n{_write_address(thing['@id'])} {_write_block(thing, '    ')} .\n"


def _write_block(thing: Json, indent: str) -> str:
    lines = []
    for term, value in thing.items():
        if term == "@id":
            continue
        values = value if isinstance(value, list) and term not in LISTS else [value]
        written = ", ".join(_write_value(term, one, indent) for one in values)
        lines.append(f"{'a' if term == '@type' else term} {written}")
    return f" ;\n{indent}".join(lines)


def _write_value(term: str, value: Any, indent: str) -> str:  # noqa: ANN401  # JSON-LD has many kinds of value
    if term in NODES:
        return _write_address(value) if isinstance(value, str) else _write_nested(value, indent)
    if term in LISTS:
        return f"({' '.join(map(_write_address, value))})"
    if isinstance(value, dict) and "@language" in value:
        return f"{_quote(value['@value'])}@{value['@language']}"
    return _write_plain(term, value)


def _write_nested(thing: Json, indent: str) -> str:
    """Write a thing without a name in its place."""
    deeper = f"{indent}    "
    return f"[\n{deeper}{_write_block(thing, deeper)}\n{indent}]"


def _write_plain(term: str, value: Any) -> str:  # noqa: ANN401  # as above
    """Write what has neither a name nor a language."""
    if term == "@type":
        return str(value)
    if term in JSONS:
        return f"{_quote(to_compact_json(value).strip())}^^rdf:JSON"
    if isinstance(value, bool):
        value = str(value).lower()
    return f"{_quote(str(value))}^^{TYPED[term]}" if term in TYPED else _quote(value)


def _write_address(address: str) -> str:
    found = _NOT_IN_ADDRESS.sub(lambda match: f"%{ord(match[0]):02X}", address)
    return f"<{found}>"


def _quote(text: str) -> str:
    escaped = _SPECIAL.sub(lambda m: _ESCAPES.get(m[0]) or f"\\u{ord(m[0]):04X}", text)
    return f'"{escaped}"'
