"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from generator.catalog.problems import LANGUAGES

catalog_option = click.option(
    "--catalog",
    "folder",
    default="catalog",
    show_default=True,
    metavar="DIR",
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
language_option = click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    default=None,
)
locale_option = click.option(
    "--locale",
    "language",
    type=click.Choice(LANGUAGES),
    default=None,
)
