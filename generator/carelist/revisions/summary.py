"""What changed between two revisions in a few figures, and in a paragraph that can be quoted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from carelist.revisions.changes.parts import unwrap
from carelist.revisions.changes.services import ServiceAdded, ServiceWithdrawn, Succession
from carelist.revisions.kinds import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.revisions.changes.base import Change
    from carelist.revisions.naming import Names, Side

MOST_NAMES = 5
"""More new or withdrawn services than these are counted and not named."""
NOTICE_TEXT = frozenset(
    {
        ChangeKind.MEASURE_ADDED,
        ChangeKind.MEASURE_WITHDRAWN,
        ChangeKind.MEASURE_REWORDED,
        ChangeKind.NOTICE_REWORDED,
    }
)
"""Changes of what the notice says; its number and date are new every year."""
SUCCESSIONS = {
    ChangeKind.SERVICE_SPLIT: "split",
    ChangeKind.SERVICES_MERGED: "merged",
    ChangeKind.SERVICES_REPLACED: "replaced",
}


class Scope(NamedTuple):
    """The services that are counted: those of a pillar or department in either revision."""

    name: str
    before: frozenset[str]
    after: frozenset[str]


class Figure(NamedTuple):
    """One figure: how many services, and how many of them took their place."""

    key: str
    number: int
    after: int = 0


@dataclass(frozen=True)
class Summary:
    """The figures of a comparison."""

    scope: str
    """The pillar or department that it speaks of; empty for the whole list."""
    then: int
    """Services of the earlier revision."""
    now: int
    figures: tuple[Figure, ...]
    """In the order of telling; none of them is 0."""
    added: tuple[str, ...]
    """The ids of services that replace none."""
    withdrawn: tuple[str, ...]
    """The ids of services that none replaces."""
    notice_reworded: bool
    """Whether it says something else although all services are as before; not asked of a scope."""


def sum_up(changes: Iterable[Change], names: Names, scope: Scope | None = None) -> Summary:
    """Count what happened to the services."""
    listed = list(changes)
    sides = names.before.revision.by_id, names.after.revision.by_id
    old, new = (scope.before, scope.after) if scope else map(frozenset, sides)
    major = [change for change in listed if change.is_major]
    touched = {name for change in major for name in change.concerns}
    more = {name for c in major if unwrap(c).kind != ChangeKind.RENAMED for name in c.concerns}
    added = [c.row.service.id for c in listed if isinstance(c, ServiceAdded)]
    withdrawn = [c.row.service.id for c in listed if isinstance(c, ServiceWithdrawn)]
    families = [change for change in listed if isinstance(change, Succession)]
    born = {*added, *withdrawn, *(name for family in families for name in family.concerns)}
    goes_on = (old | new) - born
    stays = goes_on & old & new
    figures = [
        Figure("added", len(added)),
        Figure("withdrawn", len(withdrawn)),
        *_count_families(families),
        Figure("came", len(goes_on - old)),
        Figure("left", len(goes_on - new)),
        Figure("changed", len(stays & more)),
        Figure("renamed", len(stays & (touched - more))),
        Figure("same", len(stays - touched)),
    ]
    told = tuple(figure for figure in figures if figure.number)
    as_before = scope is None and {figure.key for figure in told} <= {"same"}
    return Summary(
        scope.name if scope else "",
        len(old),
        len(new),
        told,
        tuple(added),
        tuple(withdrawn),
        as_before and any(unwrap(change).kind in NOTICE_TEXT for change in major),
    )


def _count_families(families: list[Succession]) -> Iterator[Figure]:
    """Yield how many services made room for how many, by kind of succession."""
    for kind, key in SUCCESSIONS.items():
        alike = [family for family in families if family.kind == kind]
        counts = [sum(len(getattr(f, side)) for f in alike) for side in ("before", "after")]
        yield Figure(key, *counts)


def write_summary(summary: Summary, names: Names) -> str:
    """Write the figures as a paragraph that can be quoted as it is."""
    revisions = {"before": names.before.revision.id, "after": names.after.revision.id}
    if summary.scope:
        counts = {"now": names.services(summary.now), "then": names.services(summary.then)}
        told = names.say("size_of", scope=summary.scope, **counts, **revisions)
    else:
        sizes = {"now": summary.now, "then": summary.then}
        told = names.say("size", **sizes, **revisions)
    if summary.figures:
        listed = names.join_clauses(_write_figure(f, names) for f in summary.figures)
        told += names.say("sentence", listed=listed[0].upper() + listed[1:])
    for key, side, ids in (
        ("new_titles", names.after, summary.added),
        ("gone_titles", names.before, summary.withdrawn),
    ):
        if 0 < len(ids) <= MOST_NAMES:
            titles = names.join(_write_title(side, name, names) for name in ids)
            told += names.say(key, titles=titles)
    if summary.notice_reworded:
        told += names.words.notice_text
    return told


def _write_figure(figure: Figure, names: Names) -> str:
    after = names.count(figure.after)
    others = names.words.count("others", figure.after, count=after)
    values = {"count": names.count(figure.number), "after": after, "others": others}
    return names.words.count(f"figure_{figure.key}", figure.number, **values)


def _write_title(side: Side, name: str, names: Names) -> str:
    title = names.write(side.revision.title_of(side.revision.by_id[name]))
    return names.say("title", title=title)
