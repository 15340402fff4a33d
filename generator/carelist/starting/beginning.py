"""Writes a new city into a folder that is empty, or not there yet."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.loading import SCHEMA_FOLDER
from carelist.catalog.schema import write_schemas
from carelist.intake.orders import Request, take_in
from carelist.starting.files import list_files

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.intake.orders import Outcome
    from carelist.speech.locales import Locale
    from carelist.starting.order import Order


class Begun(NamedTuple):
    """What came of it."""

    files: int
    """Files that were written; none where there were some already, or its notice was refused."""
    intake: Outcome | None
    """What the intake of a notice told."""


def begin_city(order: Order, language: Locale) -> Begun:
    """Write the files of a city, and draft its list where there is a notice.

    Where that is refused nothing is left behind, so that the same command can be given again.
    """
    if order.folder.is_dir() and any(order.folder.iterdir()):
        return Begun(0, None)
    missing = [one for one in (order.folder, *order.folder.parents) if not one.exists()]
    for path, text in list_files(order):
        file = order.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    write_schemas(order.folder / "catalog" / SCHEMA_FOLDER)
    intake = _take_in(order, order.notice, language) if order.notice else None
    if intake and not intake.is_done:
        _take_back(order.folder, missing)
        return Begun(0, intake)
    return Begun(sum(path.is_file() for path in order.folder.rglob("*")), intake)


def _take_in(order: Order, notice: Path, language: Locale) -> Outcome:
    catalog = order.folder / "catalog"
    return take_in(Request(catalog, notice, order.year, None, None, order.tables), language)


def _take_back(folder: Path, missing: list[Path]) -> None:
    """Remove what was written: the folders that were not there, or all of one that was empty."""
    for path in missing[-1:] or folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
