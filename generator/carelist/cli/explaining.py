"""What `--help` says of each command and option, in one language after another."""

from __future__ import annotations

import click

from carelist.speech.locales import SHIPPED_LOCALES

EXAMPLES = {
    "changes": "changes 2025 2026",
    "check-family": "check-family age=3-5 hardship=low-income,sudden stage=unsure",
    "questions": "questions elders --write",
    "confirm": "confirm 2026 summary:housing words:preschool/preschool-aid",
}
"""Of commands whose arguments want one."""
_FIRST = SHIPPED_LOCALES.for_others
_WORDS = tuple(locale.words("help") for locale in (_FIRST, *SHIPPED_LOCALES.others(_FIRST)))


def explain(group: click.Group) -> None:
    """Give every command and option its words in help.yml, by its name.

    An option that several commands have is explained once, as `option_catalog`; one of a command
    alone, or that means something else there, as `intake_into`.
    """
    commands = {_find_key(name) for name in group.commands}
    _explain(group, "carelist", commands)
    for name, command in group.commands.items():
        _explain(command, name, commands)


def _explain(command: click.Command, name: str, commands: set[str]) -> None:
    key = _find_key(name)
    said = [words[key] for words in _WORDS]
    if name in EXAMPLES:
        said.append(f"{' '.join(words.example for words in _WORDS)}: {EXAMPLES[name]}")
    command.help = "\n\n".join(said)
    for option in command.params:
        if isinstance(option, click.Option) and option.help is None:
            option.help = _explain_option(key, max(option.opts, key=len), commands)


def _explain_option(command: str, option: str, commands: set[str]) -> str:
    """Give the words of an option; `serve_config` is a command, and no option of `serve`."""
    name = _find_key(option.lstrip("-"))
    own = f"{command}_{name}"
    shared = f"option_{name}"
    return " ".join(
        words[own if own in words and own not in commands else shared] for words in _WORDS
    )


def _find_key(name: str) -> str:
    return name.replace("-", "_")
