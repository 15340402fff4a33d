"""`carelist export`: the files of open data, without building the site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from carelist.catalog.problems import RefusalError
from carelist.cli.explaining import ExplainedCommand
from carelist.cli.loading import load_or_leave
from carelist.cli.options import catalog_option, configuration_option, locale_option
from carelist.cli.saying import say
from carelist.cli.settings import refuse_settings
from carelist.exports.files import FORMATS
from carelist.site.place import Place
from carelist.site.refusals import read_site_url
from carelist.site.site import Site
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from carelist.speech.locales import Locale


@click.command("export", cls=ExplainedCommand)
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMATS, "all"]),
    default="all",
    show_default=True,
)
@click.option("--revision", "year", metavar="YEAR", default=None)
@click.option(
    "--out",
    default="data",
    show_default=True,
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
)
@catalog_option
@configuration_option
@locale_option
def export(
    *,
    form: str,
    year: str | None,
    out: Path,
    folder: Path,
    configuration: Path,
    language: Locale | None,
) -> None:
    """Write the files of open data, as the site publishes them."""
    chosen = language or find_own_locale()
    refuse_settings(configuration, chosen, to_hand_out=True)
    catalog = load_or_leave(folder, chosen)
    years = [revision.id for revision in catalog.revisions]
    if year is not None and year not in years:
        refusal = RefusalError("no_revision", value=year, known=", ".join(years))
        raise click.UsageError(refusal.tell(chosen))
    address = (read_site_url(configuration) or "").rstrip("/")
    site = Site.of(catalog, Place(f"{address}/", ""))
    written = 0
    for path, content in site.turn_open_data(year).list_files(form):
        file = out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        written += 1
    click.echo(say("exported", chosen, count=str(written), folder=out.as_posix()))
