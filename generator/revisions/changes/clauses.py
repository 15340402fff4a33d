"""What changed in the clauses of a service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.revisions.changes.base import OfService
from generator.revisions.content import insert, put, remove
from generator.revisions.kinds import Kind
from generator.revisions.substance import differ

if TYPE_CHECKING:
    from generator.catalog.records import Clause, How
    from generator.catalog.rules import Criterion, Verdict
    from generator.catalog.texts import Text
    from generator.revisions.content import Content


@dataclass(frozen=True)
class Family:
    """A family for which the answer is another now."""

    answers: tuple[tuple[str, tuple[str, ...]], ...]
    """Chosen options by fact."""
    before: Verdict
    after: Verdict


@dataclass(frozen=True)
class ClauseAdded(OfService):
    """A new promise."""

    service: str
    clause: Clause
    place: int
    kind = Kind.CLAUSE_ADDED

    def apply(self, content: Content) -> Content:
        """Add the clause."""
        return insert(content, (*self.path, "clauses"), self.clause, self.place)


@dataclass(frozen=True)
class ClauseWithdrawn(OfService):
    """A promise that is no more."""

    service: str
    clause: Clause
    kind = Kind.CLAUSE_WITHDRAWN

    def apply(self, content: Content) -> Content:
        """Take the clause out."""
        return remove(content, (*self.path, "clauses"), self.clause.id)


@dataclass(frozen=True)
class ClauseReworded(OfService):
    """A promise in other words."""

    service: str
    clause: str
    before: Text
    after: Text
    kind = Kind.CLAUSE_REWORDED

    @property
    def is_major(self) -> bool:
        """Whether it says something else."""
        return differ(self.before.zh, self.after.zh)

    def apply(self, content: Content) -> Content:
        """Set the words."""
        return put(content, (*self.path, "clauses", self.clause, "text"), self.after)


@dataclass(frozen=True)
class HowChanged(OfService):
    """Another way to get it."""

    service: str
    clause: str
    before: How
    after: How
    kind = Kind.HOW_CHANGED

    def apply(self, content: Content) -> Content:
        """Set the way."""
        return put(content, (*self.path, "clauses", self.clause, "how"), self.after)


@dataclass(frozen=True)
class CriterionChanged(OfService):
    """Another answer for some family, whatever brought it about: clause, audience or condition."""

    service: str
    clause: str
    before: Criterion
    after: Criterion
    gained: Family | None
    lost: Family | None

    @property
    def kind(self) -> Kind:
        """Relaxed where families only gain, tightened where they only lose."""
        if self.gained and self.lost:
            return Kind.CRITERION_CHANGED
        return Kind.CRITERION_RELAXED if self.gained else Kind.CRITERION_TIGHTENED

    def apply(self, content: Content) -> Content:
        """Set the criterion of the clause."""
        return put(content, (*self.path, "clauses", self.clause, "criterion"), self.after)
