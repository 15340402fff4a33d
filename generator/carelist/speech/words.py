"""The words of the program in one language: one YAML file a subject, in the folder of a locale."""

from __future__ import annotations

import re
import string
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import babel
import yaml

from carelist.speech.people import FILLED, NAMES, fill_names
from carelist.speech.plain_yaml import read_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SHIPPED = Path(__file__).with_name("locales")
"""A folder a locale, with the words that the program ships."""
Subject = Literal[
    "site",
    "print",
    "wordings",
    "citations",
    "problems",
    "commands",
    "help",
    "verdicts",
    "changes",
    "intake",
    "files",
    "fields",
    "portal",
    "hosting",
    "data",
]
"""What words are of, a file each.

`site`: pages, and what scripts show. `print`: posters and sheets. `wordings`: to paste or to read
aloud. `citations`: of an item. `problems`: what a check tells. `commands`: what commands say of
what they did. `help`: of commands and options. `verdicts`: what a family can have, in a terminal.
`changes`: between two lists. `intake`: reports and drafts. `files`: comments that the program
writes into files. `fields`: hints of editors on the fields of YAML files, before the English that
stands in the program itself. `portal`: pages that lead to the lists of many places.
`hosting`: settings of servers, and what one does wrong.
`data`: what tables, columns and files of open data hold."""
SPOKEN: tuple[Subject, ...] = ("site", "print", "wordings", "changes")
"""Subjects whose words speak of the people that a list is for."""
WITHOUT_LETTER = "_without_letter"
"""What the key of a word ends with that takes the place of another where a list has no letter."""
FORMS = ("zero", "one", "two", "few", "many", "other")
"""The categories of numbers in CLDR, with which the keys of counts end."""
OPTIONAL = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
"""A part of a text that is left out where what it is filled in with is empty."""


class Words(dict[str, str]):
    """The words of a subject by key; also as attributes, for templates.

    `find_plural` gives the category of a number in CLDR, as Babel's `Locale.plural_form` does.

    >>> forms = {"item_one": "{count} item", "item_other": "{count} items"}
    >>> words = Words("site", forms, babel.Locale("en").plural_form)
    >>> words.count("item", 1), words.count("item", 32)
    ('1 item', '32 items')
    """

    def __init__(
        self,
        subject: str,
        words: dict[str, str],
        find_plural: Callable[[int], str],
    ) -> None:
        super().__init__(words)
        self.subject = subject
        self.find_plural = find_plural

    def __missing__(self, key: str) -> str:
        message = f"{self.subject}.yml has no '{key}'"
        raise KeyError(message)

    def __getattr__(self, key: str) -> str:
        if key.startswith("__"):  # asked for by Python, also before there is a subject
            raise AttributeError(key)
        if key not in self:
            message = f"{self.subject}.yml has no '{key}'"
            raise AttributeError(message)
        return self[key]

    def fill(self, key: str, /, **values: object) -> str:
        """Give a word with its placeholders filled in, as `fill_in` does."""
        return fill_in(self[key], values)

    def count(self, key: str, number: int, /, **values: object) -> str:
        """Say how many: `key_one`, `key_other` and so on, as CLDR sorts the numbers of a language.

        `values` may say how the number itself is written, as `count`. See https://cldr.unicode.org/index/cldr-spec/plural-rules.
        """
        form = f"{key}_{self.find_plural(number)}"
        return self.fill(form if form in self else f"{key}_other", **{"count": number, **values})


def fill_in(text: str, values: Mapping[str, object]) -> str:
    """Fill in a text; what stands in `[[…]]` is left out where a value in it is empty, or None.

    So one sentence holds for lists whose notice has a number and a date, and for those without.

    >>> fill_in("The {year} list[[, issued on {date}]].", {"year": 2031, "date": ""})
    'The 2031 list.'
    """
    if "[[" not in text:
        return text.format(**values)
    parts = (
        part
        for part, names in _find_optional(text)
        if all(values[name] not in {"", None} for name in names)
    )
    return "".join(parts).format(**values)


