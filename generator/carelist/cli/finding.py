"""`carelist search`: finds services as the search page does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from carelist.cli.explaining import ExplainedCommand
from carelist.cli.loading import load_or_leave
from carelist.cli.options import LocaleChoice, catalog_option
from carelist.search.documents import make_libraries
from carelist.search.engine import Engine
from carelist.search.signs import find_signs
from carelist.search.sounds import find_reader
from carelist.search.telling import tell_hits, write_hits
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.speech.locales import Locale


@click.command(cls=ExplainedCommand)
@catalog_option
@click.argument("query")
@click.option(
    "--locale",
    metavar="TAG",
    type=LocaleChoice(),
    default=None,
)
@click.option("--json", "as_json", is_flag=True)
def search(folder: Path, query: str, locale: Locale | None, *, as_json: bool) -> None:
    """Search the list as its page does."""
    catalog = load_or_leave(folder, find_own_locale())
    libraries = make_libraries(catalog, find_reader(folder.parent))
    engine = Engine(libraries[locale or catalog.locales.default])
    hits, library = engine.search(query), engine.library
    strong = [hit.id for hit in hits if hit.is_strong]
    signs = find_signs(query, library.signs, strong, library.tables.simplified)
    if as_json:
        click.echo(write_hits(engine, hits, query, signs))
        return
    for line in tell_hits(engine, hits, signs):
        click.echo(line)
