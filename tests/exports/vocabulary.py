"""Reads schema.org's own vocabulary, and finds where a description departs from it."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = Path(__file__).parents[1] / "standards" / "schemaorg" / "schemaorg-current-https.jsonld.gz"
DIGEST = "4467fa19edcb1d7fb3c46c0adf3591b7f870c4a60b7838bdb61694fd02864cf6"
"""SHA-256 of the file of release 30.0."""
ADDRESS = re.compile(r"https?://[^\s/]+/\S*")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Vocabulary:
    """The types and properties that schema.org defines."""

    parents: dict[str, frozenset[str]]
    """By type: the types that it is directly a kind of."""
    domains: dict[str, frozenset[str]]
    """By property: the types that have it."""
    ranges: dict[str, frozenset[str]]
    """By property: the types of its values."""
    superseded: frozenset[str]
    """What gave way to another name."""

    def list_kinds(self, name: str) -> frozenset[str]:
        """A type, and all that it is a kind of."""
        above = (self.list_kinds(parent) for parent in self.parents.get(name, ()))
        return frozenset({name}).union(*above)

    def find_faults(self, node: Any) -> Iterator[str]:  # noqa: ANN401  # whatever stands in the JSON
        """Yield all that is no type or property of the vocabulary, or not of that type."""
        kind = node.get("@type")
        if kind not in self.parents:
            yield f"unknown type {kind}"
            return
        if kind in self.superseded:
            yield f"superseded type {kind}"
        for name, content in node.items():
            if name.startswith("@"):
                continue
            if name not in self.domains:
                yield f"unknown property {name}"
                continue
            if name in self.superseded:
                yield f"superseded property {name}"
            if not self.domains[name] & self.list_kinds(kind):
                yield f"{name} is no property of {kind}"
            for value in content if isinstance(content, list) else [content]:
                yield from self._find_faults_of(name, value)

    def _find_faults_of(self, name: str, value: object) -> Iterator[str]:
        if isinstance(value, dict):
            yield from self.find_faults(value)
            kinds = self.list_kinds(str(value.get("@type")))
        else:
            kinds = _list_data_types(value)
        if not self.ranges[name] & kinds:
            told = value.get("@type") if isinstance(value, dict) else value
            yield f"{told!r} is no value of {name}"


def _list_data_types(value: object) -> frozenset[str]:
    """What a plain value can be taken for."""
    if isinstance(value, bool):
        return frozenset({"Boolean"})
    if isinstance(value, int):
        return frozenset({"Integer", "Number"})
    if isinstance(value, float):
        return frozenset({"Float", "Number"})
    if not isinstance(value, str) or not value.strip():
        return frozenset()
    kinds = {"Text"}
    kinds |= {"URL"} if ADDRESS.fullmatch(value) else set()
    kinds |= {"Date"} if DAY.fullmatch(value) else set()
    return frozenset(kinds)


@cache
def read_vocabulary() -> Vocabulary:
    """Schema.org's vocabulary, as its release 30.0 has it."""
    content = gzip.decompress(FILE.read_bytes())
    assert hashlib.sha256(content).hexdigest() == DIGEST
    terms = {_shorten(term["@id"]): term for term in json.loads(content)["@graph"]}
    kinds = {name: _listed(term["@type"]) for name, term in terms.items()}
    types = {name: terms[name] for name, kind in kinds.items() if "rdfs:Class" in kind}
    properties = {name: terms[name] for name, kind in kinds.items() if "rdf:Property" in kind}
    return Vocabulary(
        parents={name: _names(term.get("rdfs:subClassOf")) for name, term in types.items()},
        domains={n: _names(term.get("schema:domainIncludes")) for n, term in properties.items()},
        ranges={n: _names(term.get("schema:rangeIncludes")) for n, term in properties.items()},
        superseded=frozenset(n for n, term in terms.items() if "schema:supersededBy" in term),
    )


def _names(content: object) -> frozenset[str]:
    return frozenset(_shorten(item["@id"]) for item in _listed(content))


def _listed(content: Any) -> list[Any]:  # noqa: ANN401  # as JSON-LD has it: one, several or none
    if content is None:
        return []
    return content if isinstance(content, list) else [content]


def _shorten(name: str) -> str:
    return name.removeprefix("schema:")
