"""The history of a service that stands: since when, what each year changed, what was withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.revisions.kinds import ChangeKind
from carelist.revisions.telling import tell_changes
from carelist.site import addresses
from carelist.site.parts import Link
from carelist.site.views.changes import make_part, name_sides

if TYPE_CHECKING:
    from carelist.catalog.records import Service
    from carelist.revisions.history import History, Step
    from carelist.site.desk import Desk
    from carelist.site.speaking import Said
    from carelist.site.views.changes import ChangePart

UNTOLD = frozenset({ChangeKind.EDITORIAL_ONLY, ChangeKind.TRANSLATION_ONLY, ChangeKind.REORDERED})
"""Kinds that the history of a service passes over: the comparison of the lists has them."""


class HistoryStep(NamedTuple):
    """What one list changed."""

    year: str
    parts: tuple[ChangePart, ...]
    whole: Link


class ClauseSince(NamedTuple):
    """Since when a clause stands."""

    title: Said
    href: str
    since: str


class WithdrawnClause(NamedTuple):
    """A clause that stands no more, under the fragment that links lead to."""

    id: str
    title: Said
    text: Said
    until: str


class HistoryView(NamedTuple):
    """The history of one service."""

    lead: str
    steps: tuple[HistoryStep, ...]
    """The latest first."""
    clauses: tuple[ClauseSince, ...]
    """Empty while there is one list only."""
    withdrawn: tuple[WithdrawnClause, ...]
    archived: tuple[Link, ...]
    """The service in each list that has it, the latest first."""


def make_history(desk: Desk, service: Service) -> HistoryView:
    """The history section of a service's page."""
    history = desk.chronicle.tell(service.id)
    years = [r.id for r in desk.whole.revisions if history.first <= r.id <= history.last]
    first = desk.whole.revisions[0].id
    lead = "history_first" if history.first == first else "history_since"
    return HistoryView(
        desk.words[lead].format(revision=history.first),
        tuple(_make_step(desk, step) for step in reversed(history.steps)),
        tuple(_list_since(desk, history)) if len(desk.whole.revisions) > 1 else (),
        tuple(
            WithdrawnClause(
                standing.clause.id,
                desk.say(standing.clause.title),
                desk.say(standing.clause.text),
                desk.words.clause_until.format(revision=standing.until),
            )
            for standing in history.clauses
            if standing.until < history.last
        ),
        tuple(
            Link(
                desk.words.item_of.format(
                    number=desk.chronicle.number(service.id, year), revision=year
                ),
                desk.links.page(addresses.service_of(year, service.id)),
            )
            for year in reversed(years)
        ),
    )


def _make_step(desk: Desk, step: Step) -> HistoryStep:
    years = {revision.id: revision for revision in desk.whole.revisions}
    names = name_sides(desk, years[step.before], years[step.after])
    told = tell_changes((c for c in step.changes if c.kind not in UNTOLD), names)
    title = desk.words.changes_title.format(before=step.before, after=step.after)
    link = Link(title, desk.links.page(addresses.changes(step.before, step.after)))
    return HistoryStep(step.after, tuple(make_part(one) for one in told), link)


def _list_since(desk: Desk, history: History) -> list[ClauseSince]:
    return [
        ClauseSince(
            desk.say(standing.clause.title),
            f"#{standing.clause.id}",
            desk.words[
                "clause_since" if standing.since == standing.worded_since else "clause_reworded"
            ].format(revision=standing.since, worded=standing.worded_since),
        )
        for standing in history.clauses
        if standing.until == history.last
    ]
