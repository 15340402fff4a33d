"""The catalog as it is checked and built: loaded, and its rules judged by what they answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carelist.catalog.loading import inspect_catalog
from carelist.catalog.problems import CatalogError
from carelist.eligibility.lint import find_rule_problems, find_unasked

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.catalog.inspection import Inspection
    from carelist.catalog.rebinding import Sheets
    from carelist.catalog.revision import Catalog


def inspect_list(folder: Path, sheets: Sheets | None = None) -> Inspection:
    """Find every problem of a catalog; those of what its rules answer once they can be read.

    What a draft would make wrong outside its own files is told with the draft, and so are questions
    that nothing depends on.

    Args:
        folder: Of the catalog.
        sheets: What was read of it before; None where nothing was.
    """
    inspection = inspect_catalog(folder, sheets)
    published = [year for year in inspection.rows if year not in inspection.drafts]
    found = list(find_rule_problems(inspection, published, sheets))
    drafts = {}
    for year, draft in inspection.drafts.items():
        lists = [*published, year]
        ahead = [p for p in find_rule_problems(draft, lists) if p not in found]
        drafts[year] = draft.add([*ahead, *find_unasked(draft, lists)])
    return replace(inspection.add(found), drafts=drafts)


def load_list(folder: Path, sheets: Sheets | None = None) -> Catalog:
    """Load a catalog whose rules are sound; a stale translation does not stop it.

    `sheets` are what was read of it before; None where nothing was.

    Raises:
        CatalogError: With every problem that stops the list.
    """
    inspection = inspect_list(folder, sheets)
    if inspection.catalog is None:
        raise CatalogError(p for p in inspection.problems if not p.is_translation)
    return inspection.catalog
