"""`carelist translations`: which English is missing or behind, and what became of the Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.catalog.problems import find_language
from generator.catalog.translations import find_translations
from generator.cli.loading import load_or_leave
from generator.cli.options import catalog_option

if TYPE_CHECKING:
    from pathlib import Path

LABELS = {
    "stale": "stale 未更新",
    "missing": "missing 缺英文",
    "before": "zh before 原来的中文",
    "after": "zh now 现在的中文",
    "english": "en 英文",
}


@click.command()
@catalog_option
def translations(folder: Path) -> None:
    """List the English that is missing or stale, with the Chinese before and after.

    列出缺失或未更新的英文，以及中文改动前后的样子。
    """
    found = list(find_translations(load_or_leave(folder, find_language())))
    for text in found:
        click.echo(f"{text.file} {text.where}: {LABELS[text.state]}")
        for name in ("before", "after", "english"):
            if words := getattr(text, name):
                click.echo(f"  {LABELS[name]}: {words}")
    click.echo(f"stale or missing 待更新: {len(found)}")
