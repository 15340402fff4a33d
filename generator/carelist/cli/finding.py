"""`carelist search`: finds services as the search page does."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    engine = find_engine(folder, locale)
    hits, library = engine.search(query), engine.library
    strong = [hit.id for hit in hits if hit.is_strong]
    signs = find_signs(query, library.signs, strong, library.tables.simplified)
    if as_json:
        click.echo(write_hits(engine, hits, query, signs))
        return
    for line in tell_hits(engine, hits, signs):
        click.echo(line)


def find_engine(folder: Path, locale: Locale | None) -> Engine:
    """Give what searches the list, as it was kept, or made anew where its material has changed.

    Which material the files of the list have is kept by itself: most edits leave it as it is.
    """
    tag = locale.tag if locale else ""
    known = Answer(folder, ("material", tag))
    digest = known.find()
    kept: Engine | None = Answer(folder, ("search", tag), digest).find() if digest else None
    if kept:
        return kept
    from carelist.cli.loading import load_or_leave  # noqa: PLC0415  # slow to load
    from carelist.search.documents import make_libraries_of  # noqa: PLC0415
    from carelist.search.material import gather_material  # noqa: PLC0415
    from carelist.search.sounds import find_reader  # noqa: PLC0415

    catalog = load_or_leave(folder, find_own_locale())
    chosen = locale or catalog.locales.default
    material = gather_material(catalog, chosen)
    answer = Answer(folder, ("search", tag), material.digest)
    engine: Engine | None = answer.find()
    if not engine:
        engine = Engine(make_libraries_of(material, find_reader(folder.parent))[chosen])
        engine.prepare()
        answer.keep(engine)
    known.keep(material.digest)
    return engine
