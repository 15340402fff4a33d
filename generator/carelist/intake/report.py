"""What an intake found, as lines for the clerk: what is certain, what is doubtful, what is next."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from carelist.catalog.texts import CERTAIN
from carelist.intake.columns import MOST_COLUMNS
from carelist.intake.copying import name_where
from carelist.intake.draft_readings import list_unused
from carelist.intake.gathering import gather_guesses, name_places, name_rows
from carelist.intake.guesses import DOUBTFUL, Why
from carelist.intake.report_beside import tell_beside
from carelist.intake.saying import join_names, say
from carelist.intake.suspicions import find_suspicions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelist.formats.document import Copy
    from carelist.formats.where import Where
    from carelist.intake.comparing import Score
    from carelist.intake.drafts import Draft
    from carelist.intake.gathering import Guess
    from carelist.intake.names import Known
    from carelist.intake.recovery import Recovery
    from carelist.speech.locales import Locale

BODY = ("number", "title", "addressees", "opening", "table_title", "disclosure", "signatory")
"""The parts of a letter that a report misses."""
_LONGEST = 24
_NAMING = frozenset({"pillar", "audience", "group"})
"""The columns whose words name what several rows share."""


def report_draft(draft: Draft, copy: Copy, known: Known, language: Locale) -> Iterator[str]:
    """Yield the report of an intake."""
    recovery = draft.recovery
    names = _CellNames(draft, copy, language)
    values = {"pages": len(recovery.columns), "rows": len(recovery.rows)}
    cells = [found for row in recovery.rows for found in row.cells.values()]
    yield say("title", language, file=draft.source.file, cells=len(cells), **values)
    for page, columns in enumerate(recovery.columns, 1):
        yield say("page", language, page=page, columns=names.name_columns(columns))
    yield from names.tell_columns()
    guessed = [found for found in cells if found.is_guess]
    yield say("certain", language, count=len(cells) - len(guessed))
    doubtful = sum(found.sure < DOUBTFUL for found in guessed)
    yield say("guessed", language, count=len(guessed), doubtful=doubtful)
    for guess in sorted(gather_guesses(recovery.rows), key=lambda guess: guess.sure):
        if guess.sure < CERTAIN:
            yield names.tell_guess(guess)
    yield from _tell_rest(draft, language)
    yield from _tell_suspicions(draft, copy.text, known, language)
    yield from _tell_matches(draft, known, language)


class _CellNames:
    """Tells cells by the names of their columns, and where a person finds them."""

    def __init__(self, draft: Draft, copy: Copy, language: Locale) -> None:
        self._recovery, self._copy, self._language = draft.recovery, copy, language
        self._lines = {block.number: block.line for block in draft.recovery.blocks}
        pages = draft.source.pages
        self._rows = {row.line: row for page in pages for row in (page.head, *page.rows)}

    def name_columns(self, columns: Sequence[str]) -> str:
        """Name columns, those of the list alone by their headings."""
        further = self._recovery.layout.further
        names = [
            _quote(further[one].heading, self._language)
            if one in further
            else say(f"column_{one}", self._language)
            for one in columns
        ]
        return join_names(names, self._language)

    def tell_columns(self) -> Iterator[str]:
        """Tell the columns that are not certain, by what their headings leave open."""
        for one in self._recovery.layout.doubts:
            where = name_where(self._find_cell(one.line, one.at), self._language)
            heading = _quote(one.heading, self._language)
            values = {"where": where, "heading": heading, "column": self.name_columns([one.column])}
            yield say(f"heading_{one.doubt}", self._language, **values)

    def tell_guess(self, guess: Guess) -> str:
        """Tell a guess: how sure, of which cells, on what ground, where to look."""
        found, language = guess.first, self._language
        values = {"rows": name_rows(guess.rows), "columns": self.name_columns(guess.columns)}
        where = name_where(self._find(guess), language)
        if not found.text and found.why is Why.NOTHING_PRINTED:
            return say("missing", language, where=where, **values)
        place = name_places(guess.places)
        ground = say(f"ground_{found.why}", language, place=place)
        words = _quote(found.text, language)
        if len(guess.rows) > 1 and guess.columns[0] not in _NAMING:
            words = "…"
        values |= {"words": words, "ground": ground, "where": where}
        return say("guess", language, sure=guess.sure, **values)

    def _find(self, guess: Guess) -> Where:
        """Find the cell of the first row in the file; where it has none, the cell that is read."""
        line = self._lines[guess.rows[0]]
        names = self._recovery.columns[line.page]
        if guess.columns[0] in names:
            return self._find_cell(line.row.line, names.index(guess.columns[0]))
        printed = guess.first.printed[:1]
        return self._copy.find_cell(printed[0].cell.line if printed else line.row.line, 0)

    def _find_cell(self, line: int, at: int) -> Where:
        """Find a cell in the file by its place among the columns, of which blank ones are none."""
        cells = self._rows[line].cells
        return self._copy.find_cell(line, at, cells[at].column if at < len(cells) else None)


def _quote(text: str, language: Locale) -> str:
    short = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return say("quoted", language, text=short)


def _tell_rest(draft: Draft, language: Locale) -> Iterator[str]:
    """Tell what has no place in the list, and what the body lacks."""
    yield from tell_beside(draft, language)
    unused = [_quote(words, language) for _, words in list_unused(draft.recovery)]
    unused += [_quote(stray.text, language) for stray in draft.letter.strays]
    if unused:
        yield say("unused", language, words=join_names(unused, language))
    yield from _tell_uneven(draft.recovery, language)
    yield from _tell_skips(draft.recovery, language)
    for mend in draft.letter.mends:
        words = _quote(mend.printed.replace("\n", "⏎"), language)
        kind = "broken" if mend.is_break else "space"
        yield say(kind, language, words=words, read=_quote(mend.read, language))
    if issuers := draft.letter.issuers:
        names = join_names(issuers, language)
        yield say(f"issued_{draft.letter.issued_by}", language, names=names)
    missing = [name for name in BODY if name not in draft.letter.texts]
    missing += [] if draft.letter.printed_on else ["printed_on"]
    parts = [say(f"part_{name}", language) for name in missing]
    named = join_names(parts, language) or say("nothing", language)
    yield say("body", language, measures=len(draft.letter.measures), missing=named)


def _tell_uneven(recovery: Recovery, language: Locale) -> Iterator[str]:
    """Tell the lines of the table with too few cells, or with words in too many."""
    for line in recovery.lines:
        if not line.row.cells:  # a heading between two parts of the table
            continue
        expected, texts = len(recovery.columns[line.page]), line.row.texts
        spare = [_quote(text, language) for text in texts[expected:MOST_COLUMNS] if text]
        if len(texts) > MOST_COLUMNS:
            values = {"line": line.row.line, "found": len(texts), "most": MOST_COLUMNS}
            yield say("wide", language, **values)
        elif len(texts) < expected or spare:
            values = {"line": line.row.line, "found": len(texts), "expected": expected}
            words = join_names(spare, language) or say("nothing", language)
            yield say("uneven", language, words=words, **values)


def _tell_skips(recovery: Recovery, language: Locale) -> Iterator[str]:
    """Tell where printed numbers leave some out, or are one for services with the same name.

    Rows may have been lost there, or taken out.
    """
    for above, block in pairwise(recovery.blocks):
        before, number = above.line.number, block.line.number
        if before and number and number > before + 1 and block.printed_number:
            values = {"before": before, "number": number, "row": block.number}
            yield say("skips", language, **values)
    for (above, row), (block, other) in pairwise(zip(recovery.blocks, recovery.rows, strict=True)):
        same = above.line.steps == block.line.steps is not None
        if same and all(row.text(name) == other.text(name) for name in ("pillar", "group")):
            printed = block.line.cells["number"].words
            yield say("same_number", language, number=printed, one=row.number, other=other.number)


def _tell_suspicions(draft: Draft, text: str, known: Known, language: Locale) -> Iterator[str]:
    rows = draft.recovery.rows
    names = [row.text(column) for row in rows for column in ("audience", "group")]
    found = list(find_suspicions(text, [*names, *known.bodies]))
    if found:
        yield say("suspicions", language)
    for fault, line, words, maybe in found:
        yield say(fault, language, line=line, words=words, maybe=maybe)


def _tell_matches(draft: Draft, known: Known, language: Locale) -> Iterator[str]:
    """Tell how the rows continue last year's services, and how their tasks were divided."""
    services = draft.services
    clauses = sum(len(service["clauses"]) for service in services.plain["services"])
    if known.last is None:
        yield say("clauses_first", language, count=clauses)
        return
    kept = sum(match.service is not None for match in services.matches)
    counts = {"kept": kept, "new": len(services.matches) - kept}
    gone = services.withdrawn
    names = f" ({', '.join(gone)})" if gone else ""
    year = known.last.id
    yield say("matched", language, year=year, withdrawn=len(gone), names=names, **counts)
    for row, match in zip(draft.recovery.rows, services.matches, strict=True):
        if match.service is None:
            yield say("new", language, row=row.number, nearest=match.nearest)
        elif match.sure < DOUBTFUL:
            rival = say("rival", language, nearest=match.nearest) if match.nearest else ""
            values = {"row": row.number, "service": match.service.id, "rival": rival}
            yield say("match", language, sure=match.sure, **values)
    if services.reworded:
        yield say("reworded", language, names=", ".join(services.reworded))
    if services.losses:
        yield say("losses", language, year=year, count=len(services.losses))
    for loss in services.losses:
        yield f"  {loss.tell(language)}"
    yield say("clauses", language, count=clauses)


def report_score(score: Score, year: str, language: Locale) -> Iterator[str]:
    """Yield how many cells were right, and each that was not."""
    doubted = sum(wrong.is_doubted for wrong in score.wrong)
    counts = {"right": score.right, "total": score.total, "as_printed": score.as_printed}
    yield say("score", language, year=year, wrong=len(score.wrong), doubted=doubted, **counts)
    for wrong in score.wrong:
        found = wrong.found.text if wrong.found else ""
        values = {"found": _cut(found), "expected": _cut(wrong.expected)}
        column = say(f"column_{wrong.column}", language)
        yield say("wrong", language, row=wrong.row, column=column, **values)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
