"""The body of the notice against the paragraphs of the source copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.catalog.differences import find_closest, find_first_difference, quote_around
from generator.catalog.messages import Kind
from generator.catalog.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.catalog.binding import Sheet
    from generator.catalog.records import Department, Notice, Readings
    from generator.catalog.source import Paragraph, Source
    from generator.catalog.texts import Path


def list_paragraphs(notice: Notice) -> Iterator[tuple[Path, str]]:
    """Yield every official paragraph of the notice with its place in the record."""
    for name in ("number", "title", "addressees", "opening"):
        yield (name, "zh"), getattr(notice, name).zh
    for index, measure in enumerate(notice.measures):
        yield ("measures", index, "text", "zh"), measure.text.zh
    for name in ("disclosure", "signatory", "colophon", "table_title"):
        yield (name, "zh"), getattr(notice, name).zh


def find_paragraph_problems(
    source: Source,
    notice: Sheet[Notice],
    readings: Sheet[Readings],
    departments: Mapping[str, Department],
) -> Iterator[Problem]:
    """Hold every paragraph of the notice against the copy, and every one of the copy against it."""
    left = list(source.paragraphs)
    missing: list[tuple[Path, str]] = []
    for path, text in list_paragraphs(notice.record):
        if not _take(left, text):
            missing.append((path, text))
    for index, reading in enumerate(readings.record.readings):
        stray = reading.kind == "stray" and not reading.beside and reading.printed
        if stray and not _take(left, stray):
            values = {"value": stray, "where": f"as a paragraph of {source.file}"}
            values["where_zh"] = f"{source.file} 里单独成段处"
            at = readings.at("readings", index, "printed")
            yield Problem(at, Kind.READING_NOT_FOUND, values)
    for path, text in missing:
        near = find_closest(text, [paragraph.text for paragraph in left])
        offset = find_first_difference(text, near)
        values = {
            "value": quote_around(text, offset),
            "printed": quote_around(near, offset) or "—",
            "file": source.file,
        }
        if near:
            _take(left, near)
        yield Problem(notice.document.inside(offset, *path), Kind.PARAGRAPH_NOT_FOUND, values)
    for paragraph in left:
        at = Position(source.file, paragraph.line)
        yield Problem(at, Kind.PARAGRAPH_UNUSED, {"value": quote_around(paragraph.text, 8)})
    yield from _check_issuers(notice, departments)


def _check_issuers(
    notice: Sheet[Notice], departments: Mapping[str, Department]
) -> Iterator[Problem]:
    """The issuers are the bodies that the line of addressees names, in its order."""
    issuers = [departments[name] for name in notice.record.issuers if name in departments]
    names = "、".join(department.printed.addressees for department in issuers)
    line = notice.record.addressees.zh.rstrip("：:")
    if not line.endswith(names):
        yield Problem(
            notice.at("issuers"), Kind.ISSUERS_DIFFER, {"value": names, "printed": line}
        )


def _take(left: list[Paragraph], text: str) -> bool:
    for index, paragraph in enumerate(left):
        if paragraph.text == text:
            del left[index]
            return True
    return False
