"""`carelist schema`: what editors are told of the files of a list."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from carelist.catalog.loading import SCHEMA_FOLDER
from carelist.catalog.schema import find_stale_schemas, write_schemas
from carelist.cli.explaining import ExplainedCommand
from carelist.cli.options import catalog_option, locale_option
from carelist.cli.saying import say
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.speech.locales import Locale


@click.command(cls=ExplainedCommand)
@catalog_option
@click.option("--write", is_flag=True)
@locale_option
def schema(folder: Path, language: Locale | None, *, write: bool) -> None:
    """Hold the editor schemas in DIR/schema against the records."""
    chosen = language or find_own_locale()
    schemas = folder / SCHEMA_FOLDER
    stale = write_schemas(schemas) if write else list(find_stale_schemas(schemas))
    for path in stale:
        did = "schema_written" if write else "schema_stale"
        click.echo(say(did, chosen, file=path.as_posix()))
    if stale and not write:
        click.echo(say("schema_next", chosen))
        sys.exit(1)
