"""Locales as data: one record a language, in a folder of its own, and what is told by it.

A folder `<tag>/` holds `locale.yml`, this record, and beside it the words of the program in that
language, one file a subject, and in `prose/` the pages that every site has. The folders that the
program ships stand beside this module; those of a city stand in `catalog/locales/` and are found
before them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import babel
import yaml
from babel.lists import format_list
from babel.units import format_unit

from carelist.speech.days import write_day
from carelist.speech.parts import LocaleRecord
from carelist.speech.people import ANYONE, find_folders
from carelist.speech.plain_yaml import read_plain
from carelist.speech.words import SHIPPED, KeptWords, count_forgotten, forget_words, load_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.speech.people import Called
    from carelist.speech.words import Subject, Words

FOLDER = "locales"
"""Of a catalog: where a city keeps locales of its own, and its own words in shipped ones."""
FILE = "locale.yml"
PROSE = "prose"
"""In the folder of a locale: the pages that every site has."""
SOURCE_TAG = "zh"
"""Of the language of the official texts, which are Chinese in every city: notices are taken in,
proved and found by rules of Chinese."""
TAG = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
"""A tag of BCP 47, whose first part is the language."""


class Locale(LocaleRecord):
    """A language, and where its words are found."""

    tag: str
    """Its name in YAML, in addresses and on the command line."""
    folders: tuple[Path, ...]
    """Those that may hold its words, the city's own first."""
    home: Path
    """The one of its record."""
    called: tuple[tuple[str, str], ...] = ()
    """What a city calls its people and its list, by the words that the names stand for."""
    has_letter: bool = True
    """Whether the list that is spoken of came with a letter."""
    prefix: str = ""
    """What the addresses of its pages begin with: nothing for the first of a site."""

    def __str__(self) -> str:
        return self.tag

    def __eq__(self, other: object) -> bool:
        """Whether it is the same language, of whatever people it speaks."""
        return isinstance(other, Locale) and self.tag == other.tag

    def __hash__(self) -> int:
        return hash(self.tag)

    @property
    def is_source(self) -> bool:
        """Whether the official texts are of this language, from which all others are translated."""
        return self.tag == SOURCE_TAG

    @cached_property
    def _cldr(self) -> babel.Locale:
        return babel.Locale.parse(self.cldr)

    def write_date(self, iso: str) -> str:
        """Write a day, given as `2026-01-31`, in the long form of the language."""
        return write_day(iso, self.cldr)

    def write_size(self, size: int) -> str:
        """Write how much a file weighs, given in bytes, in whole kilobytes of 1,000 bytes."""
        kilobytes = max(1, round(size / 1000))
        return format_unit(kilobytes, "digital-kilobyte", "short", locale=self._cldr)

    def find_plural(self, number: int) -> str:
        """Give the category of a number, by which words are chosen: `one`, `other` and the like.

        See https://cldr.unicode.org/index/cldr-spec/plural-rules; some languages have `other` only.
        """
        return self._cldr.plural_form(number)

    @property
    def plurals(self) -> tuple[str, ...]:
        """The categories of numbers that the language has, `other` last."""
        return (*sorted(self._cldr.plural_form.tags - {"other"}), "other")

    def words(self, subject: Subject) -> Words:
        """Give the words of a subject: the city's own before those of the program.

        In a language that the program does not ship, those that are missing are in the one for
        others; none is that readers see, or the check refuses the list.
        """
        kept = self._kept
        if kept.locale is not self or kept.forgotten != count_forgotten():
            kept = self.__dict__["_kept"] = KeptWords(self, count_forgotten(), {})
        if subject not in kept.words:
            kept.words[subject] = self._load_words(subject)
        return kept.words[subject]

    @cached_property
    def _kept(self) -> KeptWords:
        """What was loaded: a page asks a dozen times. A copy of this record begins with ours."""
        return KeptWords(self, count_forgotten(), {})

    def _load_words(self, subject: Subject) -> Words:
        folders = dict.fromkeys([*self.folders, SHIPPED / SHIPPED_LOCALES.for_others.tag])
        is_shipped = SHIPPED / self.tag in self.folders
        chosen = self.folders if is_shipped else tuple(folders)
        return load_words(chosen, subject, self.cldr, self.called, has_letter=self.has_letter)

    def find_pages(self, folder: str) -> dict[str, Path]:
        """Give pages that are written as a whole, by name: the city's own before ours."""
        folders = (one / folder for one in reversed(self.folders))
        return {file.name: file for one in folders for file in sorted(one.glob("*.md"))}

    def speak_of(self, people: Called) -> Locale:
        """Give the locale as it speaks of the people of a list."""
        folders = find_folders(self.folders, people.kind)
        called = tuple(people.names.get(self.tag, {}).items())
        return self.model_copy(update={"folders": folders, "called": called})

    def without_letter(self) -> Locale:
        """Give the locale as it speaks of a list that came without a letter."""
        return self.model_copy(update={"has_letter": False})

    def join(self, names: Iterable[str]) -> str:
        """Join names as a sentence lists them, the last behind a word: `a, b and c`."""
        return format_list(list(names), "standard", self._cldr)

    def list(self, names: Iterable[str]) -> str:
        """Put names side by side, as a label does: `a, b, c`."""
        return self.comma.join(names)

    @property
    def font_files(self) -> tuple[Path, ...]:
        """The fonts that it needs besides those of the program."""
        return tuple(self.home / name for name in self.fonts)

    @property
    def english_name(self) -> str:
        """What it is called in English."""
        return self._cldr.get_language_name("en") or ""

    def name_in(self, other: Locale) -> str:
        """Name the language in another, as CLDR does."""
        return self._cldr.get_language_name(other.cldr) or self.name

    def quote(self, text: str) -> str:
        """Put a text between quotation marks."""
        before, after = self.quotes
        return f"{before}{text}{after}"


