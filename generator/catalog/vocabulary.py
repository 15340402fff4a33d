"""vocabulary.yml: the words that people use and the list does not, and where each leads."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, get_args

from pydantic import Field

from generator.catalog.binding import join_ids
from generator.catalog.checks import check_known
from generator.catalog.messages import Kind
from generator.catalog.problems import Problem, find_nearest
from generator.catalog.texts import Line, Record, Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.binding import Sheet
    from generator.catalog.records import Services
    from generator.catalog.rules import Situations
    from generator.catalog.texts import Path

Mouth = Literal["parents", "grandparents", "children", "teachers", "social-workers", "journalists"]
"""Who says a word."""
Writing = Literal["zh", "en"]
WRITINGS: tuple[Writing, ...] = get_args(Writing)


class Synonym(Record):
    """Words that mean the same as a word of the list."""

    word: Line
    """As the list has it."""
    also: tuple[Line, ...] = Field(min_length=1)
    """As people say it."""


class Synonyms(Record):
    """Words of the same meaning, shared by all services."""

    zh: tuple[Synonym, ...] = ()
    en: tuple[Synonym, ...] = ()


class Ignored(Record):
    """Words of a query that tell nothing of what is looked for."""

    zh: tuple[Line, ...] = ()
    en: tuple[Line, ...] = ()


class Terms(Record):
    """Words and phrases that lead to the same services."""

    to: tuple[Target, ...] = Field(min_length=1)
    """Services, or clauses as `service/clause`; the best first."""
    mouths: tuple[Mouth, ...] = ()
    """Who says so."""
    zh: tuple[Line, ...] = ()
    en: tuple[Line, ...] = ()


class Vocabulary(Record):
    """vocabulary.yml, which a city can do without."""

    synonyms: Synonyms = Synonyms()
    ignored: Ignored = Ignored()
    terms: tuple[Terms, ...] = ()


Clauses = Mapping[str, set[str] | None]
"""The ids of each service's clauses; None for a service that could not be read."""


def list_clauses(revisions: list[Sheet[Services] | None]) -> Clauses | None:
    """List the clauses of every service of all revisions; None where not all services are known."""
    ids = join_ids(sheet.list_ids("services") if sheet else None for sheet in revisions)
    if ids is None:
        return None
    clauses: dict[str, set[str] | None] = dict.fromkeys(ids)
    for service in (one for sheet in revisions if sheet for one in sheet.record.services):
        known = clauses[service.id] or set()
        clauses[service.id] = known | {clause.id for clause in service.clauses}
    return clauses


def check_vocabulary(sheet: Sheet[Vocabulary], clauses: Clauses | None) -> Iterator[Problem]:
    """Every term leads somewhere and stands once; None where not all services are known."""
    seen: dict[str, int] = {}
    if sheet.blanks.isdisjoint({"synonyms", "ignored"}):
        for writing in WRITINGS:
            yield from _check_synonyms(sheet, writing, seen)
    for index, entry in enumerate(sheet.record.terms):
        if clauses is not None:
            yield from _check_targets(sheet, ("terms", index, "to"), entry.to, clauses)
        for writing in WRITINGS:
            for place, term in enumerate(getattr(entry, writing)):
                yield from _check_term(sheet, ("terms", index, writing, place), term, seen)


def fold_term(text: str) -> str:
    """Give a term as terms are compared: full-width forms and capitals folded, spaces made one."""
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


def check_first(sheet: Sheet[Situations], clauses: Clauses) -> Iterator[Problem]:
    """What a situation opens with is on the list."""
    for index, situation in enumerate(sheet.record.situations):
        path: Path = ("situations", index, "first")
        yield from _check_targets(sheet, path, situation.first, clauses)


def _check_targets(
    sheet: Sheet[Any], path: Path, targets: tuple[str, ...], clauses: Clauses
) -> Iterator[Problem]:
    """Every service, and every clause of one, that is named is there, and is named once."""
    for place, target in enumerate(targets):
        service, _, clause = target.partition("/")
        yield from check_known(sheet, (*path, place), service, Kind.UNKNOWN_SERVICE, set(clauses))
        known = clauses.get(service)
        if clause and known is not None and clause not in known:
            values = {"value": target, "service": service, **find_nearest(clause, known)}
            yield Problem(sheet.at(*path, place), Kind.UNKNOWN_CLAUSE, values)
        if target in targets[:place]:
            values = {"value": target, "key": str(path[-1])}
            yield Problem(sheet.at(*path, place), Kind.REPEATED_ENTRY, values)


def _check_term(
    sheet: Sheet[Vocabulary], path: Path, term: str, seen: dict[str, int]
) -> Iterator[Problem]:
    """A term can be searched for, and stands once, whatever the writing."""
    at = sheet.at(*path)
    folded = fold_term(term)
    if not any(character.isalnum() for character in folded):
        yield Problem(at, Kind.TERM_EMPTY, {"value": term})
    elif folded in seen:
        yield Problem(at, Kind.TERM_TWICE, {"value": term, "first": str(seen[folded])})
    seen.setdefault(folded, at.line)


def _check_synonyms(
    sheet: Sheet[Vocabulary], writing: Writing, seen: dict[str, int]
) -> Iterator[Problem]:
    """A word has one meaning, and none where it is ignored."""
    ignored = {fold_term(word) for word in getattr(sheet.record.ignored, writing)}
    for index, synonym in enumerate(getattr(sheet.record.synonyms, writing)):
        for place, word in enumerate(synonym.also):
            path: Path = ("synonyms", writing, index, "also", place)
            if fold_term(word) in ignored:
                yield Problem(sheet.at(*path), Kind.TERM_IGNORED, {"value": word})
            else:
                yield from _check_term(sheet, path, word, seen)
