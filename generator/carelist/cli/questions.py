"""`carelist questions`: ready questions for a kind of people, as a start that is to be edited."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, get_args

import click

from carelist.catalog.speaking import read_spoken
from carelist.cli.explaining import ExplainedCommand
from carelist.cli.options import catalog_option, locale_option
from carelist.cli.saying import say
from carelist.intake.questions import FILE, write_questions
from carelist.speech.own import find_own_locale
from carelist.speech.people import PeopleKind

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.speech.locales import Locale


@click.command(cls=ExplainedCommand)
@click.argument("kind", type=click.Choice(get_args(PeopleKind)))
@catalog_option
@click.option("--write", is_flag=True)
@locale_option
def questions(kind: PeopleKind, folder: Path, language: Locale | None, *, write: bool) -> None:
    """Show ready questions for a KIND of people, or write them where there are none."""
    locales, _ = read_spoken(folder)
    text = write_questions(kind, locales)
    if not write:
        click.echo(text, nl=False)
        return
    chosen, file = language or find_own_locale(), folder / FILE
    if file.exists():
        click.echo(say("questions_stand", chosen, file=file.as_posix()))
        sys.exit(1)
    folder.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    click.echo(say("questions_written", chosen, file=file.as_posix()))
