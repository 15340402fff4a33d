"""`carelist check`: every problem of a list, or how it is proved."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Literal

import click

from carelist.cli.explaining import ExplainedCommand
from carelist.cli.keeping import Answer
from carelist.cli.options import catalog_option, locale_option
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.speech.locales import Locale


@click.command(cls=ExplainedCommand)
@catalog_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github"]),
    default="text",
    show_default=True,
)
@locale_option
@click.option(
    "--allow-stale",
    is_flag=True,
)
def check(
    folder: Path, form: Literal["text", "github"], language: Locale | None, *, allow_stale: bool
) -> None:
    """Find every problem of the list, or sum up how it is proved."""
    chosen, today = language or find_own_locale(), dt.datetime.now(dt.UTC).date()
    asked = (str(folder), form, chosen.tag, str(allow_stale), today.isoformat())
    answer = Answer(folder, ("check", *asked))
    kept = answer.find()
    if kept:
        lines, passes = kept
    else:
        from carelist.cli.problems import tell_problems  # noqa: PLC0415  # slow to load

        lines, passes = tell_problems(
            folder, chosen, today, is_github=form == "github", allow_stale=allow_stale
        )
        answer.keep((lines, passes))
    for line in lines:
        click.echo(line)
    sys.exit(0 if passes else 1)
