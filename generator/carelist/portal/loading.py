"""From places.yml to the portal, or to all that is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.binding import bind
from carelist.catalog.checks import check_ids, check_texts
from carelist.catalog.files import read_bytes
from carelist.catalog.kinds import Kind
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.problems import CatalogError, Problem, find_nearest
from carelist.portal.addresses import OWN
from carelist.portal.divisions import find_level
from carelist.portal.portal import Portal
from carelist.portal.records import Places
from carelist.speech.locales import SHIPPED_LOCALES, SOURCE, gather_locales, list_tags

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carelist.catalog.binding import Sheet
    from carelist.speech.locales import Locales

FILE = "places.yml"


def load_portal(folder: Path) -> Portal:
    """Load the portal of a folder; a translation that is missing or stale does not stop it.

    Raises:
        CatalogError: With every problem found, where it cannot be built.
    """
    content, unread = read_bytes(folder / FILE, folder)
    if unread:
        raise CatalogError([unread])
    document = parse_yaml((folder / FILE).as_posix(), content)
    sheet, problems = bind(Places, document, list_tags(folder))
    if sheet is None or not sheet.is_whole:
        raise CatalogError(problems)
    problems += _check_locales(sheet, folder)
    locales = _gather(sheet.record, folder)
    problems += [*check_texts(sheet, locales), *_check_places(sheet, folder)]
    if grave := [problem for problem in problems if not problem.is_translation]:
        raise CatalogError(grave)
    return Portal(folder, sheet.record, locales)


def _gather(record: Places, folder: Path) -> Locales:
    known = [tag for tag in record.locales if tag in list_tags(folder)]
    return gather_locales(known or SHIPPED_LOCALES.by_tag, folder)


def _check_locales(sheet: Sheet[Places], folder: Path) -> Iterator[Problem]:
    """Each is there, and that of the official texts is among them."""
    named, known = sheet.record.locales, list_tags(folder)
    for index, tag in enumerate(named):
        if tag not in known:
            values = {"value": tag, "known": ", ".join(known), **find_nearest(tag, known)}
            yield Problem(sheet.at("locales", index), Kind.UNKNOWN_LOCALE, values)
    if named and SOURCE.tag not in named:
        yield Problem(sheet.at("locales"), Kind.SOURCE_NOT_SPOKEN, {"value": SOURCE.tag})


def _check_places(sheet: Sheet[Places], folder: Path) -> Iterator[Problem]:
    """Ids and codes stand once, codes are of their level, and no two sites stand in one place."""
    yield from check_ids(sheet, "places")
    yield from check_ids(sheet, "places", key="code")
    taken = [*OWN, *list_tags(folder)]
    for index, place in enumerate(sheet.record.places):
        at = ("places", index)
        level = find_level(place.code)
        if level != place.level:
            values = {"value": place.code, "level": level}
            yield Problem(sheet.at(*at, "level"), Kind.CODE_OF_OTHER_LEVEL, values)
        if place.url and place.path:
            yield Problem(sheet.at(*at, "path"), Kind.PATH_AND_URL)
        if not (folder / place.source / "site.yml").is_file():
            yield Problem(sheet.at(*at, "source"), Kind.SOURCE_EMPTY, {"value": place.source})
        path = place.below.rstrip("/")
        if path and _is_taken(path, taken):
            yield Problem(sheet.at(*at, "path"), Kind.PATH_TAKEN, {"value": path})
        taken += [path] if path else []


def _is_taken(path: str, taken: list[str]) -> bool:
    """Whether a folder is another's, in it, or around it."""
    return any(f"{path}/".startswith(f"{one}/") or one.startswith(f"{path}/") for one in taken)
