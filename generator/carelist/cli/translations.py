"""`carelist translations`: what is missing or behind, and what became of its source."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from carelist.catalog.files import find_folder_problems
from carelist.catalog.kinds import Kind
from carelist.catalog.speaking import read_spoken
from carelist.catalog.translations import find_translations, read_documents, write_digests
from carelist.cli.earlier import list_earlier
from carelist.cli.explaining import ExplainedCommand
from carelist.cli.options import catalog_option, locale_option
from carelist.cli.saying import say
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from carelist.catalog.translations import Translation
    from carelist.speech.locales import Locale


@click.command(cls=ExplainedCommand)
@catalog_option
@click.option(
    "--write",
    "places",
    multiple=True,
    metavar="FILE:LINE",
)
@click.option("--new", "is_new", is_flag=True)
@locale_option
def translations(
    folder: Path, places: tuple[str, ...], language: Locale | None, *, is_new: bool
) -> None:
    """List translations that are missing or stale, with their source before and after."""
    chosen = language or find_own_locale()
    problems = [p for p in find_folder_problems(folder) if p.kind != Kind.ONLY_DRAFTS]
    documents = [] if problems else read_documents(folder)
    problems += [problem for _, document in documents for problem in document.problems]
    for problem in problems:
        click.echo(problem.line(chosen), err=True)
    locales, _ = read_spoken(folder)
    found = list(find_translations(documents, locales, list_earlier))
    if is_new:
        places += tuple(_name_place(one) for one in found if one.translated and one.digest_at.key)
    found = _write(found, places, chosen)
    for text in found:
        file, line, column = text.at
        named = {
            "language": text.locale.name_in(chosen),
            "tag": text.locale.tag,
            "source": locales.source.tag,
        }
        click.echo(f"{file}:{line}:{column}: {text.where}: {say(text.state, chosen, **named)}")
        for name in ("before", "after", "translated"):
            if words := getattr(text, name):
                click.echo(f"  {say(name, chosen, **named)}: {words}")
    click.echo(say("to_translate", chosen, count=str(len(found))))
    sys.exit(1 if problems else 0)


def _write(
    found: list[Translation], places: tuple[str, ...], language: Locale
) -> list[Translation]:
    """Write the digests at some places, and give what is left."""
    stale = [one for one in found if one.state == "stale"]
    known = {_name_place(one) for one in stale}
    if strange := [place for place in places if place not in known]:
        raise click.UsageError(say("not_stale", language, value=strange[0]))
    chosen = [one for one in stale if _name_place(one) in places]
    for file in sorted({one.at.file for one in chosen}):
        path = Path(file)
        text = path.read_text(encoding="utf-8")
        here = [one for one in chosen if one.at.file == file]
        path.write_text(write_digests(text, here), encoding="utf-8")
    return [one for one in found if one not in chosen]


def _name_place(one: Translation) -> str:
    """Name the line of a text, as `--write` is given it: all its translations stand there."""
    return f"{one.at.file}:{one.at.line}"
