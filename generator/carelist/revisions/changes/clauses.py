"""What changed in the clauses of a service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.revisions.changes.base import OfService
from carelist.revisions.content import insert, put, remove
from carelist.revisions.describing import Description
from carelist.revisions.kinds import ChangeKind
from carelist.revisions.substance import differ

if TYPE_CHECKING:
    from carelist.catalog.records import Clause, How
    from carelist.catalog.rules import Criterion
    from carelist.catalog.texts import Text
    from carelist.revisions.content import Content
    from carelist.revisions.family import Family
    from carelist.revisions.naming import Names


@dataclass(frozen=True)
class ClauseAdded(OfService):
    """A new promise."""

    service: str
    clause: Clause
    place: int
    kind = ChangeKind.CLAUSE_ADDED

    def apply(self, content: Content) -> Content:
        """Add the clause."""
        return insert(content, (*self.path, "clauses"), self.clause, self.place)

    def describe(self, names: Names) -> Description:
        """The clause, its words, and for whom it is."""
        people = names.audience(names.after, self.service, self.clause)
        values = {"clause": names.write(self.clause.title)}
        return Description(values, None, self.clause.text, gains=people)


@dataclass(frozen=True)
class ClauseWithdrawn(OfService):
    """A promise that is no more."""

    service: str
    clause: Clause
    kind = ChangeKind.CLAUSE_WITHDRAWN

    def apply(self, content: Content) -> Content:
        """Take the clause out."""
        return remove(content, (*self.path, "clauses"), self.clause.id)

    def describe(self, names: Names) -> Description:
        """The clause, its words, and for whom it was."""
        people = names.audience(names.before, self.service, self.clause)
        values = {"clause": names.write(self.clause.title)}
        return Description(values, self.clause.text, None, loses=people)


@dataclass(frozen=True)
class ClauseReworded(OfService):
    """A promise in other words."""

    service: str
    clause: str
    before: Text
    after: Text
    kind = ChangeKind.CLAUSE_REWORDED

    @property
    def is_major(self) -> bool:
        """Whether it says something else."""
        return differ(self.before.source, self.after.source)

    def apply(self, content: Content) -> Content:
        """Set the words."""
        return put(content, (*self.path, "clauses", self.clause, "text"), self.after)

    def describe(self, names: Names) -> Description:
        """The clause, and both wordings."""
        values = {"clause": names.clause(self.service, self.clause)}
        return Description(values, self.before, self.after)


@dataclass(frozen=True)
class HowChanged(OfService):
    """Another way to get it."""

    service: str
    clause: str
    before: How
    after: How
    kind = ChangeKind.HOW_CHANGED

    def apply(self, content: Content) -> Content:
        """Set the way."""
        return put(content, (*self.path, "clauses", self.clause, "how"), self.after)

    def describe(self, names: Names) -> Description:
        """The clause, and both ways."""
        hows = {"before": self.before, "after": self.after}
        values = {side: names.say(f"how_{how}") for side, how in hows.items()}
        return Description({"clause": names.clause(self.service, self.clause), **values})


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
    def kind(self) -> ChangeKind:
        """Relaxed where families only gain, tightened where they only lose."""
        if self.gained and self.lost:
            return ChangeKind.CRITERION_CHANGED
        return ChangeKind.CRITERION_RELAXED if self.gained else ChangeKind.CRITERION_TIGHTENED

    def apply(self, content: Content) -> Content:
        """Set the criterion of the clause."""
        return put(content, (*self.path, "clauses", self.clause, "criterion"), self.after)

    def describe(self, names: Names) -> Description:
        """The clause, and a family for which the answer is another."""
        values = {"clause": names.clause(self.service, self.clause)}
        gains, loses = names.family(self.gained), names.family(self.lost)
        return Description(values, gains=gains, loses=loses)