class LocaleError(Exception):
    """There is no such locale, or its record cannot be read; the message says which and why."""


@dataclass(frozen=True)
class Locales:
    """The locales that a site speaks, by tag; the first stands at the root of its addresses."""

    by_tag: dict[str, Locale]

    @property
    def default(self) -> Locale:
        """The one at the root."""
        return next(iter(self.by_tag.values()))

    @property
    def for_others(self) -> Locale:
        """The one that commands answer in to whoever speaks none of them."""
        return next((locale for locale in self if locale.for_others), self.source)

    @property
    def source(self) -> Locale:
        """The one of the official texts."""
        return self.by_tag[SOURCE_TAG]

    @property
    def font_files(self) -> tuple[Path, ...]:
        """The fonts that their pieces need besides those of the program."""
        return tuple(file for locale in self for file in locale.font_files)

    @property
    def translations(self) -> tuple[Locale, ...]:
        """All but that of the official texts."""
        return tuple(locale for locale in self if not locale.is_source)

    def others(self, locale: Locale) -> tuple[Locale, ...]:
        """All but one."""
        return tuple(other for other in self if other.tag != locale.tag)

    def without_letter(self) -> Locales:
        """Give them as they speak of a list that came without a letter."""
        return Locales({tag: locale.without_letter() for tag, locale in self.by_tag.items()})

    def __iter__(self) -> Iterator[Locale]:
        return iter(self.by_tag.values())

    def __len__(self) -> int:
        return len(self.by_tag)

    def __getitem__(self, tag: str) -> Locale:
        return self.by_tag[tag]


def list_tags(catalog: Path | None = None) -> tuple[str, ...]:
    """List what can be spoken: what the program ships, and behind it what a city adds, by tag.

    That of the official texts comes first.
    """
    shipped = _list_shipped()
    own = sorted(_list_below(catalog / FOLDER)) if catalog else []
    return tuple(dict.fromkeys([*shipped, *own]))


@cache
def _list_shipped() -> tuple[str, ...]:
    """List what the program ships, which does not change while it runs."""
    return tuple(sorted(_list_below(SHIPPED), key=lambda tag: (tag != SOURCE_TAG, tag)))


def _list_below(folder: Path) -> Iterator[str]:
    return (file.parent.name for file in folder.glob(f"*/{FILE}"))


def find_locale(tag: str, catalog: Path | None = None) -> Locale:
    """Give a locale by its tag: the city's own, or the one that the program ships.

    Raises:
        LocaleError: If there is none, or its record cannot be read.
    """
    folders = [*([catalog / FOLDER / tag] if catalog else []), SHIPPED / tag]
    is_tag = re.fullmatch(TAG, tag) is not None
    return _read_locale(tag, tuple(folder for folder in folders if is_tag and folder.is_dir()))


def gather_locales(
    tags: Iterable[str], catalog: Path | None = None, people: Called = ANYONE
) -> Locales:
    """Give the locales of some tags as they speak of a list's people, the first for the root.

    Raises:
        LocaleError: If one of them is not there, or cannot be read.
    """
    found = [find_locale(tag, catalog).speak_of(people) for tag in tags]
    behind = [one.model_copy(update={"prefix": f"{one.tag}/"}) for one in found[1:]]
    return Locales({locale.tag: locale for locale in (*found[:1], *behind)})


def forget_locales() -> None:
    """Forget records and words that were read, so that what somebody mends is read anew."""
    _read_locale.cache_clear()
    forget_words()


@cache
def _read_locale(tag: str, folders: tuple[Path, ...]) -> Locale:
    file = next((folder / FILE for folder in folders if (folder / FILE).is_file()), None)
    if file is None:
        known = ", ".join(list_tags())
        message = f"there is no locale '{tag}'; known: {known}"
        raise LocaleError(message)
    try:
        return Locale(tag=tag, folders=folders, home=file.parent, **_read_plain(file))
    except (ValueError, TypeError) as error:
        message = f"{file}: {error}"
        raise LocaleError(message) from error


def _read_plain(file: Path) -> dict[str, Any]:
    try:
        content = read_plain(file)
    except yaml.YAMLError as error:
        message = str(error)
        raise ValueError(message) from error
    return content if isinstance(content, dict) else {}


SHIPPED_LOCALES = gather_locales(list_tags())
"""Those of a city that names none."""
SOURCE = SHIPPED_LOCALES.source
"""That of the official texts."""
