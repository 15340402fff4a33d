"""Which locales a city speaks, as its site.yml names them, and what is wrong with their records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from carelist.catalog.binding import bind
from carelist.catalog.files import read_bytes
from carelist.catalog.kinds import Kind
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.problems import Position, Problem, find_nearest
from carelist.speech.locales import (
    FILE,
    FOLDER,
    SHIPPED_LOCALES,
    SOURCE,
    LocaleError,
    find_locale,
    gather_locales,
    list_tags,
)
from carelist.speech.parts import LocaleRecord
from carelist.speech.people import Called, PeopleKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carelist.catalog.located_yaml import Document, Node
    from carelist.speech.locales import Locales

WORDS = {"called": "people", "one": "one", "list": "list"}
"""Of the names in site.yml, by their keys: the words of a site that they take the place of."""


def read_spoken(folder: Path) -> tuple[Locales, list[Problem]]:
    """Give the locales that a catalog names, or else the shipped ones, and what is wrong there.

    One that cannot be read is left out; that of the official texts is always there.
    """
    problems = [one for file in _list_records(folder) for one in _check_record(file, folder)]
    content, unread = read_bytes(folder / "site.yml", folder)
    document = parse_yaml((folder / "site.yml").as_posix(), b"" if unread else content)
    named = list(_list_named(document))
    known = [tag for tag in list_tags(folder) if _is_there(tag, folder)]
    for place, tag in enumerate(named):
        if tag not in list_tags(folder):
            values = {"value": tag, "known": ", ".join(known), **find_nearest(tag, known)}
            problems.append(Problem(document.at("locales", place), Kind.UNKNOWN_LOCALE, values))
    if named and SOURCE.tag not in named:
        values = {"value": SOURCE.tag}
        problems.append(Problem(document.at("locales"), Kind.SOURCE_NOT_SPOKEN, values))
    spoken = [tag for tag in dict.fromkeys([*named, SOURCE.tag]) if tag in known]
    people, misnamed = _read_people(document)
    problems += misnamed
    return gather_locales(spoken if named else SHIPPED_LOCALES.by_tag, folder, people), problems


def _read_people(document: Document) -> tuple[Called, list[Problem]]:
    """Give what site.yml says of the list's people, and the names that no sentence can hold.

    What is not of its shape is told where the file is bound to its record.
    """
    names: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    kind = _find(document, "people", "kind")
    for key, word in WORDS.items():
        text = _find(document, "people", key)
        for tag, node in text.value.items() if text and isinstance(text.value, dict) else ():
            if not isinstance(node.value, str) or not node.value:
                continue
            if brace := re.search(r"[{}]", node.value):
                values = {"value": brace[0], "key": key}
                at = document.at("people", key, tag)
                problems.append(Problem(at, Kind.NEEDLESS_PLACEHOLDER, values))
                continue
            names.setdefault(tag, {})[word] = node.value
    is_known = kind is not None and kind.value in get_args(PeopleKind)
    return Called(str(kind.value) if kind and is_known else "", names), problems


def _find(document: Document, *path: str) -> Node | None:
    node = document.root
    for step in path:
        node = node.child(step) if node else None
    return node


def _list_records(folder: Path) -> list[Path]:
    return sorted((folder / FOLDER).glob(f"*/{FILE}"))


def _check_record(file: Path, folder: Path) -> list[Problem]:
    content, unread = read_bytes(file, folder)
    if unread:
        return [unread]
    sheet, problems = bind(LocaleRecord, parse_yaml(file.as_posix(), content), ())
    fonts = [file.with_name(name) for name in sheet.record.fonts or ()] if sheet else []
    missing = (font for font in fonts if not font.is_file())
    return problems + [Problem(Position(font.as_posix()), Kind.MISSING_FILE) for font in missing]


def _list_named(document: Document) -> Iterator[str]:
    """Yield the tags as they stand there; whether it is a list of texts is told elsewhere."""
    node = document.root.child("locales") if document.root else None
    for entry in node.value if node and isinstance(node.value, list) else ():
        yield entry.value if isinstance(entry.value, str) else ""


def _is_there(tag: str, folder: Path) -> bool:
    try:
        find_locale(tag, folder)
    except LocaleError:
        return False
    return True
