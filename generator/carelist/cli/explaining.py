"""What `--help` says of each command and option, in the language of whoever asks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import click

from carelist.cli.refusals import translate
from carelist.speech.locales import SHIPPED_LOCALES
from carelist.speech.own import find_own_locale, speak

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelist.speech.locales import Locale
    from carelist.speech.words import Words

EXAMPLES = {
    "changes": "changes 2025 2026",
    "check-family": "check-family age=3-5 hardship=low-income,sudden stage=unsure",
    "questions": "questions elders --write",
    "confirm": "confirm 2026 summary:housing words:preschool/preschool-aid",
}
"""Of commands whose arguments want one."""
GROUP = "carelist"
_ARGUMENTS = "carelist.arguments"
_LOCALE_OPTIONS = ("--locale", "--lang")


class ExplainedCommand(click.Command):
    """A command whose help is in the language that is asked for, else in that of the system."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what stands behind the command; help is wanted before all of it is understood."""
        ctx.meta[_ARGUMENTS] = tuple(args)
        return super().parse_args(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        write_help(self, ctx, formatter)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; all that it calls tells what it tells in the language of the option."""
        with speak(ctx.params.get("language")):
            try:
                return super().invoke(ctx)
            except click.ClickException as error:
                raise translate(error) from error


def write_help(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Write how a command is called, what it does, its options and, of a group, its commands."""
    locale = _find_locale(ctx.meta.get(_ARGUMENTS, ()))
    words, prefix = locale.words("help"), locale.words("commands").fill("usage", usage="")
    usage = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, usage, prefix)
    formatter.write_paragraph()
    is_group = isinstance(command, click.Group)
    name = GROUP if is_group else command.name or ""
    with formatter.indentation():
        formatter.write_text(describe(name, words))
    options = [one for one in command.get_params(ctx) if isinstance(one, click.Option)]
    rows = [(one.get_help_spec(ctx), describe_option(name, one, ctx, words)) for one in options]
    _write_part(formatter, words.part_options, rows)
    if isinstance(command, click.Group):
        rows = [(one, words[_find_key(one)]) for one in command.list_commands(ctx)]
        _write_part(formatter, words.part_commands, rows)


def _find_locale(arguments: Sequence[str]) -> Locale:
    """Give the locale that arguments name, as far as the program ships it, or one's own."""
    pairs = [*pairwise(arguments), *(one.split("=", 1) for one in arguments if "=" in one)]
    named = (value for option, value in pairs if option in _LOCALE_OPTIONS)
    known = (SHIPPED_LOCALES[tag] for tag in named if tag in SHIPPED_LOCALES.by_tag)
    return next(known, find_own_locale())


def _write_part(
    formatter: click.HelpFormatter, heading: str, rows: Sequence[tuple[str, str]]
) -> None:
    formatter.write_paragraph()
    formatter.write_text(heading)
    with formatter.indentation():
        formatter.write_dl(rows)


def describe(name: str, words: Words) -> str:
    """Say what a command does, with an example where its arguments want one."""
    example = [words.fill("example", command=EXAMPLES[name])] if name in EXAMPLES else []
    return "\n\n".join([words[_find_key(name)], *example])


def describe_option(command: str, option: click.Option, ctx: click.Context, words: Words) -> str:
    """Say what an option of a command is for, and what it is where nothing is given.

    One that several commands have is explained once, as `option_catalog`; one of a command alone,
    or that means something else there, as `intake_into`.
    """
    name = _find_key(max(option.opts, key=len).lstrip("-"))
    own, shared = f"{_find_key(command)}_{name}", f"option_{name}"
    told = words[shared if own not in words or _is_command(own, ctx) else own]
    extra = option.get_help_extra(ctx)
    further = [
        *([words.fill("told_default", value=extra["default"])] if "default" in extra else []),
        *([extra["range"]] if "range" in extra else []),
        *([words.told_required] if "required" in extra else []),
    ]
    return f"{told}  [{words.told_apart.join(further)}]" if further else told


def _is_command(key: str, ctx: click.Context) -> bool:
    """Whether a key is that of a command: `serve_config` is no option of `serve`."""
    group = ctx.find_root().command
    return isinstance(group, click.Group) and key in map(_find_key, group.list_commands(ctx))


def _find_key(name: str) -> str:
    return name.replace("-", "_")
