"""What must hold in every file: texts in their language, ids that stand once, known references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from carelist.catalog.differences import shorten
from carelist.catalog.kinds import Kind
from carelist.catalog.leads import Reference
from carelist.catalog.problems import Problem, find_nearest
from carelist.catalog.texts import DIGEST, PROVISIONAL, PrintedText, find_digest
from carelist.catalog.walks import find_ids, find_texts, list_parts
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from carelist.catalog.binding import Sheet
    from carelist.catalog.records import Hotlines, Notice, Pillars
    from carelist.catalog.rules import Situations
    from carelist.catalog.texts import Path, Text
    from carelist.catalog.walks import Part
    from carelist.speech.locales import Locale, Locales
    from carelist.speech.messages import Values

    AnySheet = Sheet[Any]

_CLOSED = frozenset("\"'>|{")
"""A text that begins so says itself where it ends."""
_REMARK = re.compile(r"\s#")


def check_texts(sheet: AnySheet, locales: Locales) -> Iterator[Problem]:
    """Each text is of its language, on one line, and its translations are of the present source."""
    for part in list_parts(sheet.record):
        yield from check_part(sheet, part, locales)


def check_part(sheet: AnySheet, part: Part, locales: Locales) -> Iterator[Problem]:
    """Each text of a part of a file is as `check_texts` asks."""
    blamed = {problem.position for problem in sheet.document.problems}
    keys = (*locales.by_tag, "digest")
    for path, text in find_texts(part.value, part.path):
        if isinstance(text, PrintedText) and text.is_plain:
            yield from _check_comment(sheet, (*path, SOURCE.tag))
            continue
        if blamed and not blamed.isdisjoint(sheet.at(*path, key) for key in keys):
            continue
        for locale in locales:
            yield from _check_words(sheet, path, text, locale)
        for locale in locales.translations:
            yield from _check_translation(sheet, path, text, locale)


def _check_words(sheet: AnySheet, path: Path, text: Text, locale: Locale) -> Iterator[Problem]:
    words, where = text.find(locale), (*path, locale.tag)
    if not words:
        return
    spoken: Values = {"language": locale, "tag": locale.tag}
    if not locale.letters.has_own(words):
        yield Problem(sheet.at(*where), Kind.NO_OWN_LETTERS, {"value": shorten(words), **spoken})
    elif stranger := locale.letters.find_stranger(words):
        yield Problem(sheet.at(*where), Kind.STRANGE_LETTERS, {"value": stranger, **spoken})
    elif "\n" in words:
        yield Problem(sheet.at(*where), Kind.LINE_BREAK)
    yield from _check_comment(sheet, where)


def _check_comment(sheet: AnySheet, path: Path) -> Iterator[Problem]:
    """No words of a text are lost because a '#' begins a remark in its line."""
    at = sheet.at(*path)
    line = sheet.document.lines[at.line - 1] if sheet.document.lines else ""
    if line[at.column - 1 : at.column] in _CLOSED:
        return
    if mark := _REMARK.search(line, at.column - 1):
        yield Problem(at._replace(column=mark.end()), Kind.LOST_COMMENT, {})


def _check_translation(
    sheet: AnySheet, path: Path, text: Text, locale: Locale
) -> Iterator[Problem]:
    is_there, digest = bool(text.find(locale)), text.find_digest(locale)
    is_digest = bool(digest and re.fullmatch(DIGEST, digest))
    if is_there and is_digest and text.find_state(locale) != "stale":
        return
    cause, stands = sheet.at(*path, SOURCE.tag), sheet.at(*path, "digest", locale.tag)
    values: Values = {
        "value": shorten(text.source),
        "digest": find_digest(text.source),
        "language": locale,
        "tag": locale.tag,
    }
    if not is_there:
        yield Problem(cause, Kind.MISSING_TRANSLATION, values)
    elif not digest:
        at = sheet.at(*path, locale.tag)
        yield Problem(at, Kind.MISSING_DIGEST, values, cause)
    elif not is_digest:
        yield Problem(stands, Kind.NOT_A_DIGEST, {**values, "value": shorten(digest)}, cause)
    else:
        yield Problem(stands, Kind.STALE_TRANSLATION, values, cause)


def check_provisional(sheet: AnySheet, part: Part) -> Iterator[Problem]:
    """No id in a part of a file is one that a draft was given until somebody has chosen it."""
    for path, value in find_ids(part.value, part.path):
        if PROVISIONAL.fullmatch(value):
            yield Problem(sheet.at(*path), Kind.PROVISIONAL_ID, {"value": value})


def check_ids(sheet: AnySheet, *path: str | int, key: str = "id") -> Iterator[Problem]:
    """Every id of a list stands once in it."""
    items: Any = sheet.record
    for step in path:
        items = items[step] if isinstance(step, int) else getattr(items, step)
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        value = str(getattr(item, key))
        at = sheet.at(*path, index, key)
        if value in first:
            values = {"value": value, "key": key, "first": str(first[value])}
            yield Problem(at, Kind.DUPLICATE_ID, values)
        first.setdefault(value, at.line)


def check_references(
    sheet: AnySheet, path: Path, values: tuple[str, ...], kind: Kind, known: AbstractSet[str] | None
) -> Iterator[Problem]:
    """Every id of a list of ids is known and stands once; None where the known are not known."""
    seen: set[str] = set()
    for index, value in enumerate(values):
        yield from check_known(sheet, (*path, index), value, kind, known)
        if value in seen:
            key = str(path[-1])
            yield Problem(sheet.at(*path, index), Kind.REPEATED_ENTRY, {"value": value, "key": key})
        seen.add(value)


def check_known(
    sheet: AnySheet, path: Path, value: str, kind: Kind, known: AbstractSet[str] | None
) -> Iterator[Problem]:
    """An id is among those that are known, None where they are not."""
    if known is not None and value not in known:
        yield Problem(sheet.at(*path), kind, {"value": value, **find_nearest(value, known)})


def check_span(sheet: AnySheet, path: Path, part: str, whole: Text, at: Path) -> Iterator[Problem]:
    """The words at a path stand in the whole text, which stands at `at`."""
    if part not in whole.source:
        values = {"value": shorten(part), "whole": shorten(whole.source, 40)}
        cause = sheet.at(*at, SOURCE.tag)
        yield Problem(sheet.at(*path, SOURCE.tag), Kind.NOT_A_SPAN, values, cause)


def check_notice(
    sheet: Sheet[Notice], departments: set[str] | None, services: set[str] | None
) -> Iterator[Problem]:
    """The notice refers to what exists, and quotes itself to the letter."""
    notice = sheet.record
    kind = Kind.UNKNOWN_DEPARTMENT
    yield from check_references(sheet, ("issuers",), notice.issuers, kind, departments)
    yield from check_ids(sheet, "measures")
    yield from check_ids(sheet, "asks")
    places = {measure.id: index for index, measure in enumerate(notice.measures)}
    for index, measure in enumerate(notice.measures):
        path: Path = ("measures", index)
        heading = measure.heading.source
        yield from check_span(sheet, (*path, "heading"), heading, measure.text, (*path, "text"))
        if measure.remark:
            where: Path = (*path, "remark", "services")
            named = measure.remark.services
            yield from check_references(sheet, where, named, Kind.UNKNOWN_SERVICE, services)
    for index, ask in enumerate(notice.asks):
        path = ("asks", index)
        known = sheet.list_ids("measures")
        where = (*path, "measure")
        yield from check_known(sheet, where, ask.measure, Kind.UNKNOWN_MEASURE, known)
        if ask.measure in places:
            place = places[ask.measure]
            whole, at = notice.measures[place].text, ("measures", place, "text")
            yield from check_span(sheet, (*path, "quote"), ask.quote.source, whole, at)
        where = (*path, "services")
        yield from check_references(sheet, where, ask.services, Kind.UNKNOWN_SERVICE, services)


def check_hotlines(
    sheet: Sheet[Hotlines], departments: set[str] | None, locales: Locales
) -> Iterator[Problem]:
    """The numbers stand once and belong to departments that exist, and to each service once."""
    yield from check_ids(sheet, "hotlines", key="number")
    for index, hotline in enumerate(sheet.record.hotlines):
        path: Path = ("hotlines", index, "departments")
        kind = Kind.UNKNOWN_DEPARTMENT
        yield from check_references(sheet, path, hotline.departments, kind, departments)
        path = ("hotlines", index, "services")
        yield from check_references(sheet, path, hotline.services, Kind.UNKNOWN_SERVICE, None)
    yield from _check_urgency(sheet, locales)


def list_hotline_references(sheet: Sheet[Hotlines]) -> Iterator[Reference]:
    """Yield every place in which a number says what it helps with."""
    for index, hotline in enumerate(sheet.record.hotlines):
        for place, target in enumerate(hotline.services):
            yield Reference(sheet.at("hotlines", index, "services", place), target)


def _check_urgency(sheet: Sheet[Hotlines], locales: Locales) -> Iterator[Problem]:
    """The numbers of a need that cannot wait are known, and its words can be typed."""
    known = {hotline.number for hotline in sheet.record.hotlines}
    for index, urgency in enumerate(sheet.record.urgent):
        path: Path = ("urgent", index)
        where, kind = (*path, "numbers"), Kind.UNKNOWN_NUMBER
        yield from check_references(sheet, where, urgency.numbers, kind, known)
        for name, targets in (("services", urgency.services), ("found", urgency.found)):
            yield from check_references(sheet, (*path, name), targets, Kind.UNKNOWN_SERVICE, None)
        for locale in locales:
            for place, word in enumerate(urgency.list(locale)):
                if not any(character.isalnum() for character in word):
                    at = sheet.at(*path, locale.tag, place)
                    yield Problem(at, Kind.TERM_EMPTY, {"value": word})


def list_urgent_references(sheet: Sheet[Hotlines]) -> Iterator[Reference]:
    """Yield every place in which a need that cannot wait says which services are about it."""
    for index, urgency in enumerate(sheet.record.urgent):
        for name, targets in (("services", urgency.services), ("found", urgency.found)):
            for place, target in enumerate(targets):
                yield Reference(sheet.at("urgent", index, name, place), target)


def check_contacts(sheet: Sheet[Hotlines], notices: list[Notice] | None) -> Iterator[Problem]:
    """Whom a notice is said to name, it names: in those words, and by that name.

    None where not every notice can be read. A notice of one year is enough: others do not show it.
    """
    yield from check_ids(sheet, "contacts")
    for index, contact in enumerate(sheet.record.contacts):
        path: Path = ("contacts", index)
        name, where = contact.name.source, (*path, "quote")
        yield from check_span(sheet, (*path, "name"), name, contact.quote, where)
        quoted = (notice.find_quoted(contact.quote) for notice in notices or ())
        if notices is not None and not any(quoted):
            at = sheet.at(*where, SOURCE.tag)
            yield Problem(at, Kind.NOT_IN_A_NOTICE, {"value": shorten(contact.quote.source)})


def check_first(sheet: Sheet[Situations]) -> Iterator[Problem]:
    """What a situation opens with is named once."""
    for index, situation in enumerate(sheet.record.situations):
        path: Path = ("situations", index, "first")
        yield from check_references(sheet, path, situation.first, Kind.UNKNOWN_SERVICE, None)


def list_first_references(sheet: Sheet[Situations]) -> Iterator[Reference]:
    """Yield every place in which a situation says what it opens with."""
    for index, situation in enumerate(sheet.record.situations):
        for place, target in enumerate(situation.first):
            yield Reference(sheet.at("situations", index, "first", place), target)


def check_pillars(sheet: Sheet[Pillars], used: set[str]) -> Iterator[Problem]:
    """Every pillar holds a service of some revision: the archive needs those of the past."""
    ids = {pillar.id for pillar in sheet.record.pillars}
    meant = {find_nearest(value, ids).get("near", "") for value in used - ids}
    for index, pillar in enumerate(sheet.record.pillars):
        if pillar.id not in used | meant:
            at = sheet.at("pillars", index, "id")
            yield Problem(at, Kind.UNUSED_PILLAR, {"value": pillar.id})
