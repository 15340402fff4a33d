"""The result of a check in a few lines, in one language."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

from carelist.catalog.losses import find_losses_of_draft
from carelist.catalog.problems import annotate, write_line
from carelist.catalog.revision import State
from carelist.catalog.steps import sort_steps
from carelist.catalog.walks import find_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from carelist.catalog.binding import Sheet
    from carelist.catalog.problems import Problem
    from carelist.catalog.records import Services
    from carelist.catalog.revision import Catalog, Revision
    from carelist.catalog.texts import Record
    from carelist.speech.locales import Locale, Locales

SEVERAL = 2


def sum_up_catalog(catalog: Catalog, language: Locale) -> Iterator[str]:
    """Yield the lines that say what was proved: of each revision, then of the city's files."""
    for revision in catalog.revisions:
        yield from sum_up_revision(revision, catalog.locales, language)
    records = (catalog.site, *catalog.pillars.values(), *catalog.departments.values())
    records = (
        *records,
        *catalog.hotlines,
        *catalog.contacts,
        catalog.ready,
        *catalog.situations,
    )
    for counts in _count_texts(records, catalog.locales, language):
        yield _say("summary_city", language, **counts)
    waiting = [fact.id for fact in catalog.ready.facts if fact not in catalog.questions.facts]
    if waiting:
        names = language.list(waiting)
        yield _say("summary_waiting", language, count=len(waiting), names=names)


def sum_up_revision(revision: Revision, locales: Locales, language: Locale) -> Iterator[str]:
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
    }
    names = {"revision": revision.id, "file": revision.source.file}
    for line in ("source", "services", "cells", "readings", "paragraphs"):
        yield _say(f"summary_{line}", language, **counts, **names)
    records = (revision.notice, revision.rows, revision.how_read)
    for counted in _count_texts(records, locales, language):
        yield _say("summary_texts", language, **counted)


def count_problems(problems: Sequence[Problem], language: Locale, *, allowed: bool) -> str:
    """Say how many problems there are, and in how many files."""
    count, words = len(problems), language.words("commands")
    if allowed and problems:
        return words.fill("allowed", problems=count)
    if count < SEVERAL:
        return words["one_problem" if problems else "no_problems"]
    files = words.count("files", len({problem.position.file for problem in problems}))
    return words.fill("problems_in_files", problems=words.count("problems", count), files=files)


def list_lines(
    problems: Iterable[Problem], language: Locale, *, is_github: bool, level: str = ""
) -> Iterator[str]:
    """Yield problems as lines for people, or as annotations of a level for GitHub."""
    for problem in problems:
        yield problem.annotation(language, level) if is_github else problem.line(language)


def list_left(
    year: str, problems: Sequence[Problem], language: Locale, *, is_github: bool
) -> Iterator[str]:
    """Yield what is left to do in a draft, step by step.

    It is no error, since nothing of it is published.
    """
    yield _say("draft" if problems else "draft_done", language, year=year, problems=len(problems))
    for step, left in sort_steps(problems):
        if not is_github:
            yield _say(f"left_{step}", language, count=len(left))
        yield from list_lines(left, language, is_github=is_github, level="notice")


def list_losses(
    before: str,
    year: str,
    rows: Mapping[str, Sheet[Services]],
    language: Locale,
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


def _count_texts(
    records: Iterable[Record], locales: Locales, language: Locale
) -> Iterator[dict[str, object]]:
    """Yield for each translation how many texts have it, and how many there are."""
    texts = [text for record in records for _, text in find_texts(record)]
    for locale in locales.translations:
        fresh = sum(text.find_state(locale) == "fresh" for text in texts)
        names = {"language": locale, "source": locales.source}
        said = {name: one.name_in(language) for name, one in names.items()}
        yield {**said, "fresh": fresh, "texts": len(texts)}


def _say(name: str, language: Locale, /, **values: object) -> str:
    return language.words("commands").fill(name, **values)
