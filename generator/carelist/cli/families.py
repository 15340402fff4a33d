"""`carelist check-family`: what a family can have, as the questionnaire says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from carelist.cli.explaining import ExplainedCommand
from carelist.cli.loading import load_or_leave
from carelist.cli.options import catalog_option, locale_option
from carelist.eligibility.profiles import ProfileError, read_answers
from carelist.eligibility.telling import export_family, tell_family
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.speech.locales import Locale


@click.command("check-family", cls=ExplainedCommand)
@click.argument("answers", nargs=-1, metavar="[FACT=OPTION,…]...")
@catalog_option
@locale_option
@click.option("--json", "as_json", is_flag=True)
def check_family(
    answers: tuple[str, ...], folder: Path, language: Locale | None, *, as_json: bool
) -> None:
    """Say what a family can have, and why, as the questionnaire does."""
    chosen = language or find_own_locale()
    catalog = load_or_leave(folder, chosen)
    try:
        read = read_answers(answers, catalog.questions)
    except ProfileError as error:
        raise click.UsageError(error.tell(chosen)) from error
    if as_json:
        click.echo(export_family(catalog, read, chosen))
        return
    for line in tell_family(catalog, read, chosen):
        click.echo(line)
