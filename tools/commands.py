"""The reference of the command line, made from what `carelist --help` says of each command.

`python -m tools.commands` tells whether docs/commands.md is in step; `--write` makes it anew.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from carelist.cli import load_commands
from carelist.cli import main as carelist
from carelist.cli.explaining import describe, describe_option
from carelist.speech.locales import SHIPPED_LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FILE = Path(__file__).parent.parent / "docs" / "commands.md"
_FIRST = SHIPPED_LOCALES.for_others
WORDS = tuple(one.words("help") for one in (_FIRST, *SHIPPED_LOCALES.others(_FIRST)))
"""Of each locale."""
HEAD = """\
# The `carelist` command 命令

Made from `carelist --help` by `python -m tools.commands --write`; words are mended where the
command has them. 由 `--help` 生成；要改文字，请改命令里的说明。
"""


def render_reference() -> str:
    """Render the reference as Markdown: usage, what it does, arguments and options of each."""
    commands = sorted(load_commands().items())
    index = "\n".join(f"- [`{name}`](#{name}): {_summarize(name)}" for name, _ in commands)
    sections = ("\n".join(_list_lines(name, command)) for name, command in commands)
    return "\n".join([HEAD, index, "", *sections])


def _summarize(name: str) -> str:
    """Say what a command does, as `carelist --help` does."""
    return describe(name, WORDS[0]).partition("\n")[0]


def _list_lines(name: str, command: click.Command) -> Iterator[str]:
    whole = click.Context(carelist, info_name="carelist")
    context = click.Context(command, info_name=name, parent=whole)
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield from (f"## {name}", "", "```sh", usage, "```", "")
    yield from ("\n\n".join(describe(name, words) for words in WORDS), "")
    yield from ("| option | what it does |", "|---|---|")
    for parameter in command.get_params(context):
        if isinstance(parameter, click.Option):  # the usage shows arguments
            does = " ".join(describe_option(name, parameter, context, words) for words in WORDS)
            cells = (cell.replace("|", "\\|") for cell in (parameter.get_help_spec(context), does))
            yield "| `{}` | {} |".format(*cells)
    yield ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the reference, or tell whether it is in step; 1 where it is not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="make docs/commands.md anew")
    text = render_reference()
    if parser.parse_args(arguments).write:
        FILE.write_text(text, encoding="utf-8", newline="\n")
    elif not FILE.is_file() or FILE.read_text(encoding="utf-8") != text:
        print("docs/commands.md is not what the commands say; run python -m tools.commands --write")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
