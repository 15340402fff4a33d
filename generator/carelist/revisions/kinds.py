"""The kinds of change: how grave each is, and whether readers see it."""

from __future__ import annotations

from enum import Enum, StrEnum, auto
from typing import Self


class Rank(Enum):
    """How grave a kind of change is."""

    MAJOR = auto()
    """What a family can have, who can have it, how, whom they ask, and what official words say.

    Two exceptions stand with their classes: where two official texts differ, `substance.differ`
    says whether that is small, and a corrected reading is as grave as what it corrects.
    """
    MINOR = auto()
    """All else: a new item number, pillar or order gives nobody more or less."""
    UNSEEN = auto()
    """What no reader of the site sees: applied, and told only where everything is."""


class ChangeKind(StrEnum):
    """Every kind of change between two revisions, in the order in which they are told.

    Each with its rank, and whether it rewords: then its sentence does not quote both wordings, and
    says which numbers are others. Its label and its sentence stand in changes.yml.
    """

    SERVICE_ADDED = "service_added", Rank.MAJOR
    SERVICE_WITHDRAWN = "service_withdrawn", Rank.MAJOR
    SERVICE_SPLIT = "service_split", Rank.MAJOR
    SERVICES_MERGED = "services_merged", Rank.MAJOR
    SERVICES_REPLACED = "services_replaced", Rank.MAJOR
    AUDIENCE_CHANGED = "audience_changed", Rank.MAJOR
    CRITERION_RELAXED = "criterion_relaxed", Rank.MAJOR
    CRITERION_TIGHTENED = "criterion_tightened", Rank.MAJOR
    CRITERION_CHANGED = "criterion_changed", Rank.MAJOR
    CLAUSE_ADDED = "clause_added", Rank.MAJOR
    CLAUSE_WITHDRAWN = "clause_withdrawn", Rank.MAJOR
    CLAUSE_REWORDED = "clause_reworded", Rank.MAJOR, True
    HOW_CHANGED = "how_changed", Rank.MAJOR
    DEPARTMENT_ADDED = "department_added", Rank.MAJOR
    DEPARTMENT_REMOVED = "department_removed", Rank.MAJOR
    ROLE_CHANGED = "role_changed", Rank.MAJOR
    OTHERS_CHANGED = "others_changed", Rank.MAJOR
    CELL_CHANGED = "cell_changed", Rank.MAJOR, True
    RENAMED = "renamed", Rank.MAJOR
    MOVED = "moved", Rank.MINOR
    TYPES_CHANGED = "types_changed", Rank.MINOR
    RENUMBERED = "renumbered", Rank.MINOR
    REORDERED = "reordered", Rank.MINOR
    MEASURE_ADDED = "measure_added", Rank.MAJOR
    MEASURE_WITHDRAWN = "measure_withdrawn", Rank.MAJOR
    MEASURE_REWORDED = "measure_reworded", Rank.MAJOR, True
    ISSUER_ADDED = "issuer_added", Rank.MAJOR
    ISSUER_REMOVED = "issuer_removed", Rank.MAJOR
    NOTICE_ISSUED = "notice_issued", Rank.MAJOR
    NOTICE_REWORDED = "notice_reworded", Rank.MAJOR, True
    READING_CORRECTED = "reading_corrected", Rank.MINOR
    EDITORIAL_ONLY = "editorial_only", Rank.MINOR, True
    TRANSLATION_ONLY = "translation_only", Rank.MINOR, True
    COPY_REPLACED = "copy_replaced", Rank.UNSEEN
    BOOKKEEPING = "bookkeeping", Rank.UNSEEN

    rank: Rank
    rewords: bool

    def __new__(cls, name: str, rank: Rank, rewords: bool = False) -> Self:  # noqa: FBT001, FBT002  # values of an enum have no names
        """Make a member of its name, which is its value."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.rank = rank
        member.rewords = rewords
        return member

    @property
    def is_major(self) -> bool:
        """Whether it changes what a family can have, who can, how, or whom they ask."""
        return self.rank is Rank.MAJOR

    @property
    def is_seen(self) -> bool:
        """Whether readers of the site see it."""
        return self.rank is not Rank.UNSEEN
