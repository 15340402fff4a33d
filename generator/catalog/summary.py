"""The result of a check in a few lines, in one language."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

from generator.catalog.losses import find_losses_of_draft
from generator.catalog.messages import COUNTS, SUMMARY
from generator.catalog.problems import annotate, write_line
from generator.catalog.revision import State
from generator.catalog.texts import find_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.catalog.binding import Sheet
    from generator.catalog.messages import Words
    from generator.catalog.problems import Language, Problem
    from generator.catalog.records import Services
    from generator.catalog.revision import Catalog, Revision
    from generator.catalog.texts import Record


def sum_up_catalog(catalog: Catalog, language: Language) -> Iterator[str]:
    """Yield the lines that say what was proved: of each revision, then of the city's files."""
    for revision in catalog.revisions:
        yield from sum_up_revision(revision, language)
    records = (catalog.site, *catalog.pillars.values(), *catalog.departments.values())
    records = (
        *records,
        *catalog.hotlines,
        *catalog.contacts,
        catalog.questions,
        *catalog.situations,
    )
    counts = _count_texts(records)
    yield _say(SUMMARY["city"], language, **counts)


def sum_up_revision(revision: Revision, language: Language) -> Iterator[str]:
    """Yield the lines that say how a revision was proved against its source copy."""
    fidelity = revision.fidelity
    states: dict[str, int] = {state: fidelity.count(state) for state in get_args(State)}
    kinds = Counter(reading.kind for reading in revision.readings)
    counts = {
        "services": len(revision.services),
        "clauses": sum(len(service.clauses) for service in revision.services),
        "cells": len(fidelity.origins),
        "paragraphs": fidelity.paragraphs,
        **states,
        **{kind: kinds[kind] for kind in ("repaired", "note", "stray", "lost")},
        **_count_texts((revision.notice, revision.rows, revision.how_read)),
    }
    names = {"revision": revision.id, "file": revision.source.file}
    for line in ("source", "services", "cells", "readings", "paragraphs", "texts"):
        yield _say(SUMMARY[line], language, **counts, **names)


def count_problems(problems: Sequence[Problem], language: Language, *, allowed: bool) -> str:
    """Say how many problems there are, and in how many files."""
    files = len({problem.position.file for problem in problems})
    name = {0: "none", 1: "one"}.get(len(problems), "many")
    words = COUNTS["allowed" if allowed and problems else name]
    return _say(words, language, problems=len(problems), files=files)


def list_lines(
    problems: Iterable[Problem], language: Language, *, is_github: bool, level: str = ""
) -> Iterator[str]:
    """Yield problems as lines for people, or as annotations of a level for GitHub."""
    for problem in problems:
        yield problem.annotation(language, level) if is_github else problem.line(language)


def list_left(
    year: str, problems: Sequence[Problem], language: Language, *, is_github: bool
) -> Iterator[str]:
    """Yield what is left to do in a draft; it is no error, since nothing of it is published."""
    words = COUNTS["draft" if problems else "draft_done"]
    yield _say(words, language, year=year, problems=len(problems))
    yield from list_lines(problems, language, is_github=is_github, level="notice")


def list_losses(
    before: str,
    year: str,
    rows: Mapping[str, Sheet[Services]],
    language: Language,
    *,
    is_github: bool,
) -> Iterator[str]:
    """Yield what a draft no longer says of what the list before it said; nothing of it is wrong."""
    losses = list(find_losses_of_draft(rows[before].record, rows[year]))
    if losses:
        yield _say(COUNTS["against"], language, before=before, year=year, count=len(losses))
    for at, loss in losses:
        told = loss.tell(language)
        yield annotate(at, told, "notice") if is_github else write_line(at, told)


def _count_texts(records: Iterable[Record]) -> dict[str, int]:
    states = Counter(text.english_state for record in records for _, text in find_texts(record))
    return {"fresh": states["fresh"], "texts": states.total()}


def _say(words: Words, language: Language, **values: object) -> str:
    return (words.zh if language == "zh" else words.en).format(**values)
