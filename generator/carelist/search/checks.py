"""What the vocabulary must not do: lead nowhere, or past a service asked for by its name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.criteria import list_rules
from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Problem
from carelist.catalog.rules import EVERYONE, NO_QUESTIONS
from carelist.catalog.vocabulary import fold_term
from carelist.search.analysis import find_terms
from carelist.search.cutting import cut_words
from carelist.search.documents import make_libraries_of
from carelist.search.engine import Engine
from carelist.search.material import gather_material
from carelist.search.sounds import read_aloud

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.inspection import Inspection
    from carelist.catalog.rebinding import Sheets
    from carelist.catalog.records import Services
    from carelist.catalog.revision import Catalog
    from carelist.catalog.vocabulary import Vocabulary
    from carelist.search.material import Material
    from carelist.search.sounds import Reader
    from carelist.speech.locales import Locale

    Engines = dict[Locale, Engine]

Led = tuple[tuple[str, ...], ...]
"""Where each entry of the vocabulary leads in the list in force; nowhere if it is not for it."""
Place = tuple[str | int, ...]

_AWAITED = (Kind.SYNONYM_NOWHERE, Kind.EXAMPLE_NOWHERE)
"""What the words of a draft may mend."""


def inspect_vocabulary(
    inspection: Inspection, read: Reader = read_aloud, kept: Sheets | None = None
) -> Inspection:
    """Give what was found with the words that lead nowhere, or past a service's own name.

    What only a draft has is waited for; what would be wrong once a draft is published is told
    with the draft.

    Args:
        inspection: Of the catalog.
        read: Says how Chinese sounds.
        kept: What was read of it before; what was found of the same words is not looked for again.
    """
    found = _find_problems(inspection, read, kept)
    ahead = {year: _find_problems(draft, read, kept) for year, draft in inspection.drafts.items()}
    drafts = {
        year: draft.add(problem for problem in ahead[year] if problem not in found)
        for year, draft in inspection.drafts.items()
    }
    able = [year for year, draft in inspection.drafts.items() if draft.catalog]
    stays = (p for p in found if all(p in ahead[year] for year in able) or p.kind not in _AWAITED)
    return replace(inspection.add(stays), drafts=drafts)


def _find_problems(inspection: Inspection, read: Reader, kept: Sheets | None) -> list[Problem]:
    """Find what is wrong with the vocabulary for the latest list, whatever else is wrong with it.

    What a service that cannot be read would say is not known: no word is told to lead nowhere.
    """
    catalog, sheet = inspection.unproved, inspection.vocabulary
    if not catalog or not sheet or sheet.blanks or not _is_joined(catalog):
        return []
    if not catalog.latest.services:  # which is told
        return []
    is_whole = not inspection.rows[catalog.latest.id].broken_ids
    if not _can_be_judged(catalog.latest.rows):  # ages and grades are found by rules
        is_whole, catalog = False, replace(catalog, ready=NO_QUESTIONS)
    given = gather_material(catalog), _list_led(catalog), is_whole
    if kept is None:
        return list(_find_wrong(read, sheet, *given))
    return kept.tell(f"search {catalog.latest.id}", partial(_find_wrong, read), sheet, *given)


def _find_wrong(
    read: Reader,
    sheet: Sheet[Vocabulary],
    material: Material,
    led: Led,
    is_whole: bool,  # noqa: FBT001  # of what is kept, all is given by its place
) -> Iterator[Problem]:
    """Yield what is wrong with the vocabulary, which hangs on nothing but what is given."""
    libraries = make_libraries_of(material, read)
    engines = {name: Engine(library) for name, library in libraries.items()}
    if is_whole:
        yield from _find_lost_examples(sheet, engines)
        yield from _find_lost_synonyms(sheet, engines)
    yield from _find_outranking(sheet, material, led, engines)


def _is_joined(catalog: Catalog) -> bool:
    """Whether all that the services of the latest list name is there, so that they can be found."""
    revision = catalog.latest
    named = (
        ({one.group for one in revision.services}, revision.groups),
        ({one.audience for one in revision.services if one.audience}, revision.audiences),
        ({one.pillar for one in revision.services if one.pillar}, catalog.pillars),
        ({name for one in revision.services for name in one.types}, revision.types),
        ({name for one in revision.services for name in one.departments}, catalog.departments),
    )
    return all(names <= {*known} for names, known in named)


def _can_be_judged(rows: Services) -> bool:
    """Whether all conditions that its rules name are there."""
    named = {name for rule in list_rules(rows) for name in rule.criterion.list_conditions()}
    return named <= {*rows.named_conditions, EVERYONE}


def _list_led(catalog: Catalog) -> Led:
    leads = catalog.leads
    return tuple(leads.follow_until(entry.until, entry.to) for entry in catalog.vocabulary.terms)


def _find_lost_examples(sheet: Sheet[Vocabulary], engines: Engines) -> Iterator[Problem]:
    """Yield every example that finds no service by all of its words."""
    for locale, engine in engines.items():
        for place, example in enumerate(sheet.record.examples.list(locale)):
            if not any(hit.is_full for hit in engine.search(example)):
                at = sheet.at("examples", locale.tag, place)
                yield Problem(at, Kind.EXAMPLE_NOWHERE, {"value": example})


def _find_lost_synonyms(sheet: Sheet[Vocabulary], engines: Engines) -> Iterator[Problem]:
    """Yield every synonym of a word that no service has."""
    for locale, engine in engines.items():
        for index, synonym in enumerate(sheet.record.synonyms.list(locale)):
            having = [engine.list_having(term.term) for term in find_terms(synonym.word)]
            if not having or not set.intersection(*having):
                at = sheet.at("synonyms", locale.tag, index, "word")
                yield Problem(at, Kind.SYNONYM_NOWHERE, {"value": synonym.word})


def _find_outranking(
    sheet: Sheet[Vocabulary], material: Material, led: Led, engines: Engines
) -> Iterator[Problem]:
    """Yield every term by which a service stands above one whose own name is asked for."""
    told: set[Place] = set()
    for locale, engine in engines.items():
        leading = _list_leading(sheet.record, led, locale)
        for name, owners in _list_names(material, locale):
            found = [one for one in leading[fold_term(name)] if one.above not in owners]
            hits = engine.search(name)
            if hits and hits[0].id not in owners:
                found += _find_terms(engine, sheet.record, led, name, hits[0].id)
            for path, term, above in found:
                if path not in told:
                    values = {"value": term, "above": above, "name": name, "service": owners[0]}
                    yield Problem(sheet.at(*path), Kind.TERM_OUTRANKS, values)
                told.add(path)


class Outranking(NamedTuple):
    """A term of the vocabulary that stands before a service's own name."""

    path: Place
    term: str
    above: str
    """The service that it leads to."""


