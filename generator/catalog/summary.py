"""The result of a check in a few lines, in one language."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

from generator.catalog.losses import find_losses_of_draft
from generator.catalog.problems import annotate, write_line
from generator.catalog.revision import State
from generator.catalog.texts import find_texts
from generator.speech.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.catalog.binding import Sheet
    from generator.catalog.problems import Language, Problem
    from generator.catalog.records import Services
    from generator.catalog.revision import Catalog, Revision
    from generator.catalog.texts import Record

SEVERAL = 2


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
    yield _say("summary_city", language, **counts)


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
        yield _say(f"summary_{line}", language, **counts, **names)


def count_problems(problems: Sequence[Problem], language: Language, *, allowed: bool) -> str:
    """Say how many problems there are, and in how many files."""
    count, words = len(problems), load_words(language, "commands")
    if allowed and problems:
        return words.fill("allowed", problems=count)
    if count < SEVERAL:
        return words["one_problem" if problems else "no_problems"]
    files = words.count("files", len({problem.position.file for problem in problems}))
    return words.fill("problems_in_files", problems=words.count("problems", count), files=files)


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
    yield _say("draft" if problems else "draft_done", language, year=year, problems=len(problems))
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
        yield _say("against", language, before=before, year=year, count=len(losses))
    for at, loss in losses:
        told = loss.tell(language)
        yield annotate(at, told, "notice") if is_github else write_line(at, told)


def _count_texts(records: Iterable[Record]) -> dict[str, int]:
    states = Counter(text.english_state for record in records for _, text in find_texts(record))
    return {"fresh": states["fresh"], "texts": states.total()}


def _say(name: str, language: Language, **values: object) -> str:
    return load_words(language, "commands").fill(name, **values)
