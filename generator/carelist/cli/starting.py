"""`carelist new`: a city of one's own, to be looked at at once."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from carelist.catalog.problems import RefusalError
from carelist.cli.options import locale_option
from carelist.cli.provinces import begin_province
from carelist.cli.saying import say
from carelist.intake.starting import is_year
from carelist.speech.locales import SOURCE, LocaleError, find_locale, list_tags
from carelist.speech.own import find_own_locale
from carelist.speech.people import PeopleKind
from carelist.starting.beginning import begin_city
from carelist.starting.order import Licence, Order

if TYPE_CHECKING:
    from carelist.speech.locales import Locale

ANYONE = "anyone"
People = PeopleKind | Literal["anyone"]
KINDS = (*get_args(PeopleKind), ANYONE)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", "names", multiple=True, metavar="NAME")
@click.option("--people", type=click.Choice(KINDS), default=None)
@click.option("--locales", "tags", metavar="TAG,…", default=None)
@click.option("--url", default=None, metavar="URL")
@click.option("--licence", type=click.Choice(get_args(Licence)), default="cc-by", show_default=True)
@click.option("--year", default=None, metavar="YEAR")
@click.option(
    "--from",
    "notice",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="NOTICE",
)
@click.option("--province", "code", default=None, metavar="CODE")
@locale_option
def new(  # noqa: PLR0913  # one for each option
    folder: Path,
    *,
    names: tuple[str, ...],
    people: People | None,
    tags: str | None,
    url: str | None,
    licence: Licence,
    year: str | None,
    notice: Path | None,
    code: str | None,
    language: Locale | None,
) -> None:
    """Make a site for a city."""
    chosen = language or find_own_locale()
    asks = not names and sys.stdin.isatty()
    year = year or str(dt.datetime.now(dt.UTC).year)
    if not is_year(year):
        raise click.UsageError(RefusalError("new_no_year", value=year).tell(chosen))
    tags = tags or (_ask("new_ask_locales", chosen, SOURCE.tag) if asks else SOURCE.tag)
    locales = _read_locales(tags, chosen)
    known = _ask_names(locales, chosen) if asks else _read_names(names)
    if not known.get(SOURCE.tag):
        raise click.UsageError(RefusalError("new_name_missing").tell(chosen))
    if asks:
        kinds = click.Choice(KINDS)
        people = people or click.prompt(say("new_ask_people", chosen), ANYONE, type=kinds)
        url = url or _ask("new_ask_url", chosen, "")
    kind = None if people == "anyone" else people
    order = Order(folder, known, locales, year, kind, url or "", licence, notice)
    begun = begin_province(order, code, chosen) if code else begin_city(order, chosen)
    place = folder.as_posix()
    if not begun.files:
        raise click.UsageError(RefusalError("new_stands", folder=place).tell(chosen))
    for line in begun.intake.lines if begun.intake else ():
        click.echo(line)
    click.echo(say("new_made", chosen, folder=place, count=str(begun.files)))
    click.echo(say("new_next_province" if code else "new_next", chosen, folder=place))
    sys.exit(0 if begun.intake is None or begun.intake.is_done else 1)


def _ask(key: str, language: Locale, default: str, /, **values: str) -> str:
    answer: str = click.prompt(say(key, language, **values), default, show_default=bool(default))
    return answer.strip()


def _ask_names(locales: tuple[Locale, ...], language: Locale) -> dict[str, str]:
    """Ask what the city is called, first in the language of the official texts."""
    names = {SOURCE.tag: click.prompt(say("new_ask_name", language)).strip()}
    for locale in locales:
        if locale != SOURCE:
            named = _ask("new_ask_name_in", language, "", language=locale.name)
            names |= {locale.tag: named} if named else {}
    return names


def _read_names(names: tuple[str, ...]) -> dict[str, str]:
    """Read names as options give them: `清河市`, and `en=Qinghe` for another language."""
    parted = (name.rpartition("=") for name in names)
    return {tag or SOURCE.tag: name for tag, _, name in parted}


def _read_locales(tags: str, language: Locale) -> tuple[Locale, ...]:
    named = [tag.strip() for tag in tags.replace("，", ",").split(",") if tag.strip()]
    try:
        locales = tuple(find_locale(tag) for tag in dict.fromkeys(named))
    except LocaleError:
        locales = ()
    if SOURCE not in locales:
        known = ", ".join(list_tags())
        refusal = RefusalError("new_no_locale", value=tags, known=known, source=SOURCE.tag)
        raise click.UsageError(refusal.tell(language))
    return locales
