"""The verdicts of a whole list for one family: of each clause, and of each service.

theme/scripts/eligibility/verdicts.mjs is this module in JavaScript.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from carelist.eligibility.criteria import ORDER, weigh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import Clause, Service
    from carelist.catalog.revision import Revision
    from carelist.catalog.rules import Criterion, Verdict
    from carelist.eligibility.criteria import Answers, Reason


@dataclass(frozen=True)
class ClauseVerdict:
    """What a family can expect of one promise."""

    clause: Clause
    verdict: Verdict
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class ServiceVerdict:
    """What a family can expect of one service: the best of its clauses."""

    service: Service
    verdict: Verdict
    clauses: tuple[ClauseVerdict, ...]


class RuledClause(NamedTuple):
    """A clause of a list, with the service that it is of and its whole rule."""

    service: Service
    clause: Clause
    rule: Criterion
    """To be of the service's audience, and to meet the clause's own criterion."""


def list_ruled_clauses(revision: Revision) -> Iterator[RuledClause]:
    """Yield every clause of a list with its whole rule, in the order of the list."""
    for service in revision.services:
        for clause, rule in zip(service.clauses, revision.rules[service.id], strict=True):
            yield RuledClause(service, clause, rule)


def decide_services(revision: Revision, answers: Answers) -> tuple[ServiceVerdict, ...]:
    """Give the verdict of every service, in the order of the list."""
    return tuple(decide_service(revision, service, answers) for service in revision.services)


def decide_service(revision: Revision, service: Service, answers: Answers) -> ServiceVerdict:
    """Give the verdict of one service: `no` outside its audience, else the best of its clauses."""
    clauses = tuple(
        ClauseVerdict(clause, *weigh(rule, revision.conditions, answers))
        for clause, rule in zip(service.clauses, revision.rules[service.id], strict=True)
    )
    best = max((part.verdict for part in clauses), key=ORDER.__getitem__)
    return ServiceVerdict(service, best, clauses)
