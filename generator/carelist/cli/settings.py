"""`carelist settings`: what is wrong with the settings of a site, before anything reads them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click
import yaml

from carelist.cli.explaining import ExplainedCommand
from carelist.cli.options import configuration_option, locale_option
from carelist.cli.saying import say
from carelist.site.refusals import check_site_url, read_site_url
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.speech.locales import Locale


@click.command(cls=ExplainedCommand)
@configuration_option
@locale_option
def settings(configuration: Path, language: Locale | None) -> None:
    """Check the address of the site, which MkDocs refuses in words of its own."""
    refuse_settings(configuration, language or find_own_locale(), to_hand_out=False)


def refuse_settings(configuration: Path, language: Locale, *, to_hand_out: bool) -> None:
    """Leave, where a site cannot be built from its settings, or its codes cannot be handed out."""
    try:
        url = read_site_url(configuration)
    except FileNotFoundError:
        click.echo(say("no_settings", language, file=configuration.as_posix()), err=True)
        sys.exit(1)
    except (OSError, ValueError, yaml.YAMLError) as error:
        told = str(error).replace("\n", " ")
        click.echo(say("unread", language, file=configuration.as_posix(), reason=told), err=True)
        sys.exit(1)
    problems = list(check_site_url(configuration, url, prints=to_hand_out, to_hand_out=to_hand_out))
    if problems:
        from carelist.cli.loading import leave  # noqa: PLC0415  # a third of a second to load

        leave(problems, language)
