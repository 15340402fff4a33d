"""What is wrong with the files of open data, as those who read them would find it out.

Each check is of one kind of reader, and takes no word of the program for granted: official
definitions, libraries that have nothing of ours, and the catalog itself.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import warnings
from functools import cache, partial
from itertools import combinations
from typing import TYPE_CHECKING, Any

from carelist.site.pages import WITH_ADDRESS, list_pages
from csvw import CSVW
from frictionless import Package
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator
from pyshacl import validate
from rdflib import RDF, Graph, URIRef
from rdflib.compare import isomorphic

from tests.exports.facts import keep_held, list_facts
from tests.exports.opening import STANDARDS, write_files
from tests.exports.reading_back import READERS
from tests.site.building import SITE_URL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from carelist.site.site import Site

    from tests.exports.opening import Files

    Check = Callable[[Site, Files, Path], Iterator[str]]

DATA = f"{SITE_URL}data/"
DCAT = "http://www.w3.org/ns/dcat#"
SPDX = "http://spdx.org/rdf/terms#"
AUTHORITY = "http://data.europa.eu/m8g/hasCompetentAuthority"
CALCULATED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""See https://owasp.org/www-community/attacks/CSV_Injection."""
_OWN = re.compile(re.escape(SITE_URL) + r"[^\"\s<>,\\]*")


def check_facts(form: str, site: Site, files: Files, folder: Path) -> Iterator[str]:
    """What is read back from a form is the catalog, to the character and in its order."""
    del folder
    try:
        found = READERS[form](site, files)
    except (AssertionError, LookupError, ValueError) as error:
        yield f"it cannot be read: {error}"
    else:
        if found != keep_held(list_facts(site), form):
            yield "it says other things than the list"


def check_package(site: Site, files: Files, folder: Path) -> Iterator[str]:
    """Sizes, digests, kinds, keys and references of the tables, as frictionless reads them."""
    del site, files
    report = Package(str(folder / "datapackage.json")).validate()
    yield from (str(told) for told in report.flatten(["title", "message"]))


def check_csvw(site: Site, files: Files, folder: Path) -> Iterator[str]:
    """The tables as CSV on the Web."""
    del site, files
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        read = CSVW(str(folder / "csv-metadata.json"), validate=True)
        try:
            if not read.is_valid:
                yield "the tables are not as csv-metadata.json says"
        except ValueError as error:
            yield str(error)
    told += read.warnings
    yield from (str(one.message) for one in told if one.category is not ResourceWarning)


def check_formulas(site: Site, files: Files, folder: Path) -> Iterator[str]:
    """No cell of a CSV file is one that a spreadsheet calculates."""
    del site, folder
    for path, content in files.items():
        if path.endswith(".csv"):
            lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
            yield from (f"{path}: {c}" for line in lines for c in line if c.startswith(CALCULATED))


def check_documents(site: Site, files: Files, folder: Path) -> Iterator[str]:
    """Every file of one thing is as the schema says that it names, and says where it stands."""
    del folder
    years = [one.id for one in site.catalog.revisions]
    index = json.loads(files["index.json"])
    if [one["id"] for one in index["revisions"]] != years:
        yield "the index has other lists"
    pairs = [[one["before"], one["after"]] for one in index["changes"]]
    if pairs != [[*pair] for pair in combinations(years, 2)]:
        yield "the index has other comparisons"
    for path, content in files.items():
        if re.fullmatch(r"(?:services|departments|pillars|revisions|changes)/.*|index\.json", path):
            document = json.loads(content)
            if document.get("self") != f"{DATA}{path}":
                yield f"{path} says that it is {document.get('self')}"
            schema = _compile(files[document["describedby"].removeprefix(DATA)])
            yield from (f"{path}: {error.message}" for error in schema.iter_errors(document))


