"""The catalog as it is checked and built: loaded, and its rules judged by what they answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carelist.catalog.kinds import Kind
from carelist.catalog.loading import inspect_catalog
from carelist.catalog.problems import CatalogError
from carelist.eligibility.lint import find_rule_problems

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.catalog.inspection import Inspection
    from carelist.catalog.revision import Catalog


def inspect_list(folder: Path) -> Inspection:
    """Find every problem of a catalog; those of what its rules answer once they can be read.

    What a draft would make wrong outside its own files is told with the draft.
    """
    inspection = inspect_catalog(folder)
    published = [year for year in inspection.rows if year not in inspection.drafts]
    found = list(find_rule_problems(inspection, published))
    drafts = {}
    for year, draft in inspection.drafts.items():
        ahead = list(find_rule_problems(draft, [*published, year]))
        drafts[year] = draft.add(problem for problem in ahead if problem not in found)
        found = [p for p in found if p.kind != Kind.UNUSED_FACT or p in ahead]
    return replace(inspection.add(found), drafts=drafts)


def load_list(folder: Path) -> Catalog:
    """Load a catalog whose rules are sound; English that is missing or stale does not stop it.

    Raises:
        CatalogError: With every problem that stops the list.
    """
    inspection = inspect_list(folder)
    if inspection.catalog is None:
        raise CatalogError(p for p in inspection.problems if not p.is_translation)
    return inspection.catalog
