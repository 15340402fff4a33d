"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from carelist.speech.locales import Locale, LocaleError, find_locale, list_tags


class LocaleChoice(click.Choice[str]):
    """A locale by its tag: one that is shipped, or that the catalog brings."""

    def __init__(self) -> None:
        super().__init__(list_tags())

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:  # noqa: ANN401  # click has it so
        """Give the locale.

        Raises:
            BadParameter: If there is none.
        """
        if isinstance(value, Locale):
            return value
        folder = ctx.params.get("folder") if ctx else None
        try:
            found = find_locale(str(value), folder)
        except LocaleError:
            return super().convert(value, param, ctx)
        # A city need not say in its own language what commands say.
        return found if found.words("commands") else super().convert(found.tag, param, ctx)


catalog_option = click.option(
    "--catalog",
    "folder",
    default="catalog",
    show_default=True,
    metavar="DIR",
    is_eager=True,  # it may bring locales
    type=click.Path(path_type=Path),
)
configuration_option = click.option(
    "--config",
    "configuration",
    default="mkdocs.yml",
    show_default=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
)
locale_option = click.option(
    "--locale",
    "--lang",
    "language",
    metavar="TAG",
    type=LocaleChoice(),
    default=None,
)