def check_hsds(site: Site, files: Files, folder: Path) -> Iterator[str]:
    """Every record is as the standard says, with no key more; its first department is its own."""
    del folder
    schema = compile_hsds()
    for path, content in files.items():
        if path.startswith("hsds/"):
            record = json.loads(content)
            yield from (f"{path}: {error.message}" for error in schema.iter_errors(record))
            bodies = [
                one for one in record.get("attributes", ()) if "-department-" in one["link_type"]
            ]
            named = [one["value"] for one in bodies]
            first = [record["organization"]["id"]] if "organization" in record else []
            if named[:1] != first:
                yield f"{path}: another department comes first"
    expected = {
        f"hsds/{locale.tag}/{service.id}.json"
        for locale in site.now.locales
        for service in site.now.latest.services
    }
    yield from (f"{path} is missing" for path in sorted(expected - set(files)))


def check_graphs(site: Site, files: Files, folder: Path) -> Iterator[str]:
    """Both forms are one graph, and as the profiles say."""
    del folder
    lacking = {one.id for one in site.now.latest.services if not one.departments}
    for name in ("services", "dcat"):
        graph = Graph().parse(data=files[f"{name}.ttl"], format="turtle")
        other = Graph().parse(data=files[f"{name}.jsonld"], format="json-ld")
        if not isomorphic(graph, other):
            yield f"{name}.ttl and {name}.jsonld are two graphs"
        told = [*_list_violations(graph, name)]
        if name == "services":
            # What the list does not name cannot be given: that it lacks, and nothing else.
            known = [f"{AUTHORITY} of {SITE_URL}services/{one}/#service" for one in sorted(lacking)]
            told = [one for one in told if one not in known]
            conforms = URIRef("http://purl.org/dc/terms/conformsTo")
            catalogue = Graph().parse(data=files["dcat.ttl"], format="turtle")
            claimed = (URIRef(f"{DATA}services.ttl"), conforms, None) in catalogue
            if claimed == bool(lacking):
                yield "the catalogue claims otherwise whether the profile is met"
        yield from told


def check_catalogue(site: Site, files: Files, folder: Path) -> Iterator[str]:
    """Each file of the whole list is a distribution, with its size and digest; licence and all."""
    del folder
    graph = Graph().parse(data=files["dcat.ttl"], format="turtle")
    found = set()
    for one in graph.subjects(RDF.type, URIRef(f"{DCAT}Distribution")):
        path = str(graph.value(one, URIRef(f"{DCAT}downloadURL"))).removeprefix(DATA)
        found.add(path)
        content = files.get(path, b"")
        size = graph.value(one, URIRef(f"{DCAT}byteSize"))
        digest = graph.value(
            graph.value(one, URIRef(f"{SPDX}checksum")), URIRef(f"{SPDX}checksumValue")
        )
        if str(size) != str(len(content)):
            yield f"{path} is of another size"
        if str(digest).lower() != hashlib.sha256(content).hexdigest():
            yield f"{path} has another digest"
    expected = {file for file in files if "/" not in file} - {
        "index.json",
        "dcat.ttl",
        "dcat.jsonld",
    }
    if found != expected:
        yield f"distributions are not what there is: {sorted(found ^ expected)}"
    licences = {str(one) for one in graph.objects(None, URIRef("http://purl.org/dc/terms/license"))}
    package = json.loads(files["datapackage.json"]).get("licenses", [])
    api = json.loads(files["openapi.json"])["info"].get("license")
    csvw = json.loads(files["csv-metadata.json"]).get("dc:license")
    given = {
        "cc-by": {"https://creativecommons.org/licenses/by/4.0/"},
        "cc0": {"https://creativecommons.org/publicdomain/zero/1.0/"},
        "none": set(),
    }[site.catalog.site.licence]
    told = [licences, {one["path"] for one in package}]
    told += [{api["url"]} if api else set(), {csvw["@id"]} if csvw else set()]
    if any(one != given for one in told):
        yield f"licences are {told}"


