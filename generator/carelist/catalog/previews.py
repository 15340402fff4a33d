"""A list that is not published yet, as pages can be made of it to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.kinds import Kind
from carelist.catalog.steps import Step, find_step

if TYPE_CHECKING:
    from carelist.catalog.inspection import Inspection
    from carelist.catalog.problems import Problem
    from carelist.catalog.revision import Catalog


def find_preview(inspection: Inspection) -> Catalog | None:
    """Give the catalog with its latest draft as the list in force, whatever is left to do in it.

    None where a list is published, or where no page could be made: a file cannot be read, or what a
    list refers to is not there.
    """
    if inspection.preview or not inspection.drafts:
        return None
    draft = inspection.drafts[max(inspection.drafts)]
    problems = [one for one in inspection.problems if one.kind is not Kind.ONLY_DRAFTS]
    return None if any(map(_stops, (*problems, *draft.problems))) else draft.preview


def find_edited(inspection: Inspection) -> Catalog | None:
    """Give the catalog as its files are, where nothing but publication is left to do for it.

    An edit of a published list wants a line in its log, and other languages that follow it, before
    it is published; to look at it needs neither.
    """
    is_left = all(problem.is_of_publication for problem in inspection.problems)
    return inspection.preview if is_left else None


def _stops(problem: Problem) -> bool:
    """Whether no page can be made for a problem: files, shapes and references must hold."""
    refers = problem.kind is Kind.DUPLICATE_ID or problem.kind.startswith("unknown_")
    return refers or find_step(problem) is Step.READABLE
