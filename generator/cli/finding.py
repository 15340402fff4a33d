"""`carelist search`: finds services as the search page does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from generator.catalog.problems import find_language
from generator.cli.loading import load_or_leave
from generator.cli.options import catalog_option
from generator.search.documents import LOCALES, make_library
from generator.search.engine import Engine
from generator.search.signs import find_signs
from generator.search.telling import tell_hits, write_hits

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@catalog_option
@click.argument("query")
@click.option(
    "--locale",
    type=click.Choice(LOCALES),
    default="zh",
    show_default=True,
)
@click.option("--json", "as_json", is_flag=True)
def search(folder: Path, query: str, locale: Literal["zh", "en"], *, as_json: bool) -> None:
    """Search the list as its page does."""
    engine = Engine(make_library(load_or_leave(folder, find_language()), locale))
    hits, library = engine.search(query), engine.library
    signs = find_signs(query, library.signs, library.tables.simplified)
    if as_json:
        click.echo(write_hits(engine, hits, query, signs))
        return
    for line in tell_hits(engine, hits, signs):
        click.echo(line)
