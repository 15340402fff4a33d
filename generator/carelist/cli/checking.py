"""`carelist check`: every problem of a list, or how it is proved."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Literal

import click

from carelist.catalog.kinds import Kind
from carelist.catalog.offices import find_old_offices
from carelist.catalog.problems import Position, annotate, write_line
from carelist.catalog.summary import (
    count_problems,
    list_left,
    list_lines,
    list_losses,
    sum_up_catalog,
)
from carelist.cli.explaining import ExplainedCommand
from carelist.cli.options import catalog_option, locale_option
from carelist.eligibility.inspecting import inspect_list
from carelist.search.checks import inspect_vocabulary
from carelist.search.sounds import find_reader
from carelist.site.kit import tell_unprintable
from carelist.site.place import Place
from carelist.site.site import Site
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carelist.catalog.inspection import Inspection
    from carelist.catalog.problems import Problem
    from carelist.speech.locales import Locale


@click.command(cls=ExplainedCommand)
@catalog_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github"]),
    default="text",
    show_default=True,
)
@locale_option
@click.option(
    "--allow-stale",
    is_flag=True,
)
def check(
    folder: Path, form: Literal["text", "github"], language: Locale | None, *, allow_stale: bool
) -> None:
    """Find every problem of the list, or sum up how it is proved."""
    chosen = language or find_own_locale()
    inspection = inspect_vocabulary(inspect_list(folder), find_reader(folder.parent))
    is_github = form == "github"
    for line in list_lines(inspection.problems, chosen, is_github=is_github):
        click.echo(line)
    passes = _passes(inspection, allow_stale=allow_stale)
    if passes and inspection.catalog:
        for line in sum_up_catalog(inspection.catalog, chosen):
            click.echo(line)
    if any(problem.kind != Kind.ONLY_DRAFTS for problem in inspection.problems) or passes:
        click.echo(count_problems(inspection.problems, chosen, allowed=passes))
    old = list_old_offices(inspection, dt.datetime.now(dt.UTC).date())
    for line in list_lines(old, chosen, is_github=is_github, level="notice"):
        click.echo(line)
    at = Position(f"{folder}/site.yml")
    for told in _list_unprintable(inspection, chosen):
        click.echo(annotate(at, told, "notice") if is_github else write_line(at, told))
    for line in _list_left_in_drafts(inspection, chosen, is_github=is_github):
        click.echo(line)
    sys.exit(0 if passes else 1)


def _list_unprintable(inspection: Inspection, language: Locale) -> Iterator[str]:
    """Yield what no font has of the kit, which is not drawn here; it holds nothing back."""
    if inspection.catalog:
        yield from tell_unprintable(Site.of(inspection.catalog, Place("/", "")), language)


def _list_left_in_drafts(
    inspection: Inspection, language: Locale, *, is_github: bool
) -> Iterator[str]:
    """Yield what is left to do in each draft, and what it would lose of the list before."""
    for year, draft in inspection.drafts.items():
        yield from list_left(year, draft.problems, language, is_github=is_github)
        earlier = [one for one in inspection.rows if one < year and one not in inspection.drafts]
        if earlier and year in inspection.rows:
            names = max(earlier), year
            yield from list_losses(*names, inspection.rows, language, is_github=is_github)


def list_old_offices(inspection: Inspection, today: dt.date) -> list[Problem]:
    """List the offices to check again; they hold back nothing."""
    sheet = inspection.departments
    return list(find_old_offices(sheet, today)) if sheet else []


def _passes(inspection: Inspection, *, allow_stale: bool) -> bool:
    """Whether a list may be published as it is."""
    return inspection.catalog is not None and (allow_stale or not inspection.problems)
