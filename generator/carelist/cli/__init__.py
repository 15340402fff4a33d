"""The `carelist` command: checks, answers for a family, compares revisions, makes the kit."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from carelist.catalog.loading import SCHEMA_FOLDER
from carelist.catalog.problems import RefusalError
from carelist.catalog.schema import find_stale_schemas, write_schemas
from carelist.cli.building import build, serve
from carelist.cli.checking import check
from carelist.cli.confirming import confirm
from carelist.cli.explaining import ExplainedCommand, write_help
from carelist.cli.exporting import export
from carelist.cli.finding import search
from carelist.cli.hosting import compress, doctor, serve_config
from carelist.cli.kit import kit
from carelist.cli.lasting import ledger
from carelist.cli.loading import load_or_leave
from carelist.cli.options import catalog_option, locale_option
from carelist.cli.places import assemble, place, shards
from carelist.cli.publishing import publish
from carelist.cli.questions import questions
from carelist.cli.refusals import translate
from carelist.cli.saying import say
from carelist.cli.settings import settings
from carelist.cli.speaking import locales
from carelist.cli.starting import new
from carelist.cli.translations import translations
from carelist.disk import tell_disk_error
from carelist.eligibility.profiles import ProfileError, read_answers
from carelist.eligibility.telling import export_family, tell_family
from carelist.intake.orders import Request, begin, take_in
from carelist.revisions.formats import write_report
from carelist.revisions.states import report_revisions, report_states
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from carelist.intake.orders import Outcome
    from carelist.speech.locales import Locale


class Commands(click.Group):
    """All commands; what they are refused is told in the language of whoever called them."""

    command_class = ExplainedCommand

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        write_help(self, ctx, formatter)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words before the command."""
        try:
            return super().parse_args(ctx, args)
        except click.ClickException as error:
            raise translate(error) from error

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            raise translate(error) from error
        except OSError as error:
            told = tell_disk_error(error, [Path.cwd()], find_own_locale())
            if told is None:
                raise
            raise translate(click.ClickException(told)) from error


@click.group(cls=Commands)
@click.version_option(package_name="carelist", message="%(package)s %(version)s")
def main() -> None:
    """Check a city's list of care services."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal without Chinese still gets a message
        sys.stdout.reconfigure(errors="backslashreplace")


@main.command()
@click.argument("year")
@catalog_option
@locale_option
def revise(year: str, folder: Path, language: Locale | None) -> None:
    """Begin the revision of YEAR from the latest: ids, English and digests are kept."""
    chosen = language or find_own_locale()
    _finish(begin(folder, year, chosen))


@main.command()
@click.argument("notice", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--revision", "year", required=True, metavar="YEAR")
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
)
@click.option(
    "--table",
    type=click.IntRange(min=1),
    metavar="N",
)
@click.option(
    "--compare",
    metavar="YEAR",
)
@catalog_option
@locale_option
def intake(
    notice: Path,
    *,
    year: str,
    into: Path | None,
    table: int | None,
    compare: str | None,
    folder: Path,
    language: Locale | None,
) -> None:
    """Draft the list of a year from the text of its notice, NOTICE, and say how sure it is."""
    chosen = language or find_own_locale()
    _finish(take_in(Request(folder, notice, year, into, compare, table), chosen))


def _finish(outcome: Outcome) -> None:
    """Tell what came of a command; a refusal exits with 1."""
    for line in outcome.lines:
        click.echo(line)
    sys.exit(0 if outcome.is_done else 1)


@main.command()
@catalog_option
@click.option("--write", is_flag=True)
@locale_option
def schema(folder: Path, language: Locale | None, *, write: bool) -> None:
    """Hold the editor schemas in DIR/schema against the records."""
    chosen = language or find_own_locale()
    schemas = folder / SCHEMA_FOLDER
    stale = write_schemas(schemas) if write else list(find_stale_schemas(schemas))
    for path in stale:
        did = "schema_written" if write else "schema_stale"
        click.echo(say(did, chosen, file=path.as_posix()))
    if stale and not write:
        click.echo(say("schema_next", chosen))
        sys.exit(1)


@main.command("check-family")
@click.argument("answers", nargs=-1, metavar="[FACT=OPTION,…]...")
@catalog_option
@locale_option
@click.option("--json", "as_json", is_flag=True)
def check_family(
    answers: tuple[str, ...], folder: Path, language: Locale | None, *, as_json: bool
) -> None:
    """Say what a family can have, and why, as the questionnaire does."""
    chosen = language or find_own_locale()
    catalog = load_or_leave(folder, chosen)
    try:
        read = read_answers(answers, catalog.questions)
    except ProfileError as error:
        raise click.UsageError(error.tell(chosen)) from error
    if as_json:
        click.echo(export_family(catalog, read, chosen))
        return
    for line in tell_family(catalog, read, chosen):
        click.echo(line)


@main.command()
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


main.add_command(assemble)
main.add_command(build)
main.add_command(check)
main.add_command(compress)
main.add_command(confirm)
main.add_command(doctor)
main.add_command(export)
main.add_command(kit)
main.add_command(ledger)
main.add_command(locales)
main.add_command(place)
main.add_command(new)
main.add_command(publish)
main.add_command(questions)
main.add_command(search)
main.add_command(serve)
main.add_command(serve_config)
main.add_command(settings)
main.add_command(shards)
main.add_command(translations)