def check_addresses(site: Site, files: Files, folder: Path) -> Iterator[str]:
    """Whatever leads to this site leads to a page or a file of it; so do all examples."""
    pages = {page.address for page in list_pages(site, WITH_ADDRESS)}
    for path, content in files.items():
        if path.endswith(".xlsx"):
            continue
        for address in sorted(set(_OWN.findall(content.decode()))):
            place = address.removeprefix(SITE_URL).partition("#")[0]
            if place not in pages and place.removeprefix("data/") not in files:
                yield f"{path} leads to {address}"
    api = json.loads(files["openapi.json"])
    base = (folder / "openapi.json").as_uri()
    yield from (str(one) for one in OpenAPIV31SpecValidator(api, base_uri=base).iter_errors())
    described = set()
    for path, item in api["paths"].items():
        parameters = {one["name"]: one["example"] for one in item["get"]["parameters"]}
        example = path.format(**parameters).removeprefix("/data/")
        described.add(re.sub(r"\{\w+\}", "*", path.removeprefix("/data/")))
        if example not in files:
            yield f"there is no {example}"
    for path in files:
        plain = re.sub("^hsds/[^/]+", "hsds/*", path)
        kind = re.sub(r"[^/]+?(?=(\.schema)?\.json$)", "*", plain, count=1)
        if path not in described and kind not in described:
            yield f"openapi.json does not tell of {path}"


CHECKS: dict[str, Check] = {
    **{f"read {form}": partial(check_facts, form) for form in READERS},
    "package": check_package,
    "csvw": check_csvw,
    "formulas": check_formulas,
    "documents": check_documents,
    "hsds": check_hsds,
    "graphs": check_graphs,
    "catalogue": check_catalogue,
    "addresses": check_addresses,
}
"""All checks, by name."""
ON_DISK = {"package", "csvw", "addresses"}


def find_faults(site: Site, files: Files, folder: Path, *names: str) -> list[str]:
    """What is wrong with files, by all checks or by some.

    Those that read from a disk find the files in a folder.
    """
    chosen = names or tuple(CHECKS)
    if ON_DISK & set(chosen):
        write_files(files, folder)
    return [f"{name}: {told}" for name in chosen for told in CHECKS[name](site, files, folder)]


def make_strict(part: Any) -> Any:  # noqa: ANN401  # JSON is of many types
    """The standard lets any key in: a misspelt one passes. Here only those that it names."""
    if isinstance(part, list):
        return [make_strict(one) for one in part]
    if not isinstance(part, dict):
        return part
    closed = {"additionalProperties": False} if isinstance(part.get("properties"), dict) else {}
    return {**{key: make_strict(one) for key, one in part.items()}, **closed}


@cache
def compile_hsds() -> Draft202012Validator:
    """The definition of a service in HSDS, closed."""
    content = json.loads((STANDARDS / "hsds" / "service.json").read_bytes())
    return Draft202012Validator(make_strict(content), format_checker=FormatChecker())


@cache
def _compile(schema: bytes) -> Draft202012Validator:
    content = json.loads(schema)
    Draft202012Validator.check_schema(content)
    return Draft202012Validator(content, format_checker=Draft202012Validator.FORMAT_CHECKER)


@cache
def _read_graph(path: str) -> Graph:
    return Graph().parse(STANDARDS / path)


def _list_violations(graph: Graph, name: str) -> Iterator[str]:
    """What the shapes of a profile find, as the path and the thing."""
    profile = {"services": "cpsv-ap", "dcat": "dcat-ap"}[name]
    shapes, more = _read_graph(f"{profile}/shapes.ttl"), _read_graph("cpsv-ap/vocabulary.ttl")
    if name == "services":
        _, report, _ = validate(graph, shacl_graph=shapes, ont_graph=more, inference="rdfs")
    else:
        _, report, _ = validate(graph, shacl_graph=shapes)
    assert isinstance(report, Graph)
    sh = "http://www.w3.org/ns/shacl#"
    for result in report.subjects(RDF.type, URIRef(f"{sh}ValidationResult")):
        what = report.value(result, URIRef(f"{sh}resultPath"))
        yield f"{what} of {report.value(result, URIRef(f'{sh}focusNode'))}"
