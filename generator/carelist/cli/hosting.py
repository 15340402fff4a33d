"""`carelist serve-config`, `compress` and `doctor`: a site on a city's own server."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from carelist.catalog.problems import RefusalError
from carelist.cli.explaining import ExplainedCommand
from carelist.cli.loading import load_or_leave
from carelist.cli.options import catalog_option, configuration_option, locale_option
from carelist.cli.settings import refuse_settings
from carelist.hosting.examining import examine
from carelist.hosting.settings import SERVERS, Server, write_settings
from carelist.site.place import Place
from carelist.site.refusals import is_site_url, read_site_url
from carelist.site.site import Site
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from carelist.speech.locales import Locale


@click.command("serve-config", cls=ExplainedCommand)
@click.argument("server", type=click.Choice(SERVERS))
@catalog_option
@configuration_option
@click.option("--root", default="/var/www/carelist", show_default=True, metavar="DIR")
@click.option("--listen", default="80", show_default=True, metavar="PORT")
@click.option(
    "--out",
    default="hosting",
    show_default=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
)
@locale_option
def serve_config(
    server: Server,
    *,
    folder: Path,
    configuration: Path,
    root: str,
    listen: str,
    out: Path,
    language: Locale | None,
) -> None:
    """Write the settings of a server that hands out the built site."""
    chosen = language or find_own_locale()
    refuse_settings(configuration, chosen, to_hand_out=True)
    place = Place(read_site_url(configuration).rstrip("/") + "/", "")
    site = Site.of(load_or_leave(folder, chosen), place)
    out.mkdir(parents=True, exist_ok=True)
    for name, text in write_settings(server, site, root=root, listen=listen, language=chosen):
        (out / name).write_text(text, encoding="utf-8", newline="\n")
        click.echo(chosen.words("hosting").fill("written", file=(out / name).as_posix()))


@click.command(cls=ExplainedCommand)
@click.argument(
    "site", default="site", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@locale_option
def compress(site: Path, language: Locale | None) -> None:
    """Put compressed files beside those of a built site, for a server to hand out."""
    from carelist.hosting.compressing import compress_site  # noqa: PLC0415  # Brotli is large

    done = compress_site(site)
    thousands = {
        name: f"{value / 1000:,.0f}" for name, value in done._asdict().items() if name != "files"
    }
    words = (language or find_own_locale()).words("hosting")
    click.echo(words.fill("compressed", count=done.files, **thousands))


@click.command(cls=ExplainedCommand)
@click.argument("url")
@locale_option
def doctor(url: str, language: Locale | None) -> None:
    """Say what the server of a published site does wrong, and whom it harms."""
    chosen = language or find_own_locale()
    words = chosen.words("hosting")
    if not is_site_url(url):
        raise click.UsageError(RefusalError("no_site_url", value=url).tell(chosen))
    wrong = 0
    for fault in examine(url):
        told = fault.tell(chosen)
        click.echo(told if fault.is_wrong else words.fill("doctor_advice", told=told))
        wrong += fault.is_wrong
    said = words.count("doctor_wrong", wrong) if wrong else words.fill("doctor_well", address=url)
    click.echo(said)
    sys.exit(1 if wrong else 0)
