"""`carelist new`: a city of one's own, to be looked at at once."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from carelist.catalog.problems import RefusalError
from carelist.catalog.site import Licence
from carelist.cli.asking import (
    ANYONE,
    KINDS,
    People,
    ask,
    check_tables,
    read_locales,
    read_name,
    read_people,
    read_url,
    read_year,
)
from carelist.cli.explaining import ExplainedCommand
from carelist.cli.options import locale_option
from carelist.cli.provinces import begin_province
from carelist.cli.saying import say
from carelist.speech.locales import SOURCE
from carelist.speech.own import find_own_locale
from carelist.starting.beginning import begin_city
from carelist.starting.order import Order

if TYPE_CHECKING:
    from carelist.speech.locales import Locale


@click.command(cls=ExplainedCommand)
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
@click.option("--table", "tables", type=click.IntRange(min=1), multiple=True, metavar="N")
@click.option("--province", "code", default=None, metavar="CODE")
@locale_option
def new(
    folder: Path,
    *,
    names: tuple[str, ...],
    people: People | None,
    tags: str | None,
    url: str | None,
    licence: Licence,
    year: str | None,
    notice: Path | None,
    tables: tuple[int, ...],
    code: str | None,
    language: Locale | None,
) -> None:
    """Make a site for a city."""
    chosen = language or find_own_locale()
    asks = is_asked(names)
    try:
        year = read_year(year or str(dt.datetime.now(dt.UTC).year))
        check_tables(tables, notice)
        locales = (
            ask("new_ask_locales", chosen, SOURCE.tag, read_locales)
            if asks and tags is None
            else read_locales(tags or SOURCE.tag)
        )
        url = read_url(url or "")
        known = _ask_names(locales, chosen) if asks else _read_names(names)
        read_name(known.get(SOURCE.tag, ""))
    except RefusalError as refusal:
        raise click.UsageError(refusal.tell(chosen)) from refusal
    if asks:
        people = people or ask("new_ask_people", chosen, ANYONE, read_people)
        url = url or ask("new_ask_url", chosen, "", read_url)
    kind = None if people == "anyone" else people
    order = Order(folder, known, locales, year, kind, url, licence, notice, tables)
    begun = begin_province(order, code, chosen) if code else begin_city(order, chosen)
    place = folder.as_posix()
    for line in begun.intake.lines if begun.intake else ():
        click.echo(line)
    if begun.intake and not begun.intake.is_done:
        click.echo(say("new_not_made", chosen, folder=place), err=True)
        sys.exit(1)
    if not begun.files:
        raise click.UsageError(RefusalError("new_stands", folder=place).tell(chosen))
    click.echo(say("new_made", chosen, folder=place, count=str(begun.files)))
    click.echo(say("new_next_province" if code else "new_next", chosen, folder=place))


def is_asked(names: tuple[str, ...]) -> bool:
    """Whether somebody sits there who can be asked for what no option says."""
    return not names and sys.stdin.isatty()


def _ask_names(locales: tuple[Locale, ...], language: Locale) -> dict[str, str]:
    """Ask what the city is called, first in the language of the official texts."""
    names = {SOURCE.tag: ask("new_ask_name", language, "", read_name)}
    for locale in locales:
        if locale != SOURCE:
            named = ask("new_ask_name_in", language, "", str, language=locale.name)
            names |= {locale.tag: named} if named else {}
    return names


def _read_names(names: tuple[str, ...]) -> dict[str, str]:
    """Read names as options give them: `清河市`, and `en=Qinghe` for another language."""
    parted = (name.rpartition("=") for name in names)
    return {tag or SOURCE.tag: name for tag, _, name in parted}
