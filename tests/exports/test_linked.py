"""Linked data: what the shapes of standards do not see."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from carelist.exports.linked.terms import (
    JSONS,
    LISTS,
    NODES,
    OWN,
    OWN_TERMS,
    PREFIXES,
    TYPED,
    make_context,
)
from carelist.exports.linked.turtle import write_turtle
from rdflib import Graph, Literal, URIRef

from tests.conftest import CITIES
from tests.exports.opening import list_whole
from tests.site.building import read_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelist.site.site import Site

Json = dict[str, Any]
CARE = OWN
CV, DCT, CPSV = PREFIXES["cv"], PREFIXES["dct"], PREFIXES["cpsv"]
LANGUAGES = ["en", "zh-Hans"]
TEXTS_NEEDED = {
    "cpsv:PublicService": ("dct:title", "dct:description", "care:officialName"),
    "cv:Output": ("dct:title", "dct:description"),
    "cv:PublicOrganisation": ("skos:prefLabel",),
    "cv:Requirement": ("dct:title",),
    "skos:Concept": ("skos:prefLabel",),
    "dcat:Dataset": ("dct:title", "dct:description"),
}
"""What every thing of a kind says in each language: the shapes are content with one."""


def read_graph(site: Site, name: str) -> Graph:
    """A graph in one of its forms."""
    form = "turtle" if name.endswith(".ttl") else "json-ld"
    return Graph().parse(data=list_whole(site)[name].content, format=form)


@pytest.fixture(scope="module")
def things(site: Site) -> list[Json]:
    """The things of the real list."""
    found: list[Json] = json.loads(list_whole(site)["services.jsonld"].content)["@graph"]
    return found


@pytest.fixture(scope="module")
def services(site: Site) -> Graph:
    """The graph of the services."""
    return read_graph(site, "services.ttl")


def find_faults(things: list[Json]) -> list[str]:
    """What is wrong with a graph that the shapes let pass: nothing is lost, nothing is unknown."""
    known = {
        *NODES,
        *LISTS,
        *JSONS,
        *TYPED,
        *(f"care:{term}" for term in OWN_TERMS),
        *("@id", "@type", "dct:identifier", "dct:title", "dct:description", "skos:prefLabel"),
        *("rdfs:comment", "foaf:name"),
    }
    faults = []
    count = dict.fromkeys(TEXTS_NEEDED, 0)
    for thing in things:
        kind = thing.get("@type", "")
        if not kind:
            faults.append(f"{thing['@id']} is of no kind")
        count[kind] = count.get(kind, 0) + 1
        faults += [f"{term} is no term" for term in thing if term not in known]
        for term in TEXTS_NEEDED.get(kind, ()):
            spoken = sorted(one["@language"] for one in thing.get(term, ()))
            if spoken != LANGUAGES:
                faults.append(f"{thing['@id']}: {term} in {spoken}")
            faults += [
                f"{thing['@id']}: {term} is empty" for o in thing.get(term, ()) if not o["@value"]
            ]
        if kind == "cpsv:PublicService":
            if thing["care:clauses"] != thing["cpsv:produces"]:
                faults.append(f"{thing['@id']}: promises in another order")
            if thing["care:departments"] != thing["cv:hasCompetentAuthority"]:
                faults.append(f"{thing['@id']}: departments in another order")
    expected = {"cpsv:PublicService": 32, "cv:Output": 69, "cv:PublicOrganisation": 15}
    expected |= {"skos:Concept": 6, "cv:Requirement": 13, "dcat:Dataset": 1}
    faults += [
        f"{count[kind]} of {kind}" for kind, number in expected.items() if count[kind] != number
    ]
    return faults


def test_nothing_is_lost_and_nothing_unknown(things: list[Json]) -> None:
    """Counts, one text a locale, terms that there are, and the order of promises."""
    assert find_faults(things) == []


def find_thing(things: list[Json], kind: str, most: int = 0) -> Json:
    """The first thing of a kind, with at least so many promises."""
    return next(
        one for one in things if one["@type"] == kind and len(one.get("care:clauses", ())) >= most
    )


def drop_english(things: list[Json]) -> None:
    """No English in a title."""
    thing = find_thing(things, "cpsv:PublicService")
    thing["dct:title"] = [one for one in thing["dct:title"] if one["@language"] != "en"]


def double_english(things: list[Json]) -> None:
    """Two English titles."""
    find_thing(things, "cv:Output")["dct:title"].append({"@value": "x", "@language": "en"})


def untype(things: list[Json]) -> None:
    """A thing of no kind."""
    find_thing(things, "cv:Output")["@type"] = ""


def misspell(things: list[Json]) -> None:
    """A term that is none."""
    thing = find_thing(things, "cpsv:PublicService")
    thing["cv:hasCompetentAuthorty"] = thing["cv:hasCompetentAuthority"]


def reorder(things: list[Json]) -> None:
    """Promises in another order."""
    find_thing(things, "cpsv:PublicService", 2)["care:clauses"].reverse()


def blank(things: list[Json]) -> None:
    """An empty description."""
    find_thing(things, "cpsv:PublicService")["dct:description"][0]["@value"] = ""


def empty(things: list[Json]) -> None:
    """Nothing at all."""
    things.clear()


@pytest.mark.parametrize(
    "harm", [drop_english, double_english, untype, misspell, reorder, blank, empty]
)
def test_what_the_shapes_do_not_see_is_found(
    harm: Callable[[list[Json]], None], things: list[Json]
) -> None:
    """Each harm is found by our own assertions."""
    harmed = deepcopy(things)
    harm(harmed)
    assert find_faults(harmed) != []


def test_no_term_of_the_context_is_idle(site: Site) -> None:
    """A term that is spelt otherwise than its standard has it would be lost without a word."""
    lists = [list_whole(one) for one in (site, read_site(CITIES / "hillside"))]
    files = [one[name].content for one in lists for name in ("services.jsonld", "dcat.jsonld")]
    body = json.dumps([json.loads(content)["@graph"] for content in files])
    assert [term for term in make_context() if ":" in term and f'"{term}"' not in body] == []
    used = set(re.findall('"([a-z]+):[A-Za-z]+"', body)) | {"xsd"}
    assert set(PREFIXES) - used == set()


def test_turtle_escapes_what_it_must() -> None:
    """Quotation marks, backslashes, line ends and signs that an address may not have."""
    nasty = 'a"b\\c\nd\te\x7f'
    thing = {
        "@id": "https://list.example.org/a b<c>",
        "@type": "skos:Concept",
        "skos:prefLabel": [{"@value": nasty, "@language": "en"}],
        "care:criterion": {"all": ['"', "\\"]},
    }
    graph = Graph().parse(data="".join(write_turtle([thing])), format="turtle")
    subject = URIRef("https://list.example.org/a%20b%3Cc%3E")
    label = graph.value(subject, URIRef(f"{PREFIXES['skos']}prefLabel"))
    assert label == Literal(nasty, lang="en")
    rule = graph.value(subject, URIRef(f"{CARE}criterion"))
    assert json.loads(str(rule)) == {"all": ['"', "\\"]}
