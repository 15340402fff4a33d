"""The body of the notice against the paragraphs of the source copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.differences import find_closest, find_first_difference, quote_around, shorten
from carelist.catalog.issuers import LETTER, check_issuers
from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Position, Problem
from carelist.catalog.sameness import is_annex_label, set_plainly
from carelist.catalog.usage import MOST_LEFT
from carelist.speech.locales import SOURCE
from carelist.speech.messages import Message

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.claims import Claims
    from carelist.catalog.records import Notice
    from carelist.catalog.source import Paragraph, Source
    from carelist.catalog.texts import Path
    from carelist.speech.messages import Values


def list_paragraphs(notice: Notice) -> Iterator[tuple[Path, str]]:
    """Yield every official paragraph of the notice with its place in the record."""
    yield from _list_texts(notice, "number", "title", "addressees", "opening")
    for index, measure in enumerate(notice.measures):
        yield ("measures", index, "text", SOURCE.tag), measure.text.source
    yield from _list_texts(notice, "disclosure", "signatory", "colophon", "table_title")


def _list_texts(notice: Notice, *names: str) -> Iterator[tuple[Path, str]]:
    for name in names:
        if text := getattr(notice, name):  # None where it could not be read
            yield (name, SOURCE.tag), text.source


def find_paragraph_problems(
    source: Source, notice: Sheet[Notice], claims: Claims, headings: Collection[int]
) -> Iterator[Problem]:
    """Hold every paragraph of the notice against the copy, and every one of the copy against it.

    Args:
        source: The repaired copy.
        notice: The parts of the letter that the list has.
        claims: All that the list says.
        headings: The lines of paragraphs that head services, and are no part of the letter.
    """
    left = [paragraph for paragraph in source.paragraphs if paragraph.line not in headings]
    paragraphs = list_paragraphs(notice.record)
    missing = [(path, text) for path, text in paragraphs if not _take(left, text)]
    yield from _take_strays(left, source, claims)
    for path, text in missing:
        yield _explain_missing(left, source, notice, path, text)
    title = notice.record.table_title
    for paragraph in left if notice.is_whole else ():
        if is_annex_label(paragraph.text, title.source if title else ""):
            continue
        at = Position(source.file, paragraph.line)
        value = shorten(paragraph.text, MOST_LEFT)
        yield Problem(at, Kind.PARAGRAPH_UNUSED, {"value": value})
    if LETTER.isdisjoint(path[0] for path, _ in missing):
        yield from check_issuers(notice, claims)


def _take_strays(left: list[Paragraph], source: Source, claims: Claims) -> Iterator[Problem]:
    for index, reading in enumerate(claims.readings.record.readings):
        if reading.kind != "stray" or reading.beside or not reading.printed:
            continue
        if not _take(left, reading.printed):
            _take(left, find_closest(reading.printed, [paragraph.text for paragraph in left]))
            where = Message("problems", "where_paragraph", {"file": source.file})
            values: Values = {"value": reading.printed, "where": where}
            at = claims.readings.at("readings", index, "printed")
            yield Problem(at, Kind.READING_NOT_FOUND, values)


def _explain_missing(
    left: list[Paragraph], source: Source, notice: Sheet[Notice], path: Path, text: str
) -> Problem:
    """Tell where a paragraph parts from the one, or from those in a row, that are most like it."""
    file = {"file": source.file}
    run = _find_run(left, text)
    if not run:
        values = {"value": shorten(text), **file}
        return Problem(notice.document.inside(0, *path), Kind.PARAGRAPH_NOT_FOUND, values)
    printed = run[0].text
    if len(run) > 1:
        printed = set_plainly(" ".join(paragraph.text for paragraph in run))
    offset = find_first_difference(text, printed)
    values = {"value": quote_around(text, offset), "printed": quote_around(printed, offset)}
    values |= {"line": str(run[-1].line), **file}
    for paragraph in run:
        left.remove(paragraph)
    return Problem(notice.document.inside(offset, *path), Kind.PARAGRAPH_DIFFERS, values)


def _find_run(left: list[Paragraph], text: str) -> list[Paragraph]:
    """Find the paragraph that is most like a text, or several of which it has all but the last."""
    words = set_plainly(text)
    for first in range(len(left)):
        rest, run = words, []
        for one in left[first:]:
            run.append(one)
            printed = set_plainly(one.text)
            if not rest.startswith(printed):
                break
            rest = rest.removeprefix(printed).lstrip()
        if len(run) > 1:
            return run
    near = find_closest(text, [paragraph.text for paragraph in left])
    return [paragraph for paragraph in left if paragraph.text == near][:1]


def _take(left: list[Paragraph], text: str) -> bool:
    """Take a paragraph away, or several that follow one another and are one text together."""
    words = set_plainly(text)
    for first in range(len(left)):
        rest = words
        for last, paragraph in enumerate(left[first:], start=first):
            printed = set_plainly(paragraph.text)
            if not rest.startswith(printed):
                break
            rest = rest.removeprefix(printed).lstrip()
            if not rest:
                del left[first : last + 1]
                return True
    return False
