"""vocabulary.yml: the words that people use and the list does not, and where each leads."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from carelist.catalog.checks import check_references
from carelist.catalog.kinds import Kind
from carelist.catalog.leads import Reference
from carelist.catalog.problems import Problem
from carelist.catalog.texts import ByLocale, Line, Record, Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.texts import Path
    from carelist.speech.locales import Locale, Locales

Mouth = Literal["parents", "grandparents", "children", "teachers", "social-workers", "journalists"]
"""Who says a word."""


class Synonym(Record):
    """Words that mean the same as a word of the list."""

    word: Line
    """As the list has it."""
    also: tuple[Line, ...] = Field(min_length=1)
    """As people say it."""


class Synonyms(ByLocale):
    """Words of the same meaning, shared by all services."""

    holds = tuple[Synonym, ...]
    __pydantic_extra__: dict[str, tuple[Synonym, ...]] = Field(init=False)

    def list(self, locale: Locale) -> tuple[Synonym, ...]:
        """List those of a locale."""
        return self.get(locale) or ()


class Ignored(ByLocale):
    """Words of a query that tell nothing of what is looked for."""

    holds = tuple[Line, ...]
    __pydantic_extra__: dict[str, tuple[Line, ...]] = Field(init=False)

    def list(self, locale: Locale) -> tuple[str, ...]:
        """List those of a locale."""
        return self.get(locale) or ()


class SearchExamples(ByLocale):
    """What the field of the search offers to try."""

    holds = tuple[Line, ...]
    __pydantic_extra__: dict[str, tuple[Line, ...]] = Field(init=False)

    def list(self, locale: Locale) -> tuple[str, ...]:
        """List those of a locale."""
        return self.get(locale) or ()


class Terms(ByLocale):
    """Words and phrases that lead to the same services."""

    holds = tuple[Line, ...]
    __pydantic_extra__: dict[str, tuple[Line, ...]] = Field(init=False)

    to: tuple[Target, ...] = Field(min_length=1)
    """Services, or clauses as `service/clause`; the best first."""
    until: Line | None = None
    """The year of the last list in which they lead so; None where they go on."""
    mouths: tuple[Mouth, ...] = ()
    """Who says so."""
    reserve: bool = False
    """Whether they are asked only where no other words answer: the page fetches them then, so that
    other searches need not."""

    def list(self, locale: Locale) -> tuple[str, ...]:
        """List the words of a locale."""
        return self.get(locale) or ()


class Vocabulary(Record):
    """vocabulary.yml, which a city can do without."""

    examples: SearchExamples = SearchExamples()
    """Of what people look for, a few words as they say them; each finds a service."""
    synonyms: Synonyms = Synonyms()
    ignored: Ignored = Ignored()
    idle: Ignored = Ignored()
    """Words of a sentence that tell nothing either where words in reserve are asked."""
    absent: Ignored = Ignored()
    """Things that people look for and the list does not have: what is found is called weaker."""
    terms: tuple[Terms, ...] = ()


def check_vocabulary(
    sheet: Sheet[Vocabulary], years: list[str], locales: Locales
) -> Iterator[Problem]:
    """Every term stands once for a year, and leads to each place once; years from the oldest on."""
    standing: defaultdict[str | None, dict[str, int]] = defaultdict(dict)
    if sheet.blanks.isdisjoint({"synonyms", "ignored", "absent"}):
        for locale in locales:
            yield from _check_synonyms(sheet, locale, standing[None])
    for index, entry in enumerate(sheet.record.terms):
        where: Path = ("terms", index, "to")
        yield from check_references(sheet, where, entry.to, Kind.UNKNOWN_SERVICE, None)
        if entry.until and entry.until not in years[:-1]:
            values = {"value": entry.until, "known": ", ".join(years[:-1]) or "—"}
            yield Problem(sheet.at("terms", index, "until"), Kind.NOT_AN_EARLIER_LIST, values)
        for locale in locales:
            for place, term in enumerate(entry.list(locale)):
                path: Path = ("terms", index, locale.tag, place)
                yield from _check_term(sheet, path, term, standing[entry.until])


def fold_term(text: str) -> str:
    """Give a term as terms are compared: full-width forms and capitals folded, spaces made one.

    >>> fold_term("ＨＰＶ  Vaccine")
    'hpv vaccine'
    """
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


def list_word_references(sheet: Sheet[Vocabulary]) -> Iterator[Reference]:
    """Yield every place in which an entry says where it leads."""
    for index, entry in enumerate(sheet.record.terms):
        for place, target in enumerate(entry.to):
            yield Reference(sheet.at("terms", index, "to", place), target, entry.until)


def _check_term(
    sheet: Sheet[Vocabulary], path: Path, term: str, seen: dict[str, int]
) -> Iterator[Problem]:
    """A term can be searched for, and stands once, whatever its locale."""
    at = sheet.at(*path)
    folded = fold_term(term)
    if not any(character.isalnum() for character in folded):
        yield Problem(at, Kind.TERM_EMPTY, {"value": term})
    elif folded in seen:
        yield Problem(at, Kind.TERM_TWICE, {"value": term, "first": str(seen[folded])})
    seen.setdefault(folded, at.line)


def _check_synonyms(
    sheet: Sheet[Vocabulary], locale: Locale, seen: dict[str, int]
) -> Iterator[Problem]:
    """A word has one meaning, and none where it is ignored or the list has no such thing."""
    record = sheet.record
    meaningless = (*record.ignored.list(locale), *record.absent.list(locale))
    ignored = {fold_term(word) for word in meaningless}
    for index, synonym in enumerate(sheet.record.synonyms.list(locale)):
        for place, word in enumerate(synonym.also):
            path: Path = ("synonyms", locale.tag, index, "also", place)
            if fold_term(word) in ignored:
                yield Problem(sheet.at(*path), Kind.TERM_IGNORED, {"value": word})
            else:
                yield from _check_term(sheet, path, word, seen)
