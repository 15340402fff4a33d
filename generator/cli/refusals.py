"""What is wrong with how a command was called, in the language of whoever called it."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, Any

import click

from generator.catalog.problems import find_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.problems import Language

_EXTRA = re.compile(r"Got unexpected extra arguments? \((.+)\)")
_NO_COMMAND = re.compile(r"No such command '(.+?)'\.")


class ChineseError(click.ClickException):
    """A refusal in Chinese."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        super().__init__(lines[-1])
        self.lines = lines

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it as it is."""
        for line in self.lines:
            click.echo(line, file=file, err=file is None)


class ChineseUsageError(ChineseError):
    """A refusal of how a command was called."""

    exit_code = click.UsageError.exit_code


def translate(error: click.ClickException) -> click.ClickException:
    """Give a refusal in the language of whoever called the command, as far as that was read."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    chosen: Language | None = context.params.get("language") if context else None
    if isinstance(error, ChineseError) or (chosen or find_language()) != "zh":
        return error
    is_usage = isinstance(error, click.UsageError)
    return (ChineseUsageError if is_usage else ChineseError)(tuple(_list_lines(error)))


def _list_lines(error: click.ClickException) -> Iterator[str]:
    """Yield how the command is written, and what is wrong."""
    if isinstance(error, click.UsageError) and error.ctx:
        yield error.ctx.get_usage().replace("Usage: ", "用法：")
        yield f"运行 {error.ctx.command_path} --help 看说明。"
        yield ""
    yield f"错误：{_tell(error)}"


def _tell(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        near = "、".join(error.possibilities or ())
        return f"没有“{error.option_name}”这个选项" + (f"；是不是 {near}？" if near else "")
    if isinstance(error, click.MissingParameter) and error.param:
        return f"缺少 {error.param.human_readable_name}"
    if isinstance(error, click.BadParameter) and error.param:
        return _tell_value(error, error.param)
    if match := _EXTRA.fullmatch(error.format_message()):
        return f"多写了：{match[1]}"
    if match := _NO_COMMAND.match(error.format_message()):
        return f"没有“{match[1]}”这个命令"
    return error.format_message()


def _tell_value(error: click.BadParameter, parameter: click.Parameter) -> str:
    """Tell what a value must be; what a command says itself stands as it is."""
    name = parameter.opts[-1] if parameter.param_type_name == "option" else parameter.name
    if isinstance(parameter.type, click.Choice):
        return f"{name} 只能是：{'、'.join(map(str, parameter.type.choices))}"
    if isinstance(parameter.type, click.Path):
        return f"{name}：没有这个文件，或者打不开"
    return error.format_message()
