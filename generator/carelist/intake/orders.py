"""What the commands `revise` and `intake` do: refuse, or write files that are not there yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.decoding import check_text
from carelist.catalog.loading import SOURCE_FILE, load_catalog
from carelist.catalog.problems import CatalogError
from carelist.formats.choosing import ManyTablesError, NoSuchTableError, OtherColumnsError
from carelist.formats.document import Format
from carelist.formats.limits import UnreadableError
from carelist.formats.reading import read_file
from carelist.intake.before import read_known
from carelist.intake.city_files import add_entries
from carelist.intake.comparing import compare_rows
from carelist.intake.copying import tell_choice, tell_copy, tell_refusal
from carelist.intake.drafts import draft_revision
from carelist.intake.report import report_draft, report_score
from carelist.intake.saying import say
from carelist.intake.starting import begin_revision, is_year, write_draft
from carelist.intake.turned import is_turned

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from carelist.formats.document import Copy
    from carelist.intake.drafts import Draft
    from carelist.intake.proposals import Proposals
    from carelist.speech.locales import Locale


@dataclass(frozen=True)
class Request:
    """What an intake is asked for."""

    folder: Path
    """Of the catalog."""
    notice: Path
    year: str
    into: Path | None
    """Another folder for the drafts."""
    compare: str | None
    """The list to compare with, instead of writing anything."""
    tables: tuple[int, ...] = ()
    """Which tables of the file are the list, counted from 1."""


@dataclass(frozen=True)
class Outcome:
    """What came of a command."""

    lines: tuple[str, ...]
    is_done: bool = True


def begin(folder: Path, year: str, language: Locale) -> Outcome:
    """Begin a revision from the latest one before it."""
    if not is_year(year):
        return _refuse(say("not_a_year", language, year=year))
    try:
        _, before = read_known(folder, year)
    except CatalogError as error:
        return _refuse(*(problem.line(language) for problem in error.problems))
    if before is None:
        return _refuse(say("no_earlier", language, year=year))
    target = folder / "revisions" / year
    outcome = _write(target, begin_revision(before, year, language), language)
    if not outcome.is_done:
        return outcome
    source = (target / before.revision.notice.source).as_posix()
    begun = say("begun", language, old=before.revision.id)
    return Outcome((begun, *outcome.lines, say("source", language, file=source)))


def take_in(request: Request, language: Locale) -> Outcome:
    """Draft a revision from a notice, or compare what would be drafted with a checked list."""
    if not is_year(request.year):
        return _refuse(say("not_a_year", language, year=request.year))
    file = request.notice.as_posix()
    try:
        return _take_in(request, language)
    except UnreadableError as error:
        return _refuse(tell_refusal(file, error, language))
    except (ManyTablesError, NoSuchTableError, OtherColumnsError) as error:
        return _refuse(*tell_choice(file, error, language))
    except CatalogError as error:
        return _refuse(*(problem.line(language) for problem in error.problems))


def _take_in(request: Request, language: Locale) -> Outcome:
    file = request.notice.as_posix()
    copy = _read_copy(request)
    known, before = read_known(request.folder, request.year)
    draft = draft_revision(copy, known, before, language, file=file)
    if is_turned(draft.source):
        return _refuse(*tell_copy(copy, language), say("turned", language, file=file))
    if not draft.recovery.rows:
        key = "no_ruled_table" if copy.format is Format.PDF else "no_table"
        return _refuse(*tell_copy(copy, language), say(key, language, file=file))
    told = report_draft(draft, copy, known, language)
    report = (*tell_copy(copy, language), *told)
    if request.compare:
        return Outcome((*report, *_compare(request, draft, language)))
    outcome = _write_draft(request, draft, copy.text, language)
    return Outcome((*report, *outcome.lines), outcome.is_done)


def _read_copy(request: Request) -> Copy:
    """Read a notice; what nobody can see in its text is refused as in the catalog's own files."""
    copy = read_file(request.notice, request.tables)
    if problems := check_text(request.notice.as_posix(), copy.text):
        raise CatalogError(problems)
    return copy


def _compare(request: Request, draft: Draft, language: Locale) -> Iterable[str]:
    catalog = load_catalog(request.folder)
    revision = next((one for one in catalog.revisions if one.id == request.compare), None)
    if revision is None:
        return (say("not_a_year", language, year=request.compare),)
    score = compare_rows(draft.recovery.rows, catalog, revision)
    return report_score(score, revision.id, language)


def _write_draft(request: Request, draft: Draft, text: str, language: Locale) -> Outcome:
    """Write the drafts and, beside them, the copy of the notice itself.

    What the city's files lack is put at their ends.
    """
    target = request.into or request.folder / "revisions" / request.year
    files: dict[str, str | bytes] = {**write_draft(draft, request.year, language)}
    if not _is_same(request.notice, target / SOURCE_FILE):
        files[SOURCE_FILE] = text
    outcome = _write(target, files, language)
    if not outcome.is_done:
        return outcome
    added = _add_proposals(request, draft.proposals, language)
    return Outcome((*outcome.lines, *added, say("next", language, year=request.year)))


def _add_proposals(request: Request, proposals: Proposals, language: Locale) -> list[str]:
    """Add what is proposed to the city's files; tell how much of it."""
    lines = []
    for name, entries in (("pillars", proposals.pillars), ("departments", proposals.departments)):
        if entries:
            path = request.folder / f"{name}.yml"
            into = (request.into or request.folder) / f"{name}.yml"
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            into.write_text(add_entries(text, name, entries, language), encoding="utf-8")
            values = {"file": into.as_posix(), "count": len(entries)}
            lines.append(say(f"added_{name}", language, **values))
    return lines


def _is_same(one: Path, other: Path) -> bool:
    return other.exists() and one.samefile(other)


def _write(target: Path, files: Mapping[str, str | bytes], language: Locale) -> Outcome:
    """Write files into a folder, all of them or none."""
    standing = [(target / name).as_posix() for name in files if (target / name).exists()]
    if standing:
        return _refuse(say("exists", language, files=", ".join(standing)))
    target.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (target / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    names = ", ".join((target / name).as_posix() for name in sorted(files))
    return Outcome((say("written", language, files=names),))


def _refuse(*lines: str) -> Outcome:
    return Outcome(lines, is_done=False)
