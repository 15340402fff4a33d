"""What `carelist check` tells of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.kinds import Kind
from carelist.catalog.offices import find_old_offices
from carelist.catalog.problems import Position, annotate, write_line
from carelist.catalog.summary import (
    count_problems,
    list_left,
    list_lines,
    list_losses,
    sum_up_catalog,
)
from carelist.eligibility.inspecting import inspect_list
from carelist.publicity.printable import can_print
from carelist.search.checks import inspect_vocabulary
from carelist.search.sounds import find_reader
from carelist.site.reading import SHEETS, open_sheets
from carelist.store import find_store

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from carelist.catalog.inspection import Inspection
    from carelist.catalog.problems import Problem
    from carelist.speech.locales import Locale


def tell_problems(
    folder: Path, language: Locale, today: dt.date, *, is_github: bool, allow_stale: bool
) -> tuple[list[str], bool]:
    """Tell every problem of a list, or how it is proved, a line each; and whether it may go out."""
    sheets = open_sheets(folder, find_store(folder.parent, SHEETS))
    reader = find_reader(folder.parent)
    inspection = inspect_vocabulary(inspect_list(folder, sheets), reader, sheets)
    sheets.keep()
    passes = _passes(inspection, allow_stale=allow_stale)
    lines = [*list_lines(inspection.problems, language, is_github=is_github)]
    if passes and inspection.catalog:
        lines += sum_up_catalog(inspection.catalog, language)
    if any(problem.kind != Kind.ONLY_DRAFTS for problem in inspection.problems) or passes:
        lines.append(count_problems(inspection.problems, language, allowed=passes))
    old = list_old_offices(inspection, today)
    lines += list_lines(old, language, is_github=is_github, level="notice")
    at = Position(f"{folder}/site.yml")
    for told in _list_unprintable(inspection, language):
        lines.append(annotate(at, told, "notice") if is_github else write_line(at, told))
    lines += _list_left_in_drafts(inspection, language, is_github=is_github)
    return lines, passes


def _list_unprintable(inspection: Inspection, language: Locale) -> Iterator[str]:
    """Yield what no font has of the kit, which is not drawn here; it holds nothing back."""
    if inspection.catalog and not can_print(inspection.catalog):
        from carelist.site.kit import tell_unprintable  # noqa: PLC0415  # slow to load
        from carelist.site.place import Place  # noqa: PLC0415
        from carelist.site.site import Site  # noqa: PLC0415

        yield from tell_unprintable(Site.of(inspection.catalog, Place("/", "")), language)


def _list_left_in_drafts(
    inspection: Inspection, language: Locale, *, is_github: bool
) -> Iterator[str]:
    """Yield what is left to do in each draft, and what it would lose of the list before."""
    for year, draft in inspection.drafts.items():
        yield from list_left(year, draft.problems, language, is_github=is_github)
        earlier = [one for one in inspection.rows if one < year and one not in inspection.drafts]
        if earlier and year in inspection.rows:
            names = max(earlier), year
            yield from list_losses(*names, inspection.rows, language, is_github=is_github)


def list_old_offices(inspection: Inspection, today: dt.date) -> list[Problem]:
    """List the offices to check again; they hold back nothing."""
    sheet = inspection.departments
    return list(find_old_offices(sheet, today)) if sheet else []


def _passes(inspection: Inspection, *, allow_stale: bool) -> bool:
    """Whether a list may be published as it is."""
    return inspection.catalog is not None and (allow_stale or not inspection.problems)