@lru_cache(maxsize=1 << 10)
def _find_optional(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give the parts of a text, each with the names that must be filled in for it to be there."""
    return tuple(
        (part, tuple(map(name_field, list_fields(part))) if at % 2 else ())
        for at, part in enumerate(OPTIONAL.split(text))
    )


@cache
def load_words(
    folders: tuple[Path, ...],
    subject: Subject,
    cldr: str,
    called: tuple[tuple[str, str], ...] = (),
    *,
    has_letter: bool = True,
) -> Words:
    """Load the words of a subject from the folders of a locale, which CLDR calls `cldr`.

    Names of the people that a list is for, and of the list, are filled in: those of the site's
    words, or else `called`, pairs of a name and what a city calls it. `has_letter` says whether the
    list that is spoken of came with one.

    Raises:
        WordsError: If a file is not lines of `key: text`.
    """
    plural_form = babel.Locale.parse(cldr).plural_form
    words = _choose_words(folders, subject, has_letter=has_letter)
    if subject in SPOKEN:
        names = _find_names(_choose_words(folders, "site", has_letter=has_letter) | dict(called))
        words = fill_names(words | {key: names[key] for key in names if key in words}, names)
    return Words(subject, words, plural_form)


def _choose_words(
    folders: tuple[Path, ...], subject: Subject, *, has_letter: bool
) -> dict[str, str]:
    """Give the words of a subject as a list is spoken of that came with a letter, or without."""
    words = read_words(folders, subject)
    if has_letter:
        return words
    alone = {key: text for key, text in words.items() if key.endswith(WITHOUT_LETTER)}
    return words | {key.removesuffix(WITHOUT_LETTER): text for key, text in alone.items()}


def _find_names(words: dict[str, str]) -> dict[str, str]:
    """Give the names by the words they stand for, each filled in with those before it."""
    names: dict[str, str] = {}
    for name in NAMES:
        if name in words:
            names |= fill_names({name: words[name]}, names)
    return names


def forget_words() -> None:
    """Forget what was read, so that words that somebody mends are read anew."""
    load_words.cache_clear()
    read_words.cache_clear()
    _forgotten.append(True)


class KeptWords(NamedTuple):
    """Words that a locale has loaded."""

    locale: object
    forgotten: int
    """How often words had been forgotten by then."""
    words: dict[Subject, Words]


def count_forgotten() -> int:
    """Give how often words were forgotten, for whoever keeps some."""
    return len(_forgotten)


_forgotten: list[bool] = []


def split_form(key: str) -> tuple[str, str]:
    """Part the key of a count from its category; other keys have none.

    >>> split_form("services_other"), split_form("all_services")
    (('services', 'other'), ('all_services', ''))
    """
    name, _, form = key.rpartition("_")
    return (name, form) if form in FORMS else (key, "")


@cache
def read_words(folders: tuple[Path, ...], subject: str) -> dict[str, str]:
    """Read the words of a subject from the folders of a locale; of equal keys the first is taken.

    A word that the program could not fill in is left out, and so is a file that is none: those of
    the next folder stand in, and the check of a list tells what is wrong.

    Raises:
        WordsError: If the last file is not lines of `key: text`.
    """
    words: dict[str, str] = {}
    for file in reversed([folder / f"{subject}.yml" for folder in folders]):
        if not file.is_file():
            continue
        if not words:
            words = _read_file(file)
            continue
        with suppress(WordsError):
            words |= {
                key: text for key, text in _read_file(file).items() if _fits(key, text, words)
            }
    return words


def list_fields(text: str) -> list[str]:
    """List what a text leaves to be filled in, as it is written between the braces.

    >>> list_fields("{sure:>3}% of {count}")
    ['sure:>3', 'count']

    Raises:
        ValueError: If a brace has no other one.
    """
    return [
        name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
        for _, name, form, conversion in string.Formatter().parse(text)
        if name is not None
    ]


def name_field(field: str) -> str:
    """Give the name of a placeholder without how its value is written."""
    return field.partition(":")[0].partition("!")[0]


def _fits(key: str, text: str, words: dict[str, str]) -> bool:
    """Whether all that a word leaves to be filled in is filled in where it stands."""
    known = words.get(key, words.get(f"{split_form(key)[0]}_other"))
    try:
        fields = list_fields(text)
    except ValueError:
        return False
    given = list_fields(known) if known else []
    return {*fields} <= {*given, *map(name_field, given), *FILLED}


class WordsError(Exception):
    """A file of words cannot be read; the message says which and why."""


def _read_file(file: Path) -> dict[str, str]:
    try:
        content = read_plain(file)
    except yaml.YAMLError as error:
        message = f"{file.as_posix()}: {error}"
        raise WordsError(message) from error
    if not isinstance(content, dict) or not all(isinstance(v, str) for v in content.values()):
        message = f"{file.as_posix()}: expected lines of 'key: text'"
        raise WordsError(message)
    return content
