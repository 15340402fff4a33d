"""Verdicts on a page: services with their clauses, each with its reasons in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.eligibility.criteria import list_told
from carelist.eligibility.groups import PUBLIC
from carelist.site import addresses
from carelist.site.asking import find_first_call, list_offices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelist.catalog.records import Service
    from carelist.catalog.rules import Condition, Verdict
    from carelist.eligibility.criteria import Outcome, Reason
    from carelist.eligibility.verdicts import ClauseVerdict, ServiceVerdict
    from carelist.site.desk import Desk
    from carelist.site.parts import Bodies, DepartmentTag, HotlineItem, HowTag, OfficeItem
    from carelist.site.speaking import Said


class ReasonPart(NamedTuple):
    """Why a clause fits, may fit, or does not."""

    outcome: Outcome
    label: str
    words: Said
    quote: Said
    is_bare: bool
    """Whether its words are those of the list, which are quoted: they are not said twice."""


class ClauseResult(NamedTuple):
    """What can be expected of one promise."""

    id: str
    title: Said
    item: str
    """The number of its service, where other services have a clause of that title; else empty."""
    href: str
    how: HowTag
    verdict: Verdict
    label: str
    """Empty where departments work for all: that such work fits a child would be a promise."""
    reasons: tuple[ReasonPart, ...]
    """Those that are its own, where there are other clauses beside it."""


class Reached(NamedTuple):
    """How a department can be reached for a service."""

    tag: DepartmentTag
    offices: tuple[OfficeItem, ...]


class ServiceResult(NamedTuple):
    """What can be expected of one service."""

    id: str
    number: int
    title: Said
    href: str
    colour: str
    verdict: Verdict
    bodies: tuple[Bodies, ...]
    """Whom to ask, by role; none where the list names nobody."""
    reached: tuple[Reached, ...]
    """How those can be reached of whom that is known; no part of the notice."""
    call: HotlineItem | None
    """Whom to call first, where it may be about what cannot wait; no part of the notice."""
    reasons: tuple[ReasonPart, ...]
    """Those that all the clauses share, told once."""
    clauses: tuple[ClauseResult, ...]


def make_result(
    desk: Desk, verdict: ServiceVerdict, clauses: Sequence[ClauseVerdict]
) -> ServiceResult:
    """Show a service with some of its clauses."""
    service = verdict.service
    shared = _find_shared(clauses)
    href = desk.links.page(addresses.service(service.id))
    return ServiceResult(
        service.id,
        service.number,
        desk.title_of(service),
        href,
        desk.colour_of(service),
        verdict.verdict,
        desk.bodies(service),
        list_reached(desk, service),
        find_first_call(desk, service.id),
        make_reasons(desk, shared),
        tuple(
            ClauseResult(
                part.clause.id,
                desk.say(part.clause.title),
                _name_item(desk, verdict.service.number, part.clause.title.source),
                f"{href}#{part.clause.id}",
                desk.how_tag(part.clause.how),
                part.verdict,
                "" if part.clause.how == PUBLIC else desk.words[f"verdict_{part.verdict}"],
                make_reasons(desk, [reason for reason in part.reasons if reason not in shared]),
            )
            for part in clauses
        ),
    )


def list_reached(desk: Desk, service: Service) -> tuple[Reached, ...]:
    """How the departments of a service can be reached, where that is known."""
    return tuple(
        Reached(desk.department_tag(name), offices)
        for name in service.departments
        if (offices := list_offices(desk, name, service.id))
    )


def _name_item(desk: Desk, number: int, title: str) -> str:
    if title not in desk.index.shared_titles:
        return ""
    return desk.words.clause_of.format(number=number)


def _find_shared(clauses: Sequence[ClauseVerdict]) -> list[Reason]:
    """List the reasons of all clauses, where there is more than one clause."""
    if len(clauses) == 1:
        return []
    first, *others = clauses
    return [r for r in first.reasons if all(r in other.reasons for other in others)]


def make_reasons(desk: Desk, reasons: Sequence[Reason]) -> tuple[ReasonPart, ...]:
    """Show the reasons that are told."""
    told = list_told(reasons, desk.revision.conditions)
    return tuple(_make_reason(desk, reason) for reason in told)


def _make_reason(desk: Desk, reason: Reason) -> ReasonPart:
    condition = desk.revision.conditions[reason.condition]
    label = desk.words[f"outcome_{reason.outcome}"].format(
        departments=name_departments(desk, condition)
    )
    if reason.negated:
        label += desk.words.outcome_negated
    words, quote = desk.say(condition.words), desk.say(condition.quote)
    return ReasonPart(reason.outcome, label, words, quote, is_bare(words, quote))


def is_bare(words: Said, quote: Said) -> bool:
    """Whether the words of a condition are those of the list, which are quoted beside them."""
    return words.text.casefold() == quote.text.casefold()


def name_departments(desk: Desk, condition: Condition) -> str:
    """Name the departments that decide a condition."""
    names = (desk.catalog.departments[name].name for name in condition.set_by)
    return desk.words.list_comma.join(desk.write(name) for name in names)
