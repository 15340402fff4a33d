"""`carelist revise` and `carelist intake`: the draft of a year's list."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from carelist.cli.explaining import ExplainedCommand
from carelist.cli.options import catalog_option, locale_option
from carelist.intake.orders import Request, begin, take_in
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from carelist.intake.orders import Outcome
    from carelist.speech.locales import Locale


@click.command(cls=ExplainedCommand)
@click.argument("year")
@catalog_option
@locale_option
def revise(year: str, folder: Path, language: Locale | None) -> None:
    """Begin the revision of YEAR from the latest: ids, English and digests are kept."""
    chosen = language or find_own_locale()
    _finish(begin(folder, year, chosen))


@click.command(cls=ExplainedCommand)
@click.argument("notice", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--revision", "year", required=True, metavar="YEAR")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
)
@click.option(
    "--table",
    "tables",
    type=click.IntRange(min=1),
    multiple=True,
    metavar="N",
)
@click.option(
    "--compare",
    metavar="YEAR",
)
@catalog_option
@locale_option
def intake(
    notice: Path,
    *,
    year: str,
    into: Path | None,
    tables: tuple[int, ...],
    compare: str | None,
    folder: Path,
    language: Locale | None,
) -> None:
    """Draft the list of a year from the text of its notice, NOTICE, and say how sure it is."""
    chosen = language or find_own_locale()
    _finish(take_in(Request(folder, notice, year, into, compare, tables), chosen))


def _finish(outcome: Outcome) -> None:
    """Tell what came of a command; a refusal exits with 1."""
    for line in outcome.lines:
        click.echo(line)
    sys.exit(0 if outcome.is_done else 1)
