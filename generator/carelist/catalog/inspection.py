"""What one reading of the catalog's folder found."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from carelist.catalog.cascades import drop_consequences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.catalog.binding import Sheet
    from carelist.catalog.problems import Problem
    from carelist.catalog.records import Departments, Services
    from carelist.catalog.revision import Catalog
    from carelist.catalog.rules import Questions, Situations
    from carelist.catalog.vocabulary import Vocabulary


@dataclass(frozen=True)
class Inspection:
    """What one reading of the folder found: the catalog if it can be built, and all problems."""

    catalog: Catalog | None
    problems: tuple[Problem, ...]
    """In the order of files, lines and columns."""
    questions: Sheet[Questions] | None = None
    """Where the questions stand; None where they cannot be read."""
    rows: dict[str, Sheet[Services]] = field(default_factory=dict)
    """Where the rows of each revision of the catalog stand."""
    drafts: dict[str, Inspection] = field(default_factory=dict)
    """By year: what was found in each revision that is not published yet."""
    vocabulary: Sheet[Vocabulary] | None = None
    """Where each word of the vocabulary stands; None where there is none."""
    departments: Sheet[Departments] | None = None
    """Where the departments stand; None where they cannot be read."""
    situations: Sheet[Situations] | None = None
    """Where the situations stand; None where they cannot be read."""
    preview: Catalog | None = None
    """The catalog, whatever is left to do before it is published; None where nothing is proved."""
    unproved: Catalog | None = None
    """The catalog as its files have it, whatever is wrong in them and without any proof: for what
    is asked of its words alone. None where a file cannot be read."""

    def add(self, problems: Iterable[Problem]) -> Inspection:
        """Give what was found with more problems; those of translation do not stop the catalog."""
        found = (*self.problems, *problems)
        stops = any(not problem.is_translation for problem in found)
        catalog = None if stops else self.catalog
        return replace(self, catalog=catalog, problems=drop_consequences(found))
