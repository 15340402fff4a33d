"""What the vocabulary must not do: put another service above one that is asked for by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.catalog.messages import Kind
from generator.catalog.problems import Problem
from generator.search.analysis import fold
from generator.search.documents import LOCALES, make_library, write
from generator.search.engine import Engine
from generator.search.words import cut_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.loading import Inspection
    from generator.catalog.revision import Catalog
    from generator.search.documents import Locale

Place = tuple[str | int, ...]


def inspect_vocabulary(inspection: Inspection) -> Inspection:
    """Give what was found with the terms that outrank a service's own name."""
    return inspection.add(find_outranking(inspection))


def find_outranking(inspection: Inspection) -> Iterator[Problem]:
    """Yield every term by which a service stands above one whose own name is asked for."""
    catalog, sheet = inspection.catalog, inspection.vocabulary
    if catalog is None or sheet is None:
        return
    told: set[Place] = set()
    for locale in LOCALES:
        engine = Engine(make_library(catalog, locale))
        for name, owners in _list_names(catalog, locale):
            hits = engine.search(name)
            if not hits or hits[0].id in owners:
                continue
            for path, term in _find_terms(engine, catalog, locale, name, hits[0].id):
                if path in told:
                    continue
                told.add(path)
                values = {"value": term, "above": hits[0].id, "name": name, "service": owners[0]}
                yield Problem(sheet.at(*path), Kind.TERM_OUTRANKS, values)


def _list_names(catalog: Catalog, locale: Locale) -> Iterator[tuple[str, list[str]]]:
    """Yield every official name and title, with the services that have it."""
    names: dict[str, list[str]] = {}
    for service in catalog.latest.services:
        texts = (catalog.latest.groups[service.group].name, catalog.latest.title_of(service))
        for name in dict.fromkeys(write(text, locale) for text in texts):
            names.setdefault(name, []).append(service.id)
    yield from names.items()


def _find_terms(
    engine: Engine, catalog: Catalog, locale: Locale, name: str, service: str
) -> Iterator[tuple[Place, str]]:
    """Yield the terms of a service that have most of a name, with their places in the file."""
    tables = engine.library.tables
    asked = set(cut_words(name, tables))
    for index, entry in enumerate(catalog.vocabulary.terms):
        if service not in {target.partition("/")[0] for target in entry.to}:
            continue
        for place, term in enumerate(entry.zh if locale == "zh" else entry.en):
            words = set(cut_words(term, tables))
            if fold(name) in fold(term) or len(words & asked) * 2 > len(words | asked):
                yield ("terms", index, locale, place), term
