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
    help="Folder of the list. 清单所在的文件夹。",
)
configuration_option = click.option(
    "--config",
    "configuration",
    default="mkdocs.yml",
    show_default=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Settings of the site, whose site_url codes lead to. 网站的设置；二维码通向其 site_url。",
)
language_option = click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    default=None,
    help="Language of the messages; else that of your system. 用哪种语言提示；默认随系统。",
)
locale_option = click.option(
    "--locale",
    "language",
    type=click.Choice(LANGUAGES),
    default=None,
    help="Language of the answer; else that of your system. 用哪种语言回答；默认随系统。",
)
