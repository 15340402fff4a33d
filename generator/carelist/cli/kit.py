"""`carelist kit`: what a campaign hands out, without building the site."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from carelist.catalog.problems import RefusalError
from carelist.cli.builders import find_builder
from carelist.cli.explaining import ExplainedCommand
from carelist.cli.options import configuration_option, locale_option
from carelist.cli.settings import refuse_settings
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from carelist.speech.locales import Locale


@click.command(cls=ExplainedCommand)
@configuration_option
@click.option(
    "--only",
    metavar="CAMPAIGN",
    default="list",
)
@click.option(
    "--out",
    default="kit",
    show_default=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
)
@locale_option
def kit(configuration: Path, only: str, out: Path, language: Locale | None) -> None:
    """Make posters, pictures, sheets and codes to hand out."""
    chosen = language or find_own_locale()
    refuse_settings(configuration, chosen, to_hand_out=True)
    made = find_builder().load_kit(configuration)
    try:
        pieces = made.select(only)
    except KeyError:
        refusal = RefusalError("no_campaign", value=only)
        raise click.UsageError(refusal.tell(chosen)) from None
    try:
        made.start(pieces)
        with click.progressbar(pieces, label=f"{out}/", file=sys.stderr) as bar:
            told = [
                p for piece in bar for p in made.write(piece, out / piece.locale.tag / piece.path)
            ]
    finally:
        made.close()
    problems = list(dict.fromkeys(told))
    for problem in problems:
        click.echo(problem)
    sys.exit(1 if problems else 0)
