"""Files of words in a language, held against the words that they translate."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast, get_args

from carelist.catalog.files import find_unexpected, read_bytes
from carelist.catalog.kinds import Kind
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.problems import Position, Problem, find_nearest
from carelist.speech.locales import FILE as RECORD
from carelist.speech.locales import FOLDER, PROSE, SHIPPED_LOCALES, LocaleError, find_locale
from carelist.speech.messages import Message
from carelist.speech.people import FILLED
from carelist.speech.words import SHIPPED, Subject, list_fields, name_field, split_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from carelist.catalog.located_yaml import Document
    from carelist.speech.locales import Locale
    from carelist.speech.messages import Value

SUBJECTS = tuple(subject for subject in get_args(Subject) if subject != "fields")
"""What every language says; of the hints on fields the English stands in the program itself."""
READERS = ("site", "print", "wordings", "citations", "changes", "data")
"""What readers see; the others are for those who keep the list."""
FREE = ("wordings",)
"""Subjects whose texts are several forms, of which the program takes one."""
MOST_KEYS = 3
"""Of a file without words are named."""
BETWEEN_PARTS = "|"
"""Divides a text into parts, each shown on its own."""


class Word(NamedTuple):
    """A word as the program says it to whoever reads a message: in their language."""

    subject: Subject
    key: str

    def write(self, language: Locale, /) -> str:
        """Give it as it stands; a form that the language does not have as its most general one."""
        words, (name, _) = language.words(self.subject), split_form(self.key)
        return words[self.key] if self.key in words else words[f"{name}_other"]


class Wanted(NamedTuple):
    """What a language must have of one word, as the source says it."""

    text: Value
    """What it says, for whoever reads a message on it."""
    parts: int
    """How many it has."""
    fields: frozenset[str]
    """What is filled in, as it is written between braces."""
    may_be_empty: bool
    may_omit: bool
    """Whether some of the fields can be left out: in a form for one number, or of several forms."""
    is_free: bool
    """Whether its parts are forms of which the program takes one, and can be of any number."""


def find_word_problems(catalog: Path) -> Iterator[Problem]:
    """Yield what is wrong with the words that a city keeps in `locales/<tag>/`.

    They may mend some of those that the program ships; in a language that the program does not
    speak, they are all that there is, and every file of what readers see must be there.
    """
    for folder in sorted((catalog / FOLDER).glob("*/")):
        try:
            locale = find_locale(folder.name, catalog)
        except LocaleError:
            continue  # told where its record is read
        for subject in SUBJECTS:
            file = folder / f"{subject}.yml"
            if file.is_file():
                yield from _check_file(file, catalog, locale)
            elif subject in READERS and not (SHIPPED / locale.tag).is_dir():
                yield Problem(Position(file.as_posix()), Kind.MISSING_FILE)
        words = (f"{subject}.yml" for subject in SUBJECTS)
        yield from find_unexpected(folder, {RECORD, PROSE, *words, *locale.fonts})


def _check_file(file: Path, catalog: Path, locale: Locale) -> Iterator[Problem]:
    content, problem = read_bytes(file, catalog)
    if problem:
        yield problem
        return
    document = parse_yaml(file.as_posix(), content)
    yield from document.problems
    subject = cast("Subject", file.stem)
    is_whole = not (SHIPPED / locale.tag).is_dir()
    yield from check_words(document, list_wanted_of(subject, locale), is_whole=is_whole)


def list_wanted_of(subject: Subject, locale: Locale) -> dict[str, Wanted]:
    """Give what a language must have of a subject, as the program says it in its own."""
    spoken = {one.tag: one.words(subject) for one in SHIPPED_LOCALES}
    empty = {key for words in spoken.values() for key, word in words.items() if not word.strip()}
    source = spoken[SHIPPED_LOCALES.source.tag]
    wanted = list_wanted(source, locale.plurals, empty=empty, free=subject in FREE)
    return {key: one._replace(text=Word(subject, key)) for key, one in wanted.items()}


def list_wanted(
    source: Mapping[str, str], forms: Iterable[str], *, empty: Iterable[str], free: bool
) -> dict[str, Wanted]:
    """Give what a language must have, by key.

    Args:
        source: The words that are translated.
        forms: The categories of numbers that CLDR has for the language, `other` among them.
        empty: The keys of words that some languages need not have.
        free: Whether the parts of a text are forms of which one is taken.
    """
    wanted: dict[str, Wanted] = {}
    for key, text in source.items():
        name, form = split_form(key)
        fields, parts = frozenset(list_fields(text)) - FILLED, text.count(BETWEEN_PARTS) + 1
        if not form or f"{name}_other" not in source:
            wanted[key] = Wanted(text, parts, fields, key in empty, free, free)
        elif form == "other":
            for one in forms:
                rest = (parts, fields, key in empty, one != "other", free)
                wanted[f"{name}_{one}"] = Wanted(text, *rest)
    return wanted


def check_words(
    document: Document, wanted: Mapping[str, Wanted], *, is_whole: bool
) -> Iterator[Problem]:
    """Yield what is wrong with a file of words; one that only mends some need not have them all."""
    root = document.root
    if root is None or not isinstance(root.value, dict):
        yield from _refuse_file(document, wanted)
        return
    words = root.value
    for key, node in words.items():
        if key not in wanted:
            near = find_nearest(key, wanted)
            at = document.at(key, key=True)
            yield Problem(at, Kind.UNKNOWN_WORD, {"value": key, **near})
        elif not isinstance(node.value, str):
            shape = "mapping" if isinstance(node.value, dict) else "list"
            found = Message("problems", f"found_{shape}")
            yield Problem(document.at(key), Kind.EXPECTED_TEXT, {"key": key, "found": found})
        else:
            yield from _check_word(document, key, node.value, wanted[key])
    for key, word in wanted.items():
        if is_whole and key not in words:
            missing = {"key": key, "text": word.text}
            yield Problem(Position(document.file), Kind.MISSING_WORD, missing)


def _refuse_file(document: Document, wanted: Mapping[str, Wanted]) -> Iterator[Problem]:
    """Tell a file that holds no words at all; one that is no YAML was told already."""
    keys = ", ".join([*list(wanted)[:MOST_KEYS], "…"])
    at, name = Position(document.file), document.file.rpartition("/")[2]
    if document.root:
        shape = "list" if isinstance(document.root.value, list) else "text"
        found = Message("problems", f"found_{shape}")
        yield Problem(at, Kind.EXPECTED_MAPPING, {"key": name, "found": found, "keys": keys})
    elif not document.problems:
        yield Problem(at, Kind.EMPTY_FILE, {"keys": keys})


def _check_word(document: Document, key: str, text: str, wanted: Wanted) -> Iterator[Problem]:
    at = document.at(key)
    if not text.strip():
        if not wanted.may_be_empty:
            yield Problem(at, Kind.EMPTY_TEXT, {"key": key})
        return
    try:
        fields = list_fields(text)
    except ValueError:
        yield Problem(at, Kind.LONE_BRACE, {"value": text})
        return
    known = {name for field in wanted.fields for name in (field, name_field(field))}
    listed = ", ".join(f"{{{field}}}" for field in sorted(wanted.fields))
    for field in dict.fromkeys(fields):
        if field not in known | FILLED:
            place = document.inside(max(text.find(f"{{{field}}}"), 0), key)
            values = {"value": f"{{{field}}}", "key": key, "known": listed}
            kind = Kind.UNKNOWN_PLACEHOLDER if listed else Kind.NEEDLESS_PLACEHOLDER
            yield Problem(place, kind, values)
    named = {name_field(field) for field in fields}
    for field in sorted(wanted.fields):
        if name_field(field) not in named and not wanted.may_omit:
            missing = {"value": f"{{{field}}}", "key": key, "text": wanted.text}
            yield Problem(at, Kind.MISSING_PLACEHOLDER, missing)
    found = text.count(BETWEEN_PARTS) + 1
    if found != wanted.parts and not wanted.is_free:
        values = {"key": key, "found": str(found), "expected": str(wanted.parts)}
        yield Problem(at, Kind.OTHER_PARTS, values)