def _list_names(material: Material, locale: Locale) -> Iterator[tuple[str, list[str]]]:
    """Yield every official name and title, with the services that have it."""
    names: dict[str, list[str]] = {}
    for document in material.documents[locale]:
        for name in dict.fromkeys([document.name or document.title, document.title]):
            names.setdefault(name, []).append(document.id)
    yield from names.items()


def _list_leading(
    vocabulary: Vocabulary, led: Led, locale: Locale
) -> defaultdict[str, list[Outranking]]:
    """List the terms by how they are compared, each with the service that it leads to first."""
    leading: defaultdict[str, list[Outranking]] = defaultdict(list)
    for index, (entry, to) in enumerate(zip(vocabulary.terms, led, strict=True)):
        for place, term in enumerate(entry.list(locale) if to else ()):
            path = "terms", index, locale.tag, place
            leading[fold_term(term)].append(Outranking(path, term, to[0].partition("/")[0]))
    return leading


def _find_terms(
    engine: Engine, vocabulary: Vocabulary, led: Led, name: str, service: str
) -> Iterator[Outranking]:
    """Yield the terms of a service that have most of a name, with their places in the file."""
    tables, locale = engine.library.tables, engine.library.locale
    asked = set(cut_words(name, tables))
    for index, (entry, to) in enumerate(zip(vocabulary.terms, led, strict=True)):
        if service not in {target.partition("/")[0] for target in to}:
            continue
        for place, term in enumerate(entry.list(locale)):
            words = set(cut_words(term, tables))
            if len(words & asked) * 2 > len(words | asked):
                yield Outranking(("terms", index, locale.tag, place), term, service)
