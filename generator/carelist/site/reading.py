"""The list that a site is made of, as its files are now."""

from __future__ import annotations

from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.previews import find_edited, find_preview
from carelist.catalog.rebinding import Sheets
from carelist.eligibility.inspecting import inspect_list
from carelist.site.forked import can_fork, do_apart
from carelist.site.icons import find_unknown_icons
from carelist.site.unchanged import sign_files, sign_program
from carelist.speech.locales import FOLDER, forget_locales
from carelist.speech.own import find_own_locale
from carelist.speech.words import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carelist.catalog.inspection import Inspection
    from carelist.catalog.revision import Catalog
    from carelist.site.settings import Settings
    from carelist.store import Store

SHEETS = "sheets"
"""The store of what was read of lists."""
LONG = 1 << 19
"""Bytes of the files of a list that is read in a process of its own: some 200 services."""


class ListRead(NamedTuple):
    """What the files of a list are now."""

    catalog: Catalog | None
    problems: tuple[str, ...] = ()
    """All that is wrong where no site can be made, a line each."""
    is_draft: bool = False
    """Whether it is not published yet: its site is to be looked at."""
    left: tuple[str, ...] = ()
    """What is left to do before a preview can be published, a line each."""


def open_sheets(folder: Path, store: Store | None) -> Sheets:
    """Give what was read of a list by commands before; nothing where nothing is kept.

    Args:
        folder: Of the list.
        store: Where it is kept; None where no project is around the list.
    """
    if not store:
        return Sheets()
    words = sign_files([str((folder / FOLDER).absolute())], ())
    return Sheets(store.folder, f"{sign_program()} {words}")


def take_sheets(settings: Settings) -> Sheets:
    """Give what was read of the list of a project: nothing yet for an editor who looks at it."""
    store = None if settings.serving else settings.open_store(SHEETS)
    return open_sheets(settings.catalog, store)


def read_list(
    folder: Path,
    themes: tuple[Path, ...],
    *,
    previews: bool = False,
    sheets: Sheets | None = None,
) -> ListRead:
    """Give the list as its files are now, or its latest draft where nothing is published yet.

    Args:
        folder: Of the list.
        themes: Where its icons are.
        previews: Whether the site is looked at only, and an edit need not be ready to be published.
        sheets: What was read of it before; None where nothing was.
    """
    words = sign_files([str(SHIPPED), str(folder / FOLDER)], ())
    if sheets is None or sheets.has_other(words):
        forget_locales()
    inspection = inspect_list(folder, sheets)
    if sheets:
        sheets.keep()
    edited = find_edited(inspection) if previews else None
    catalog = inspection.catalog or edited or find_preview(inspection)
    if catalog is None:
        return ListRead(None, tuple(_list_stops(inspection)))
    unknown = find_unknown_icons(catalog, themes)
    if unknown:
        return ListRead(None, tuple(unknown))
    left = [one.line(find_own_locale()) for one in inspection.problems] if edited else []
    return ListRead(catalog, is_draft=inspection.preview is None, left=tuple(left))


def read_of(settings: Settings, sheets: Sheets | None = None) -> ListRead:
    """Give the list of a project as its files are now.

    A long one that is not read again is read in a process of its own: what that leaves behind in
    Python's memory, where text, trees and records were made in turn, is more than the list.

    Args:
        settings: Of the project.
        sheets: What was read of it, which is kept; None where it is read once.
    """
    read = partial(
        read_list,
        settings.catalog,
        settings.themes,
        previews=settings.previews,
        sheets=sheets or take_sheets(settings),
    )
    size = sum(file.stat().st_size for file in settings.catalog.rglob("*.yml"))
    if sheets is None and size >= LONG and can_fork():
        with suppress(BrokenProcessPool):  # what has ended it may not end this one
            return do_apart(read)
    return read()


def list_remarks(told: ListRead, settings: Settings) -> tuple[str, ...]:
    """List the words that every page of a preview bears, by their keys."""
    remarks = {"preview_draft": told.is_draft, "preview_address": not settings.has_address}
    return tuple(key for key, is_so in remarks.items() if is_so)


def _list_stops(inspection: Inspection) -> Iterator[str]:
    """Yield what stops a list; where there are only drafts, what stops the latest, too."""
    drafts = inspection.drafts if not inspection.rows.keys() - inspection.drafts.keys() else {}
    latest = drafts[max(drafts)].problems if drafts else ()
    for problem in (*inspection.problems, *latest):
        if not problem.is_translation:
            yield problem.line(find_own_locale())
