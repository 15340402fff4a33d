"""`carelist translations`: which English is missing or behind, and what became of the Chinese."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.catalog.files import find_folder_problems
from generator.catalog.kinds import Kind
from generator.catalog.problems import find_language
from generator.catalog.translations import find_translations, read_documents, write_digests
from generator.cli.earlier import list_earlier
from generator.cli.options import catalog_option, language_option
from generator.cli.saying import say

if TYPE_CHECKING:
    from generator.catalog.problems import Language
    from generator.catalog.translations import Translation


@click.command()
@catalog_option
@click.option(
    "--write",
    "places",
    multiple=True,
    metavar="FILE:LINE",
)
@language_option
def translations(folder: Path, places: tuple[str, ...], language: Language | None) -> None:
    """List the English that is missing or stale, with the Chinese before and after."""
    chosen = language or find_language()
    problems = [p for p in find_folder_problems(folder) if p.kind != Kind.ONLY_DRAFTS]
    documents = [] if problems else read_documents(folder)
    problems += [problem for _, document in documents for problem in document.problems]
    for problem in problems:
        click.echo(problem.line(chosen), err=True)
    found = list(find_translations(documents, list_earlier))
    found = _write(found, places, chosen)
    for text in found:
        file, line, column = text.at
        click.echo(f"{file}:{line}:{column}: {text.where}: {say(text.state, chosen)}")
        for name in ("before", "after", "english"):
            if words := getattr(text, name):
                click.echo(f"  {say(name, chosen)}: {words}")
    click.echo(say("to_translate", chosen, count=str(len(found))))
    sys.exit(1 if problems else 0)


def _write(
    found: list[Translation], places: tuple[str, ...], language: Language
) -> list[Translation]:
    """Write the digests at some places, and give what is left."""
    stale = {f"{one.at.file}:{one.at.line}": one for one in found if one.state == "stale"}
    if strange := [place for place in places if place not in stale]:
        raise click.UsageError(say("not_stale", language, value=strange[0]))
    chosen = [stale[place] for place in places]
    for file in sorted({one.at.file for one in chosen}):
        path = Path(file)
        text = path.read_text(encoding="utf-8")
        here = [one for one in chosen if one.at.file == file]
        path.write_text(write_digests(text, here), encoding="utf-8")
    return [one for one in found if one not in chosen]
