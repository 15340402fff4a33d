"""`carelist confirm`: our own words were held against the official words as they are now."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

import click

from carelist.catalog.confirming import read_review
from carelist.catalog.files import find_revision_folders
from carelist.catalog.problems import CatalogError, RefusalError
from carelist.cli.explaining import ExplainedCommand
from carelist.cli.loading import leave
from carelist.cli.options import catalog_option, locale_option
from carelist.cli.saying import say
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.catalog.confirmed import Key
    from carelist.catalog.confirming import Review
    from carelist.speech.locales import Locale


@click.command(cls=ExplainedCommand)
@click.argument("year")
@click.argument("names", nargs=-1, metavar="[WHAT:ID]...")
@click.option("--all", "every", is_flag=True)
@catalog_option
@locale_option
def confirm(
    year: str, names: tuple[str, ...], *, every: bool, folder: Path, language: Locale | None
) -> None:
    """List which of our own words to look at again for YEAR, or record that it was done."""
    chosen = language or find_own_locale()
    years = [path.name for path in find_revision_folders(folder)]
    if year not in years:
        refusal = RefusalError("no_revision", value=year, known=", ".join(years))
        raise click.UsageError(refusal.tell(chosen))
    try:
        review = read_review(folder, year)
    except CatalogError as error:
        leave(error.problems, chosen)
    if names or every:
        wanted = None if every else frozenset(_read_name(name, review, chosen) for name in names)
        review = review.confirm(wanted)
    left = review.find_left()
    for problem in left:
        click.echo(problem.line(chosen))
    click.echo(say("to_confirm", chosen, count=str(len(left))))
    sys.exit(1 if left else 0)


def _read_name(name: str, review: Review, language: Locale) -> Key:
    """Read `summary:housing`, which is among what follows the list."""
    what, _, of = name.partition(":")
    key = cast("Key", (what, of))
    if key not in {follower.key for follower in review.followers}:
        raise click.UsageError(RefusalError("no_words", value=name).tell(language))
    return key
