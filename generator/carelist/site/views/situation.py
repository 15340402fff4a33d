"""The page of a situation: what the list has for such a family, and why; and all situations."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.criteria import read_profile
from carelist.site import addresses
from carelist.site.asking import list_hotlines, list_urgent
from carelist.site.views.results import make_result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.rules import Situation
    from carelist.site.desk import Desk
    from carelist.site.parts import HotlineItem, Link
    from carelist.site.speaking import Said
    from carelist.site.views.results import ServiceResult


class SituationEntry(NamedTuple):
    """A situation in a list."""

    id: str
    icon: str
    title: Said
    lead: Said
    href: str


class AnswerPart(NamedTuple):
    """What such a family answers to a question."""

    name: Said
    options: tuple[Said, ...]


class SituationView(NamedTuple):
    """Everything that the page of a situation shows."""

    entry: SituationEntry
    answers: tuple[AnswerPart, ...]
    first: tuple[ServiceResult, ...]
    """What is for this situation before all else."""
    fitting: tuple[ServiceResult, ...]
    """Services that are for this situation in particular."""
    open: tuple[ServiceResult, ...]
    """Those of them that depend on something."""
    for_all: tuple[Link, ...]
    """Services for everyone, whatever is answered."""
    others: tuple[SituationEntry, ...]
    hotlines: tuple[HotlineItem, ...]
    urgent: tuple[HotlineItem, ...]
    """Whom to call where what the page opens with is for those who cannot wait."""
    revision: str
    printed_on: str
    background_href: str
    """Who counts as one of those that the list is for; empty where the site tells of none."""
    check_href: str
    all_href: str


class SituationsView(NamedTuple):
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
    outlook = desk.index.outlooks.find(situation)
    first, fitting, open_ = (
        tuple(make_result(desk, match.service, match.clauses) for match in matches)
        for matches in (outlook.first, outlook.fitting, outlook.open)
    )
    opening = [result.id for result in (*first, *fitting, *open_)][:1]
    return SituationView(
        _make_entry(desk, situation),
        tuple(_list_answers(desk, situation)),
        first,
        fitting,
        open_,
        tuple(map(desk.service_link, outlook.for_all)),
        tuple(entry for entry in list_entries(desk) if entry.id != situation.id),
        list_hotlines(desk),
        tuple(item for service_id in opening for item in list_urgent(desk, service_id)),
        desk.revision.id,
        desk.write_date(desk.revision.notice.printed_on),
        desk.link_background(),
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
