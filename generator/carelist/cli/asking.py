"""What `carelist new` asks for: until it can be read, or else as an option, once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar, get_args

import click

from carelist.catalog.problems import RefusalError
from carelist.cli.saying import say
from carelist.intake.starting import is_year
from carelist.site.refusals import is_site_url
from carelist.speech.locales import SOURCE, LocaleError, find_locale, list_tags
from carelist.speech.people import PeopleKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carelist.speech.locales import Locale

T = TypeVar("T")
ANYONE = "anyone"
People = PeopleKind | Literal["anyone"]
KINDS: tuple[People, ...] = (*get_args(PeopleKind), "anyone")


def ask(key: str, language: Locale, default: str, read: Callable[[str], T], /, **values: str) -> T:
    """Ask, and ask again where the answer cannot be read; an empty one stands for the default.

    Args:
        key: Of the question, in the words of commands.
        language: In which it is asked.
        default: What an empty answer is, shown with the question where it is not empty itself.
        read: Gives what an answer means, or raises why it cannot be read.
        values: What the question is filled in with.
    """
    while True:
        asked = say(key, language, **values)
        answer: str = click.prompt(asked, default, show_default=bool(default))
        try:
            return read(answer.strip())
        except RefusalError as refusal:
            click.echo(refusal.tell(language))


def read_locales(tags: str) -> tuple[Locale, ...]:
    """Read the languages of a site, parted by commas; that of the official texts is among them.

    Raises:
        RefusalError: If there is none of a tag, or that one is missing.
    """
    named = [tag.strip() for tag in tags.replace("，", ",").split(",") if tag.strip()]
    try:
        locales = tuple(find_locale(tag) for tag in dict.fromkeys(named))
    except LocaleError:
        locales = ()
    if SOURCE not in locales:
        known = ", ".join(list_tags())
        raise RefusalError("new_no_locale", value=tags, known=known, source=SOURCE.tag)
    return locales


def read_people(kind: str) -> People:
    """Read for whom a list is.

    Raises:
        RefusalError: If it is for nobody whom we know.
    """
    for known in KINDS:
        if kind == known:
            return known
    raise RefusalError("new_no_people", value=kind, known=", ".join(KINDS))


def read_url(url: str) -> str:
    """Read where a site will be published; empty where that is not known yet.

    Raises:
        RefusalError: If no site can have the address.
    """
    if url and not is_site_url(url):
        raise RefusalError("new_not_a_url", value=url)
    return url


def read_name(name: str) -> str:
    """Read what a city is called.

    Raises:
        RefusalError: If nothing is said.
    """
    if not name:
        raise RefusalError("new_name_missing")
    return name


def read_year(year: str) -> str:
    """Read of which year the list is.

    Raises:
        RefusalError: If it is none.
    """
    if not is_year(year):
        raise RefusalError("new_no_year", value=year)
    return year


def check_tables(tables: tuple[int, ...], notice: Path | None) -> None:
    """Tables are those of a notice.

    Raises:
        RefusalError: If there is none that it could stand in.
    """
    if tables and not notice:
        raise RefusalError("new_table_alone")
