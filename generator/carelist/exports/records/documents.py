"""A JSON file of each service, department, pillar, list and comparison, and the index of all."""

from __future__ import annotations

from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, Any

from carelist.catalog.json_writing import to_compact_json
from carelist.exports import shapes
from carelist.exports.catalog_json import (
    describe_text,
    publish,
    publish_department,
    publish_pillar,
    publish_service,
    write_json,
)
from carelist.exports.records.changes import list_changes
from carelist.exports.schema import make_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from carelist.catalog.publication import Correction
    from carelist.catalog.records import Department, Pillar, Service
    from carelist.exports.edition import Edition
    from carelist.exports.web import Part

INDEX = "index.json"
SHAPES: dict[str, type[Any]] = {
    "service": shapes.ServiceDocument,
    "department": shapes.DepartmentDocument,
    "pillar": shapes.PillarDocument,
    "revision": shapes.RevisionDocument,
    "changes": shapes.ChangesDocument,
    "index": shapes.IndexDocument,
}
"""The shape of each kind of file."""


def name_file(kind: str, name: str) -> str:
    """Give the path of a file below `data/`, by the kind of thing and its id."""
    folder = kind if kind == "changes" else f"{kind}s"
    return f"{folder}/{name}.json"


def name_schema(kind: str) -> str:
    """Give the path of the schema of a kind of file below `data/`."""
    return f"schemas/{kind}.schema.json"


def list_schemas(edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of the schema of each kind of file."""
    text = describe_text(edition.catalog.locales)
    for kind, shape in SHAPES.items():
        yield name_schema(kind), to_compact_json(make_schema(text, shape, f"Carelist: {kind}"))


def list_documents(
    edition: Edition, turn: Callable[[str], Edition]
) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the path of every file of one thing, and what makes its text.

    `turn` gives the edition of the list of a year.
    """
    for kind, name, make in _list_contents(edition, turn):
        path = INDEX if kind == "index" else name_file(kind, name)
        yield path, partial(_write, edition, make)


def _write(edition: Edition, make: Callable[[], shapes.Document]) -> str:
    return write_json(make(), edition.catalog.locales, to_compact_json)


def list_last_editions(edition: Edition, turn: Callable[[str], Edition]) -> Iterator[Edition]:
    """Yield the edition in force, then the earlier ones, the latest first."""
    yield edition
    for revision in reversed(edition.whole.revisions[:-1]):
        if revision.id < edition.revision.id:
            yield turn(revision.id)


def _list_contents(
    edition: Edition, turn: Callable[[str], Edition]
) -> Iterator[tuple[str, str, Callable[[], shapes.Document]]]:
    catalog = edition.catalog
    seen: set[tuple[str, str]] = set()
    for last in list_last_editions(edition, turn):
        # What a later list no longer has stays as it was last: its address is a promise.
        for kind, name, make in _list_things(last):
            if (kind, name) not in seen:
                seen.add((kind, name))
                yield kind, name, make
    years = [one.id for one in catalog.revisions]
    for year in years:
        yield "revision", year, partial(_describe_revision, turn, year)
    for before, after in combinations(years, 2):
        yield "changes", f"{before}..{after}", partial(_describe_changes, edition, before, after)
    yield "index", "", partial(_make_index, edition)


def _list_things(edition: Edition) -> Iterator[tuple[str, str, Callable[[], shapes.Document]]]:
    """Yield what one list has: services, departments, pillars."""
    for service in edition.revision.services:
        yield "service", service.id, partial(_describe_service, edition, service)
    for department in edition.catalog.departments.values():
        yield "department", department.id, partial(_describe_department, edition, department)
    for pillar in edition.catalog.pillars.values():
        yield "pillar", pillar.id, partial(_describe_pillar, edition, pillar)


def _describe_service(edition: Edition, service: Service) -> shapes.ServiceDocument:
    published = publish_service(edition.revision, service, edition.catalog.locales)
    about = _introduce(edition, "service", service.id)
    return shapes.ServiceDocument(**about, service=published)


def _describe_department(edition: Edition, department: Department) -> shapes.DepartmentDocument:
    return shapes.DepartmentDocument(
        **_introduce(edition, "department", department.id),
        department=publish_department(department),
        issues=department.id in edition.revision.notice.issuers,
        services=list(edition.services_of.get(department.id, ())),
    )


def _describe_pillar(edition: Edition, pillar: Pillar) -> shapes.PillarDocument:
    return shapes.PillarDocument(
        **_introduce(edition, "pillar", pillar.id),
        pillar=publish_pillar(pillar),
        services=list(edition.services_under.get(pillar.id, ())),
    )


def _describe_changes(edition: Edition, before: str, after: str) -> shapes.ChangesDocument:
    return shapes.ChangesDocument(
        **_introduce(edition, "changes", f"{before}..{after}"),
        before=before,
        after=after,
        changes=list(list_changes(edition, before, after)),
    )


def _introduce(edition: Edition, kind: Part, name: str) -> shapes.Document:
    web, locales = edition.web, edition.catalog.locales
    pages = {locale.tag: web.page(kind, name, locale) for locale in locales}
    return {
        "self": web.file(name_file(kind, name)),
        "alternate": {tag: page for tag, page in pages.items() if page},
        "describedby": web.file(name_schema(kind)),
        "revision": edition.revision.id,
    }


def _describe_revision(turn: Callable[[str], Edition], year: str) -> shapes.RevisionDocument:
    edition = turn(year)
    published = edition.revision.published
    return shapes.RevisionDocument(
        **_introduce(edition, "revision", edition.revision.id),
        published_on=published.published_on if published else None,
        corrections=[_correct(one) for one in (published.corrections if published else ())],
        content=publish(edition.catalog),
    )


def _correct(correction: Correction) -> shapes.Correction:
    return {
        "corrected_on": correction.corrected_on,
        "what": correction.what,
        "services": sorted(correction.touched),
    }


def _make_index(edition: Edition) -> shapes.IndexDocument:
    catalog, revision, web = edition.catalog, edition.revision, edition.web
    pages = {locale.tag: web.page("data", "", locale) for locale in catalog.locales}
    years = [one.id for one in catalog.revisions]
    return {
        "self": web.file(INDEX),
        "alternate": {tag: page for tag, page in pages.items() if page},
        "describedby": web.file(name_schema("index")),
        "revision": revision.id,
        "revisions": [
            {
                "id": one.id,
                "printed_on": one.notice.printed_on,
                "published_on": one.published.published_on if one.published else None,
                "url": web.file(name_file("revision", one.id)),
            }
            for one in catalog.revisions
        ],
        "changes": [
            {
                "before": before,
                "after": after,
                "url": web.file(name_file("changes", f"{before}..{after}")),
            }
            for before, after in combinations(years, 2)
        ],
        "services": [
            {
                "id": one.id,
                "name": revision.title_of(one),
                "url": web.file(name_file("service", one.id)),
            }
            for one in revision.services
        ],
        "departments": [
            {"id": one.id, "name": one.name, "url": web.file(name_file("department", one.id))}
            for one in catalog.departments.values()
        ],
        "pillars": [
            {"id": one.id, "name": one.name, "url": web.file(name_file("pillar", one.id))}
            for one in catalog.pillars.values()
        ],
    }
