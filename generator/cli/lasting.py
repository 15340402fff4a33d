"""`carelist ledger`: every address that was ever published still answers."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.catalog.problems import find_language
from generator.cli.loading import load_or_leave
from generator.cli.options import catalog_option
from generator.site import addresses
from generator.site.frame import Place
from generator.site.ledger import compare_ledger, list_unrecorded, read_ledger, write_ledger
from generator.site.pages import Site


@click.command()
@catalog_option
@click.option(
    "--file",
    "path",
    default="ledger.txt",
    show_default=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The ledger. 登记网址的文件。",
)
@click.option("--write", is_flag=True, help="Add new addresses. 登记新的网址。")
@click.option(
    "--allow-new",
    is_flag=True,
    help="Pass although new addresses are not in it. 有新网址没登记时也算通过。",
)
def ledger(folder: Path, path: Path, *, write: bool, allow_new: bool) -> None:
    """Hold the addresses of the site against all that were ever published.

    核对网站的网址：发布过的，都要还在。
    """
    site = Site.of(load_or_leave(folder, find_language()), Place("/", ""))
    known = read_ledger(path)
    entries = compare_ledger(site, known)
    unrecorded = list_unrecorded(site) if known else []
    for year in unrecorded:
        record = (folder / "revisions" / year / "published.yml").as_posix()
        told = f"the list of {year} is neither a draft nor published; run 'carelist publish {year}'"
        if addresses.revision(year) in known:
            told = f"the list of {year} was published and its record is gone; put it back"
        click.echo(f"{record}: {told}")
    for address in entries.lost:
        click.echo(f"{path.as_posix()}: /{address} was published and no longer answers")
    for address in entries.new:
        click.echo(f"{path.as_posix()}: /{address} is {'added' if write else 'new'}")
    if write and entries.new:
        write_ledger(path, entries)
    unlisted = bool(entries.new) and not write
    if unlisted:
        click.echo("run 'carelist ledger --write'")
    sys.exit(1 if entries.lost or unrecorded or (unlisted and not allow_new) else 0)
