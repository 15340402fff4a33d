"""`carelist translations`: which English is missing or behind, and what became of the Chinese."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from generator.catalog.files import find_folder_problems
from generator.catalog.messages import Kind
from generator.catalog.problems import find_language
from generator.catalog.translations import find_translations, read_documents
from generator.cli.earlier import list_earlier
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

    列出缺失或未更新的英文，以及中文改动前后的样子；草稿也在内。
    """
    problems = [p for p in find_folder_problems(folder) if p.kind != Kind.ONLY_DRAFTS]
    documents = [] if problems else read_documents(folder)
    problems += [problem for _, document in documents for problem in document.problems]
    for problem in problems:
        click.echo(problem.line(find_language()), err=True)
    found = list(find_translations(documents, list_earlier))
    for text in found:
        file, line, column = text.at
        click.echo(f"{file}:{line}:{column}: {text.where}: {LABELS[text.state]}")
        for name in ("before", "after", "english"):
            if words := getattr(text, name):
                click.echo(f"  {LABELS[name]}: {words}")
    click.echo(f"stale or missing 待更新: {len(found)}")
    sys.exit(1 if problems else 0)
