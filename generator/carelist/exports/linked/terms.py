"""The names of things in linked data: prefixes, our own terms, and the context of JSON-LD.

Where CPSV-AP and DCAT-AP have a term, it is used. What they have none for has a name of our own:
a name and no address (RFC 4151), since no host is ours for ever.
"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
OWN = "tag:carelist.github.io,2026-11-29:terms:"
PREFIXES = {
    "care": OWN,
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
OWN_TERMS = {
    "number": "The place of a service in its list, counted from 1.",
    "printedNumber": "The number that the list prints for a service, where it is another one.",
    "summary": "What a service is, in plain words; by the publisher of the site.",
    "officialName": "The official name of a service, which several services may share.",
    "quotation": "The task as it is printed, with readings in square brackets.",
    "departments": "All departments of a service, in printed order.",
    "supporting": "A department that the list prints as supporting.",
    "others": "Whether the list says that there are other departments without naming them.",
    "cell": "The words of a further column of the printed table, under its heading.",
    "means": "What a further column is about, such as documents or telephone.",
    "clauses": "The promises of a service, in the order of its task.",
    "how": "How one gets what is promised: apply, attend, public or ask.",
    "condition": "The official words that say for whom, or on which condition.",
    "remark": "What the publisher of the site says beside official words.",
    "refersTo": "A service that such a remark refers to.",
    "criterion": "A rule over conditions, as JSON; the publisher's reading.",
    "reading": "What was read otherwise than it is printed in the cells of a service.",
    "printed": "The words as printed.",
    "read": "What they are read as.",
    "maybe": "What a doubtful word might be.",
    "sure": "How sure a reading is, in percent.",
    "kind": "What sort of reading it is.",
}
"""Our own terms, and what each says."""
NODES = (
    "cpsv:produces",
    "cv:hasCompetentAuthority",
    "cv:hasLegalResource",
    "cv:holdsRequirement",
    "cv:isGroupedBy",
    "cv:thematicArea",
    "dcat:accessURL",
    "dcat:dataset",
    "dcat:distribution",
    "dcat:downloadURL",
    "dcat:landingPage",
    "dcat:mediaType",
    "dct:conformsTo",
    "dct:isPartOf",
    "dct:license",
    "dct:publisher",
    "dct:spatial",
    "dct:type",
    "spdx:algorithm",
    "spdx:checksum",
    "care:cell",
    "care:reading",
    "care:refersTo",
    "care:supporting",
)
"""Terms whose values are things, named by an address."""
LISTS = ("care:departments", "care:clauses")
"""Terms whose values are things in an order, which sets of RDF do not keep."""
JSONS = ("care:criterion",)
"""Terms whose values are JSON."""
TYPED = {
    "care:number": "xsd:integer",
    "care:others": "xsd:boolean",
    "care:sure": "xsd:integer",
    "dcat:byteSize": "xsd:nonNegativeInteger",
    "dct:issued": "xsd:date",
    "spdx:checksumValue": "xsd:hexBinary",
}
"""Terms whose values are of a type."""


def make_context() -> Json:
    """Make the context of JSON-LD: small, and all of it used."""
    return {
        **PREFIXES,
        **{term: {"@type": "@id"} for term in NODES},
        **{term: {"@type": "@id", "@container": "@list"} for term in LISTS},
        **{term: {"@type": "@json"} for term in JSONS},
        **{term: {"@type": kind} for term, kind in TYPED.items()},
    }
