"""`carelist build` and `carelist serve`: the site, in its place or while somebody works on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from carelist.cli.builders import find_builder
from carelist.cli.explaining import ExplainedCommand
from carelist.cli.options import configuration_option, locale_option
from carelist.cli.saying import say
from carelist.cli.settings import refuse_settings
from carelist.site.circles import ANSWERING, looking
from carelist.site.refusals import read_setting
from carelist.site.unchanged import find_changes, keep_said
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.site.unchanged import Known
    from carelist.speech.locales import Locale


@click.command(cls=ExplainedCommand)
@configuration_option
@click.option("--strict", is_flag=True)
@click.option("--watch", is_flag=True)
@locale_option
def build(configuration: Path, language: Locale | None, *, strict: bool, watch: bool) -> None:
    """Build the site."""
    chosen = language or find_own_locale()
    refuse_settings(configuration, chosen, to_hand_out=False)
    project = configuration.parent
    place = project / (read_setting(configuration, "site_dir") or "site")
    if watch:
        _build_on(configuration, place, language, is_strict=strict)
        return
    known = find_changes(project, configuration, place, is_strict=strict)
    said = say("site_unchanged", chosen, place=place.as_posix())
    if known and not known.is_list_alone:
        click.echo(said)
    elif not known or not _build_again(known, configuration, place):
        find_builder().build_site(configuration, strict=strict)
    if not language:
        keep_said(configuration, place, said)


def _build_again(known: Known, configuration: Path, place: Path) -> bool:
    """Whether a site of another list could be built without MkDocs."""
    with looking(ANSWERING):
        from carelist.site.again import Again, Came  # noqa: PLC0415  # slow to load

        again = Again(configuration, place, partial(click.echo, err=True))
        return again.build(known) is Came.IN_PLACE


def _build_on(
    configuration: Path, place: Path, language: Locale | None, *, is_strict: bool
) -> None:
    """Build now and after each edit, until somebody ends it."""
    from carelist.cli.rebuilding import Rebuilding  # noqa: PLC0415  # slow to load

    options = ["--config", str(configuration), *(["--strict"] if is_strict else [])]
    options += ["--locale", language.tag] if language else []
    Rebuilding(configuration, place, tuple(options), is_strict=is_strict).go_on()


@click.command(cls=ExplainedCommand)
@configuration_option
@click.option("--address", default=None, metavar="HOST:PORT")
@locale_option
def serve(configuration: Path, address: str | None, language: Locale | None) -> None:
    """Show the site on this machine, and build it again at every change."""
    refuse_settings(configuration, language or find_own_locale(), to_hand_out=False)
    with looking(ANSWERING):
        find_builder().serve_site(configuration, address)
