"""`carelist publish`: a list is recorded as it is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from carelist.catalog.problems import CatalogError
from carelist.cli.explaining import ExplainedCommand
from carelist.cli.loading import leave
from carelist.cli.options import catalog_option, locale_option
from carelist.cli.saying import say
from carelist.eligibility.inspecting import inspect_list
from carelist.revisions.publishing import PublishingError, publish_revision
from carelist.search.checks import inspect_vocabulary
from carelist.search.sounds import find_reader
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.speech.locales import Locale


@click.command(cls=ExplainedCommand)
@click.argument("year")
@catalog_option
@click.option(
    "--on",
    "published_on",
    metavar="DATE",
    default=None,
)
@click.option(
    "--allow-stale",
    is_flag=True,
)
@locale_option
def publish(
    year: str,
    folder: Path,
    published_on: str | None,
    language: Locale | None,
    *,
    allow_stale: bool,
) -> None:
    """Record the revision of YEAR as published: from then on it is frozen."""
    chosen = language or find_own_locale()
    try:
        whole = inspect_vocabulary(inspect_list(folder), find_reader(folder.parent))
        path = publish_revision(whole, folder, year, published_on, allow_stale=allow_stale)
    except PublishingError as error:
        raise click.UsageError(error.tell(chosen)) from error
    except CatalogError as error:
        leave(error.problems, chosen)
    click.echo(say("published", chosen, file=path.as_posix(), year=year))
