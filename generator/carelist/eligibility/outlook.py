"""What a situation can expect of a list: the services for it in particular, and for everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.criteria import read_profile
from carelist.catalog.reads import Kept
from carelist.catalog.rules import EVERYONE
from carelist.eligibility.groups import Group, find_group
from carelist.eligibility.verdicts import (
    ClauseVerdict,
    ServiceVerdict,
    decide_service,
    decide_services,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelist.catalog.records import Service
    from carelist.catalog.revision import Catalog
    from carelist.catalog.rules import Situation


class Match(NamedTuple):
    """A service that an answer of a situation speaks for."""

    service: ServiceVerdict
    clauses: tuple[ClauseVerdict, ...]
    """Those of its clauses that it speaks for, and those that are for everyone."""
    group: Group
    """By those that it speaks for, where there are any."""


class Outlook(NamedTuple):
    """What a situation can expect; the services that are most for it stand first."""

    first: tuple[Match, ...]
    """What the catalog says is for it before all else, in that order; it is not told again."""
    fitting: tuple[Match, ...]
    """What it can have."""
    open: tuple[Match, ...]
    """What depends on something."""
    for_all: tuple[Service, ...]
    """What is for everyone on the list, whatever is answered."""

    @property
    def matches(self) -> tuple[Match, ...]:
        """All that is for it in particular, in the order of its page."""
        return (*self.first, *self.fitting, *self.open)


class Outlooks:
    """The outlook of each situation: found once, for all pages and pieces."""

    def __init__(self, catalog: Catalog) -> None:
        by_id = {situation.id: situation for situation in catalog.situations}
        personal = Kept[str, bool](lambda name: _is_personal(catalog, name))
        self._found = Kept[str, Outlook](lambda name: _find_outlook(catalog, by_id[name], personal))
        self._spoken = Kept[str, bool](lambda name: _speaks(catalog, by_id[name], personal))

    def find(self, situation: Situation) -> Outlook:
        """Give the outlook of a situation."""
        return self._found[situation.id]

    def has_services(self, name: str) -> bool:
        """Whether the list names a service for a situation in particular."""
        return self._spoken[name] or bool(self._found[name].matches)


def _speaks(catalog: Catalog, situation: Situation, personal: Kept[str, bool]) -> bool:
    """Whether an answer of a situation speaks for a service: most often for one of the first."""
    profile, revision = read_profile(situation.profile), catalog.latest
    verdicts = (decide_service(revision, service, profile) for service in revision.services)
    return any(any(True for _ in _find_spoken_for(catalog, one, personal)) for one in verdicts)


def _find_outlook(catalog: Catalog, situation: Situation, personal: Kept[str, bool]) -> Outlook:
    """Find what a situation can expect of the latest revision."""
    profile = read_profile(situation.profile)
    verdicts = decide_services(catalog.latest, profile)
    found = [(verdict, tuple(_find_spoken_for(catalog, verdict, personal))) for verdict in verdicts]
    first = tuple(_find_first(catalog.leads.follow_all(situation.first), found))
    named = {match.service.service.id for match in first}
    found = [(verdict, parts) for verdict, parts in found if verdict.service.id not in named]
    matches = [
        Match(verdict, _add_for_all(verdict, parts), find_group(parts))
        for verdict, parts in found
        if parts
    ]
    matches.sort(key=lambda match: _find_rank(catalog, list(profile), match))
    return Outlook(
        first,
        tuple(match for match in matches if match.group != "depends"),
        tuple(match for match in matches if match.group == "depends"),
        tuple(v.service for v, parts in found if not parts and _is_for_all(v)),
    )


def _find_first(
    targets: Sequence[str], found: Sequence[tuple[ServiceVerdict, tuple[ClauseVerdict, ...]]]
) -> Iterator[Match]:
    """Yield what comes before all else: of a service the named clauses, else as of any other.

    The targets are services or clauses of the latest revision.
    """
    by_id = {verdict.service.id: (verdict, spoken_for) for verdict, spoken_for in found}
    for name in dict.fromkeys(target.partition("/")[0] for target in targets):
        verdict, spoken_for = by_id[name]
        can_be = [part for part in verdict.clauses if part.verdict != "no"]
        chosen = tuple(p for p in can_be if f"{name}/{p.clause.id}" in targets)
        parts = chosen or (_add_for_all(verdict, spoken_for) if spoken_for else tuple(can_be))
        if parts:
            yield Match(verdict, parts, find_group(parts))


def _find_spoken_for(
    catalog: Catalog, verdict: ServiceVerdict, personal: Kept[str, bool]
) -> Iterator[ClauseVerdict]:
    """Yield the clauses that an answer of the situation speaks for.

    What rests besides on a sensitive question is no matter of guessing. A service with a promise
    that turns on such questions alone is named where the situation answers one for it: nobody is
    to hear of a mental health clinic for a child's age.
    """
    sensitive = catalog.questions.sensitive
    conditions = catalog.latest.conditions
    met = {r.condition for part in verdict.clauses for r in part.reasons if r.outcome == "met"}
    answered = {conditions[name].fact for name in met}
    if not met:
        return
    if personal[verdict.service.id] and answered.isdisjoint(sensitive):
        return
    for part in verdict.clauses:
        unknown = {conditions[r.condition].fact for r in part.reasons if r.outcome == "open"}
        speaks = any(reason.outcome == "met" for reason in part.reasons)
        if part.verdict != "no" and speaks and unknown.isdisjoint(sensitive):
            yield part


def _is_personal(catalog: Catalog, name: str) -> bool:
    """Whether a promise turns on sensitive questions alone, so that the title tells of them."""
    sensitive = catalog.questions.sensitive
    return any(facts and facts <= sensitive for facts in _list_asked(catalog, name))


def is_private(catalog: Catalog, name: str) -> bool:
    """Whether that somebody reads of a service tells of a sensitive question.

    Its title does, or all of its promises ask one.
    """
    sensitive = catalog.questions.sensitive
    asked = all(facts & sensitive for facts in _list_asked(catalog, name))
    return asked or _is_personal(catalog, name)


def _list_asked(catalog: Catalog, name: str) -> list[set[str]]:
    """List what each promise of a service asks, by the ids of questions."""
    revision = catalog.latest
    known = revision.conditions.keys()  # what is for everyone is no condition
    return [
        {
            fact
            for condition in known & {*rule.list_conditions()}
            if (fact := revision.conditions[condition].fact)
        }
        for rule in revision.rules[name]
    ]


def _find_rank(catalog: Catalog, facts: Sequence[str], match: Match) -> tuple[int, bool, int]:
    """Rank by the most telling answer that speaks for a service: a profile names it first.

    Then those come first whose audience it is that the answer belongs to, and those for which
    more answers speak.
    """
    revision = catalog.latest
    reasons = (reason for part in match.clauses for reason in part.reasons)
    met = {revision.conditions[r.condition].fact for r in reasons if r.outcome == "met"}
    rank, telling = min((facts.index(fact), fact) for fact in facts if fact in met)
    audience = revision.criterion_of(match.service.service)
    named = (name for name in audience.list_conditions() if name != EVERYONE)
    return rank, telling not in {revision.conditions[name].fact for name in named}, -len(met)


def _is_for_all(verdict: ServiceVerdict) -> bool:
    """Whether a clause can be had, or asked for, whatever is answered."""
    return any(map(_is_clause_for_all, verdict.clauses))


def _is_clause_for_all(part: ClauseVerdict) -> bool:
    return all(reason.outcome == "set_by" for reason in part.reasons)


def _add_for_all(
    verdict: ServiceVerdict, spoken_for: tuple[ClauseVerdict, ...]
) -> tuple[ClauseVerdict, ...]:
    """Add the clauses that are for everyone: a service that is shown is named only once."""
    return tuple(p for p in verdict.clauses if p in spoken_for or _is_clause_for_all(p))
