"""What is wrong with how a command was called, in the language of whoever called it."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, Any

import click

from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.speech.locales import Locale
    from carelist.speech.words import Words

_EXTRA = re.compile(r"Got unexpected extra arguments? \((.+)\)")
_GIVEN_UP = re.compile(r"Aborted with (?:an? \w+|(?P<count>\d+) warnings?(?: in strict mode)?)!")
"""How MkDocs ends a build of which it has told what is wrong."""
_NO_COMMAND = re.compile(r"No such command '(.+?)'\.")


class ToldError(click.ClickException):
    """A refusal in the language of whoever called the command."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__(lines[-1])
        self.lines = lines

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it as it is."""
        for line in self.lines:
            click.echo(line, file=file, err=file is None)


class ToldUsageError(ToldError):
    """A refusal of how a command was called."""

    exit_code = click.UsageError.exit_code


def translate(error: click.ClickException) -> click.ClickException:
    """Give a refusal in the language of whoever called the command, as far as that was read."""
    if isinstance(error, ToldError | click.exceptions.NoArgsIsHelpError):
        return error
    context = error.ctx if isinstance(error, click.UsageError) else None
    chosen: Locale | None = context.params.get("language") if context else None
    is_usage = isinstance(error, click.UsageError)
    lines = tuple(_list_lines(error, chosen or find_own_locale()))
    return (ToldUsageError if is_usage else ToldError)(lines)


def _list_lines(error: click.ClickException, language: Locale) -> Iterator[str]:
    """Yield how the command is written, and what is wrong."""
    words = language.words("commands")
    if isinstance(error, click.UsageError) and error.ctx:
        yield words.fill("usage", usage=error.ctx.get_usage().removeprefix("Usage: "))
        yield words.fill("see_help", command=error.ctx.command_path)
        yield ""
    yield words.fill("error", told=_tell(error, words, language))


def _tell(error: click.ClickException, words: Words, locale: Locale) -> str:
    if isinstance(error, click.NoSuchOption):
        near = locale.list(error.possibilities or ())
        told = words.fill("no_option", value=error.option_name)
        return told + (words.fill("near_options", options=near) if near else "")
    if isinstance(error, click.MissingParameter) and error.param:
        return words.fill("parameter_missing", name=error.param.human_readable_name)
    if isinstance(error, click.BadParameter) and error.param:
        return _tell_value(error, error.param, words, locale)
    return _tell_words(error.format_message(), words)


def _tell_words(told: str, words: Words) -> str:
    """Tell what libraries tell in English alone; what a command says itself stands as it is."""
    if match := _EXTRA.fullmatch(told):
        return words.fill("too_many_words", words=match[1])
    if match := _NO_COMMAND.match(told):
        return words.fill("no_command", value=match[1])
    if match := _GIVEN_UP.fullmatch(told):
        key = "given_up_strictly" if match["count"] else "given_up"
        return words.fill(key, count=match["count"])
    return told


def _tell_value(
    error: click.BadParameter, parameter: click.Parameter, words: Words, locale: Locale
) -> str:
    """Tell what a value must be; what a command says itself stands as it is."""
    name = parameter.opts[-1] if parameter.param_type_name == "option" else parameter.name
    if isinstance(parameter.type, click.Choice):
        choices = locale.list(map(str, parameter.type.choices))
        return words.fill("only_choices", name=name, choices=choices)
    if isinstance(parameter.type, click.Path):
        key = "no_such_file" if parameter.type.file_okay else "no_such_folder"
        return words.fill(key, name=name)
    return error.format_message()
