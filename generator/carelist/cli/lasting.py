"""`carelist ledger`: every address that was ever published still answers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from carelist.cli.explaining import ExplainedCommand
from carelist.cli.loading import load_or_leave
from carelist.cli.options import catalog_option, locale_option
from carelist.cli.saying import say
from carelist.site import addresses
from carelist.site.ledger import compare_ledger, list_unrecorded, read_ledger, write_ledger
from carelist.site.place import Place
from carelist.site.prose import MEASUREMENTS
from carelist.site.site import Site
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from carelist.speech.locales import Locale


@click.command(cls=ExplainedCommand)
@catalog_option
@click.option(
    "--file",
    "path",
    default="ledger.txt",
    show_default=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
)
@click.option("--write", is_flag=True)
@click.option(
    "--allow-new",
    is_flag=True,
)
@locale_option
def ledger(
    folder: Path, path: Path, language: Locale | None, *, write: bool, allow_new: bool
) -> None:
    """Hold the addresses of the site against all that were ever published."""
    chosen = language or find_own_locale()
    measured = (folder.parent / "docs" / MEASUREMENTS).is_file()
    site = Site.of(load_or_leave(folder, chosen), Place("/", ""), is_measured=measured)
    known = read_ledger(path)
    entries = compare_ledger(site, known)
    unrecorded = list_unrecorded(site) if known else []
    for year in unrecorded:
        record = (folder / "revisions" / year / "published.yml").as_posix()
        told = "record_gone" if addresses.revision(year) in known else "unrecorded"
        click.echo(say(told, chosen, file=record, year=year))
    for address in entries.lost:
        click.echo(say("address_lost", chosen, file=path.as_posix(), address=address))
    for address in entries.new:
        told = "address_added" if write else "address_new"
        click.echo(say(told, chosen, file=path.as_posix(), address=address))
    if write and entries.new:
        write_ledger(path, entries)
    unlisted = bool(entries.new) and not write
    if unlisted:
        click.echo(say("ledger_next", chosen))
    sys.exit(1 if entries.lost or unrecorded or (unlisted and not allow_new) else 0)
