"""Writes a new city into a folder that is empty, or not there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.loading import SCHEMA_FOLDER
from carelist.catalog.schema import write_schemas
from carelist.intake.orders import Request, take_in
from carelist.starting.files import list_files

if TYPE_CHECKING:
    from carelist.intake.orders import Outcome
    from carelist.speech.locales import Locale
    from carelist.starting.order import Order


class Begun(NamedTuple):
    """What came of it."""

    files: int
    """Files that were written; none where there were some already."""
    intake: Outcome | None
    """What the intake of a notice told."""


def begin_city(order: Order, language: Locale) -> Begun:
    """Write the files of a city, and draft its list where there is a notice."""
    if order.folder.is_dir() and any(order.folder.iterdir()):
        return Begun(0, None)
    for path, text in list_files(order):
        file = order.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    catalog = order.folder / "catalog"
    write_schemas(catalog / SCHEMA_FOLDER)
    request = order.notice and Request(catalog, order.notice, order.year, None, None)
    intake = take_in(request, language) if request else None
    return Begun(sum(path.is_file() for path in order.folder.rglob("*")), intake)
