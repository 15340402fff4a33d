"""`carelist shards`, `place` and `assemble`: a portal of many places, built place by place."""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from carelist.catalog.problems import CatalogError, RefusalError
from carelist.cli.explaining import ExplainedCommand
from carelist.cli.loading import leave
from carelist.cli.options import locale_option
from carelist.cli.saying import say
from carelist.portal.building import assemble as assemble_portal
from carelist.portal.building import find_theme
from carelist.portal.inputs import SETTINGS, digest_inputs
from carelist.portal.loading import load_portal
from carelist.portal.phrases_first import run_prepared
from carelist.portal.shards import MEGABYTE, divide, find_room, find_stale
from carelist.site.build_record import DIGEST_VARIABLE
from carelist.site.forked import ALONE_VARIABLE
from carelist.speech.own import find_own_locale
from carelist.store import Store, find_cache

if TYPE_CHECKING:
    from carelist.portal.portal import Portal
    from carelist.portal.shards import Room
    from carelist.speech.locales import Locale

SITE_URL, CATALOG = "SITE_URL", "CARELIST_CATALOG"
"""Variables by which place.yml is told which place it is of."""

folder_option = click.option(
    "--portal",
    "folder",
    default=".",
    show_default=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
)
sites_option = click.option(
    "--sites",
    default="sites",
    show_default=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
)


@click.command(cls=ExplainedCommand)
@folder_option
@sites_option
@click.option("--of", "count", default=1, show_default=True, metavar="N", type=click.IntRange(1))
@click.option("--only", "number", default=None, metavar="N", type=click.IntRange(1))
@click.option("--all", "everything", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
@locale_option
def shards(
    folder: Path,
    sites: Path,
    *,
    count: int,
    number: int | None,
    everything: bool,
    as_json: bool,
    language: Locale | None,
) -> None:
    """Divide the places that are to be built among N machines, and say whether all have room."""
    chosen = language or find_own_locale()
    portal = _load(folder, chosen)
    places = portal.places if everything else find_stale(portal, sites)
    divided = divide(places, portal, count)
    named = [[place.id for place in shard] for shard in divided]
    if as_json:
        click.echo(json.dumps(_make_matrix(named)))
    else:
        for shard in named if number is None else named[number - 1 : number]:
            click.echo(" ".join(shard))
    room = find_room(portal, sites)
    click.echo(_tell_room(room, chosen), err=True)
    if not room.is_enough:
        needed, most = f"{room.needed / MEGABYTE:.0f}", f"{room.most / MEGABYTE:.0f}"
        told = say("no_room", chosen, needed=needed, most=most, fit=str(room.fit))
        click.echo(told, err=True)
        sys.exit(1)


def _make_matrix(named: list[list[str]]) -> dict[str, list[dict[str, str]]]:
    """Give the shards as the matrix of a workflow of GitHub; those without a place are left out."""
    return {
        "include": [
            {"shard": str(number), "places": " ".join(shard)}
            for number, shard in enumerate(named, start=1)
            if shard
        ]
    }


def _tell_room(room: Room, language: Locale) -> str:
    return language.words("commands").count(
        "room",
        room.places,
        needed=f"{room.needed / MEGABYTE:.0f}",
        most=f"{room.most / MEGABYTE:.0f}",
        fit=room.fit,
        guessed=room.guessed or "",
    )


@click.command(cls=ExplainedCommand)
@click.argument("name", metavar="PLACE")
@folder_option
@sites_option
@locale_option
def place(name: str, folder: Path, sites: Path, language: Locale | None) -> None:
    """Build the site of PLACE, in this process alone."""
    chosen = language or find_own_locale()
    portal = _load(folder, chosen)
    if name not in portal.by_id:
        known = ", ".join(portal.by_id)
        raise click.UsageError(RefusalError("no_place", value=name, known=known).tell(chosen))
    found = portal.by_id[name]
    variables = {
        SITE_URL: portal.find_url(found),
        CATALOG: str(portal.find_catalog(found).resolve()),
        DIGEST_VARIABLE: digest_inputs(portal, found),
        ALONE_VARIABLE: "1",
    }
    settings, site = folder / SETTINGS, (sites / name).resolve()
    builder = "mkdocs" if find_spec("mkdocs") else "properdocs"
    build = (sys.executable, "-m", builder, "build", "--quiet")
    command = (*build, "--config-file", str(settings), "--site-dir", str(site))
    store = Store(find_cache(folder) / "sounds")
    run_prepared(store, command, variables)


@click.command(cls=ExplainedCommand)
@folder_option
@sites_option
@click.option(
    "--out",
    default="public",
    show_default=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
)
@locale_option
def assemble(folder: Path, sites: Path, out: Path, language: Locale | None) -> None:
    """Put the portal together: its own pages, and the sites of the places below it."""
    chosen = language or find_own_locale()
    portal = _load(folder, chosen)

    def tell_wait() -> None:
        click.echo(say("build_waits", chosen, place=str(out)), err=True)

    try:
        made = assemble_portal(portal, sites, out, find_theme(folder), tell_wait)
    except RefusalError as error:
        raise click.ClickException(error.tell(chosen)) from error
    except CatalogError as error:
        leave(error.problems, chosen)
    megabytes = f"{made.size / MEGABYTE:.1f}"
    values = {"pages": str(made.pages), "megabytes": megabytes, "out": out.as_posix()}
    click.echo(chosen.words("commands").count("assembled", made.places, **values))


def _load(folder: Path, language: Locale) -> Portal:
    """Load a sound portal, or tell what is wrong with it and leave."""
    try:
        return load_portal(folder)
    except CatalogError as error:
        leave(error.problems, language)
