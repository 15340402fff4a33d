"""What is left to do in a draft, in the order in which a person would do it."""

from __future__ import annotations

from enum import StrEnum, auto
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.kinds import TRANSLATION_KINDS, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.catalog.problems import Problem

_ORDER = list(Kind)
_READABLE, _PROVED, _RECORDED = (
    _ORDER.index(kind) for kind in (Kind.DUPLICATE_ID, Kind.READING_LACKS, Kind.TAG_MISSING)
)
_OFFICIAL = frozenset(
    {
        Kind.NOT_CONSECUTIVE,
        Kind.OUT_OF_ORDER,
        Kind.UNKNOWN_PILLAR,
        Kind.UNKNOWN_DEPARTMENT,
        Kind.UNKNOWN_AUDIENCE,
        Kind.UNKNOWN_GROUP,
        Kind.UNUSED_AUDIENCE,
        Kind.UNUSED_GROUP,
        Kind.UNUSED_PILLAR,
    }
)
"""Kinds of what a list refers to that must be right before its words can be proved."""


class Step(StrEnum):
    """A part of the work on a draft; each is easier once those before it are done."""

    READABLE = auto()
    """Files say what they can say."""
    OFFICIAL = auto()
    """The words are those of the notice."""
    IDS = auto()
    """What is called by an id is called so for ever."""
    OURS = auto()
    """What this site says of the list."""
    TRANSLATIONS = auto()
    SITE = auto()
    """What a list cannot be published without."""


class Left(NamedTuple):
    """What is left to do in one step, in the order of files and lines."""

    step: Step
    problems: tuple[Problem, ...]


def sort_steps(problems: Iterable[Problem]) -> tuple[Left, ...]:
    """Give the steps in which anything is left, in their order."""
    listed = list(problems)
    found = ((step, tuple(p for p in listed if find_step(p) is step)) for step in Step)
    return tuple(Left(step, held) for step, held in found if held)


def find_step(problem: Problem) -> Step:
    """Give the part of the work that a problem is of."""
    kind = problem.kind
    if kind in TRANSLATION_KINDS:
        return Step.TRANSLATIONS
    if kind in {Kind.PROVISIONAL_ID, Kind.PROPOSED_IDS}:
        return Step.IDS
    place = _ORDER.index(kind)
    if kind in _OFFICIAL or _PROVED <= place < _RECORDED:
        return Step.OFFICIAL
    if place < _READABLE:
        return Step.READABLE
    return Step.SITE if kind is Kind.TAG_MISSING else Step.OURS
