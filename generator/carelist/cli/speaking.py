"""`carelist locales`: what the site is written in, of what commands can say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from carelist.catalog.speaking import read_spoken
from carelist.cli.explaining import ExplainedCommand
from carelist.cli.options import catalog_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command(cls=ExplainedCommand)
@catalog_option
def locales(folder: Path) -> None:
    """Name the languages of the site that commands can speak, the first at its root."""
    for locale in read_spoken(folder)[0]:
        if locale.words("commands"):
            click.echo(locale.tag)
