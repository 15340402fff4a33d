"""`carelist search`: finds services as the search page does."""

from __future__ import annotations

import pickle  # of what this machine kept itself: see keeping.py
from typing import TYPE_CHECKING, cast

import click

from carelist.cli.explaining import ExplainedCommand
from carelist.cli.keeping import Answer
from carelist.cli.options import LocaleChoice, catalog_option
from carelist.search.engine import Engine
from carelist.search.signs import find_signs
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
    engine = _find_engine(folder, locale)
    hits, library = engine.search(query), engine.library
    strong = [hit.id for hit in hits if hit.is_strong]
    signs = find_signs(query, library.signs, strong, library.tables.simplified)
    if as_json:
        click.echo(write_hits(engine, hits, query, signs))
        return
    for line in tell_hits(engine, hits, signs):
        click.echo(line)


def _find_engine(folder: Path, locale: Locale | None) -> Engine:
    """Give what searches the list, as it was kept, or made anew where something has changed."""
    answer = Answer(folder, ("search", locale.tag if locale else ""))
    if kept := answer.find():
        return cast("Engine", pickle.loads(kept))  # noqa: S301  # as above
    from carelist.cli.loading import load_or_leave  # noqa: PLC0415  # slow to load
    from carelist.search.documents import make_libraries  # noqa: PLC0415
    from carelist.search.sounds import find_reader  # noqa: PLC0415

    catalog = load_or_leave(folder, find_own_locale())
    chosen = locale or catalog.locales.default
    libraries = make_libraries(catalog, find_reader(folder.parent), only=chosen)
    engine = Engine(libraries[chosen])
    engine.prepare()
    answer.keep(pickle.dumps(engine, pickle.HIGHEST_PROTOCOL))
    return engine
