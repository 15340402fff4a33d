"""Loading a list for a command: sound, or told and left."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

import click

from carelist.catalog.problems import CatalogError
from carelist.eligibility.inspecting import load_list
from carelist.site.reading import SHEETS, open_sheets
from carelist.store import find_store

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from carelist.catalog.problems import Problem
    from carelist.catalog.revision import Catalog
    from carelist.speech.locales import Locale


def load_or_leave(folder: Path, language: Locale) -> Catalog:
    """Load a sound list, or tell what is wrong with it and leave."""
    sheets = open_sheets(folder, find_store(folder.parent, SHEETS))
    try:
        return load_list(folder, sheets)
    except CatalogError as error:
        leave(error.problems, language)
    finally:
        sheets.keep()


def leave(problems: Iterable[Problem], language: Locale) -> NoReturn:
    """Tell what is wrong, and end the command."""
    for problem in problems:
        click.echo(problem.line(language), err=True)
    sys.exit(1)
