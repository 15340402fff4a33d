"""Reads the facts of a list back from linked data, with rdflib."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection

from tests.exports.facts import drop_all_unsaid

if TYPE_CHECKING:
    from carelist.site.site import Site

    from tests.exports.facts import Facts, Json

CARE = "tag:carelist.github.io,2026-11-29:terms:"
CV = "http://data.europa.eu/m8g/"
DCT = "http://purl.org/dc/terms/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"


def read_graph(site: Site, content: bytes, form: str) -> Facts:
    """Texts by language, and what has an order from its lists."""
    return _Reader(site, Graph().parse(data=content, format=form)).read()


class _Reader:
    """Asks one graph."""

    def __init__(self, site: Site, graph: Graph) -> None:
        self._graph, self._site = graph, site
        self._tags = {one.language: one.tag for one in site.now.locales}

    def read(self) -> Facts:
        graph = self._graph
        services = list(graph.subjects(predicate=URIRef(f"{CARE}number")))
        bodies = graph.subjects(object=URIRef(f"{CV}PublicOrganisation"))
        concepts = graph.subjects(object=URIRef(f"{SKOS}Concept"))
        promises = [
            (place, clause)
            for service in services
            for place, clause in enumerate(self._follow(service, "clauses"), 1)
        ]
        readings = graph.subjects(predicate=URIRef(f"{CARE}kind"))
        facts: Facts = {
            "services": {self._name(one): self._read_service(one) for one in services},
            "clauses": {self._name(one): self._read_clause(place, one) for place, one in promises},
            "departments": {
                self._name(one): {"name": self._say(one, f"{SKOS}prefLabel")} for one in bodies
            },
            "pillars": {
                self._name(one): {"name": self._say(one, f"{SKOS}prefLabel")}
                for one in concepts
                if "/pillars/" in str(one)
            },
            "readings": {self._name(one): self._read_reading(one) for one in readings},
        }
        return drop_all_unsaid(facts)

    def _read_service(self, service: Any) -> Json:  # noqa: ANN401  # nodes, here and below
        audience = self._graph.value(service, URIRef(f"{CV}holdsRequirement"))
        types = [self._name(one) for one in self._list(service, f"{DCT}type")]
        return {
            **{
                key: self._ask(service, f"{CARE}{key}") for key in ("number", "quotation", "others")
            },
            "printed_number": self._ask(service, f"{CARE}printedNumber"),
            "pillar": "".join(self._names(service, f"{CV}thematicArea")),
            "types": [one.id for one in self._site.now.latest.rows.types if one.id in types],
            "group": self._say(service, f"{CARE}officialName"),
            "title": self._say(service, f"{DCT}title"),
            "summary": self._say(service, f"{CARE}summary"),
            "audience": self._say(audience, f"{DCT}title") if audience else None,
            "audience_criterion": self._read_rule(audience) if audience else "everyone",
            "task": self._say(service, f"{DCT}description"),
            "departments": [self._name(one) for one in self._follow(service, "departments")],
            "supporting": sorted(self._names(service, f"{CARE}supporting")),
            "cells": {
                self._name(cell): self._say(cell, f"{DCT}description")
                for cell in self._list(service, f"{CARE}cell")
            },
            "readings": sorted(self._names(service, f"{CARE}reading")),
        }

    def _read_clause(self, place: int, clause: Any) -> Json:  # noqa: ANN401
        return {
            "position": place,
            "title": self._say(clause, f"{DCT}title"),
            "text": self._say(clause, f"{DCT}description"),
            "how": self._ask(clause, f"{CARE}how"),
            "condition": self._say(clause, f"{CARE}condition"),
            "remark": self._say(clause, f"{CARE}remark"),
            "remark_services": sorted(self._names(clause, f"{CARE}refersTo")),
            "criterion": self._read_rule(clause),
        }

    def _read_reading(self, reading: Any) -> Json:  # noqa: ANN401
        keys = ("kind", "printed", "read", "maybe", "sure")
        return {
            **{key: self._ask(reading, f"{CARE}{key}") for key in keys},
            "plain": self._say(reading, f"{DCT}description"),
            "why": self._say(reading, f"{RDFS}comment"),
        }

    def _list(self, node: Any, term: str) -> list[Any]:  # noqa: ANN401
        return list(self._graph.objects(node, URIRef(term)))

    def _ask(self, node: Any, term: str) -> Any:  # noqa: ANN401
        """What stands there once; None where nothing does."""
        found = self._list(node, term)
        assert len(found) <= 1
        return found[0].toPython() if found else None

    def _say(self, node: Any, term: str) -> dict[str, str]:  # noqa: ANN401
        found = self._list(node, term)
        assert all(isinstance(one, Literal) for one in found)
        texts = {self._tags[str(one.language)]: str(one) for one in found}
        assert len(texts) == len(found)
        return texts

    def _name(self, node: Any) -> str:  # noqa: ANN401
        """The id of a thing: what it says itself, or else what its name ends in."""
        last = str(node).rpartition("/")
        said = self._ask(node, f"{DCT}identifier")
        return said or (
            last[2].removeprefix("#type-") if "#type-" in node else last[0].rpartition("/")[2]
        )

    def _names(self, node: Any, term: str) -> list[str]:  # noqa: ANN401
        return [self._name(one) for one in self._list(node, term)]

    def _follow(self, node: Any, term: str) -> list[Any]:  # noqa: ANN401
        """What stands in a list, in its order."""
        heads = self._list(node, f"{CARE}{term}")
        assert len(heads) <= 1
        return list(Collection(self._graph, heads[0])) if heads else []

    def _read_rule(self, node: Any) -> Any:  # noqa: ANN401
        found = self._list(node, f"{CARE}criterion")
        return json.loads(str(found[0])) if found else None
