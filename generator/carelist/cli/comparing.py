"""`carelist changes`: what changed from one list to another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from carelist.catalog.problems import RefusalError
from carelist.cli.explaining import ExplainedCommand
from carelist.cli.loading import load_or_leave
from carelist.cli.options import catalog_option, locale_option
from carelist.revisions.formats import write_report
from carelist.revisions.states import report_revisions, report_states
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from carelist.speech.locales import Locale


@click.command(cls=ExplainedCommand)
@click.argument("revisions", nargs=-1, metavar="[BEFORE AFTER]")
@catalog_option
@click.option(
    "--base",
    metavar="DIR",
    type=click.Path(path_type=Path),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json", "github"]),
    default="text",
    show_default=True,
)
@locale_option
def changes(
    revisions: tuple[str, ...],
    folder: Path,
    base: Path | None,
    form: Literal["text", "markdown", "json", "github"],
    language: Locale | None,
) -> None:
    """Say what changed from one year's list to another's, for whom."""
    chosen = language or find_own_locale()
    if len(revisions) != (0 if base else 2):
        raise click.UsageError(RefusalError("two_revisions").tell(chosen))
    catalog = load_or_leave(folder, chosen)
    if base:
        for report in report_states(load_or_leave(base, chosen), catalog, chosen):
            if not report.is_empty:
                click.echo(write_report(report, chosen, form), nl=False)
        return
    known = [revision.id for revision in catalog.revisions]
    if strange := [name for name in revisions if name not in known]:
        values = {"value": strange[0], "known": ", ".join(known)}
        raise click.UsageError(RefusalError("no_revision", **values).tell(chosen))
    report = report_revisions(catalog, revisions[0], revisions[1], chosen)
    click.echo(write_report(report, chosen, form), nl=False)
