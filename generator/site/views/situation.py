"""The page of a situation: what the list has for such a family, and why; and all situations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.catalog.criteria import read_profile
from generator.catalog.rules import EVERYONE
from generator.eligibility.groups import PUBLIC, find_group
from generator.site import addresses
from generator.site.views.results import make_result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.rules import Situation
    from generator.eligibility.verdicts import ClauseVerdict, ServiceVerdict
    from generator.site.desk import Desk
    from generator.site.parts import HotlineItem, Link
    from generator.site.speaking import Said
    from generator.site.views.results import ServiceResult


@dataclass(frozen=True)
class SituationEntry:
    """A situation in a list."""

    id: str
    icon: str
    title: Said
    lead: Said
    href: str


@dataclass(frozen=True)
class AnswerPart:
    """What such a family answers to a question."""

    name: Said
    options: tuple[Said, ...]


@dataclass(frozen=True)
class SituationView:
    """Everything that the page of a situation shows."""

    entry: SituationEntry
    answers: tuple[AnswerPart, ...]
    fitting: tuple[ServiceResult, ...]
    """Services that are for this situation in particular."""
    open: tuple[ServiceResult, ...]
    """Those of them that depend on something."""
    for_all: tuple[Link, ...]
    """Services for every child, whatever is answered."""
    others: tuple[SituationEntry, ...]
    hotlines: tuple[HotlineItem, ...]
    revision: str
    printed_on: str
    check_href: str
    all_href: str


@dataclass(frozen=True)
class SituationsView:
    """All situations."""

    entries: tuple[SituationEntry, ...]
    check_href: str


def make_situations(desk: Desk) -> SituationsView:
    """The page of all situations."""
    return SituationsView(list_entries(desk), desk.links.page(addresses.CHECK))


def list_entries(desk: Desk) -> tuple[SituationEntry, ...]:
    """Every situation in a list."""
    return tuple(_make_entry(desk, situation) for situation in desk.catalog.situations)


def make_situation(desk: Desk, situation: Situation) -> SituationView:
    """The page of one situation."""
    profile = read_profile(situation.profile)
    verdicts = desk.index.judgements.find(situation)
    fitting = {verdict.service.id: list(_find_fitting(desk, verdict)) for verdict in verdicts}
    shown = [v for v in verdicts if fitting[v.service.id]]
    shown.sort(key=lambda v: _find_rank(desk, list(profile), v, fitting[v.service.id]))
    groups = {v.service.id: find_group(fitting[v.service.id]) for v in shown}
    results = {v.service.id: make_result(desk, v, fitting[v.service.id]) for v in shown}
    return SituationView(
        _make_entry(desk, situation),
        tuple(_list_answers(desk, situation)),
        tuple(result for name, result in results.items() if groups[name] in {"yes", PUBLIC}),
        tuple(result for name, result in results.items() if groups[name] == "depends"),
        tuple(
            desk.service_link(v.service)
            for v in verdicts
            if v.service.id not in results and _is_for_all(v)
        ),
        tuple(entry for entry in list_entries(desk) if entry.id != situation.id),
        desk.hotlines(()),
        desk.revision.id,
        desk.write_date(desk.revision.notice.printed_on),
        desk.links.page(addresses.CHECK),
        desk.links.page(addresses.SITUATIONS),
    )


def _make_entry(desk: Desk, situation: Situation) -> SituationEntry:
    return SituationEntry(
        situation.id,
        situation.icon,
        desk.say(situation.title),
        desk.say(situation.lead),
        desk.links.page(addresses.situation(situation.id)),
    )


def _list_answers(desk: Desk, situation: Situation) -> Iterator[AnswerPart]:
    profile = read_profile(situation.profile)
    for fact in desk.catalog.questions.facts:
        chosen = profile.get(fact.id, ())
        if chosen:
            labels = (option.label for option in fact.options if option.id in chosen)
            yield AnswerPart(desk.say(fact.name), tuple(map(desk.say, labels)))


def _find_fitting(desk: Desk, verdict: ServiceVerdict) -> Iterator[ClauseVerdict]:
    """Yield the clauses that an answer of the situation speaks for.

    What rests besides on a question asked with care is no matter of guessing.
    """
    delicate = {fact.id for fact in desk.catalog.questions.facts if fact.asked == "with-care"}
    conditions = desk.revision.conditions
    for part in verdict.clauses:
        unknown = {conditions[r.condition].fact for r in part.reasons if r.outcome == "open"}
        speaks = any(reason.outcome == "met" for reason in part.reasons)
        if part.verdict != "no" and speaks and unknown.isdisjoint(delicate):
            yield part


def _find_rank(
    desk: Desk, facts: list[str], verdict: ServiceVerdict, parts: list[ClauseVerdict]
) -> tuple[int, bool, int]:
    """Rank by the most telling answer that speaks for a service: a profile names it first.

    Then those come first whose audience it is that the answer belongs to, and those for which
    more answers speak.
    """
    conditions = desk.revision.conditions
    reasons = (reason for part in parts for reason in part.reasons if reason.outcome == "met")
    met = {conditions[reason.condition].fact for reason in reasons}
    rank, telling = min((facts.index(fact), fact) for fact in facts if fact in met)
    audience = desk.revision.audiences[verdict.service.audience].criterion
    named = (name for name in audience.list_conditions() if name != EVERYONE)
    return rank, telling not in {conditions[name].fact for name in named}, -len(met)


def _is_for_all(verdict: ServiceVerdict) -> bool:
    """Whether a clause can be had, or asked for, whatever is answered."""
    return any(
        all(reason.outcome == "set-by" for reason in part.reasons) for part in verdict.clauses
    )
