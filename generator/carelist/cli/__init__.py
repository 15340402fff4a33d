"""The `carelist` command: checks, answers for a family, compares revisions, makes the kit."""

from __future__ import annotations

import atexit
import gc
import io
import sys
from importlib import import_module
from pathlib import Path

import click

from carelist.cli.explaining import write_help
from carelist.cli.refusals import translate
from carelist.disk import tell_disk_error
from carelist.speech.own import find_own_locale

PLACES = {
    "assemble": "places",
    "build": "building",
    "changes": "comparing",
    "check": "checking",
    "check-family": "families",
    "compress": "hosting",
    "confirm": "confirming",
    "doctor": "hosting",
    "export": "exporting",
    "intake": "drafting",
    "kit": "kit",
    "ledger": "lasting",
    "locales": "speaking",
    "new": "starting",
    "place": "places",
    "publish": "publishing",
    "questions": "questions",
    "revise": "drafting",
    "schema": "schemas",
    "search": "finding",
    "serve": "building",
    "serve-config": "hosting",
    "settings": "settings",
    "shards": "places",
    "translations": "translations",
}
"""The module of each command: only that of the one that is asked for is loaded."""


class Commands(click.Group):
    """All commands; what they are refused is told in the language of whoever called them."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        write_help(self, ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name all commands."""
        del ctx
        return sorted(PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command by its name; None where there is none."""
        del ctx
        return load_command(cmd_name) if cmd_name in PLACES else None

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
    atexit.register(gc.freeze)  # memory that ends with its process is not gone through once more
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal without Chinese still gets a message
        sys.stdout.reconfigure(errors="backslashreplace")


def load_command(name: str) -> click.Command:
    """Load a command.

    Raises:
        KeyError: If there is none of that name.
        TypeError: If its module has none.
    """
    module = import_module(f"carelist.cli.{PLACES[name]}")
    command = getattr(module, name.replace("-", "_"))
    if not isinstance(command, click.Command):
        raise TypeError(name)
    return command


def load_commands() -> dict[str, click.Command]:
    """Load every command, by its name."""
    return {name: load_command(name) for name in PLACES}
