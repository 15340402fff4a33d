"""The kinds of change, and which of them are major."""

from __future__ import annotations

from enum import StrEnum, auto


class Kind(StrEnum):
    """Every kind of change between two revisions, in the order in which they are told."""

    SERVICE_ADDED = auto()
    SERVICE_WITHDRAWN = auto()
    SERVICE_SPLIT = auto()
    SERVICES_MERGED = auto()
    SERVICES_REPLACED = auto()
    AUDIENCE_CHANGED = auto()
    CRITERION_RELAXED = auto()
    CRITERION_TIGHTENED = auto()
    CRITERION_CHANGED = auto()
    CLAUSE_ADDED = auto()
    CLAUSE_WITHDRAWN = auto()
    CLAUSE_REWORDED = auto()
    HOW_CHANGED = auto()
    DEPARTMENT_ADDED = auto()
    DEPARTMENT_REMOVED = auto()
    RENAMED = auto()
    MOVED = auto()
    RENUMBERED = auto()
    REORDERED = auto()
    MEASURE_ADDED = auto()
    MEASURE_WITHDRAWN = auto()
    MEASURE_REWORDED = auto()
    ISSUER_ADDED = auto()
    ISSUER_REMOVED = auto()
    NOTICE_ISSUED = auto()
    NOTICE_REWORDED = auto()
    READING_CORRECTED = auto()
    EDITORIAL_ONLY = auto()
    ENGLISH_ONLY = auto()
    COPY_REPLACED = auto()
    BOOKKEEPING = auto()


MAJOR = frozenset(
    {
        Kind.SERVICE_ADDED,
        Kind.SERVICE_WITHDRAWN,
        Kind.SERVICE_SPLIT,
        Kind.SERVICES_MERGED,
        Kind.SERVICES_REPLACED,
        Kind.AUDIENCE_CHANGED,
        Kind.CRITERION_RELAXED,
        Kind.CRITERION_TIGHTENED,
        Kind.CRITERION_CHANGED,
        Kind.CLAUSE_ADDED,
        Kind.CLAUSE_WITHDRAWN,
        Kind.CLAUSE_REWORDED,
        Kind.HOW_CHANGED,
        Kind.DEPARTMENT_ADDED,
        Kind.DEPARTMENT_REMOVED,
        Kind.RENAMED,
        Kind.MEASURE_ADDED,
        Kind.MEASURE_WITHDRAWN,
        Kind.MEASURE_REWORDED,
        Kind.ISSUER_ADDED,
        Kind.ISSUER_REMOVED,
        Kind.NOTICE_ISSUED,
        Kind.NOTICE_REWORDED,
    }
)
"""What a family can have, who can have it, how, whom they ask, and what official words say. All
else is minor: a new item number, pillar or order gives nobody more or less. Two exceptions stand
with their classes: where two official texts differ, `substance.differ` says whether that is small,
and a corrected reading is as grave as what it corrects."""

UNSEEN = frozenset({Kind.COPY_REPLACED, Kind.BOOKKEEPING})
"""What no reader of the site sees: applied, and told only where everything is."""
